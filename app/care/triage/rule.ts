import { z } from "zod";
import { careEmotionSchema, intentSchema, riskFlagSchema } from "#app/care/understand/reading.ts";
import { orderStates } from "./order-state-of.ts";
import { prioritySchema } from "./priority.ts";
import { tagSchema } from "#app/conversation/tag-schema.ts";
import { wordsOf } from "./words-in.ts";

/** Enough for a large team, and little enough to be read. */
export const MOST_RULES = 100;
const MOST_CONDITIONS = 12;
const MOST_PHRASES = 50;
const MOST_CHOICES = 60;
const LONGEST_PHRASE = 100;
export const LONGEST_NAME = 80;
const MOST_TAGS = 5;
const MOST_PEOPLE = 50;

export const channels = ["email", "storefront"] as const;
/** Where words are looked for. */
export const wordPlaces = ["anywhere", "subject", "text"] as const;

const not = { not: z.boolean().default(false) };
const someOf = <T extends z.ZodType>(one: T) =>
  z.array(one).min(1, "Choose at least one").max(MOST_CHOICES, "These are too many");
const staffIdSchema = z.string().refine((id) => /^\d{1,20}$/u.test(id), {
  message: "Choose a person",
  params: { code: "person" },
});
const languageSchema = z.string().regex(/^[a-z]{2,3}$/u, "Choose a language");
const amountSchema = z.string().refine((amount) => /^\d{1,9}(?:\.\d{1,2})?$/u.test(amount), {
  message: "Enter an amount such as 250",
  params: { code: "amount" },
});
const currencySchema = z.string().regex(/^[A-Z]{3}$/u, "Choose a currency");

/** Whole words and phrases, in any writing: words-in.ts. */
const phraseSchema = z
  .string()
  .trim()
  .max(LONGEST_PHRASE, "This is too long")
  .refine((phrase) => wordsOf(phrase).length > 0, { message: "Enter a word", params: { code: "no_word" } });

/** One thing that is true of a message or not; `not` turns it round. What is not known is not true. */
export const conditionSchema = z.discriminatedUnion(
  "on",
  [
    z.strictObject({ on: z.literal("intent"), is: someOf(intentSchema), ...not }),
    z.strictObject({ on: z.literal("emotion"), is: someOf(careEmotionSchema), ...not }),
    z.strictObject({ on: z.literal("language"), is: someOf(languageSchema), ...not }),
    /** Of any order the message is about, in that currency. */
    z.strictObject({
      on: z.literal("order_value"),
      than: z.enum(["at_least", "below"]),
      amount: amountSchema,
      currency: currencySchema,
      ...not,
    }),
    z.strictObject({ on: z.literal("order_state"), is: someOf(z.enum(orderStates)), ...not }),
    z.strictObject({
      on: z.literal("words"),
      in: z.enum(wordPlaces),
      any: z
        .array(phraseSchema)
        .min(1, "Enter at least one word")
        .max(MOST_PHRASES, `At most ${MOST_PHRASES}`),
      ...not,
    }),
    z.strictObject({ on: z.literal("channel"), is: someOf(z.enum(channels)), ...not }),
    z.strictObject({ on: z.literal("tag"), is: someOf(tagSchema), ...not }),
    z.strictObject({ on: z.literal("first_contact"), ...not }),
    z.strictObject({ on: z.literal("unsure"), ...not }),
    z.strictObject({ on: z.literal("risk"), is: someOf(riskFlagSchema), ...not }),
  ],
  "Choose what to look for",
);
export type Condition = z.infer<typeof conditionSchema>;

/** What there is to look for, in the order in which it is offered. */
export const conditionKinds = [
  "intent",
  "words",
  "order_state",
  "order_value",
  "emotion",
  "risk",
  "language",
  "channel",
  "tag",
  "first_contact",
  "unsure",
] as const satisfies Condition["on"][];

export const conditionsSchema = z.strictObject({
  match: z.enum(["all", "any"]),
  /** None: every message. */
  list: z.array(conditionSchema).max(MOST_CONDITIONS, `At most ${MOST_CONDITIONS} conditions`),
});
export type Conditions = z.infer<typeof conditionsSchema>;

/** In turn, and to who has the fewest open conversations, `among` named people; among nobody named, everybody. */
export const actionSchema = z.discriminatedUnion(
  "do",
  [
    z.strictObject({
      do: z.literal("add_tags"),
      tags: z
        .array(tagSchema)
        .min(1, "Enter at least one tag")
        .max(MOST_TAGS, `At most ${MOST_TAGS} tags`)
        .transform((tags) => [...new Set(tags)]),
    }),
    z.strictObject({ do: z.literal("set_priority"), priority: prioritySchema }),
    z.strictObject({ do: z.literal("assign"), to: staffIdSchema }),
    z.strictObject({ do: z.literal("assign_in_turn"), among: z.array(staffIdSchema).max(MOST_PEOPLE) }),
    z.strictObject({ do: z.literal("assign_least_loaded"), among: z.array(staffIdSchema).max(MOST_PEOPLE) }),
    z.strictObject({
      do: z.literal("suggest_macro"),
      articleId: z.string().min(1, "Choose a macro").max(64),
    }),
    z.strictObject({ do: z.literal("escalate"), to: staffIdSchema }),
  ],
  "Choose what to do",
);
export type Action = z.infer<typeof actionSchema>;

/** Somebody gets the conversation by at most one of them. */
const giving = ["assign", "assign_in_turn", "assign_least_loaded"] as const;
const isGiving = (action: Action): boolean => giving.some((one) => one === action.do);

export const actionsSchema = z
  .array(actionSchema)
  .min(1, "Choose at least one thing to do")
  .max(6, "These are too many")
  .check((given) => {
    given.value.forEach((action, at) => {
      const before = given.value.slice(0, at);
      if (before.some((one) => one.do === action.do || (isGiving(one) && isGiving(action))))
        given.issues.push({
          ...{ code: "custom", input: action, path: [at, "do"], params: { code: "twice" } },
          message: "The rule does this already",
        });
    });
  });

/** A rule as people write it. */
export const ruleInputSchema = z.strictObject({
  name: z.string().trim().min(1, "Enter a name").max(LONGEST_NAME, `At most ${LONGEST_NAME} characters`),
  enabled: z.boolean().default(true),
  /** No later rule is looked at where this one matched. */
  stop: z.boolean().default(false),
  conditions: conditionsSchema,
  actions: actionsSchema,
});
export type RuleInput = z.output<typeof ruleInputSchema>;

export type Rule = RuleInput & { id: string; version: number };
