import { Badge, Banner, BlockStack, Card, InlineStack, ProgressBar, Text } from "@shopify/polaris";
import { timeLeft } from "#app/components/time-left.ts";
import { useRelativeTime } from "#app/components/relative-time.tsx";
import type { Home } from "#app/desk/show-home.server.ts";
import { useWords } from "#app/components/words.tsx";

const STAGES: Record<string, string> = {
  shop: "Reading your store and its policies",
  customers: "Reading customers",
  orders: "Reading orders",
  events: "Reading parcels' journeys",
};

/** What Attune knows of the store, how fresh it is, and how far the first reading is. */
export function MirrorCard({ home, olderOrdersUnseen }: { home: Home; olderOrdersUnseen: boolean }) {
  const { backfill, mirror } = home;
  return (
    <Card>
      <BlockStack gap="300">
        <InlineStack align="space-between" blockAlign="center">
          <Text as="h2" variant="headingMd">
            Your store's records
          </Text>
          {backfill.state === "done" ? <Freshness lagMs={mirror.mirrorLagMs} /> : null}
        </InlineStack>
        <BackfillProgress backfill={backfill} />
        <Text as="p">
          {count(mirror.orders, "order")} and {count(mirror.customers, "customer")} mirrored.
        </Text>
        <LastNews mirror={mirror} compared={backfill.state === "done"} />
        {olderOrdersUnseen ? (
          <Text as="p" tone="subdued">
            Orders older than 60 days are not visible to Attune: Shopify grants them to apps separately.
          </Text>
        ) : null}
        {mirror.quarantined > 0 ? (
          <Banner tone="warning" action={{ content: "Review", url: "/settings/set-aside" }}>
            {mirror.quarantined === 1 ? "One event was" : `${mirror.quarantined} events were`} set aside
            because Attune could not work with them. Nothing was lost.
          </Banner>
        ) : null}
      </BlockStack>
    </Card>
  );
}

/** A webhook is mirrored within a second; what waits longer than this is worth a word. */
const BEHIND_MS = 10_000;

function Freshness({ lagMs }: { lagMs: number }) {
  return lagMs > BEHIND_MS ? (
    <Badge tone="attention">Catching up</Badge>
  ) : (
    <Badge tone="success">Up to date</Badge>
  );
}

/** What came last, how far behind the records are, and what the last check against Shopify mended. */
function LastNews({ mirror, compared }: { mirror: Home["mirror"]; compared: boolean }) {
  const lastChange = useRelativeTime(mirror.lastWebhookAt);
  const lastCheck = useRelativeTime(mirror.lastReconciledAt);
  const lastRepair = useRelativeTime(mirror.lastRepairedAt);
  const repaired = repairedInWords(mirror.repaired);
  return (
    <BlockStack gap="100">
      {mirror.mirrorLagMs > BEHIND_MS ? (
        <Text as="p">{howFarBehind(mirror.mirrorLagMs)} of changes are still being read.</Text>
      ) : null}
      <Text as="p" tone="subdued">
        {mirror.lastWebhookAt ? `Last change received ${lastChange}.` : "No change has been received yet."}
      </Text>
      {compared ? (
        <Text as="p" tone="subdued">
          {mirror.lastReconciledAt
            ? `Last checked against Shopify ${lastCheck}.`
            : "A first check against Shopify follows in a few minutes."}
          {mirror.lastRepairedAt && repaired
            ? ` Changes that Shopify's notices missed were added ${lastRepair}: ${repaired}.`
            : ""}
        </Text>
      ) : null}
    </BlockStack>
  );
}

function howFarBehind(lagMs: number): string {
  const minutes = Math.round(lagMs / 60_000);
  return minutes < 1
    ? "Less than a minute"
    : minutes === 1
      ? "A minute"
      : `${minutes.toLocaleString("en")} minutes`;
}

function repairedInWords({ orders, customers, deleted }: Home["mirror"]["repaired"]): string {
  const parts = [
    ...(orders > 0 ? [count(orders, "order")] : []),
    ...(customers > 0 ? [count(customers, "customer")] : []),
    ...(deleted > 0 ? [`${count(deleted, "record")} deleted in your store`] : []),
  ];
  return parts.join(", ");
}

function BackfillProgress({ backfill }: { backfill: Home["backfill"] }) {
  const say = useWords();
  if (backfill.state === "done") return null;
  if (backfill.state === "failed") {
    return (
      <Banner tone="critical" title="Reading your store stopped">
        {backfill.error ?? "Shopify did not answer."} It is tried again when you open Attune next.
      </Banner>
    );
  }
  const { stage, stageDone, stageTotal } = backfill;
  const percent = stageTotal ? Math.min(100, Math.round((100 * stageDone) / stageTotal)) : 0;
  const left = timeLeft(say, backfill.secondsLeft);
  return (
    <BlockStack gap="200">
      <Text as="p" id="backfill-label">
        {STAGES[stage ?? ""] ?? "Waiting to read your store"}
        {stageTotal ? ` (${stageDone.toLocaleString("en")} of ${stageTotal.toLocaleString("en")})` : " …"}
      </Text>
      {left ? (
        <Text as="p" tone="subdued">
          This step: {left}.
        </Text>
      ) : null}
      <ProgressBar progress={percent} size="small" ariaLabelledBy="backfill-label" />
    </BlockStack>
  );
}

/** Counting stops at a thousand (show-home.server.ts). */
const count = (number: number, noun: string) =>
  `${number.toLocaleString("en")}${number >= 1_000 ? "+" : ""} ${noun}${number === 1 ? "" : "s"}`;
