import { z } from "zod";

/**
 * What was promised, in the words the shopper read, as sealed in `promises.sealed:<promise id>`. `before`: what the records held of its
 * kind already when it was made, so that only what comes after keeps it (is-kept.ts). `told`: false of one that the team made to itself
 * (hand-over.server.ts) as long as no reply has said it: it is never quoted to the shopper.
 */
export const promiseContentSchema = z.object({
  text: z.string(),
  before: z.array(z.string()).default([]),
  told: z.boolean().default(true),
});
