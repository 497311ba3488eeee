import { z } from "zod";

const mailbox = z.object({ name: z.string(), address: z.string() });

/** What somebody has written so far, as it is kept in their browser until it has left. */
const keptMessageSchema = z.object({
  conversationId: z.string().nullable(),
  to: mailbox.nullable(),
  order: z.object({ id: z.string(), name: z.string() }).nullable(),
  subject: z.string(),
  language: z.string(),
  text: z.string(),
});
export type KeptMessage = z.infer<typeof keptMessageSchema>;

const PLACE = "attune.message";

/** What the browser keeps, as it is kept; null when there is none, or it lets nobody look. */
export function keptText(): string | null {
  try {
    return window.localStorage.getItem(PLACE);
  } catch {
    return null;
  }
}

/** Null when what was kept is none of ours. */
export function readKept(text: string): KeptMessage | null {
  try {
    return keptMessageSchema.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null;
  }
}

/** A browser may refuse to keep anything: what is typed stays on the screen then. */
export function keepMessage(
  storage: Pick<Storage, "setItem" | "removeItem">,
  message: KeptMessage | null,
): void {
  try {
    if (message) storage.setItem(PLACE, JSON.stringify(message));
    else storage.removeItem(PLACE);
  } catch {
    // Nothing depends on it.
  }
}

/** Whether there is anything in it that somebody would miss. */
export const isWorthKeeping = ({ to, subject, text }: KeptMessage): boolean =>
  to !== null || subject.trim() !== "" || text.trim() !== "";
