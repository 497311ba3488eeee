import { z } from "zod";
import { outreachStageSchema } from "#app/care/decide/outreach.ts";
import { issueKindSchema } from "#app/care/detect/issue.ts";
import { careEmotionSchema, intentSchema } from "#app/care/understand/reading.ts";
import { identityProofSchema } from "#app/conversation/message-content.ts";

/** What a fact's value is, so that the guard can compare it however it is written. */
export const factKinds = [
  "text",
  "name",
  "title",
  "status",
  "date",
  "money",
  "number",
  "order_name",
  "tracking",
  "link",
  "email",
] as const;

/**
 * One thing the records say. `value` is written as the shopper reads it (their language, the shop's time zone); `raw` is
 * the same for machines: a local date (2026-03-12), "59.90 EUR", a plain number, a status word.
 */
export const factSchema = z.object({
  id: z.string(),
  label: z.string(),
  value: z.string(),
  kind: z.enum(factKinds),
  raw: z.string(),
  source: z.object({ entity: z.string(), id: z.string(), field: z.string() }),
  observedAt: z.iso.datetime({ offset: true }),
  needs: identityProofSchema,
  /** Of a value that the clock makes ("5 days ago"): the shop's day on which it is true. */
  on: z.iso.date().optional(),
  /** What the writer has proven of the order it belongs to; absent where it belongs to none. */
  proof: identityProofSchema.optional(),
  /** The order it belongs to; absent where it belongs to none. */
  order: z.string().optional(),
});
export type Fact = z.infer<typeof factSchema>;

/** What kind of statement a sentence makes; only a courtesy or a question may rest on no fact. */
export const sentenceKinds = [
  "fact",
  "policy",
  "promise",
  "action",
  "empathy",
  "question",
  "courtesy",
] as const;

/** The four stages of a caring reply, between a greeting and a close. A paragraph each. */
export const sentenceStages = ["greeting", "name", "answer", "next", "close"] as const;

export const sentenceSchema = z.object({
  text: z.string(),
  kind: z.enum(sentenceKinds),
  cites: z.array(z.string()),
  stage: z.enum(sentenceStages),
});
export type Sentence = z.infer<typeof sentenceSchema>;

export const approaches = ["answer", "ask", "ask_proof", "hand_over", "listen", "brief"] as const;
export type Approach = (typeof approaches)[number];

/**
 * What a draft is for: what they wrote, a promise that may be missed, what we told them that is not so any more, or a problem with their
 * order that they have not written about.
 */
export const draftPurposes = ["answer", "promise_at_risk", "correction", "outreach"] as const;
export type DraftPurpose = (typeof draftPurposes)[number];

/** Which issue a draft tells of unasked, and at which stage: what makes its message once. */
const toldIssueSchema = z.object({
  outreachId: z.string(),
  issueId: z.string(),
  orderId: z.string(),
  kind: issueKindSchema,
  subject: z.string(),
  stage: outreachStageSchema,
  news: z.string(),
});
export type ToldIssue = z.infer<typeof toldIssueSchema>;

/** What a draft tells unasked; `stage` is another one when there is something new to tell of it. */
const raisesSchema = z.object({ kind: z.enum(["promise", "claim"]), id: z.string(), stage: z.string() });
export type Raises = z.infer<typeof raisesSchema>;

/** Something the shop can do on this order now; `cites` are the facts that make it possible. */
export const optionSchema = z.object({ id: z.string(), label: z.string(), cites: z.array(z.string()) });
export type Option = z.infer<typeof optionSchema>;

/** Something the shop cannot do on this order now, or that nothing shows to be possible, with the reason for the reviewer. */
const notPossibleSchema = optionSchema.extend({ because: z.string() });

export const planSchema = z.object({
  intent: intentSchema,
  emotion: careEmotionSchema,
  /** True when the emotion was not certain: the wording is then neutral. */
  neutral: z.boolean(),
  approach: z.enum(approaches),
  /** What is possible on this order now, whatever the text says of it. */
  options: z.array(optionSchema),
  /** What is not, and why. Absent in drafts of earlier releases. */
  notPossible: z.array(notPossibleSchema).optional(),
  /** Which options the text offers, by id. Absent in drafts of earlier releases. */
  offered: z.array(z.string()).optional(),
  /** Promises and falsehoods that it tells of unasked. */
  raises: z.array(raisesSchema).optional(),
  /** What else they asked in the messages that the draft answers. */
  also: z.array(intentSchema).optional(),
  question: z.string().optional(),
  /** The order whose code is asked for, of a writer who is its owner by address; else the one they named. */
  codeFor: z.string().optional(),
  /** Why a person takes over, for the reviewer. */
  handOver: z.string().optional(),
});
export type Plan = z.infer<typeof planSchema>;

