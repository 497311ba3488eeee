import { BlockStack, Box, Button, InlineGrid, InlineStack, Text } from "@shopify/polaris";
import type { ListedLesson } from "#app/care/learn/list-lessons.server.ts";
import { BidiText } from "#app/components/bidi-text.tsx";
import { dateLabel } from "#app/components/labels.ts";
import { useWords } from "#app/components/words.tsx";

const LONGEST = 400;
const shortened = (text: string) => (text.length > LONGEST ? `${text.slice(0, LONGEST)} …` : text);

/** The corrections a lesson rests on: the draft's words beside the person's. */
export function LessonEvidence({ lesson }: { lesson: ListedLesson }) {
  const say = useWords();
  return (
    <BlockStack gap="200">
      {lesson.evidence.map(({ conversationId, at, before, after }, index) => (
        <Box
          key={`${conversationId} ${index}`}
          background="bg-surface-secondary"
          padding="300"
          borderRadius="200"
        >
          <BlockStack gap="200">
            {before === null ? (
              <Said who={say("lessons.evidence.asked")} words={after} />
            ) : (
              <InlineGrid columns={{ xs: 1, md: 2 }} gap="300">
                <Said who={say("lessons.evidence.drafted")} words={before} />
                <Said who={say("lessons.evidence.sent")} words={after} />
              </InlineGrid>
            )}
            <InlineStack align="space-between" blockAlign="center" gap="200">
              <Text as="span" variant="bodySm" tone="subdued">
                {dateLabel(say, at)}
              </Text>
              <Button
                variant="plain"
                url={`/inbox/${conversationId}`}
                accessibilityLabel={say("lessons.evidence.openNth", {
                  nth: index + 1,
                  date: dateLabel(say, at),
                })}
              >
                {say("lessons.evidence.open")}
              </Button>
            </InlineStack>
          </BlockStack>
        </Box>
      ))}
    </BlockStack>
  );
}

function Said({ who, words }: { who: string; words: string | null }) {
  const say = useWords();
  return (
    <BlockStack gap="050">
      <Text as="p" variant="bodySm" tone="subdued">
        {who}
      </Text>
      <Text as="p">
        {words === null ? say("lessons.evidence.leftOut") : <BidiText lines>{shortened(words)}</BidiText>}
      </Text>
    </BlockStack>
  );
}
