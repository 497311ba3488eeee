import { z } from "zod";
import { KEPT_FOR } from "#app/components/own-place.ts";

const mailbox = z.object({ name: z.string(), address: z.string() });

/** What somebody has written so far, as it is kept in their browser until it has left. */
const keptMessageSchema = z.object({
  conversationId: z.string().nullable(),
  to: mailbox.nullable(),
  order: z.object({ id: z.string(), name: z.string() }).nullable(),
  subject: z.string(),
  language: z.string(),
  text: z.string(),
  /** Who else gets it; nobody in what earlier releases kept. */
  copies: z.array(mailbox).default([]),
});
export type KeptMessage = z.infer<typeof keptMessageSchema>;

const PLACE = "attune.message";

/** `at`: when, in ms since 1970. */
const datedSchema = z.object({ at: z.number(), message: keptMessageSchema });

/** The browser's storage, as whoever writes has it. */
type Place = Pick<Storage, "getItem" | "setItem" | "removeItem">;

/** What the browser keeps, as it is kept; null when there is none, or it lets nobody look. */
export function keptText(storage: Place): string | null {
  try {
    return storage.getItem(PLACE);
  } catch {
    return null;
  }
}

/** Null when what was kept is none of ours, or too old. `now`: ms since 1970. */
export function readKept(text: string, now: number): KeptMessage | null {
  try {
    const dated = datedSchema.safeParse(JSON.parse(text)).data;
    return dated && now - dated.at < KEPT_FOR ? dated.message : null;
  } catch {
    return null;
  }
}

/** A browser may refuse to keep anything: what is typed stays on the screen then. */
export function keepMessage(storage: Place, message: KeptMessage | null, now: number): void {
  try {
    if (message) storage.setItem(PLACE, JSON.stringify({ at: now, message }));
    else storage.removeItem(PLACE);
  } catch {
    // Nothing depends on it.
  }
}

/** Whether there is anything in it that somebody would miss. */
export const isWorthKeeping = ({ to, subject, text }: KeptMessage): boolean =>
  to !== null || subject.trim() !== "" || text.trim() !== "";
