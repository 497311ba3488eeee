import { describe, expect, it } from "vitest";
import { isSuppressed } from "#app/conversation/suppressions.server.ts";
import { forShop } from "#app/db.server.ts";
import { blindIndex } from "#app/shop/seal.ts";
import { systemPrisma } from "#app/system-db.server.ts";
import { makeConversation, rawMail } from "#tests/factories/message.ts";
import { makeShop } from "#tests/factories/shop.ts";
import { DOMAIN, eventsOf, makeSent, receive } from "./receiving.ts";

describe("automatic mail", () => {
  it("is kept and marked, and nothing answers it", async () => {
    const { keys } = await makeShop();
    const { conversation, message } = await receive(keys, {
      subject: "Out of office",
      headers: { "Auto-Submitted": "auto-replied" },
    });
    expect(message).toMatchObject({ automatic: true, bounce: false });
    expect(message?.content.automaticReason).toBe("marked Auto-Submitted");
    expect(conversation).toMatchObject({ status: "closed", intent: "spam_or_auto" });
    expect(await eventsOf(keys.shopId)).toEqual([]);
  });

  it("from the shop's own address is shown and never answered", async () => {
    const { shop, keys } = await makeShop();
    await systemPrisma.sendingAddress.create({
      data: { shopId: shop.id, address: "care@fernweh.example", name: "Fernweh" },
    });
    const { conversation, message } = await receive(keys, { from: "Fernweh <Care@fernweh.example>" });
    expect(conversation).toMatchObject({ status: "open" });
    expect(message).toMatchObject({ automatic: true, bounce: false });
    expect(await eventsOf(keys.shopId)).toEqual([]);
  });

  it("from an inbound address of ours is never answered: a mail to it would only come back", async () => {
    const { shop, keys } = await makeShop();
    for (const from of [`${shop.inboundKey}@${DOMAIN}`, `Shop <${shop.inboundKey}+abc@${DOMAIN}>`]) {
      const { message } = await receive(keys, { from });
      expect(message).toMatchObject({ automatic: true, bounce: false });
      expect(message?.content.automaticReason).toBe("an inbound address of ours");
    }
    expect(await eventsOf(keys.shopId)).toEqual([]);
  });

  it("does not reopen the conversation it answers", async () => {
    const { shop, keys } = await makeShop();
    const { conversationId, replyToken } = await makeConversation({ keys, status: "closed" });
    const { conversation } = await receive(
      keys,
      { headers: { "Auto-Submitted": "auto-replied" } },
      { to: `${shop.inboundKey}+${replyToken}@${DOMAIN}`, from: null },
    );
    expect(conversation).toMatchObject({ id: conversationId, status: "closed" });
  });

  const dsn = (given: { mailId: string; status: string; action: string; recipient: string }) =>
    rawMail({
      from: "Mail Delivery System <MAILER-DAEMON@mx.example>",
      subject: "Undelivered Mail Returned to Sender",
      headers: { "Content-Type": 'multipart/report; report-type=delivery-status; boundary="b"' },
      text: [
        "--b",
        "Content-Type: text/plain",
        "",
        "Your message could not be delivered.",
        "--b",
        "Content-Type: message/delivery-status",
        "",
        "Reporting-MTA: dns; mx.example",
        "",
        `Final-Recipient: rfc822; ${given.recipient}`,
        `Action: ${given.action}`,
        `Status: ${given.status}`,
        "--b",
        "Content-Type: text/rfc822-headers",
        "",
        "Subject: Re: Where is my parcel?",
        `Message-ID: <${given.mailId}>`,
        "--b--",
      ].join("\n"),
    });

  it("a permanent bounce of our mail is shown in its conversation and stops mail to that address", async () => {
    const { keys } = await makeShop();
    const { conversationId } = await makeConversation({ keys, status: "closed" });
    await makeSent(keys, { conversationId, mailId: "ours@attune.example", to: "eva@shopper.example" });
    const report = {
      mailId: "ours@attune.example",
      status: "5.1.1",
      action: "failed",
      recipient: "eva@shopper.example",
    };
    const { conversation, message } = await receive(keys, dsn(report), { from: null });
    expect(conversation).toMatchObject({ id: conversationId, status: "open" });
    expect(message).toMatchObject({ automatic: true, bounce: true });
    const stopped = (scope: "all" | "outreach") =>
      forShop(keys.shopId)((tx) => isSuppressed(tx, blindIndex(keys, "email", "Eva@Shopper.example"), scope));
    expect([await stopped("all"), await stopped("outreach")]).toEqual([true, true]);
    expect(await eventsOf(keys.shopId)).toEqual([]);
  });

  it("a temporary failure, or a report about a mail we never sent, stops nothing", async () => {
    const { keys } = await makeShop();
    const { conversationId } = await makeConversation({ keys });
    await makeSent(keys, { conversationId, mailId: "ours@attune.example", to: "eva@shopper.example" });
    const victim = { recipient: "eva@shopper.example" };
    await receive(
      keys,
      dsn({ ...victim, mailId: "ours@attune.example", status: "4.2.2", action: "delayed" }),
      { from: null },
    );
    const forged = await receive(
      keys,
      dsn({ ...victim, mailId: "never@sent.example", status: "5.1.1", action: "failed" }),
    );
    expect(forged.conversation?.id).not.toBe(conversationId);
    expect(await systemPrisma.suppression.count({ where: { shopId: keys.shopId } })).toBe(0);
  });
});
