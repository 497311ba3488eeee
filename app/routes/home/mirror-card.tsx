import { Badge, Banner, BlockStack, Card, InlineStack, ProgressBar, Text } from "@shopify/polaris";
import { timeLeft } from "#app/components/time-left.ts";
import { useRelativeTime } from "#app/components/relative-time.tsx";
import { listed } from "#app/components/labels.ts";
import type { Say } from "#app/words/say.ts";
import type { Home } from "#app/desk/show-home.server.ts";
import { useWords } from "#app/components/words.tsx";

/** What Attune knows of the store, how fresh it is, and how far the first reading is. */
export function MirrorCard({ home, olderOrdersUnseen }: { home: Home; olderOrdersUnseen: boolean }) {
  const say = useWords();
  const { backfill, mirror } = home;
  return (
    <Card>
      <BlockStack gap="300">
        <InlineStack align="space-between" blockAlign="center">
          <Text as="h2" variant="headingMd">
            {say("home.mirror.title")}
          </Text>
          {backfill.state === "done" ? <Freshness lagMs={mirror.mirrorLagMs} /> : null}
        </InlineStack>
        <BackfillProgress backfill={backfill} />
        <Text as="p">
          {say("home.mirror.counts", {
            orders: say("home.mirror.orders", upTo(mirror.orders)),
            customers: say("home.mirror.customers", upTo(mirror.customers)),
          })}
        </Text>
        <LastNews mirror={mirror} compared={backfill.state === "done"} />
        {olderOrdersUnseen ? (
          <Text as="p" tone="subdued">
            {say("home.mirror.olderUnseen")}
          </Text>
        ) : null}
        {mirror.quarantined > 0 ? (
          <Banner tone="warning" action={{ content: say("home.mirror.review"), url: "/settings/set-aside" }}>
            {say("home.mirror.setAside", { count: mirror.quarantined })}
          </Banner>
        ) : null}
      </BlockStack>
    </Card>
  );
}

/** A webhook is mirrored within a second; what waits longer than this is worth a word. */
const BEHIND_MS = 10_000;

function Freshness({ lagMs }: { lagMs: number }) {
  const say = useWords();
  return lagMs > BEHIND_MS ? (
    <Badge tone="attention">{say("home.mirror.catchingUp")}</Badge>
  ) : (
    <Badge tone="success">{say("home.mirror.upToDate")}</Badge>
  );
}

/** What came last, how far behind the records are, and what the last check against Shopify mended. */
function LastNews({ mirror, compared }: { mirror: Home["mirror"]; compared: boolean }) {
  const say = useWords();
  const lastChange = useRelativeTime(mirror.lastWebhookAt);
  const lastCheck = useRelativeTime(mirror.lastReconciledAt);
  const lastRepair = useRelativeTime(mirror.lastRepairedAt);
  const repaired = repairedInWords(say, mirror.repaired);
  return (
    <BlockStack gap="100">
      {mirror.mirrorLagMs > BEHIND_MS ? (
        <Text as="p">{say("home.mirror.behind", { minutes: Math.round(mirror.mirrorLagMs / 60_000) })}</Text>
      ) : null}
      <Text as="p" tone="subdued">
        {mirror.lastWebhookAt
          ? say("home.mirror.lastChange", { ago: lastChange })
          : say("home.mirror.noChange")}
      </Text>
      {compared ? (
        <Text as="p" tone="subdued">
          {mirror.lastReconciledAt
            ? say("home.mirror.lastCheck", { ago: lastCheck })
            : say("home.mirror.noCheck")}
          {mirror.lastRepairedAt && repaired
            ? ` ${say("home.mirror.repaired", { ago: lastRepair, what: repaired })}`
            : ""}
        </Text>
      ) : null}
    </BlockStack>
  );
}

function repairedInWords(say: Say, { orders, customers, deleted }: Home["mirror"]["repaired"]): string {
  return listed(say, [
    ...(orders > 0 ? [say("home.mirror.orders", upTo(orders))] : []),
    ...(customers > 0 ? [say("home.mirror.customers", upTo(customers))] : []),
    ...(deleted > 0 ? [say("home.mirror.deleted", upTo(deleted))] : []),
  ]);
}

function BackfillProgress({ backfill }: { backfill: Home["backfill"] }) {
  const say = useWords();
  if (backfill.state === "done") return null;
  if (backfill.state === "failed") {
    return (
      <Banner tone="critical" title={say("home.backfill.stopped.title")}>
        {say("home.backfill.stopped", { why: backfill.error ?? say("home.backfill.noAnswer") })}
      </Banner>
    );
  }
  const { stage, stageDone, stageTotal } = backfill;
  const percent = stageTotal ? Math.min(100, Math.round((100 * stageDone) / stageTotal)) : 0;
  const left = timeLeft(say, backfill.secondsLeft);
  return (
    <BlockStack gap="200">
      <Text as="p" id="backfill-label">
        {stageTotal
          ? say("home.backfill.progress", { stage: stageLabel(say, stage), done: stageDone, all: stageTotal })
          : say("home.backfill.begun", { stage: stageLabel(say, stage) })}
      </Text>
      {left ? (
        <Text as="p" tone="subdued">
          {say("home.backfill.left", { left })}
        </Text>
      ) : null}
      <ProgressBar progress={percent} size="small" ariaLabelledBy="backfill-label" />
    </BlockStack>
  );
}

const stageLabel = (say: Say, stage: string | null) => {
  const key = `home.backfill.stage.${stage ?? "waiting"}`;
  return say(say.knows(key) ? key : "home.backfill.stage.waiting");
};

/** Counting stops at a thousand (show-home.server.ts). */
const upTo = (count: number) => ({ count, more: count >= 1_000 ? "yes" : "no" });
