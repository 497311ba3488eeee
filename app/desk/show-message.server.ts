import type { Draft } from "#app/care/draft/draft.ts";
import { readDraft } from "#app/care/draft/read-draft.server.ts";
import { listFiles } from "#app/care/review/files/read-files.server.ts";
import type { KeptFile } from "#app/care/review/files/keep-file.server.ts";
import { readConversation } from "#app/conversation/read-conversation.server.ts";
import type { Mailbox } from "#app/conversation/message-content.ts";
import type { Tx } from "#app/db.server.ts";
import type { ShopKeys } from "#app/shop/seal.ts";

/** A message that a person began and that has not left. */
export type BegunMessage = {
  conversationId: string;
  to: Mailbox;
  subject: string;
  orderId: string | null;
  draft: Draft;
  files: KeptFile[];
};

/** What is written by hand: its draft as it waits. Null when there is none, or it left. */
export async function showMessage(
  tx: Tx,
  keys: ShopKeys,
  conversationId: string,
): Promise<BegunMessage | null> {
  const conversation = await readConversation(tx, keys, conversationId);
  const draft = conversation && (await readDraft(tx, keys, conversationId));
  if (!conversation || !draft?.message || !["waiting", "stale"].includes(draft.status)) return null;
  const { contactName: name, contactEmail: address, subject } = conversation.content;
  return {
    ...{ conversationId, to: { name, address }, subject, orderId: draft.message.orderId, draft },
    files: await listFiles(tx, keys, { placeId: conversationId, deliveryId: null }),
  };
}
