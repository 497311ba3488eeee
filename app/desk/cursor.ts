import { z } from "zod";

/** Where a page ended: the last row's time and id. */
export type Cursor = { at: Date; id: string };

const cursorSchema = z.tuple([
  z.number().int().min(0).max(8_640_000_000_000),
  z.string().regex(/^[\w-]{1,64}$/u),
]);

export function writeCursor({ at, id }: Cursor): string {
  return Buffer.from(JSON.stringify([at.getTime(), id])).toString("base64url");
}

/** Null when it is none of ours: it came from outside. */
export function readCursor(text: string): Cursor | null {
  try {
    const parsed = cursorSchema.safeParse(JSON.parse(Buffer.from(text, "base64url").toString("utf8")));
    return parsed.success ? { at: new Date(parsed.data[0]), id: parsed.data[1] } : null;
  } catch {
    return null;
  }
}
