import { z } from "zod";
import { LONGEST_TAG, MOST_TAGS, tagOf } from "#app/conversation/tag.ts";

export const staffIdSchema = z
  .string()
  .regex(/^\d{1,20}$/u, "Name a member of the team by Shopify's number.");

const tags = z
  .array(
    z
      .string()
      .refine((tag) => tagOf(tag) !== null, `A tag has at least one letter and at most ${LONGEST_TAG}.`),
  )
  .max(MOST_TAGS, `Use at most ${MOST_TAGS} tags.`);

/** What a call may change of conversations, as care/triage/change-of.ts takes it. */
export const changeSchema = z
  .strictObject({
    assigneeId: staffIdSchema.nullable().optional(),
    addTags: tags.optional(),
    removeTags: tags.optional(),
    status: z.enum(["open", "closed", "spam"]).optional(),
    snoozeUntil: z.iso
      .datetime({ offset: true, error: "Give a time in ISO 8601." })
      .transform((time) => new Date(time))
      .nullable()
      .optional(),
    priority: z.enum(["low", "normal", "high", "urgent"]).optional(),
  })
  .refine((change) => Object.values(change).some((value) => value !== undefined), "Say what is to change.")
  .refine(({ status, snoozeUntil }) => !(status && snoozeUntil), {
    message: "What is snoozed has no other status.",
    path: ["snoozeUntil"],
  });

/** Why a conversation was not changed, for who reads an answer. */
export const REFUSALS = {
  no_such_member: { field: "assigneeId", message: "Nobody of the team has this number." },
  not_in_future: { field: "snoozeUntil", message: "Name a time to come." },
  too_far: { field: "snoozeUntil", message: "Name a time within a year." },
  is_spam: { field: "snoozeUntil", message: "Spam is not snoozed. Open it first." },
  too_many_tags: { field: "addTags", message: `A conversation has at most ${MOST_TAGS} tags.` },
} as const;
