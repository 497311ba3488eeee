import { BlockStack, Text } from "@shopify/polaris";
import { emotionLabel, intensityLabel, percentLabel, sureLabel } from "#app/components/labels.ts";
import type { ConversationDetail } from "#app/desk/shapes.ts";
import { useWords } from "#app/components/words.tsx";

type Shown = NonNullable<ConversationDetail["reading"]>;
export type FeltReading = Shown & { emotion: NonNullable<Shown["emotion"]> };

/** The emotion, or that the readings are not sure of it: both said in the same place and size. */
export function EmotionOfIt({ reading }: { reading: FeltReading }) {
  const say = useWords();
  const { emotion, unsure, correction } = reading;
  if (correction?.emotion) return <Said label={emotionLabel(say, emotion.label)} />;
  if (unsure) {
    return (
      <Said
        label={say("conversation.emotion.notSure")}
        more={say("conversation.emotion.bestGuess", {
          emotion: emotionLabel(say, emotion.label),
        })}
      />
    );
  }
  const sure = sureLabel(say, emotion.confidence);
  return (
    <Said
      label={emotionLabel(say, emotion.label)}
      more={
        emotion.label === "neutral"
          ? sure
          : say("conversation.emotion.strength", {
              strength: intensityLabel(say, emotion.intensity),
              percent: percentLabel(say, emotion.intensity),
              sure,
            })
      }
    />
  );
}

function Said({ label, more }: { label: string; more?: string }) {
  return (
    <BlockStack gap="050">
      <Text as="h3" variant="headingLg">
        {label}
      </Text>
      {more ? <Text as="p">{more}</Text> : null}
    </BlockStack>
  );
}
