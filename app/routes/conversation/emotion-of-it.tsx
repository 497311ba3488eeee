import { BlockStack, Text } from "@shopify/polaris";
import { emotionLabel, intensityLabel, sureLabel } from "#app/components/labels.ts";
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
        label="Not sure"
        more={`Best guess: ${emotionLabel(say, emotion.label)}, ${percent(emotion.confidence)} likely`}
      />
    );
  }
  const strength =
    emotion.label === "neutral"
      ? ""
      : `${intensityLabel(say, emotion.intensity)} (${percent(emotion.intensity)}) · `;
  return (
    <Said
      label={emotionLabel(say, emotion.label)}
      more={`${strength}${sureLabel(say, emotion.confidence)}`}
    />
  );
}

const percent = (share: number) => `${Math.round(share * 100)}%`;

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
