import { describe, expect, it } from "vitest";
import { readAttachment } from "#app/conversation/read-attachment.server.ts";
import { forShop } from "#app/db.server.ts";
import { queryTokens } from "#app/shop/seal.ts";
import { systemPrisma } from "#app/system-db.server.ts";
import { rawMail, receiveRecorded } from "#tests/factories/message.ts";
import { makeShop } from "#tests/factories/shop.ts";
import { eventsOf, makeCustomer, makeOrder, receive } from "./receiving.ts";

describe("receiving a mail", () => {
  it("becomes a message in a conversation with its customer and orders, and says so", async () => {
    const { shop, keys } = await makeShop();
    const customerId = await makeCustomer(keys, "eva@shopper.example");
    const orderId = await makeOrder(keys, {
      email: "eva@shopper.example",
      name: "#1001",
      trackingNumber: "RR123456785DE",
    });
    const { messageId, conversation, message } = await receive(keys, {
      subject: "Wo ist mein Paket?",
      text: "Guten Tag, ist es unterwegs?\n\nViele Grüße\nEva\n\nAm 20.11.2026 um 10:00 schrieb Fernweh <care@fernweh.example>:\n> Danke für Ihre Bestellung",
    });
    expect(conversation).toMatchObject({
      customerId,
      orderIds: [orderId],
      status: "open",
      content: {
        subject: "Wo ist mein Paket?",
        contactName: "Eva Lindqvist",
        contactEmail: "eva@shopper.example",
      },
    });
    expect(message).toMatchObject({ proof: "address_match", automatic: false, direction: "in" });
    expect(message?.content.text).toBe("Guten Tag, ist es unterwegs?\n\nViele Grüße\nEva");
    expect(message?.content.quoted).toContain("> Danke für Ihre Bestellung");
    expect(await eventsOf(shop.id)).toEqual([{ shopId: shop.id, messageId }]);
    const inbound = await systemPrisma.inboundMessage.findUniqueOrThrow({ where: { id: messageId } });
    expect(inbound).toMatchObject({ state: "threaded" });
    const { searchTokens } = await systemPrisma.conversation.findUniqueOrThrow({
      where: { id: conversation?.id ?? "" },
    });
    for (const tokens of queryTokens(keys, "lindqvist unterwegs 1001 RR123456785DE pak"))
      expect(tokens.some((token) => searchTokens.includes(token))).toBe(true);
  });

  it("handled twice changes nothing", async () => {
    const { shop, keys } = await makeShop();
    const { messageId } = await receive(keys, {});
    expect(await receiveRecorded(shop.id, messageId)).toBe("it was threaded before");
    expect(await systemPrisma.message.count({ where: { shopId: shop.id } })).toBe(1);
    expect(await eventsOf(shop.id)).toHaveLength(1);
  });

  it("keeps nothing of the words or the writer readable in the database", async () => {
    const { keys } = await makeShop();
    await receive(keys, {
      from: "Canary Person <canary@shopper.example>",
      subject: "canary subject",
      text: "canary text",
    });
    for (const table of ["inbound_messages", "conversations", "messages", "attachments"]) {
      const rows = await systemPrisma.$queryRawUnsafe<unknown[]>(
        `SELECT 1 FROM ${table} t WHERE t::text ILIKE '%canary%' OR t::text ILIKE '%${Buffer.from("canary").toString("hex")}%'`,
      );
      expect(rows).toEqual([]);
    }
  });

  it("survives NUL and lone surrogates in every text", async () => {
    const { keys } = await makeShop();
    const body = Buffer.from('{"x":"\u0000"}', "latin1");
    const raw = Buffer.concat([rawMail({ subject: "nul \u0000 here", text: "before \u0000 after" }), body]);
    const { conversation, message } = await receive(keys, raw);
    expect(conversation?.content.subject).toBe("nul \ufffd here");
    expect(message?.content.text).toContain("before \ufffd after");
  });
});

describe("attachments and HTML", () => {
  const mixed = (parts: string[]) =>
    rawMail({
      headers: { "Content-Type": 'multipart/mixed; boundary="b"' },
      text: [...parts.map((part) => `--b\n${part}`), "--b--"].join("\n"),
    });

  it("keeps an attachment sealed, and an inline image by its cid", async () => {
    const { keys } = await makeShop();
    const png = Buffer.from("89504e470d0a1a0a", "hex").toString("base64");
    const { message } = await receive(
      keys,
      mixed([
        'Content-Type: text/html; charset=utf-8\n\n<p>Der Riss:</p><img src="cid:riss@mail"><script>alert(1)</script>',
        `Content-Type: image/png; name="Riß.png"\nContent-ID: <riss@mail>\nContent-Transfer-Encoding: base64\nContent-Disposition: inline; filename*=utf-8''Ri%C3%9F.png\n\n${png}`,
        `Content-Type: application/pdf; name="../../etc/passwd"\nContent-Disposition: attachment\nContent-Transfer-Encoding: base64\n\n${png}`,
      ]),
    );
    expect(message?.content.text).toBe("Der Riss:");
    expect(message?.content.html).toContain("cid:riss@mail");
    expect(message?.attachments).toMatchObject([
      {
        name: "Riß.png",
        contentId: "riss@mail",
        inline: true,
        mimeType: "image/png",
        size: 8,
        withheld: null,
      },
      { name: "../../etc/passwd", inline: false, mimeType: "application/pdf" },
    ]);
    const file = await forShop(keys.shopId)((tx) =>
      readAttachment(tx, keys, message?.attachments[0]?.id ?? ""),
    );
    expect(file && Buffer.from(file.bytes).toString("base64")).toBe(png);
  });

  it("says of what is over the limits that it is withheld, and why", async () => {
    const { keys } = await makeShop();
    const big = `Content-Type: video/mp4; name="film.mp4"\nContent-Disposition: attachment\n\n${"x".repeat(11 * 1024 * 1024)}`;
    const small = (n: number) =>
      `Content-Type: text/csv; name="${n}.csv"\nContent-Disposition: attachment\n\nfile ${n}`;
    const { message } = await receive(keys, mixed([big, ...Array.from({ length: 27 }, (_, n) => small(n))]));
    const withheld = message?.attachments.filter((attachment) => attachment.withheld);
    expect(withheld?.map((attachment) => attachment.withheld)).toEqual([
      "larger than 10 MB",
      "more than 25 attachments",
      "more than 25 attachments",
    ]);
    expect(message?.attachments).toHaveLength(28);
  });
});
