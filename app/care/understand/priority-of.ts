import type { Reading } from "./reading.ts";

export type Priority = "low" | "normal" | "high" | "urgent";

const byUrgency = ["low", "normal", "high", "urgent"] as const satisfies Priority[];

/** A conversation's first priority, from what a delay would cost the shopper. A person may be asked for at any urgency. */
export function priorityOf({ urgency, riskFlags }: Pick<Reading, "urgency" | "riskFlags">): Priority {
  const atLeastHigh = riskFlags.some((flag) => flag !== "injection" && flag !== "wants_person");
  const priority = byUrgency[urgency];
  return atLeastHigh && urgency < 2 ? "high" : priority;
}

/** Whether what has this priority waits longer than what has the other. */
export const isCalmer = (one: Priority, other: string): boolean =>
  byUrgency.indexOf(one) < byUrgency.findIndex((priority) => priority === other);
