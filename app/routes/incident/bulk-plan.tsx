import { TitleBar } from "@shopify/app-bridge-react";
import { BlockStack, Box, List, Text } from "@shopify/polaris";
import { Dialog } from "#app/components/dialog.tsx";
import type { Say } from "#app/words/say.ts";
import { zonedTime } from "#app/components/zoned-time.ts";
import type { BulkPlan } from "#app/desk/issue-shapes.ts";
import { useWords } from "#app/components/words.tsx";

type Given = {
  open: boolean;
  plan: BulkPlan | null;
  /** Taken out by hand. */
  excluded: number;
  zone: string | null;
  onApprove: () => void;
  onClose: () => void;
};

/** Asks once more before many messages leave: how many now, how many later, and which not and why. */
export function BulkConfirmation({ open, plan, excluded, zone, onApprove, onClose }: Given) {
  const say = useWords();
  const leaving = plan ? plan.now + (plan.later?.count ?? 0) : 0;
  return (
    <Dialog open={open} onHide={onClose}>
      <Box padding="400">{plan ? <Plan plan={plan} excluded={excluded} zone={zone} /> : null}</Box>
      <TitleBar title={`Approve ${say("count.messages", { count: leaving })}?`}>
        <button type="button" variant="primary" onClick={onApprove} disabled={leaving === 0}>
          {`Approve ${say("count.messages", { count: leaving })}`}
        </button>
        <button type="button" onClick={onClose}>
          Cancel
        </button>
      </TitleBar>
    </Dialog>
  );
}

/** So many orders are named; the rest is a number. */
const NAMED = 8;

function Plan({ plan, excluded, zone }: { plan: BulkPlan; excluded: number; zone: string | null }) {
  const say = useWords();
  const { now, later, blocked } = plan;
  const reasons = [...Map.groupBy(blocked, ({ why }) => why)];
  return (
    <BlockStack gap="300">
      <List>
        <List.Item>{now === 1 ? "1 leaves now" : `${now.toLocaleString("en")} leave now`}</List.Item>
        {later ? <List.Item>{laterInWords(say, later, zone)}</List.Item> : null}
        {excluded > 0 ? <List.Item>{`${excluded.toLocaleString("en")} you took out`}</List.Item> : null}
      </List>
      {reasons.length > 0 ? (
        <BlockStack gap="200">
          <Text as="h3" variant="headingSm">
            {blocked.length === 1
              ? "1 does not leave"
              : `${blocked.length.toLocaleString("en")} do not leave`}
          </Text>
          <List>
            {reasons.map(([why, those]) => (
              <List.Item key={why}>
                {`${why} (${those
                  .slice(0, NAMED)
                  .map(({ order }) => order)
                  .join(", ")}${those.length > NAMED ? ` and ${those.length - NAMED} more` : ""})`}
              </List.Item>
            ))}
          </List>
        </BlockStack>
      ) : null}
      <Text as="p" tone="subdued">
        Each is checked once more before it leaves. What has changed meanwhile is not sent.
      </Text>
    </BlockStack>
  );
}

function laterInWords(
  say: Say,
  { count, until }: NonNullable<BulkPlan["later"]>,
  zone: string | null,
): string {
  const when = zonedTime(say, until, zone);
  return count === 1
    ? `1 waits until the quiet hours are over where the shopper is: it leaves ${when}`
    : `${count.toLocaleString("en")} wait until the quiet hours are over where each shopper is: the last leaves ${when}`;
}