export const checkSchema = z.object({
  rule: z.string(),
  outcome: z.enum(["pass", "block", "warn"]),
  /** Index into the draft's sentences; absent when the check is about the whole text or about words a person wrote. */
  sentence: z.number().int().nonnegative().optional(),
  /** The words the check is about. */
  quote: z.string().optional(),
  why: z.string(),
  /** What a screen words it by, with what its words name; absent where `why` alone says it. */
  code: z.string().optional(),
  values: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
  /** Another conversation that the check is about. */
  conversationId: z.string().optional(),
  /** False where no reason lets it be sent: other people's data and secrets. Absent: a person may, saying why. */
  overrulable: z.boolean().optional(),
});
export type Check = z.infer<typeof checkSchema>;

export const draftStatuses = ["waiting", "stale", "sent", "declined", "superseded"] as const;
export type DraftStatus = (typeof draftStatuses)[number];

/** What a fact's value was when the draft was made, and what the records say now; null where there is none. */
export const factChangeSchema = z.object({
  label: z.string(),
  before: z.string().nullable(),
  after: z.string().nullable(),
});
export type FactChange = z.infer<typeof factChangeSchema>;

/** By language (BCP 47): what each sentence says in it; null where that sentence has no translation. */
const glossSchema = z.record(z.string(), z.array(z.string().nullable()));
export type Gloss = z.infer<typeof glossSchema>;

/**
 * What a model wrote itself, again in one language by the same model: nobody but the rules of own-gloss.ts checked it. `unchecked`: the
 * places of sentences whose translation did not keep to them and is not kept.
 */
const ownGlossSchema = z.object({
  language: z.string(),
  sentences: z.array(z.string().nullable()),
  unchecked: z.array(z.number().int().nonnegative()),
});
export type OwnGloss = z.infer<typeof ownGlossSchema>;

/** Tokens as the provider counts them, `tokensCached` of those that came in; the cost in millionths of a US dollar. */
const draftUsageSchema = z.object({
  tokensIn: z.number().int().nonnegative(),
  tokensOut: z.number().int().nonnegative(),
  tokensCached: z.number().int().nonnegative(),
  costMicros: z.number().int().nonnegative(),
});
export type DraftUsage = z.infer<typeof draftUsageSchema>;

/** What `drafts.sealed` holds. SealContext: `drafts.sealed:<draft id>`. */
export const draftContentSchema = z.object({
  text: z.string(),
  facts: z.array(factSchema),
  /** What the records say besides: never shown, but the guard finds it in a text (facts/needed-facts.ts). */
  withheld: z.array(factSchema).optional(),
  plan: planSchema,
  sentences: z.array(sentenceSchema),
  checks: z.array(checkSchema),
  hint: z.string().optional(),
  /** How it addresses the shopper. Absent in drafts of earlier releases. */
  form: z.enum(["formal", "friendly"]).optional(),
  /** For reviewers who do not read its language. Absent in drafts of earlier releases. */
  gloss: glossSchema.optional(),
  /** Of a model's draft: its own sentences for reviewers. Absent where it was not asked for it. */
  ownGloss: ownGlossSchema.optional(),
  purpose: z.enum(draftPurposes).default("answer"),
  /** Of an outreach. */
  outreach: toldIssueSchema.optional(),
  /** The messages that it answers, oldest first, where there are several. */
  answers: z.array(z.string()).optional(),
  /** What the guard needs to judge an edit: the writer's proof, and the hosts that are the shop's own. */
  proof: identityProofSchema.default("none"),
  shopDomains: z.array(z.string()).default([]),
  /** Of a model's draft: the facts that the plan rests on, whether or not its words came to cite them. */
  restsOn: z.array(z.string()).optional(),
  /** What a model took for it, also where its draft was set aside. Absent: none was asked. */
  usage: draftUsageSchema.optional(),
  /** Of a stale draft: what changed. Nothing where the shopper has written again instead. */
  staleBecause: z.array(factChangeSchema).optional(),
});
export type DraftContent = z.infer<typeof draftContentSchema>;

/** A draft as the screens and the JSON API show it. */
export type Draft = Omit<DraftContent, "withheld" | "gloss" | "ownGloss" | "restsOn"> & {
  id: string;
  conversationId: string;
  /** The message that it answers; null where it tells of something unasked. */
  messageId: string | null;
  version: number;
  language: string;
  status: DraftStatus;
  maker: string;
  editedBy: string | null;
  factOrderIds: string[];
  createdAt: string;
};

/** The facts a draft rests on: those that at least one of its sentences cites. */
export function citedFacts(draft: Pick<DraftContent, "facts" | "sentences">): Fact[] {
  const cited = new Set(draft.sentences.flatMap((sentence) => sentence.cites));
  return draft.facts.filter((fact) => cited.has(fact.id));
}

/** All that the guard knows: the facts of a draft, and those it withholds. */
export function knownFacts({ facts, withheld = [] }: Pick<DraftContent, "facts" | "withheld">): Fact[] {
  return [...facts, ...withheld];
}
