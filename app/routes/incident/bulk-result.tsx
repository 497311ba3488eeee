import { Banner, BlockStack, Card, List, ProgressBar, Text } from "@shopify/polaris";
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
              {`Approving: ${outcomes.length.toLocaleString("en")} of ${say("count.messages", { count: total })}`}
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
        title="No answer from Attune"
        action={{ content: outcomes.length > 0 ? "Go on" : "Try again", onAction: onContinue }}
        onDismiss={onDismiss}
      >
        {outcomes.length > 0
          ? `The connection was lost after ${say("count.messages", { count: approved })}. They stay approved; going on repeats none of them.`
          : "The connection was lost. Nothing was approved by this."}
      </Banner>
    );
  if (state !== "done") return null;
  return <Done outcomes={outcomes} onDismiss={onDismiss} />;
}

function Done({ outcomes, onDismiss }: { outcomes: Bulk["outcomes"]; onDismiss: () => void }) {
  const now = outcomes.filter((one) => one.outcome === "approved" && one.notBefore === null).length;
  const later = outcomes.filter((one) => one.outcome === "approved" && one.notBefore !== null).length;
  const before = outcomes.filter(({ outcome }) => outcome === "already_approved").length;
  const not = outcomes.flatMap((one) => (one.outcome === "not_approved" ? [one] : []));
  const parts = [
    ...(now > 0 ? [`${now.toLocaleString("en")} on ${now === 1 ? "its" : "their"} way`] : []),
    ...(later > 0 ? [`${later.toLocaleString("en")} after quiet hours`] : []),
    ...(before > 0 ? [`${before.toLocaleString("en")} approved before`] : []),
  ];
  return (
    <div aria-live="polite">
      <Banner
        tone={not.length > 0 ? "warning" : "success"}
        title={parts.length > 0 ? `Approved: ${parts.join(", ")}` : "Nothing was approved"}
        onDismiss={onDismiss}
      >
        {not.length > 0 ? (
          <BlockStack gap="100">
            <Text as="p">Not approved:</Text>
            <List>
              {not.map(({ issueId, order, why }) => (
                <List.Item key={issueId}>{`${order}: ${why}`}</List.Item>
              ))}
            </List>
          </BlockStack>
        ) : null}
      </Banner>
    </div>
  );
}
