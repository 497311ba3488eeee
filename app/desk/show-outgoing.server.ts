import { listFiles } from "#app/care/review/files/read-files.server.ts";
import { mergeTraceSchema } from "#app/care/review/merge/merge-trace.ts";
import { parseReplyAddress } from "#app/conversation/reply-address.ts";
import { conversationContentSchema } from "#app/conversation/message-content.ts";
import type { ReadConversation } from "#app/conversation/read-conversation.server.ts";
import type { Tx } from "#app/db.server.ts";
import { offeredCopies } from "#app/desk/offered-copies.ts";
import type { Outgoing, ShownMerge } from "#app/desk/outgoing-shapes.ts";
import { showAsides } from "#app/desk/show-asides.server.ts";
import { showLeaving } from "#app/desk/show-leaving.server.ts";
import { env } from "#app/env.server.ts";
import { listSendingAddresses } from "#app/shop/list-sending-addresses.server.ts";
import { readSettings } from "#app/shop/read-settings.server.ts";
import { openJson, type ShopKeys } from "#app/shop/seal.ts";

/** What leaves from a conversation, and what a person can do about it, in the caller's transaction. */
export async function showOutgoing(
  tx: Tx,
  keys: ShopKeys,
  { conversation, now }: { conversation: ReadConversation; now: Date },
): Promise<Outgoing> {
  const { id } = conversation;
  const { desk } = await readSettings(tx, keys.shopId);
  const answered = conversation.messages.findLast(
    ({ direction, automatic }) => direction === "in" && !automatic,
  );
  const own = (await listSendingAddresses(tx)).map(({ address }) => address.toLowerCase());
  const isOwn = (address: string) =>
    [...own, env.MAIL_FROM.toLowerCase()].includes(address) ||
    parseReplyAddress(address, env.INBOUND_DOMAIN) !== null;
  return {
    undoSeconds: desk.undoSeconds,
    leaving: (await showLeaving(tx, keys, { conversationIds: [id], now })).get(id) ?? [],
    files: await listFiles(tx, keys, { placeId: id, deliveryId: null }),
    offered: offeredCopies(answered?.content ?? null, isOwn),
    asides: await showAsides(tx, keys, { parentId: id, now }),
    merges: await showMerges(tx, keys, id),
  };
}

/** Those that stand and can be undone: what was put into it and not put back, and in which nobody was erased. */
async function showMerges(tx: Tx, keys: ShopKeys, intoId: string): Promise<ShownMerge[]> {
  const rows = await tx.conversationMerge.findMany({
    where: { intoId, undoneAt: null, sealed: { not: null } },
    orderBy: { at: "desc" },
    take: 10,
  });
  return rows.flatMap(({ id, at, fromId, sealed: bytes }) => {
    if (!bytes) return [];
    const { from } = openJson(keys, { context: `conversation_merges.sealed:${id}`, bytes }, mergeTraceSchema);
    return { id, at: at.toISOString(), subject: subjectIn(keys, { fromId, row: from }) };
  });
}

/** Of a conversation's row as PostgreSQL writes it. */
function subjectIn(keys: ShopKeys, given: { fromId: string; row: Record<string, unknown> }): string {
  const { sealed } = given.row;
  if (typeof sealed !== "string") return "";
  const bytes = Buffer.from(sealed.replace(/^\\x/u, ""), "hex");
  const context = `conversations.sealed:${given.fromId}` as const;
  return openJson(keys, { context, bytes }, conversationContentSchema).subject;
}
