import { Banner, BlockStack, Box, InlineStack, Spinner, Text } from "@shopify/polaris";
import type { Redraft } from "./use-writing.ts";
import { useWords } from "#app/components/words.tsx";

/** Sentences appear as they come. None of them can be sent: the checked draft takes their place. */
export function BeingWritten({ redraft: { busy, sentences, answered } }: { redraft: Redraft }) {
  const say = useWords();
  if (!busy) return <CameOfIt answered={answered} />;
  if (sentences.length === 0) return null;
  return (
    <Box background="bg-surface-secondary" padding="300" borderRadius="200">
      <BlockStack gap="200">
        <InlineStack gap="200" blockAlign="center">
          <Spinner size="small" accessibilityLabel={say("conversation.writing")} />
          <Text as="h3" variant="headingSm">
            {say("conversation.writing.title")}
          </Text>
        </InlineStack>
        <div aria-live="polite" dir="auto">
          <BlockStack gap="100">
            {sentences.map((sentence) => (
              <Text as="p" key={sentence} tone="subdued" breakWord>
                {sentence}
              </Text>
            ))}
          </BlockStack>
        </div>
      </BlockStack>
    </Box>
  );
}

function CameOfIt({ answered }: Pick<Redraft, "answered">) {
  const say = useWords();
  if (answered?.outcome === "refused")
    return <Banner tone="critical">{say(`refused.${answered.why}`)}</Banner>;
  if (answered?.outcome === "not_followed")
    return (
      <Banner tone="warning" title={say("conversation.hint.notFollowed")}>
        {say("conversation.hint.notFollowed.text")}
      </Banner>
    );
  if (answered?.outcome !== "unreachable") return null;
  return (
    <Banner tone="warning" title={say("conversation.writing.lost.title")}>
      {say("conversation.writing.lost")}
    </Banner>
  );
}
