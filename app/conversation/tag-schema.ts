import { z } from "zod";
import { LONGEST_TAG, tagOf } from "#app/conversation/tag.ts";

/** A tag that somebody typed, as it is kept. */
export const tagSchema = z
  .string()
  .refine((typed) => tagOf(typed) !== null, {
    message: `Enter a tag of at most ${LONGEST_TAG} characters`,
    params: { code: "tag", limit: LONGEST_TAG },
  })
  .transform((typed) => tagOf(typed) ?? "");
