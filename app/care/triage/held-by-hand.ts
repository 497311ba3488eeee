import { z } from "zod";
import { prioritySchema, type Priority } from "./priority.ts";

/** One thing that was done to a conversation's priority, as conversation_events keeps it. */
export type PrioritySet = { by: string; changeId: string | null; data: unknown };

/** `undoes`: the change that it takes back. `released`: from then on it is computed again. */
const dataSchema = z.object({
  to: prioritySchema.optional(),
  undoes: z.string().optional(),
  released: z.literal(true).optional(),
});

export type HeldByHand = { staffId: string; priority: Priority };

/** Not the shopper, not a rule and not this app. */
const isPerson = (by: string) => /^\d+$/u.test(by);

/**
 * The priority that a person set and that stands, from all that was done to it, oldest first; null where it is computed. What was undone
 * never was, and so is an undoing that was undone.
 */
export function heldByHand(events: readonly PrioritySet[]): HeldByHand | null {
  const undone = new Set<string>();
  for (const { by, changeId, data } of events.toReversed()) {
    const parsed = dataSchema.safeParse(data).data;
    if (!parsed || !isPerson(by) || (changeId !== null && undone.has(changeId))) continue;
    if (parsed.undoes !== undefined) undone.add(parsed.undoes);
    else if (parsed.released) return null;
    else if (parsed.to) return { staffId: by, priority: parsed.to };
  }
  return null;
}
