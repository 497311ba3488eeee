import { z } from "zod";

/** Of a conversation, as it stood. */
const headSchema = z.object({
  status: z.string(),
  priority: z.string(),
  language: z.string().nullable(),
  intent: z.string().nullable(),
  customerId: z.string().nullable(),
  orderIds: z.array(z.string()),
  issueId: z.string().nullable(),
  unsent: z.boolean(),
  assigneeId: z.string().nullable(),
  tags: z.array(z.string()),
  snoozedUntil: z.coerce.date().nullable(),
  searchTokens: z.array(z.string()),
  wordsForm: z.number().int().default(1),
  updatedAt: z.coerce.date(),
});

/**
 * What a merge is undone from, as sealed in `conversation_merges.sealed:<id>`. No emotion is in it: those are kept for as long as a
 * reading is, and no longer.
 */
export const mergeTraceSchema = z.object({
  /** The row of the conversation that is no more, as PostgreSQL writes it. */
  from: z.record(z.string(), z.unknown()),
  /** The other one before it and right after. */
  before: headSchema,
  merged: headSchema,
  /** What was added to the versions of drafts. */
  versions: z.number().int(),
});
export type MergeTrace = z.infer<typeof mergeTraceSchema>;
