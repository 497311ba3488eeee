import { BlockStack, Box, Text } from "@shopify/polaris";
import { BidiText } from "#app/components/bidi-text.tsx";
import { useWords } from "#app/components/words.tsx";

/** The mail's subject, as it leaves. */
export function Subject({ of, language }: { of: string; language: string }) {
  const say = useWords();
  return (
    <BlockStack gap="050">
      <Text as="h3" variant="bodySm" tone="subdued">
        {say("issue.draft.subject")}
      </Text>
      <Text as="p" fontWeight="semibold" breakWord>
        <span lang={language}>
          <BidiText>{of}</BidiText>
        </span>
      </Text>
    </BlockStack>
  );
}

/** What stands under the text and is nobody's to edit here: the signature, how it was made, how to stop such mail. */
export function Below({ of, language }: { of: readonly string[]; language: string }) {
  const say = useWords();
  if (of.length === 0) return null;
  return (
    <BlockStack gap="100">
      <Text as="h3" variant="bodySm" tone="subdued">
        {say("issue.draft.below")}
      </Text>
      <Box background="bg-surface-secondary" padding="300" borderRadius="200">
        <div lang={language}>
          <BlockStack gap="200">
            {of.map((paragraph) => (
              <Text as="p" variant="bodySm" tone="subdued" breakWord key={paragraph}>
                <BidiText lines>{paragraph}</BidiText>
              </Text>
            ))}
          </BlockStack>
        </div>
      </Box>
    </BlockStack>
  );
}
