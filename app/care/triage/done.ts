import { z } from "zod";
import { prioritySchema } from "./priority.ts";

const staffId = z.string();

/**
 * What a rule did for one message, as `triage_applications.did` keeps it: one entry for each of its actions, ids and codes only. What an
 * earlier rule, or somebody, decided before it stays as it is (`has_one`, `earlier_rule`).
 */
export const doneSchema = z.discriminatedUnion("do", [
  z.object({
    do: z.literal("add_tags"),
    tags: z.array(z.string()),
    outcome: z.enum(["added", "had_them", "too_many"]),
  }),
  z.object({
    do: z.literal("set_priority"),
    priority: prioritySchema,
    outcome: z.enum(["set", "earlier_rule"]),
  }),
  z.object({
    do: z.literal("assign"),
    how: z.enum(["person", "in_turn", "least_loaded"]),
    /** Null where nobody was there. */
    to: staffId.nullable(),
    outcome: z.enum(["assigned", "has_one", "nobody_there"]),
  }),
  z.object({
    do: z.literal("suggest_macro"),
    articleId: z.string(),
    outcome: z.enum(["suggested", "out_of_use"]),
  }),
  z.object({
    do: z.literal("escalate"),
    to: staffId.nullable(),
    outcome: z.enum(["escalated", "earlier_rule", "nobody_there"]),
  }),
]);
export type DoneByRule = z.infer<typeof doneSchema>;
export const didSchema = z.array(doneSchema);
