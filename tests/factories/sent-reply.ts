import { randomUUID } from "node:crypto";
import type { Draft } from "#app/care/draft/draft.ts";
import { keepPromises } from "#app/care/keep/keep-promises.server.ts";
import type { OutgoingContent } from "#app/care/review/outgoing-content.ts";
import { recordSent } from "#app/care/review/record-sent.server.ts";
import { forShop } from "#app/db.server.ts";
import type { Ports } from "#app/ports.ts";
import { sealJson, type ShopKeys } from "#app/shop/seal.ts";
import { systemPrisma } from "#app/system-db.server.ts";
import { makeRun } from "#tests/factories/delivery.ts";
import { makeDraftRow } from "#tests/factories/reply.ts";

type Reply = {
  conversationId: string;
  messageId: string;
  text: string;
  at: Date;
  orderIds?: string[];
  draft?: Partial<Pick<Draft, "facts" | "sentences">>;
};

/** A reply that left at this time with these words, and what is kept of it: as a delivery's confirmation and its job leave it. */
export async function sendReply(keys: ShopKeys, given: Reply) {
  const { conversationId, messageId, text, at, orderIds = [] } = given;
  const { shopId } = keys;
  const version = 1 + (await systemPrisma.draft.count({ where: { conversationId } }));
  const draft = await makeDraftRow(
    { keys },
    { conversationId, messageId, status: "sent", version, text, sentences: [], facts: [], ...given.draft },
  );
  await systemPrisma.draft.update({ where: { id: draft.id }, data: { factOrderIds: orderIds } });
  const id = randomUUID();
  const shop = { name: "Fernweh Supply", address: "care@fernweh.example.test" };
  const mail: OutgoingContent = {
    from: shop,
    to: { name: "Ada Berg", address: "ada@shopper.example.test" },
    replyTo: shop,
    subject: "Re: Where is my parcel?",
    text,
    references: [],
    parts: { text, signature: "", makerLine: "" },
  };
  const delivery = await systemPrisma.delivery.create({
    data: {
      ...{ id, shopId, key: `reply:${draft.id}`, purpose: "reply", conversationId, draftId: draft.id },
      ...{ status: "sent", mailMessageId: `<${id}@inbound.example.test>`, recipientIndex: "index" },
      ...{ approvedBy: "42", at, createdAt: at, sealed: sealJson(keys, `deliveries.sealed:${id}`, mail) },
    },
  });
  await forShop(shopId)((tx) => recordSent(tx, keys, { delivery, at }));
  await systemPrisma.conversation.update({ where: { id: conversationId }, data: { status: "waiting" } });
  const said = await keepPromises({} as Ports, makeRun(shopId), { shopId, deliveryId: id });
  return { deliveryId: id, draftId: draft.id, said };
}
