import { makeDraft } from "#app/care/draft/make-draft.server.ts";
import { readDraft } from "#app/care/draft/read-draft.server.ts";
import { readReading } from "#app/care/understand/read-reading.server.ts";
import { understandMessage } from "#app/care/understand/understand-message.server.ts";
import { readConversation } from "#app/conversation/read-conversation.server.ts";
import { replyAddress } from "#app/conversation/reply-address.ts";
import { forShop } from "#app/db.server.ts";
import type { Ports } from "#app/ports.ts";
import type { ShopKeys } from "#app/shop/seal.ts";
import { systemPrisma } from "#app/system-db.server.ts";
import { makeRun } from "#tests/factories/delivery.ts";
import type { MailParts } from "#tests/factories/message.ts";
import { DOMAIN, receive } from "#tests/integration/mail/receiving.ts";

export type Letter = Awaited<ReturnType<typeof writeLetter>>;

/** One mail as it comes, read and drafted where it stands then, as the worker does it. An answer goes to its conversation's own address. */
export async function writeLetter(
  { keys, now }: { keys: ShopKeys; now: () => Date },
  mail: MailParts,
  given: { replyToken?: string } = {},
) {
  const { shopId } = keys;
  const { inboundKey } = await systemPrisma.shop.findUniqueOrThrow({ where: { id: shopId } });
  const to = given.replyToken
    ? { to: replyAddress({ inboundKey, replyToken: given.replyToken, domain: DOMAIN }) }
    : {};
  const { messageId, conversation: begun } = await receive(keys, mail, to);
  if (!begun) throw new Error("no conversation");
  await understandMessage({ now } as Ports, makeRun(shopId), { shopId, messageId });
  const inShop = forShop(shopId);
  await makeDraft({ inShop, now }, { shopId, messageId, automatic: true });
  const { conversationId } = await systemPrisma.message.findUniqueOrThrow({ where: { id: messageId } });
  const [conversation, reading, draft] = await inShop(async (tx) => [
    await readConversation(tx, keys, conversationId),
    await readReading(tx, keys, { messageId, now: new Date() }),
    await readDraft(tx, keys, conversationId),
  ]);
  if (!conversation || !reading || !draft) throw new Error("no draft");
  return { messageId, conversation, reading, draft };
}

/** A draft's words without greeting, thanks and the line it is signed off with, whose variants the message's id chooses. */
export const wordsOf = (text: string) =>
  text
    .replace(/\n\n[^\n.?]*$/u, "")
    .replaceAll(
      /^(?:Hi|Hello|Hallo|Guten Tag|Dear)[^\n]*|(?:Thank you|Thanks|[Dd]anke|[Vv]ielen Dank)[^.]*\./gmu,
      "",
    );
