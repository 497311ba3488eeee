import { Badge } from "@shopify/polaris";
import { emotionLabel } from "./labels.ts";
import { useWords } from "./words.tsx";
import { sayCode } from "#app/words/say.ts";

const EMOTION_TONES: Record<string, "critical" | "attention" | "success" | undefined> = {
  anger: "critical",
  grief: "attention",
  frustration: "attention",
  disappointment: "attention",
  worry: "attention",
  sadness: "attention",
  gratitude: "success",
  joy: "success",
};

/** The emotion, said as a guess when the readings do not agree. */
export function EmotionBadge({ emotion, unsure }: { emotion: string | null; unsure: boolean }) {
  const say = useWords();
  if (!emotion) return null;
  if (unsure)
    return <Badge tone="warning">{say("emotion.unsure", { emotion: emotionLabel(say, emotion) })}</Badge>;
  return <Badge tone={EMOTION_TONES[emotion]}>{emotionLabel(say, emotion)}</Badge>;
}

const STATUS_TONES: Record<string, "info" | undefined> = {
  open: "info",
  waiting: undefined,
  closed: undefined,
  snoozed: undefined,
};

export function StatusBadge({ status }: { status: string }) {
  const say = useWords();
  return <Badge tone={STATUS_TONES[status]}>{sayCode(say, "conversationStatus", status)}</Badge>;
}

export const PRIORITY_TONES: Record<string, "critical" | "warning" | undefined> = {
  urgent: "critical",
  high: "warning",
};

export function PriorityBadge({ priority }: { priority: string }) {
  const say = useWords();
  if (priority === "normal" || priority === "low") return null;
  return <Badge tone={PRIORITY_TONES[priority] ?? "warning"}>{sayCode(say, "priority", priority)}</Badge>;
}
