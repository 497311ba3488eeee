import { z } from "zod";
import { factSchema } from "#app/care/draft/draft.ts";
import { contentDigest, type ShopKeys } from "#app/shop/seal.ts";

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
  /** Falsehoods that a person or a reply has seen to: they are raised again only when the records say something else again. */
  settled: z.array(z.object({ factId: z.string(), now: z.string(), by: z.string() })).default([]),
});
export type SentClaimContent = z.infer<typeof sentClaimContentSchema>;

/** What is told of what became false is told once; another stage begins when the records say something else again. */
export function stageOf(keys: ShopKeys, { became }: Pick<SentClaimContent, "became">): string {
  return contentDigest(keys, JSON.stringify(became.map(({ factId, now }) => [factId, now])), 16);
}
