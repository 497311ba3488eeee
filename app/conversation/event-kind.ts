/** What can be done to a conversation. Kinds may be added, never renamed: rows keep them. */
export const eventKinds = [
  "assigned",
  "tagged",
  "untagged",
  "snoozed",
  "woke",
  "closed",
  "reopened",
  "spam",
  "priority",
  "noted",
  "escalated",
  "handed_over",
  "merged",
  "split",
  "rule",
  "receipt",
  "rated",
  "alerted",
  "sla_warned",
  "sla_missed",
] as const;
export type EventKind = (typeof eventKinds)[number];
