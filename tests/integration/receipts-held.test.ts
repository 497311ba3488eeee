import { describe, expect, it } from "vitest";
import { settleDelivery } from "#app/care/review/settle-delivery.server.ts";
import { hours } from "#app/lib/duration.ts";
import { systemPrisma } from "#app/system-db.server.ts";

import { after, receiptShop, type ReceiptShop } from "#tests/factories/receipt-shop.ts";

describe("while a receipt waits", () => {
  it.each<[string, string, (shop: ReceiptShop, conversationId: string) => Promise<unknown>]>([
    ["an answer", "answered", (shop, conversationId) => shop.says(conversationId, "out")],
    ["closing it", "at it", (shop, conversationId) => shop.moves(conversationId, "closed", "closed")],
    ["switching receipts off", "switched off", (shop) => shop.save({ receipt: { on: false } })],
  ])("%s holds it back, and opens nothing", async (_what, why, act) => {
    const shop = await receiptShop();
    const { messageId, conversationId } = await shop.wrote();
    await shop.receipt(messageId);
    await act(shop, conversationId);
    const { status } = await systemPrisma.conversation.findUniqueOrThrow({ where: { id: conversationId } });
    expect(await shop.leave()).toContain(why);
    expect(shop.mails).toEqual([]);
    expect((await shop.conversation(conversationId))?.status).toBe(status);
  });

  it("its own time may pass: then it is not told any more", async () => {
    const shop = await receiptShop();
    const { messageId } = await shop.wrote();
    await shop.receipt(messageId);
    shop.clock.now = after(hours(30));
    expect(await shop.leave()).toContain("the time that it names is over");
  });

  it("a reply goes its own way, and nobody's status is touched when the receipt fails", async () => {
    const shop = await receiptShop();
    const { messageId, conversationId } = await shop.wrote();
    await shop.receipt(messageId);
    shop.answer.mail = { outcome: "unknown", reason: "the connection ended" };
    await shop.leave();
    const [delivery] = await shop.deliveries();
    expect(delivery?.status).toBe("uncertain");
    await shop.moves(conversationId, "closed", "closed");
    await settleDelivery(
      { inShop: shop.inShop, now: () => shop.clock.now },
      { shopId: shop.shop.id, deliveryId: delivery?.id ?? "", as: "sent", staff: { id: "7" } },
    );
    expect((await shop.conversation(conversationId))?.status).toBe("closed");
  });
});
