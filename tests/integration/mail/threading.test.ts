import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { systemPrisma } from "#app/system-db.server.ts";
import { makeConversation, rawMail, receiveRecorded } from "#tests/factories/message.ts";
import { makeShop } from "#tests/factories/shop.ts";
import { DOMAIN, eventsOf, makeSent, receive, record } from "./receiving.ts";

describe("threading", () => {
  it("puts a mail to the plus-address into its conversation, without that being proof, and reopens it", async () => {
    const { shop, keys } = await makeShop();
    const { conversationId, replyToken } = await makeConversation({ keys, status: "closed" });
    const { conversation, message } = await receive(
      keys,
      { from: "Someone Else <else@other.example>", subject: "quite another subject" },
      { to: `${shop.inboundKey}+${replyToken.toUpperCase()}@${DOMAIN}` },
    );
    expect(conversation).toMatchObject({ id: conversationId, status: "open" });
    expect(conversation?.content.contactEmail).toBe("eva@shopper.example");
    expect(message?.proof).toBe("none");
  });

  it.each(["waiting", "snoozed", "closed"])(
    "an answer to our mail reopens a %s conversation",
    async (status) => {
      const { keys } = await makeShop();
      const { conversationId } = await makeConversation({ keys, status });
      const mailId = `${randomUUID()}@attune.example`;
      await makeSent(keys, { conversationId, mailId, to: "eva@shopper.example" });
      const { conversation } = await receive(keys, {
        subject: "other",
        headers: { "In-Reply-To": `<${mailId}>` },
      });
      expect(conversation).toMatchObject({ id: conversationId, status: "open" });
    },
  );

  it("follows References when In-Reply-To is unknown", async () => {
    const { keys } = await makeShop();
    const { conversationId, mailId } = await makeConversation({ keys });
    const { conversation } = await receive(keys, {
      subject: "new words",
      headers: { "In-Reply-To": "<nobody@knows.example>", References: `<${mailId}> <nobody@knows.example>` },
    });
    expect(conversation?.id).toBe(conversationId);
  });

  it("lets nobody into another shopper's conversation by the id of that shopper's mail", async () => {
    const { keys } = await makeShop();
    const { conversationId, mailId } = await makeConversation({ keys });
    const { conversation } = await receive(keys, {
      from: "mallory@attacker.example",
      headers: { "In-Reply-To": `<${mailId}>` },
    });
    expect(conversation?.id).not.toBe(conversationId);
  });

  it("never attaches to another shop's conversation, by token, by reference or by subject", async () => {
    const [mine, theirs] = [await makeShop(), await makeShop()];
    const other = await makeConversation({ keys: theirs.keys });
    await makeSent(theirs.keys, {
      conversationId: other.conversationId,
      mailId: "theirs@attune.example",
      to: "eva@shopper.example",
    });
    const { conversation } = await receive(
      mine.keys,
      { headers: { References: `<${other.mailId}> <theirs@attune.example>` } },
      { to: `${mine.shop.inboundKey}+${other.replyToken}@${DOMAIN}` },
    );
    expect(conversation).toMatchObject({ shopId: mine.shop.id });
    expect(conversation?.id).not.toBe(other.conversationId);
  });

  it("takes the same person's open conversation of the same subject within two weeks, and no closed or older one", async () => {
    const { keys } = await makeShop();
    const old = new Date(Date.now() - 15 * 86_400_000);
    await makeConversation({ keys, subject: "Rechnung", at: old });
    await makeConversation({ keys, subject: "Rechnung", status: "closed" });
    const first = await receive(keys, { subject: "Rechnung" });
    const second = await receive(keys, { subject: "AW: Re: [EXTERN] Rechnung" });
    const third = await receive(keys, { subject: "Rechnung", from: "otto@shopper.example" });
    expect(second.conversation?.id).toBe(first.conversation?.id);
    expect(third.conversation?.id).not.toBe(first.conversation?.id);
    expect(await systemPrisma.conversation.count({ where: { shopId: keys.shopId } })).toBe(4);
  });

  it("makes one conversation of two mails at once", async () => {
    const { keys } = await makeShop();
    const ids = await Promise.all(
      [1, 2, 3, 4].map((n) => record(keys.shopId, rawMail({ text: `Mail ${n}` }))),
    );
    await Promise.all(ids.map((id) => receiveRecorded(keys.shopId, id)));
    expect(await systemPrisma.conversation.count({ where: { shopId: keys.shopId } })).toBe(1);
    expect(await systemPrisma.message.count({ where: { shopId: keys.shopId } })).toBe(4);
  });

  it("keeps a mail that repeats a Message-ID with other words, and drops the same mail that came twice by other ways", async () => {
    const { keys } = await makeShop();
    const mail = { messageId: "<one@mail.example>", text: "My first words" };
    await receive(keys, mail);
    const again = await receive(keys, { ...mail, headers: { "Delivered-To": "elsewhere@fernweh.example" } });
    expect(again.said).toBe("skipped: the same mail came before by another way");
    const forged = await receive(keys, { ...mail, text: "Other words under the same id" });
    expect(forged.message?.content.text).toBe("Other words under the same id");
    const attached = await receive(keys, {
      messageId: mail.messageId,
      headers: { "Content-Type": 'multipart/mixed; boundary="b"' },
      text: `--b\n\n${mail.text}\n--b\nContent-Type: image/png\nContent-Disposition: attachment\n\npng\n--b--`,
    });
    expect(attached.message?.attachments).toHaveLength(1);
    expect(await eventsOf(keys.shopId)).toHaveLength(3);
  });

  it("keeps mail without a Message-ID", async () => {
    const { keys } = await makeShop();
    const { message } = await receive(keys, { messageId: null });
    expect(message?.content).not.toHaveProperty("mailMessageId");
  });

  it("records and ignores our own mail that comes back", async () => {
    const { keys } = await makeShop();
    const { conversationId } = await makeConversation({ keys });
    await makeSent(keys, { conversationId, mailId: "ours@attune.example", to: "eva@shopper.example" });
    const { said, conversation } = await receive(keys, { messageId: "<ours@attune.example>" });
    expect(said).toBe("skipped: our own mail came back");
    expect(conversation).toBeNull();
    expect(await eventsOf(keys.shopId)).toEqual([]);
  });
});
