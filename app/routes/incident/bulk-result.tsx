import { Banner, BlockStack, Card, List, ProgressBar, Text } from "@shopify/polaris";
import { listed } from "#app/components/labels.ts";
import { whyNotApproved } from "./not-approved.ts";
import type { Bulk } from "./use-bulk.ts";
import { useWords } from "#app/components/words.tsx";

type Given = { bulk: Bulk; onContinue: () => void; onDismiss: () => void };

/** How far it is, and what came of it. */
export function BulkResult({ bulk, onContinue, onDismiss }: Given) {
  const say = useWords();
  const { state, outcomes, total } = bulk;
  const approved = outcomes.filter(({ outcome }) => outcome !== "not_approved").length;
  if (state === "approving")
    return (
      <Card>
        <BlockStack gap="200">
          <div aria-live="polite">
            <Text as="p" id="bulk-progress">
              {say("incident.approving", { done: outcomes.length, total })}
            </Text>
          </div>
          <ProgressBar
            progress={total === 0 ? 0 : Math.round((100 * outcomes.length) / total)}
            size="small"
            ariaLabelledBy="bulk-progress"
          />
        </BlockStack>
      </Card>
    );
  if (state === "lost")
    return (
      <Banner
        tone="critical"
        title={say("incident.lost")}
        action={{
          content: outcomes.length > 0 ? say("incident.lost.continue") : say("action.tryAgain"),
          onAction: onContinue,
        }}
        onDismiss={onDismiss}
      >
        {outcomes.length > 0 ? say("incident.lost.after", { count: approved }) : say("incident.lost.nothing")}
      </Banner>
    );
  if (state !== "done") return null;
  return <Done outcomes={outcomes} onDismiss={onDismiss} />;
}

function Done({ outcomes, onDismiss }: { outcomes: Bulk["outcomes"]; onDismiss: () => void }) {
  const say = useWords();
  const now = outcomes.filter((one) => one.outcome === "approved" && one.notBefore === null).length;
  const later = outcomes.filter((one) => one.outcome === "approved" && one.notBefore !== null).length;
  const before = outcomes.filter(({ outcome }) => outcome === "already_approved").length;
  const not = outcomes.flatMap((one) => (one.outcome === "not_approved" ? [one] : []));
  const parts = [
    ...(now > 0 ? [say("incident.done.now", { count: now })] : []),
    ...(later > 0 ? [say("incident.done.later", { count: later })] : []),
    ...(before > 0 ? [say("incident.done.before", { count: before })] : []),
  ];
  return (
    <div aria-live="polite">
      <Banner
        tone={not.length > 0 ? "warning" : "success"}
        title={
          parts.length > 0 ? say("incident.done", { what: listed(say, parts) }) : say("incident.done.nothing")
        }
        onDismiss={onDismiss}
      >
        {not.length > 0 ? (
          <BlockStack gap="100">
            <Text as="p">{say("incident.done.not")}</Text>
            <List>
              {not.map((one) => (
                <List.Item key={one.issueId}>
                  {say("incident.not.of", { order: one.order, why: whyNotApproved(say, one) })}
                </List.Item>
              ))}
            </List>
          </BlockStack>
        ) : null}
      </Banner>
    </div>
  );
}
