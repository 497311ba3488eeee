import { Badge } from "@shopify/polaris";
import { sentenceCase } from "./labels.ts";

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
  if (!emotion) return null;
  if (unsure) return <Badge tone="warning">{`Unsure: ${sentenceCase(emotion)}?`}</Badge>;
  return <Badge tone={EMOTION_TONES[emotion]}>{sentenceCase(emotion)}</Badge>;
}

const STATUS_TONES: Record<string, "info" | undefined> = {
  open: "info",
  waiting: undefined,
  closed: undefined,
  snoozed: undefined,
};

export function StatusBadge({ status }: { status: string }) {
  const words = status === "waiting" ? "Waiting on shopper" : sentenceCase(status);
  return <Badge tone={STATUS_TONES[status]}>{words}</Badge>;
}

export function PriorityBadge({ priority }: { priority: string }) {
  if (priority === "normal" || priority === "low") return null;
  return <Badge tone={priority === "urgent" ? "critical" : "warning"}>{sentenceCase(priority)}</Badge>;
}
