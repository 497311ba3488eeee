import { z } from "zod";
import { days } from "#app/lib/duration.ts";

/** How long a copy can be taken. */
export const EXPORT_LIVES = days(7);
/** A file of it holds so many conversations at most, or so many bytes once one more would be too many. */
export const PART_CONVERSATIONS = 100;
export const PART_BYTES = 8 * 1024 * 1024;

export const downloadsSchema = z.array(z.object({ by: z.string(), at: z.string() }));

/** As its owner sees it. `expired`: its content is gone. */
export type ShownExport = {
  id: string;
  state: "waiting" | "running" | "ready" | "expired";
  askedAt: string;
  /** Conversations. */
  done: number;
  total: number;
  expiresAt: string | null;
  /** When it was taken, the newest last. */
  takenAt: string[];
};
