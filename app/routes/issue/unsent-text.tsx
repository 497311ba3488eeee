import { Banner, BlockStack, Box } from "@shopify/polaris";
import { useWords } from "#app/components/words.tsx";

/** What somebody had written when the message was settled by another: theirs to copy, until they leave. */
export function UnsentText({ text, onDismiss }: { text: string; onDismiss: () => void }) {
  const say = useWords();
  return (
    <Banner tone="info" title={say("issue.unsent.title")} onDismiss={onDismiss}>
      <BlockStack gap="200">
        <p>{say("issue.unsent.text")}</p>
        <Box background="bg-surface" padding="300" borderRadius="200">
          <div dir="auto" style={{ whiteSpace: "pre-wrap", overflowWrap: "anywhere" }}>
            {text}
          </div>
        </Box>
      </BlockStack>
    </Banner>
  );
}
