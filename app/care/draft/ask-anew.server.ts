import type { Draft } from "@prisma/client";
import type { DraftContent } from "#app/care/draft/draft.ts";
import { newestMessage } from "#app/conversation/newest-message.server.ts";
import { sqlOf, type Tx } from "#app/db.server.ts";
import { emitAll, type Emitted } from "#app/emit.server.ts";

type Asking = {
  row: Pick<Draft, "shopId" | "conversationId" | "messageId">;
  content: Pick<DraftContent, "outreach">;
  /** What it belongs to where that is not the work at hand. */
  trace?: string | null | undefined;
};

/** A draft can no longer be sent: another is asked for, by what it told. Hold its conversation. */
export async function askAnew(tx: Tx, { row, content, trace }: Asking): Promise<void> {
  const event = await eventFor(tx, { row, content });
  if (event) await emitAll(sqlOf(tx), [{ ...event, ...(trace === undefined ? {} : { trace }) }]);
}

async function eventFor(tx: Tx, { row, content }: Asking): Promise<Emitted | null> {
  const { shopId, conversationId } = row;
  if (content.outreach && row.messageId === null) {
    const { outreachId } = content.outreach;
    // Whatever was decided of it since stands: only what waits is written anew.
    const { count } = await tx.outreach.updateMany({
      where: { shopId, id: outreachId, state: "waiting" },
      data: { state: "wanted" },
    });
    return count > 0 ? { event: "outreach-wanted", data: { shopId, outreachId } } : null;
  }
  const messageId = row.messageId ?? (await newestMessage(tx, conversationId));
  return messageId ? { event: "facts-changed", data: { shopId, messageId } } : null;
}
