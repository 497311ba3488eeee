import type { Message } from "@prisma/client";
import type { Earlier } from "#app/care/understand/in-thread.ts";
import { messageText } from "#app/care/understand/message-content.server.ts";
import { effective, standingReadings, type Standing } from "#app/care/understand/standing-readings.server.ts";
import type { Tx } from "#app/db.server.ts";
import type { ShopKeys } from "#app/shop/seal.ts";

/** Of a very long conversation the newest messages are read again; what was said long before says little about now. */
export const THREAD_READ = 20;

export type ThreadMessage = Omit<Message, "sealed">;
export type ThreadEntry = { message: ThreadMessage; standing: Standing; earlier: Earlier };

/** The newest messages that a person wrote into the conversation and that were read, oldest first, with what stands of each. */
export async function readThread(
  tx: Tx,
  keys: ShopKeys,
  { conversationId, now }: { conversationId: string; now: Date },
): Promise<ThreadEntry[]> {
  const messages = await tx.message.findMany({
    where: { conversationId, direction: "in", automatic: false },
    omit: { sealed: true },
    orderBy: [{ at: "desc" }, { id: "desc" }],
    take: THREAD_READ,
  });
  const standing = await standingReadings(tx, keys, { messageIds: messages.map(({ id }) => id), now });
  const entries: ThreadEntry[] = [];
  for (const message of messages.toReversed()) {
    const one = standing.get(message.id);
    if (!one) continue;
    const reading = await effective(one, () => messageText(tx, keys, message.id));
    entries.push({ message, standing: one, earlier: { at: message.at, reading } });
  }
  return entries;
}
