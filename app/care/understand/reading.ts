import { z } from "zod";
import { identityProofSchema } from "#app/conversation/message-content.ts";

/**
 * What is read out of one message: the contract between understanding and everything after it.
 * Fields may be added, never renamed. Emotions and intents keep this order: distributions and
 * the rows of trained weights refer to it.
 */
export const careEmotions = [
  "anger",
  "frustration",
  "disappointment",
  "worry",
  "confusion",
  "sadness",
  "grief",
  "embarrassment",
  "gratitude",
  "joy",
  "surprise",
  "neutral",
] as const;
export const careEmotionSchema = z.enum(careEmotions);
export type CareEmotion = z.infer<typeof careEmotionSchema>;

/** The 28 labels of GoEmotions, in the order of the data set's `labels.txt`. */
export const goEmotions = [
  "admiration",
  "amusement",
  "anger",
  "annoyance",
  "approval",
  "caring",
  "confusion",
  "curiosity",
  "desire",
  "disappointment",
  "disapproval",
  "disgust",
  "embarrassment",
  "excitement",
  "fear",
  "gratitude",
  "grief",
  "joy",
  "love",
  "nervousness",
  "optimism",
  "pride",
  "realization",
  "relief",
  "remorse",
  "sadness",
  "surprise",
  "neutral",
] as const;
const goEmotionSchema = z.enum(goEmotions);
export type GoEmotion = z.infer<typeof goEmotionSchema>;

export const intents = [
  "order_status",
  "delivery_problem",
  "wrong_or_damaged_item",
  "return",
  "refund",
  "cancel",
  "change_order",
  "change_address",
  "payment",
  "product_question",
  "complaint",
  "praise",
  "account",
  "spam_or_auto",
  "other",
] as const;
export const intentSchema = z.enum(intents);
export type Intent = z.infer<typeof intentSchema>;

export const riskFlags = [
  "legal",
  "chargeback",
  "safety",
  "self_harm",
  "press",
  "vulnerable",
  "injection",
  "wants_person",
] as const;
export const riskFlagSchema = z.enum(riskFlags);
export type RiskFlag = z.infer<typeof riskFlagSchema>;

const unit = z.number().min(0).max(1);

/** One voice's opinion: intensity 0 (flat) to 1 (extreme), confidence that the label is right. */
export const emotionReadingSchema = z.object({
  label: careEmotionSchema,
  intensity: unit,
  confidence: unit,
});
export type EmotionReading = z.infer<typeof emotionReadingSchema>;

/** 0 whenever, 1 in the usual order, 2 today, 3 now. */
export const urgencySchema = z.union([z.literal(0), z.literal(1), z.literal(2), z.literal(3)]);
export type Urgency = z.infer<typeof urgencySchema>;

const verdicts = ["agrees", "conflicts", "unknown"] as const;
export const claimKinds = [
  "not_received",
  "marked_delivered",
  "received",
  "overdue",
  "not_shipped",
  "ordered_ago",
  "wrong_item",
  "damaged_item",
  "missing_item",
  "charged_twice",
  "refund_not_received",
  "returned_item",
  "cancelled",
  "amount",
  "promised",
  "ordered_on",
  "expected_on",
  "delivered_on",
  "refund_amount",
  "item_name",
  "quantity",
  "repeated",
] as const;

/**
 * `claim` says in plain English what the shopper states; `evidence` names the record that was
 * compared (`fulfillment:123`, `refund:9`, `order:1`) and what it shows.
 */
export const claimSchema = z.object({
  claim: z.string(),
  kind: z.enum(claimKinds),
  /** The shopper's own words the claim was read from. */
  quote: z.string(),
  verdict: z.enum(verdicts),
  evidence: z.array(z.object({ entity: z.string(), id: z.string(), shows: z.string() })),
});
export type Claim = z.infer<typeof claimSchema>;

/** Something in the text that may name an order; `start` and `end` are UTF-16 offsets. */
export const orderRefSchema = z.object({
  kind: z.enum(["order_name", "tracking_number", "email"]),
  /** As written, without spaces inside numbers. */
  value: z.string(),
  start: z.number().int().nonnegative(),
  end: z.number().int().nonnegative(),
  carrier: z.string().optional(),
  /** The order this reference was matched to, when candidates were given. */
  orderId: z.string().nullable(),
});
export type OrderRef = z.infer<typeof orderRefSchema>;

