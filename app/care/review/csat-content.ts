import { z } from "zod";

export const LONGEST_COMMENT = 2_000;

/** What a shopper added to their answer, as sealed in `csat_requests.sealed:<id>`. */
export const csatContentSchema = z.object({ comment: z.string() });
