import { BlockStack, Card, Text } from "@shopify/polaris";
import type { Draft } from "#app/care/draft/draft.ts";
import type { AroundText } from "#app/care/review/around-text.ts";
import { ReadText } from "#app/components/draft/read-text.tsx";
import { useWords } from "#app/components/words.tsx";
import { Below, Subject } from "#app/components/draft/around-text.tsx";

/** The message that was approved, as it leaves or left, to be read. */
export function ApprovedMessage({ draft, around }: { draft: Draft; around: AroundText | null }) {
  const say = useWords();
  return (
    <Card>
      <BlockStack gap="400">
        <Text as="h2" variant="headingMd">
          {say("issue.approved.heading")}
        </Text>
        {around ? <Subject of={around.subject} language={draft.language} /> : null}
        <ReadText key={draft.id} draft={draft} />
        {around ? <Below of={around.below} language={draft.language} /> : null}
      </BlockStack>
    </Card>
  );
}
