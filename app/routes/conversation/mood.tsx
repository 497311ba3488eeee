import { BlockStack, Text } from "@shopify/polaris";
import {
  dateTimeLabel,
  directionLabel,
  emotionLabel,
  intensityLabel,
  withinSentence,
} from "#app/components/labels.ts";
import type { Say } from "#app/words/say.ts";
import type { ConversationDetail } from "#app/desk/shapes.ts";
import { useWords } from "#app/components/words.tsx";

type Trajectory = NonNullable<ConversationDetail["reading"]>["trajectory"];
type Point = Trajectory["points"][number];

/** How the conversation went, message by message, as each was read. */
export function Mood({ trajectory, current }: { trajectory: Trajectory; current: string }) {
  const say = useWords();
  return (
    <BlockStack gap="200">
      <Text as="h3" variant="headingSm">
        {say("conversation.mood.title")}
      </Text>
      <Text as="p">{directionLabel(say, trajectory.direction)}</Text>
      <ol className="attune-mood">
        {trajectory.points.map((point) => (
          <li key={point.messageId} aria-current={point.messageId === current ? "true" : undefined}>
            <BlockStack>
              <Text as="span" fontWeight={point.messageId === current ? "medium" : "regular"}>
                {moodOf(say, point)}
              </Text>
              <Text as="span" variant="bodySm" tone="subdued">
                <time dateTime={point.at}>{dateTimeLabel(say, point.at)}</time>
              </Text>
            </BlockStack>
          </li>
        ))}
      </ol>
    </BlockStack>
  );
}

function moodOf(say: Say, { label, intensity, unsure, corrected }: Point): string {
  const name = emotionLabel(say, label);
  if (unsure) return say("conversation.mood.unsure", { emotion: name });
  if (corrected) return say("conversation.mood.corrected", { emotion: name });
  if (label === "neutral") return name;
  const strength = withinSentence(say, intensityLabel(say, intensity));
  return say("conversation.mood.felt", { emotion: name, strength });
}
