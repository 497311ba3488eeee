import { byHand } from "#app/care/draft/by-hand.ts";
import { composeDraft, type DraftInput } from "#app/care/draft/compose-draft.ts";
import { gather } from "#app/care/draft/gather.server.ts";
import { keepDraft, type KeptDraft } from "#app/care/draft/keep-draft.server.ts";
import { gatherMessage } from "#app/care/draft/message/gather-message.server.ts";
import { readConversation, type ReadConversation } from "#app/conversation/read-conversation.server.ts";
import { sqlOf, type InShop, type Tx } from "#app/db.server.ts";
import { lockAgainstRedaction } from "#app/mirror/redaction-marks.server.ts";
import type { Now } from "#app/ports.ts";
import { shopKeys } from "#app/shop/keys.server.ts";
import type { ShopKeys } from "#app/shop/seal.ts";

export type WrittenByHand =
  KeptDraft | { outcome: "nothing"; reason: "unknown_message" | "spam" | "not_read_yet" };

/**
 * A person writes the whole of a reply, whether or not there was one before: a draft without words takes the place of what waited, which
 * theirs are checked against and sent with, once. It answers the newest message that a person wrote, or nobody where only we wrote. Asked
 * for again it is the same one. `messageId`: one of the conversation's messages.
 */
export async function writeByHand(
  { inShop, now }: { inShop: InShop; now: Now },
  { shopId, messageId }: { shopId: string; messageId: string },
): Promise<WrittenByHand> {
  const keys = await shopKeys(shopId);
  return inShop(async (tx): Promise<WrittenByHand> => {
    await lockAgainstRedaction(sqlOf(tx), shopId);
    const found = await tx.message.findUnique({
      where: { id: messageId },
      select: { conversationId: true },
    });
    if (!found) return { outcome: "nothing", reason: "unknown_message" };
    const { conversationId } = found;
    await tx.$executeRaw`SELECT 1 FROM conversations WHERE id = ${conversationId} FOR UPDATE`;
    const conversation = await readConversation(tx, keys, conversationId);
    if (!conversation) return { outcome: "nothing", reason: "unknown_message" };
    if (conversation.status === "spam") return { outcome: "nothing", reason: "spam" };
    const at = now();
    const gathered = await gatherFor(tx, keys, { conversation, at });
    if (!gathered) return { outcome: "nothing", reason: "not_read_yet" };
    const drafted = composeDraft(gathered.input);
    return keepDraft(tx, keys, {
      ...{ content: byHand(drafted.content), maker: "person", language: drafted.language },
      ...{ conversationId, messageId: gathered.messageId, orderIds: gathered.orderIds, asked: true, now: at },
    });
  });
}

type Gathered = { input: DraftInput; messageId: string | null; orderIds: string[] };

async function gatherFor(
  tx: Tx,
  keys: ShopKeys,
  { conversation, at: now }: { conversation: ReadConversation; at: Date },
): Promise<Gathered | null> {
  const message = conversation.messages.findLast(
    ({ direction, automatic }) => direction === "in" && !automatic,
  );
  if (message) {
    const gathered = await gather(tx, keys, { conversation, message, now });
    return gathered && { input: gathered.input, messageId: message.id, orderIds: gathered.orderIds };
  }
  const language = conversation.language ?? "en";
  const input = await gatherMessage(tx, keys, { conversation, orderId: null, language, now });
  return { input, messageId: null, orderIds: [] };
}
