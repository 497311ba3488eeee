import { BlockStack, Card, Text } from "@shopify/polaris";
import { percentLabel } from "#app/components/labels.ts";
import { useWords, Words } from "#app/components/words.tsx";
import type { ReadingRates } from "#app/desk/reading-rates.server.ts";

/** A share of fewer messages than this says more about chance than about the readings. */
const ENOUGH = 20;

/** How well messages are read in this store: how often the readings agree, are not sure, and are corrected. */
export function ReadingsCard({ rates }: { rates: ReadingRates }) {
  const say = useWords();
  const { read, unsure, compared, agreed, corrected } = rates;
  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingMd">
          {say("home.readings.title")}
        </Text>
        {read < ENOUGH ? (
          <Text as="p" tone="subdued">
            {say("home.readings.tooFew", { count: read, enough: ENOUGH })}
          </Text>
        ) : (
          <>
            <BlockStack gap="200" as="ul">
              <Rate what="agree" of={[agreed, compared]} />
              <Rate what="unsure" of={[unsure, read]} />
              <Rate what="corrected" of={[corrected, read]} />
            </BlockStack>
            <Text as="p" variant="bodySm" tone="subdued">
              {say("home.readings.span")}
            </Text>
          </>
        )}
      </BlockStack>
    </Card>
  );
}

type Measured = { what: "agree" | "unsure" | "corrected"; of: [number, number] };

function Rate({ what, of: [part, whole] }: Measured) {
  const say = useWords();
  const share = whole >= ENOUGH ? percentLabel(say, part / whole) : say("home.readings.tooFewToSay");
  return (
    <li style={{ listStyle: "none" }}>
      <Text as="p">
        <Words of={`home.readings.${what}`} values={{ share: <strong>{share}</strong> }} />
      </Text>
      <Text as="p" variant="bodySm" tone="subdued">
        {say(`home.readings.${what}.of`, { count: whole, more: whole >= MOST ? "yes" : "no" })}
      </Text>
    </li>
  );
}

/** Counting stops there (reading-rates.server.ts). */
const MOST = 10_000;
