import { z } from "zod";
import { readCursor, writeCursor, type Cursor } from "#app/desk/cursor.ts";

/** Where a page of issues ended: the last one's severity too, by which a list may be sorted. */
export type IssueCursor = Cursor & { severity: number };

const weightSchema = z.coerce.number().int().min(1).max(4);

export const writeIssueCursor = ({ severity, ...cursor }: IssueCursor): string =>
  `${severity}.${writeCursor(cursor)}`;

/** Null when it is none of ours: it came from outside. */
export function readIssueCursor(text: string): IssueCursor | null {
  const [weight = "", rest = ""] = text.split(".", 2);
  const severity = weightSchema.safeParse(weight || undefined);
  const cursor = readCursor(rest);
  return severity.success && cursor ? { ...cursor, severity: severity.data } : null;
}
