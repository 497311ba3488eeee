import { z } from "zod";

/** What is longer belongs somewhere else. */
export const LONGEST_NOTE = 5_000;
export const MOST_MENTIONS = 20;

/** What `notes.sealed` holds. SealContext: `notes.sealed:<id>`. */
export const noteContentSchema = z.object({ text: z.string() });

/** What a person typed, as it is kept: lines end alike, and nothing stands around it. */
export const noteText = (typed: string): string => typed.replaceAll(/\r\n?/gu, "\n").trim();
