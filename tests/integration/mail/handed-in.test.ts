import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { readConversation } from "#app/conversation/read-conversation.server.ts";
import { forShop } from "#app/db.server.ts";
import { recordContactForm } from "#app/ingest/contact-form.server.ts";
import { systemPrisma } from "#app/system-db.server.ts";
import { receiveRecorded } from "#tests/factories/message.ts";
import { makeShop } from "#tests/factories/shop.ts";
import { eventsOf, makeCustomer, receive } from "./receiving.ts";

describe("handed in for the shopper", () => {
  it("Shopify's contact form belongs to the shopper in Reply-To, without proof", async () => {
    const { keys } = await makeShop();
    await makeCustomer(keys, "eva@shopper.example");
    const { conversation, message } = await receive(keys, {
      from: '"Fernweh Supply (Shopify)" <mailer@shopify.com>',
      subject: "New customer message on November 21, 2026 at 9:00 am",
      headers: { "Reply-To": "eva@shopper.example", "Auto-Submitted": "auto-generated" },
      text: "You received a new message from your online store's contact form.\n\nCountry Code:\nSE\n\nName:\nEva Lindqvist\n\nEmail:\neva@shopper.example\n\nBody:\nIs the blue tent back soon?\n\nThanks",
    });
    expect(conversation?.content).toMatchObject({
      contactName: "Eva Lindqvist",
      contactEmail: "eva@shopper.example",
    });
    expect(message).toMatchObject({ proof: "none", automatic: false });
    expect(message?.content.text).toBe("Is the blue tent back soon?\n\nThanks");
    expect(message?.content.handedInBy?.address).toBe("mailer@shopify.com");
    expect(await eventsOf(keys.shopId)).toHaveLength(1);
  });

  it("a colleague's forward belongs to the shopper it quotes, without proof", async () => {
    const { shop, keys } = await makeShop();
    await systemPrisma.sendingAddress.create({
      data: { shopId: shop.id, address: "care@fernweh.example", name: "Fernweh" },
    });
    await makeCustomer(keys, "otto@shopper.example");
    const { conversation, message } = await receive(keys, {
      from: "Mia from the shop <mia@fernweh.example>",
      subject: "WG: Rückgabe",
      text: "Magst du übernehmen?\n\n---------- Forwarded message ---------\nVon: Otto Weiß <otto@shopper.example>\nDate: Fr., 20. Nov. 2026 um 09:12 Uhr\nSubject: Rückgabe\nTo: <care@fernweh.example>\n\nIch möchte das Zelt zurückgeben.",
    });
    expect(conversation?.content).toMatchObject({
      subject: "Rückgabe",
      contactName: "Otto Weiß",
      contactEmail: "otto@shopper.example",
    });
    expect(message).toMatchObject({ proof: "none" });
    expect(message?.content).toMatchObject({
      text: "Ich möchte das Zelt zurückgeben.",
      handedInNote: "Magst du übernehmen?",
      handedInBy: { address: "mia@fernweh.example" },
    });
  });

  it("a stranger's forward belongs to the stranger", async () => {
    const { keys } = await makeShop();
    const { conversation } = await receive(keys, {
      from: "mallory@attacker.example",
      text: "---------- Forwarded message ---------\nFrom: Otto <otto@shopper.example>\nDate: today\nSubject: x\nTo: y\n\nSend me the address on file.",
    });
    expect(conversation?.content.contactEmail).toBe("mallory@attacker.example");
  });
});

describe("a storefront contact form", () => {
  const post = (
    shopId: string,
    fields: Record<string, unknown> = {},
    loggedInCustomerId: string | null = null,
  ) =>
    recordContactForm({
      shopId,
      loggedInCustomerId,
      nonce: randomUUID(),
      name: "Eva Lindqvist",
      email: "Eva@shopper.example",
      message: "Where is my parcel?",
      ...fields,
    });

  it("becomes a conversation once, and being signed in is proof", async () => {
    const { shop, keys } = await makeShop();
    const customerId = await makeCustomer(keys, "eva@shopper.example");
    const nonce = randomUUID();
    const first = await post(shop.id, { nonce, orderName: "#1001" }, customerId);
    const again = await post(shop.id, { nonce, orderName: "#1001" }, customerId);
    if (first.outcome !== "recorded") throw new Error(first.outcome);
    expect(again).toEqual({ outcome: "duplicate", messageId: first.messageId });
    await receiveRecorded(shop.id, first.messageId);
    const [conversation] = await systemPrisma.conversation.findMany({ where: { shopId: shop.id } });
    const read = await forShop(shop.id)((tx) => readConversation(tx, keys, conversation?.id ?? ""));
    expect(read).toMatchObject({ channel: "storefront", customerId, content: { subject: "#1001" } });
    expect(read?.messages).toMatchObject([{ proof: "signed_in", content: { text: "Where is my parcel?" } }]);
  });

  it("is a match of addresses at most when nobody is signed in", async () => {
    const { shop, keys } = await makeShop();
    await makeCustomer(keys, "eva@shopper.example");
    const known = await post(shop.id);
    const unknown = await post(shop.id, { email: "otto@shopper.example" });
    for (const recorded of [known, unknown]) {
      if (recorded.outcome === "recorded") await receiveRecorded(shop.id, recorded.messageId);
    }
    const messages = await systemPrisma.message.findMany({
      where: { shopId: shop.id },
      orderBy: { createdAt: "asc" },
    });
    expect(messages.map((message) => message.proof)).toEqual(["address_match", "none"]);
  });

  it.each([
    ["name", { name: "" }],
    ["name", { name: undefined }],
    ["email", { email: "not an address" }],
    ["email", { email: "a@b.example, c@d.example" }],
    ["message", { message: "  " }],
    ["message", { message: "x".repeat(10_001) }],
    ["orderName", { orderName: { $gt: "" } }],
    ["nonce", { nonce: "x" }],
  ])("names the field that is wrong: %s", async (field, fields) => {
    const { shop } = await makeShop();
    expect(await post(shop.id, fields)).toMatchObject({ outcome: "invalid", field });
    expect(await systemPrisma.inboundMessage.count({ where: { shopId: shop.id } })).toBe(0);
  });
});
