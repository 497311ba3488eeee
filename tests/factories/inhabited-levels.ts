import { randomUUID } from "node:crypto";
import { forShop } from "#app/db.server.ts";
import { blindIndex, sealJson, type ShopKeys } from "#app/shop/seal.ts";

/** What was told of a conversation at once, and how its shopper said that it went. */
export async function addLevels(
  keys: ShopKeys,
  { conversationId, messageId, email }: { conversationId: string; messageId: string; email: string },
) {
  const { shopId } = keys;
  const [alertId, sendId, csatId] = [randomUUID(), randomUUID(), randomUUID()];
  const at = new Date();
  await forShop(shopId)(async (tx) => {
    await tx.alert.create({
      data: {
        ...{ id: alertId, shopId, key: `urgent:${messageId}`, reason: "urgent", conversationId, messageId },
        openedAt: at,
      },
    });
    await tx.alertSend.create({
      data: {
        ...{ id: sendId, shopId, alertId, conversationId, round: 1, way: "mail", status: "sent" },
        ...{ nextAttemptAt: at, createdAt: at, at },
        sealed: sealJson(keys, `alert_sends.sealed:${sendId}`, { name: "Mia", to: "mia@shop.example" }),
      },
    });
    await tx.csatRequest.create({
      data: {
        ...{ id: csatId, shopId, conversationId, contactIndex: blindIndex(keys, "email", email) },
        ...{ state: "rated", scale: 5, rating: 4, closedAt: at, askedAt: at, ratedAt: at },
        sealed: sealJson(keys, `csat_requests.sealed:${csatId}`, { comment: "Good work, says Jonna." }),
      },
    });
  });
}
