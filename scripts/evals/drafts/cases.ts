import { readFileSync } from "node:fs";
import { z } from "zod";
import { careEmotionSchema, claimKinds, intentSchema, riskFlagSchema } from "#app/care/understand/reading.ts";
import { identityProofSchema } from "#app/conversation/message-content.ts";

const FILE = new URL("../../../tests/evals/drafts/cases.jsonl", import.meta.url);

/** What a rubric can ask a draft to say or to keep to itself: a fact of the order by its key, or `order`, which is all of them. */
export const factKeys = [
  "name",
  "placed",
  "status",
  "cancelledAt",
  "parcels",
  "tracking",
  "link",
  "eta",
  "deliveredAt",
  "lastStatus",
  "lastAt",
  "refundAmount",
  "refundAt",
  "refundState",
  "returnStatus",
  "total",
  "address",
  "attachments",
  "policyDays",
  "policyLink",
] as const;
export type FactKey = (typeof factKeys)[number];

const isKey = (key: string): key is FactKey => (factKeys as readonly string[]).includes(key);
const money = z.tuple([z.string(), z.string()]);

const orderSchema = z.union([
  z.strictObject({ state: z.literal("none") }),
  z.object({
    /** One of the states of situations.fixture.ts, or `several`; checked where the order is made. */
    state: z.string(),
    name: z.string(),
    items: z.array(z.tuple([z.string(), z.number().int().positive()])).min(1),
    total: money,
    refund: money,
    carrier: z.string(),
    tracking: z.string(),
    city: z.string(),
    street: z.string(),
  }),
]);

export const draftCaseSchema = z.object({
  id: z.string(),
  language: z.string(),
  text: z.string().min(1),
  /** The reading a careful person would make: what the draft is composed from. */
  reading: z.object({
    intent: intentSchema,
    emotion: careEmotionSchema,
    unsure: z.boolean(),
    claims: z.array(z.enum(claimKinds)),
    riskFlags: z.array(riskFlagSchema),
    cause: z.enum(["unknown", "contact"]),
  }),
  writer: z.object({
    name: z.string(),
    email: z.email(),
    proof: identityProofSchema,
    attachments: z.number().int().nonnegative(),
  }),
  policyDays: z.number().int().positive().nullable(),
  now: z.iso.datetime(),
  order: orderSchema,
  /** Each names one fact, or several of which one is enough: `tracking|link`. */
  must: z.array(z.string().refine((asked) => asked.split("|").every(isKey))),
  mustNot: z.array(z.string().refine((asked) => asked === "order" || isKey(asked))),
  feasible: z.array(z.string()),
  /** False for what needs no answer. */
  reply: z.boolean(),
});
export type DraftCase = z.infer<typeof draftCaseSchema>;
export type CaseOrder = Extract<DraftCase["order"], { name: string }>;

/** Throws with line number and field when the file is damaged, never with a text. */
export function draftCases(): DraftCase[] {
  return readFileSync(FILE, "utf8")
    .split("\n")
    .filter(Boolean)
    .map((line, at) => {
      const parsed = draftCaseSchema.safeParse(parseJson(line));
      if (parsed.success) return parsed.data;
      const fields = parsed.error.issues.map(({ path }) => path.join(".") || "line").join(", ");
      throw new Error(`cases.jsonl, line ${at + 1}: ${fields} is not valid`);
    });
}

function parseJson(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return null; // the parser's message would quote the line
  }
}
