import { z } from "zod";
import { issueKinds } from "#app/care/detect/issue.ts";

const countsSchema = z.object({ found: z.number().int(), written: z.number().int() });

/** What settings would have come to in the last month, by kind. */
export const previewSchema = z.object({
  days: z.number().int(),
  kinds: z.record(z.enum(issueKinds), countsSchema),
});
export type Preview = z.infer<typeof previewSchema>;
export type Counts = z.infer<typeof countsSchema>;

/** All kinds together. */
export function totalOf({ kinds }: Preview): Counts {
  return Object.values(kinds).reduce(
    (sum, { found, written }) => ({ found: sum.found + found, written: sum.written + written }),
    { found: 0, written: 0 },
  );
}
