import { z } from "zod";

/** How a conversation's newest message begins, as sealed in conversations.sealed_preview. */
export const previewSchema = z.object({
  text: z.string(),
  /** Who wrote it. */
  by: z.enum(["shopper", "shop"]),
});
export type Preview = z.infer<typeof previewSchema>;

/** Longer than the widest screen shows of one line. */
const LONGEST = 140;

export const previewOf = (text: string, by: Preview["by"]): Preview => ({ text: beginningOf(text), by });

/** A text as one line, cut short. */
export function beginningOf(text: string): string {
  const line = text.replaceAll(/\s+/gu, " ").trim();
  return line.length > LONGEST ? `${line.slice(0, LONGEST).toWellFormed()} …` : line;
}
