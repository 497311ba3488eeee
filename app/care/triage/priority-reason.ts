import { z } from "zod";
import { riskFlagSchema, urgencySchema } from "#app/care/understand/reading.ts";
import { prioritySchema } from "./priority.ts";

const time = z.iso.datetime();
/**
 * What a reason does: `least` sets how urgent the conversation is at least; of what only counts, every two make it one step more urgent,
 * `high` at most.
 */
const weight = { least: prioritySchema.nullable(), counts: z.number().int().min(0).max(2) };

/** Why a conversation has its priority: codes and values, which the screen words. Times ISO 8601 UTC. */
export const priorityReasonSchema = z.discriminatedUnion("code", [
  /** How urgent the message was read as, 0 to 3. */
  z.object({ code: z.literal("urgency"), urgency: urgencySchema, ...weight }),
  z.object({ code: z.literal("risk"), flag: riskFlagSchema, ...weight }),
  z.object({ code: z.literal("no_answer_wanted"), ...weight }),
  z.object({ code: z.literal("escalated"), ruleId: z.string(), ...weight }),
  /** It asks for something that can be done only until the order is packed. */
  z.object({
    code: z.literal("before_fulfilment"),
    orderId: z.string(),
    by: time,
    basis: z.enum(["packing", "scheduled", "usual", "any_moment"]),
    ...weight,
  }),
  z.object({ code: z.literal("may_still_stop"), orderId: z.string(), held: z.boolean(), ...weight }),
  z.object({ code: z.literal("too_late_to_stop"), orderId: z.string(), ...weight }),
  /** `by`: the end of the day on which the order is needed. */
  z.object({ code: z.literal("needed_by"), orderId: z.string(), by: time, ...weight }),
  z.object({ code: z.literal("gift"), orderId: z.string(), ...weight }),
  /** `times`: the order's value in medians of the shop's own orders. */
  z.object({ code: z.literal("high_value"), orderId: z.string(), times: z.number(), ...weight }),
  /** `times`: how often they wrote about the same before, without an answer or in other conversations. */
  z.object({ code: z.literal("written_again"), times: z.number().int(), ...weight }),
  z.object({ code: z.literal("promise_due"), by: time, ...weight }),
  z.object({ code: z.literal("promise_broken"), by: time, ...weight }),
  /** A sent reply said what the records contradict now. */
  z.object({ code: z.literal("told_wrong"), ...weight }),
  z.object({
    code: z.literal("issue"),
    issueId: z.string(),
    kind: z.string(),
    severity: z.number().int().min(1).max(4),
    ...weight,
  }),
  z.object({ code: z.literal("waiting"), since: time, ...weight }),
]);
export type PriorityReason = z.infer<typeof priorityReasonSchema>;

/** Who decided over what was computed: a rule or a person. */
export const decidedSchema = z.discriminatedUnion("by", [
  z.object({ by: z.literal("person"), staffId: z.string(), priority: prioritySchema }),
  /** `kept`: a danger to somebody that no rule lowers. */
  z.object({ by: z.literal("rule"), ruleId: z.string(), priority: prioritySchema, kept: z.boolean() }),
]);
export type Decided = z.infer<typeof decidedSchema>;

/** As sealed in `conversation_priorities.sealed:<conversation id>`. */
export const keptPrioritySchema = z.object({
  /** What follows from the reasons alone. */
  computed: prioritySchema,
  reasons: z.array(priorityReasonSchema),
  decided: decidedSchema.nullable(),
  at: time,
});
export type KeptPriority = z.infer<typeof keptPrioritySchema>;
