import { composeDraft } from "#app/care/draft/compose-draft.ts";
import { draftContentSchema } from "#app/care/draft/draft.ts";
import { gatherAgain } from "#app/care/draft/gather-again.server.ts";
import { inVoice, type GivenVoice } from "#app/care/draft/in-voice.ts";
import type { AroundText } from "#app/care/review/around-text.ts";
import { aroundDraft } from "#app/care/review/preview-mail.server.ts";
import { readConversation } from "#app/conversation/read-conversation.server.ts";
import type { Tx } from "#app/db.server.ts";
import { listSendingAddresses } from "#app/shop/list-sending-addresses.server.ts";
import { pickSender } from "#app/shop/pick-sender.ts";
import { openJson, type ShopKeys } from "#app/shop/seal.ts";

export type ShownInVoice = {
  outcome: "shown";
  language: string;
  text: string;
  /** Null: nobody can be written to there. */
  around: AroundText | null;
  /** A model wrote the draft that waits: this is the composer's of the same records. */
  byModel: boolean;
  /** The address that the mail comes from has a signature of its own, which goes before the voice's. */
  signedByAddress: boolean;
};
/** `gone`: it waits no more, or what it tells is no more so. */
export type VoicePreview = ShownInVoice | { outcome: "gone" };

/** `name`: who would have checked it. */
type Asked = { draftId: string; voice: GivenVoice; name: string };

/**
 * A draft that waits, as it would be made and sent with another voice: from the same records as of when it was made, by the composer. No
 * model is asked, and nothing is written: the transaction reads only from here on.
 */
export async function previewVoice(tx: Tx, keys: ShopKeys, asked: Asked): Promise<VoicePreview> {
  await tx.$executeRaw`SET TRANSACTION READ ONLY`;
  const { draftId, voice, name } = asked;
  const where = { shopId: keys.shopId, id: draftId, status: "waiting" };
  const row = await tx.draft.findFirst({ where });
  const conversation = row && (await readConversation(tx, keys, row.conversationId));
  if (!row || !conversation) return { outcome: "gone" };
  const kept = openJson(keys, { context: `drafts.sealed:${row.id}`, bytes: row.sealed }, draftContentSchema);
  const input = await gatherAgain(tx, keys, { conversation, row, content: kept });
  const drafted = input && composeDraft(inVoice(input, voice));
  // Whoever asked for a draft has one though there is little to say in it; of what nobody asked for something must be left to tell.
  if (!drafted || (row.messageId === null && drafted.without)) return { outcome: "gone" };
  const { content, language } = drafted;
  const signedByAddress = Boolean(pickSender(await listSendingAddresses(tx))?.signature);
  const draft = { row: { ...row, language }, content };
  const around = await aroundDraft(tx, keys, { draft, name, signature: voice.signature });
  return {
    outcome: "shown",
    ...{ language, text: content.text, around },
    ...{ byModel: row.maker !== "composer", signedByAddress },
  };
}
