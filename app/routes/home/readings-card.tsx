import { BlockStack, Card, Text } from "@shopify/polaris";
import type { ReadingRates } from "#app/desk/reading-rates.server.ts";

/** A share of fewer messages than this says more about chance than about the readings. */
const ENOUGH = 20;

/** How well messages are read in this store: how often the readings agree, are not sure, and are corrected. */
export function ReadingsCard({ rates }: { rates: ReadingRates }) {
  const { read, unsure, compared, agreed, corrected } = rates;
  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingMd">
          How messages are read
        </Text>
        {read < ENOUGH ? (
          <Text as="p" tone="subdued">
            {read === 0 ? "No message was read" : `${messages(read)} read`} in the last 30 days. Rates appear
            here from {ENOUGH} messages on.
          </Text>
        ) : (
          <>
            <BlockStack gap="200" as="ul">
              <Rate
                what="Readings agree"
                of={[agreed, compared]}
                why={`of ${messages(compared)} with more than one reading`}
              />
              <Rate
                what="Not sure"
                of={[unsure, read]}
                why={`of ${messages(read)}: you are asked to read them`}
              />
              <Rate what="Corrected by your team" of={[corrected, read]} why={`of ${messages(read)}`} />
            </BlockStack>
            <Text as="p" variant="bodySm" tone="subdued">
              The last 30 days, in this store. Corrections stay in this store.
            </Text>
          </>
        )}
      </BlockStack>
    </Card>
  );
}

function Rate({ what, of: [part, whole], why }: { what: string; of: [number, number]; why: string }) {
  const enough = whole >= ENOUGH;
  return (
    <li style={{ listStyle: "none" }}>
      <Text as="p">
        {what}: <strong>{enough ? `${Math.round((100 * part) / whole)}%` : "too few to say"}</strong>
      </Text>
      <Text as="p" variant="bodySm" tone="subdued">
        {why}
      </Text>
    </li>
  );
}

/** Counting stops at ten thousand (reading-rates.server.ts). */
const messages = (count: number) =>
  `${count.toLocaleString("en")}${count >= 10_000 ? "+" : ""} message${count === 1 ? "" : "s"}`;
