import { z } from "zod";

/** What a person adds to a mail, as the screens send it. */
export const copiesSchema = z
  .array(z.strictObject({ name: z.string().max(200), address: z.string().max(320) }))
  .max(50);
export const filesSchema = z.array(z.string().min(1).max(64)).max(50);