/** What may stand for a writer's being an order's owner; the last three never prove it (prove-orders.ts). */
const evidenceKinds = [
  "sign_in",
  "code",
  "code_before",
  "address",
  "order_number",
  "order_email",
  "postcode",
] as const;
const orderProofSchema = z.object({
  orderId: z.string(),
  level: identityProofSchema,
  by: z.array(z.enum(evidenceKinds)),
});
export type OrderProof = z.infer<typeof orderProofSchema>;

/**
 * `delivery`: what happened to the parcel; `event`: anything else that happened; `contact`: how we deal with people; `carrier`: how
 * the carrier does; `self`: themselves.
 */
export const causes = [
  "delivery",
  "item",
  "money",
  "promise",
  "contact",
  "self",
  "unknown",
  "event",
  "carrier",
] as const;
/** At whom the feeling is directed. */
export const blamed = ["shop", "carrier", "self", "nobody"] as const;
export const causeSchema = z.object({
  about: z.enum(causes),
  blamed: z.enum(blamed),
  /** The words it was read from; empty when unknown. */
  quote: z.string(),
});
export type Cause = z.infer<typeof causeSchema>;

/** Why there is no model's reading: the screen says so. */
export const modelAbsences = [
  "no_key",
  "not_accepted",
  "nothing_to_read",
  "budget_used_up",
  "timed_out",
  "unavailable",
  "refused",
  "invalid_answer",
] as const;
export type ModelAbsence = (typeof modelAbsences)[number];

const distribution = <K extends string>(keys: readonly K[]) =>
  z.record(z.enum(keys as readonly [K, ...K[]]), unit);

/** What a record shows, by its code, and what makes it weigh more; `suggests` where it shows nothing but a feeling. */
const shownSchema = z.object({
  code: z.string(),
  count: z.number().optional(),
  mark: z.string().optional(),
  more: z.array(z.string()).optional(),
  suggests: careEmotionSchema.optional(),
});
/** `why` of a reading, by the rule that spoke and what its sentence names, for who words it in another language. */
const becauseSchema = z.object({
  rule: z.string(),
  words: careEmotionSchema.optional(),
  other: careEmotionSchema.optional(),
  shows: shownSchema.optional(),
  weak: z.boolean().optional(),
  /** More urgent because an earlier message showed it. */
  after: careEmotionSchema.optional(),
});
export type Because = z.infer<typeof becauseSchema>;

export const readingSchema = z.object({
  /** BCP 47; `und` when the text has no words to tell by. */
  language: z.string(),
  intent: intentSchema,
  intentConfidence: unit,
  /** Every intent the text shows, best first: mails often carry two. */
  intents: z.array(intentSchema),
  urgency: urgencySchema,
  emotion: emotionReadingSchema.extend({
    distribution: distribution(careEmotions),
    goemotions: distribution(goEmotions),
    readings: z.object({
      words: emotionReadingSchema.nullable(),
      model: emotionReadingSchema.nullable(),
      record: emotionReadingSchema.nullable(),
    }),
  }),
  /** Absent when there is one, or nobody would have asked: `npm run understand`, readings of earlier releases. */
  modelAbsence: z.enum(modelAbsences).optional(),
  /** True when the readings disagree or none is sure; the label is then only the best guess. */
  unsure: z.boolean(),
  /** One plain sentence for the reviewer. */
  why: z.string(),
  /** Absent in readings of earlier releases, and once the emotion has expired. */
  because: becauseSchema.optional(),
  orderRefs: z.array(orderRefSchema),
  /** Orders the message is about, best match first. */
  orderIds: z.array(z.string()),
  claims: z.array(claimSchema),
  riskFlags: z.array(riskFlagSchema),
  cause: causeSchema,
  identity: identityProofSchema,
  /** How far the writer is shown to own each order the message is about: `identity` holds for their own orders only. */
  proofs: z.array(orderProofSchema).default([]),
  /** Whether the text or the subject names an order by its number, known or not. */
  orderNamed: z.boolean().default(false),
  /** Whether the code the message brings is the one its conversation asked for; null when it brings none. */
  proofCode: z.enum(["matched", "wrong"]).nullable().default(null),
});
export type Reading = z.infer<typeof readingSchema>;
