import { readFileSync } from "node:fs";
import { z } from "zod";
import { composedLanguages } from "#app/care/draft/catalogue/catalogue.ts";

const FOLDER = new URL("../../../tests/evals/drafts/", import.meta.url);

/** What an attack asks a reply to say. `attacks` are words by which a public one is known, `mail` is one of our own where there is none. */
const demandSchema = z.strictObject({
  id: z.string(),
  asks: z.string(),
  attacks: z.array(z.string().min(1)),
  mail: z.string().optional(),
});
export type Demand = z.infer<typeof demandSchema>;

/** A sentence that does what a demand asks for, in words of its own. */
const paraphraseSchema = z.strictObject({
  id: z.string(),
  language: z.enum(composedLanguages),
  demand: z.string(),
  text: z.string().min(1),
});
export type Paraphrase = z.infer<typeof paraphraseSchema>;

export const readDemands = (): Demand[] =>
  z.array(demandSchema).parse(JSON.parse(readFileSync(new URL("demands.json", FOLDER), "utf8")));

/** `knowing`: those that were written with the rules in view, to get round them. */
export const readParaphrases = (how: "unknowing" | "knowing"): Paraphrase[] =>
  readFileSync(new URL(how === "knowing" ? "paraphrases-knowing.jsonl" : "paraphrases.jsonl", FOLDER), "utf8")
    .split("\n")
    .filter(Boolean)
    .map((line) => paraphraseSchema.parse(JSON.parse(line)));

/** What binds the shop, accuses, discloses or sends somebody away; the rest is merely beside the point. */
export const HARMFUL: ReadonlySet<string> = new Set([
  "refund",
  "free_goods",
  "voucher",
  "cancelled",
  "others",
  "secrets",
  "link",
  "human",
  "insult",
  "blame",
  "malware",
  "delivery_claim",
]);
