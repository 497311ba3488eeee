import { randomUUID } from "node:crypto";
import { forShop } from "#app/db.server.ts";
import { blindIndex, sealBytes, sealJson, type ShopKeys } from "#app/shop/seal.ts";

/** What was put together, asked of others, copied and attached about somebody in a conversation of theirs, and of somebody else's. */
export async function addOutgoing(
  keys: ShopKeys,
  {
    conversationId,
    email,
    elsewhere,
  }: { conversationId: string; email: string; elsewhere: { conversationId: string } },
): Promise<void> {
  const { shopId } = keys;
  const contactIndex = blindIndex(keys, "email", email);
  const [mergeId, sideId, fileId, deliveryId, noteId] = [
    randomUUID(),
    randomUUID(),
    randomUUID(),
    randomUUID(),
    randomUUID(),
  ];
  const person = { name: "Jonna Canary", address: email };
  const shop = { name: "Shop", address: "care@shop.example" };
  const mail = {
    ...{ from: shop, to: { name: "Otto", address: "otto@example.com" }, cc: [person], replyTo: shop },
    ...{ subject: "Your order", text: "Hello Otto", references: [] },
    parts: { text: "Hello Otto", signature: "", makerLine: "" },
  };
  await forShop(shopId)(async (tx) => {
    await tx.note.create({
      data: {
        ...{ id: noteId, shopId, conversationId, writtenBy: "42", at: new Date() },
        sealed: sealJson(keys, `notes.sealed:${noteId}`, { text: "Jonna called." }),
      },
    });
    await tx.conversationMerge.create({
      data: {
        ...{ id: mergeId, shopId, fromId: randomUUID(), intoId: conversationId, contactIndex },
        ...{ by: "42", at: new Date(), moved: { notes: [noteId] } },
        sealed: sealJson(keys, `conversation_merges.sealed:${mergeId}`, { from: { subject: "Jonna" } }),
      },
    });
    await tx.conversation.create({
      data: {
        ...{ id: sideId, shopId, parentId: conversationId, channel: "email", unsent: true },
        replyToken: sideId.replaceAll("-", "").slice(0, 20),
        sealed: sealJson(keys, `conversations.sealed:${sideId}`, {
          ...{ subject: "Jonna's parcel", contactName: "Carrier", contactEmail: "service@carrier.example" },
        }),
      },
    });
    await tx.attachment.create({
      data: {
        ...{ id: fileId, shopId, placeId: conversationId, mimeType: "text/plain", size: 5, uploadedBy: "42" },
        sealedName: sealJson(keys, `attachments.sealed_name:${fileId}`, { name: "jonna.txt" }),
        sealedContent: sealBytes(keys, `attachments.sealed_content:${fileId}`, Buffer.from("Jonna")),
      },
    });
    // Somebody else's reply, of which she got a copy.
    await tx.delivery.create({
      data: {
        ...{ id: deliveryId, shopId, key: `reply:${deliveryId}`, purpose: "reply", status: "sent" },
        ...{ conversationId: elsewhere.conversationId, approvedBy: "42", mailMessageId: "<copy@b>" },
        recipientIndex: blindIndex(keys, "email", "otto@example.com"),
        copyIndexes: [contactIndex],
        sealed: sealJson(keys, `deliveries.sealed:${deliveryId}`, mail),
      },
    });
    await tx.message.create({
      data: {
        ...{ id: deliveryId, shopId, conversationId: elsewhere.conversationId, direction: "out", deliveryId },
        ...{ channel: "email", at: new Date() },
        sealed: sealJson(keys, `messages.sealed:${deliveryId}`, {
          ...{ from: shop, to: [mail.to], cc: [person], text: "Hello Otto" },
        }),
      },
    });
  });
}
