import { z } from "zod";
import { factSchema } from "#app/care/draft/draft.ts";

const toldFactSchema = factSchema
  .pick({ id: true, label: true, value: true, raw: true, kind: true, source: true })
  .extend({ sentence: z.string() });

const falsehoodSchema = z.object({
  factId: z.string(),
  label: z.string(),
  said: z.string(),
  sentence: z.string(),
  now: z.string(),
});

/** What `sent_claims.sealed` holds. SealContext: `sent_claims.sealed:<id>`. */
export const sentClaimContentSchema = z.object({
  facts: z.array(toldFactSchema),
  /** Those of them that are not so any more. */
  became: z.array(falsehoodSchema).default([]),
  /** Falsehoods that a person has seen to: they are raised again only when the records say something else again. */
  settled: z.array(z.object({ factId: z.string(), now: z.string(), by: z.string() })).default([]),
});
export type SentClaimContent = z.infer<typeof sentClaimContentSchema>;
