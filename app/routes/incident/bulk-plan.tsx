import { TitleBar } from "@shopify/app-bridge-react";
import { BlockStack, Box, List, Text } from "@shopify/polaris";
import { Dialog } from "#app/components/dialog.tsx";
import { zonedTime } from "#app/components/zoned-time.ts";
import type { BulkPlan } from "#app/desk/issue-shapes.ts";
import { whyNotApproved } from "./not-approved.ts";
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
      <TitleBar title={say("incident.ask", { count: leaving })}>
        <button type="button" variant="primary" onClick={onApprove} disabled={leaving === 0}>
          {say("incident.ask.approve", { count: leaving })}
        </button>
        <button type="button" onClick={onClose}>
          {say("action.cancel")}
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
  const reasons = [...Map.groupBy(blocked, (one) => whyNotApproved(say, one))];
  return (
    <BlockStack gap="300">
      <List>
        {now > 0 ? <List.Item>{say("incident.ask.now", { count: now })}</List.Item> : null}
        {later ? (
          <List.Item>
            {say("incident.ask.later", { count: later.count, when: zonedTime(say, later.until, zone) })}
          </List.Item>
        ) : null}
        {excluded > 0 ? <List.Item>{say("incident.ask.excluded", { count: excluded })}</List.Item> : null}
      </List>
      {reasons.length > 0 ? (
        <BlockStack gap="200">
          <Text as="h3" variant="headingSm">
            {say("incident.ask.blocked", { count: blocked.length })}
          </Text>
          <List>
            {reasons.map(([why, those]) => (
              <List.Item key={why}>
                {say("incident.ask.blockedBecause", {
                  why,
                  orders: those
                    .slice(0, NAMED)
                    .map(({ order }) => order)
                    .join(", "),
                  more: Math.max(0, those.length - NAMED),
                })}
              </List.Item>
            ))}
          </List>
        </BlockStack>
      ) : null}
      <Text as="p" tone="subdued">
        {say("incident.ask.checked")}
      </Text>
    </BlockStack>
  );
}
