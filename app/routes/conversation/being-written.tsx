import { Banner, BlockStack, Box, InlineStack, Spinner, Text } from "@shopify/polaris";
import type { Redraft } from "./use-writing.ts";

/** Sentences appear as they come. None of them can be sent: the checked draft takes their place. */
export function BeingWritten({ redraft: { busy, sentences, answered } }: { redraft: Redraft }) {
  if (!busy) return <CameOfIt answered={answered} />;
  if (sentences.length === 0) return null;
  return (
    <Box background="bg-surface-secondary" padding="300" borderRadius="200">
      <BlockStack gap="200">
        <InlineStack gap="200" blockAlign="center">
          <Spinner size="small" accessibilityLabel="The draft is being written" />
          <Text as="h3" variant="headingSm">
            Being written, not checked as a whole yet
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
  if (answered?.outcome === "refused") return <Banner tone="critical">{answered.message}</Banner>;
  if (answered?.outcome !== "unreachable") return null;
  return (
    <Banner tone="warning" title="The connection was lost">
      The draft is made all the same and shows here when the connection is back. If none does, ask again.
    </Banner>
  );
}
