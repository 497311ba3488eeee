import { z } from "zod";

/** Where a page of conversations ended: what the last row is sorted by (milliseconds, or as the database ranks it) and its id. */
export type RankCursor = { rank: number; id: string };

const cursorSchema = z.tuple([z.number().int().min(0), z.string().regex(/^[\w-]{1,64}$/u)]);

export function writeRankCursor({ rank, id }: RankCursor): string {
  return Buffer.from(JSON.stringify([rank, id])).toString("base64url");
}

/** Null when it is none of ours: it came from outside. */
export function readRankCursor(text: string): RankCursor | null {
  try {
    const parsed = cursorSchema.safeParse(JSON.parse(Buffer.from(text, "base64url").toString("utf8")));
    return parsed.success ? { rank: parsed.data[0], id: parsed.data[1] } : null;
  } catch {
    return null;
  }
}
