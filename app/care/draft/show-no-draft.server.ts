import { composeDraft } from "#app/care/draft/compose-draft.ts";
import { gather } from "#app/care/draft/gather.server.ts";
import { messageToDraft } from "#app/care/draft/message-to-draft.server.ts";
import type { NoDraft } from "#app/care/draft/no-draft.ts";
import type { ReadConversation } from "#app/conversation/read-conversation.server.ts";
import type { Tx } from "#app/db.server.ts";
import type { ShopKeys } from "#app/shop/seal.ts";

/**
 * Why a conversation's newest message was given no draft, worked out anew from its reading and the records: nothing is kept of it.
 * Null where one is made or still to come.
 */
export async function showNoDraft(
  tx: Tx,
  keys: ShopKeys,
  { conversation, now }: { conversation: ReadConversation; now: Date },
): Promise<NoDraft | null> {
  const target = messageToDraft(conversation, { asked: false });
  if ("reason" in target) return null;
  const gathered = await gather(tx, keys, { conversation, message: target.message, now });
  return gathered && composeDraft(gathered.input).without;
}
