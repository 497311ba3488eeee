import { z } from "zod";

/** What was promised, in the words the shopper read, as sealed in `promises.sealed:<promise id>`. */
export const promiseContentSchema = z.object({ text: z.string() });
