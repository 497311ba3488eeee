import { z } from "zod";

/** How long a conversation may wait, the calmest first. */
export const priorities = ["low", "normal", "high", "urgent"] as const;
export const prioritySchema = z.enum(priorities);
export type Priority = (typeof priorities)[number];

/** Whether what has this priority waits longer than what has the other; a priority that is not known is not calmer than any. */
export const isCalmer = (one: Priority, other: string): boolean =>
  priorities.indexOf(one) < priorities.findIndex((priority) => priority === other);

/** The more urgent of two. */
export const atLeast = (one: Priority, least: Priority): Priority => (isCalmer(one, least) ? least : one);

/** So many steps more urgent, never beyond `most`; what is more urgent already stays so. */
export function raised(from: Priority, steps: number, most: Priority): Priority {
  const to = priorities[Math.min(priorities.indexOf(from) + steps, priorities.indexOf(most))] ?? most;
  return atLeast(from, to);
}
