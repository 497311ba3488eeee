import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { approveDraft, type ApproveInput } from "#app/care/review/approve-draft.server.ts";
import { outgoingContentSchema } from "#app/care/review/outgoing-content.ts";
import { draftContentSchema } from "#app/care/draft/draft.ts";
import type { MessageContent } from "#app/conversation/message-content.ts";
import { forShop } from "#app/db.server.ts";
import { blindIndex, openJson, sealJson } from "#app/shop/seal.ts";
import { saveSendingAddress } from "#app/shop/save-sending-address.server.ts";
import { saveSettings } from "#app/shop/save-settings.server.ts";
import { systemPrisma } from "#app/system-db.server.ts";
import { makeOrder } from "#tests/factories/order.ts";
import { makeReading } from "#tests/factories/reading.ts";
import { makeConversation, makeDraftRow } from "#tests/factories/reply.ts";
import { makeShop } from "#tests/factories/shop.ts";

const staff = { id: "42", name: "Mia" };

async function waitingDraft(
  message: Partial<MessageContent> = {},
  draft: Partial<Parameters<typeof makeDraftRow>[1]> = {},
) {
  const made = await makeShop();
  const begun = await makeConversation(made, message);
  const row = await makeDraftRow(made, {
    conversationId: begun.conversation.id,
    messageId: begun.messageId,
    ...draft,
  });
  const shopId = made.shop.id;
  const inShop = forShop(shopId);
  const approve = (given: Partial<ApproveInput> = {}) =>
    approveDraft(
      { inShop, now: () => new Date() },
      { shopId, conversationId: begun.conversation.id, draftId: row.id, staff, ...given },
    );
  const outgoing = async () => {
    const delivery = await systemPrisma.delivery.findFirstOrThrow({ where: { shopId } });
    const bytes = delivery.sealed;
    return {
      delivery,
      mail: openJson(
        made.keys,
        { context: `deliveries.sealed:${delivery.id}`, bytes },
        outgoingContentSchema,
      ),
    };
  };
  return { ...made, ...begun, shopId, inShop, row, approve, outgoing };
}

describe("approveDraft", () => {
  it("queues one mail to the writer, threaded, from MAIL_FROM while the shop has no address of its own", async () => {
    const given = await waitingDraft({ references: ["m0@shopper.example.test"] });
    const approved = await given.approve();
    expect(approved.outcome).toBe("approved");
    const { delivery, mail } = await given.outgoing();
    expect(approved).toMatchObject({ deliveryId: delivery.id });
    expect(delivery).toMatchObject({
      key: `reply:${given.row.id}`,
      status: "queued",
      approvedBy: "42",
      recipientIndex: blindIndex(given.keys, "email", "ada@shopper.example.test"),
    });
    expect(delivery.mailMessageId).toMatch(/^<[\w-]{32}@inbound\.example\.test>$/u);
    expect(mail).toMatchObject({
      from: { name: "Fernweh Supply", address: "care@attune.example.test" },
      to: { name: "Ada Berg", address: "ada@shopper.example.test" },
      replyTo: { address: `${given.shop.inboundKey}+${given.conversation.replyToken}@inbound.example.test` },
      subject: "Re: Where is my parcel?",
      inReplyTo: `<${given.message.mailMessageId}>`,
      references: ["<m0@shopper.example.test>", `<${given.message.mailMessageId}>`],
    });
    expect(mail.parts.makerLine).toBe("Drafted with AI, checked by Mia.");
    expect(mail.text).toContain("Drafted with AI, checked by Mia.");
    const conversation = await systemPrisma.conversation.findUniqueOrThrow({
      where: { id: given.conversation.id },
    });
    expect(conversation.status).toBe("waiting");
    expect(
      await systemPrisma.job.findFirst({ where: { shopId: given.shopId, name: "deliverReply" } }),
    ).toMatchObject({
      data: { shopId: given.shopId, deliveryId: delivery.id },
    });
  });

  it("writes from the shop's default address with that address's signature, else with the voice's", async () => {
    const given = await waitingDraft();
    await given.inShop((tx) => saveSettings(tx, given.shopId, { voice: { signature: "The Fernweh team" } }));
    await given.inShop((tx) =>
      saveSendingAddress(tx, given.shopId, {
        address: "hello@fernweh.example",
        name: "Fernweh",
        signature: "Mia from Fernweh",
      }),
    );
    await given.inShop((tx) => tx.sendingAddress.updateMany({ data: { verifiedAt: new Date() } }));
    await given.approve();
    const { mail } = await given.outgoing();
    expect(mail.from).toEqual({ name: "Fernweh", address: "hello@fernweh.example" });
    expect(mail.text).toContain("\n\nMia from Fernweh\n\n");
    const other = await waitingDraft();
    await other.inShop((tx) => saveSettings(tx, other.shopId, { voice: { signature: "The Fernweh team" } }));
    await other.approve();
    expect((await other.outgoing()).mail.text).toContain("\n\nThe Fernweh team\n\n");
  });

  it("blocks an edit that says what no fact says, unless a person overrules it by name and reason", async () => {
    const given = await waitingDraft();
    const text =
      "Hello Ada,\n\nyour order #1001 arrives on 24 December and we refund 50.00 EUR.\n\nKind regards";
    const blocked = await given.approve({ text });
    expect(blocked.outcome).toBe("blocked");
    expect(blocked).toMatchObject({
      checks: expect.arrayContaining([expect.objectContaining({ outcome: "block" })]),
    });
    expect(await systemPrisma.delivery.count({ where: { shopId: given.shopId } })).toBe(0);
    expect((await given.approve({ text, overrule: { reason: "agreed on the phone" } })).outcome).toBe(
      "approved",
    );
    const { mail } = await given.outgoing();
    expect(mail.overruled).toEqual({ by: "42", reason: "agreed on the phone" });
    expect(mail.parts.text).toBe(text);
  });

  it("keeps the edited text as the draft's, and its sentences as they were drafted", async () => {
    const given = await waitingDraft();
    const text = "Hello Ada,\n\nYour order #1001 is on its way. Thank you for your patience.\n\nKind regards";
    expect((await given.approve({ text })).outcome).toBe("approved");
    const row = await systemPrisma.draft.findUniqueOrThrow({ where: { id: given.row.id } });
    const content = openJson(
      given.keys,
      { context: `drafts.sealed:${row.id}`, bytes: row.sealed },
      draftContentSchema,
    );
    expect(row).toMatchObject({ status: "sent", editedBy: "Mia", decidedBy: "42" });
    expect(content.text).toBe(text);
    expect(content.sentences).toHaveLength(4);
    expect((await given.outgoing()).mail.parts.makerLine).toBe("Drafted with AI, checked by Mia.");
  });

  it("says nothing of AI when a person wrote it all", async () => {
    const given = await waitingDraft();
    await given.approve({
      text: "Dear Ada, I looked for your parcel myself this morning and found it in our shelf. It leaves today, with my apologies.",
      overrule: { reason: "own words" },
    });
    const { mail } = await given.outgoing();
    expect(mail.parts.makerLine).toBe("");
    expect(mail.text).not.toContain("AI");
  });

  it("does not take a blocked draft as it is", async () => {
    const checks = [{ rule: "date", outcome: "block" as const, why: "no fact has this date" }];
    const given = await waitingDraft({}, { checks });
    expect(await given.approve()).toEqual({ outcome: "blocked", checks });
    expect((await given.approve({ overrule: { reason: "it is right" } })).outcome).toBe("approved");
  });

  it("sends nobody else's order, parcel or address, and no card number, whatever the reason", async () => {
    const given = await waitingDraft();
    const other = { person: { email: "mallory@shopper.example.test" } };
    await makeOrder(given.shop, given.keys, {
      ...other,
      name: "#2002",
      fulfillments: [{ trackingNumber: "RR123456785DE" }],
    });
    await makeOrder(given.shop, given.keys, { name: "#1001", person: { email: "ada@shopper.example.test" } });
    await makeConversation(given, { from: { name: "Eve", address: "eve@shopper.example.test" } });
    const overrule = { reason: "the manager said so" };
    const sends = async (words: string) => {
      const approved = await given.approve({ text: `Hello Ada,\n\n${words}\n\nKind regards`, overrule });
      if (approved.outcome !== "blocked") return approved.outcome;
      return approved.checks.filter(({ overrulable }) => overrulable === false).map(({ rule }) => rule);
    };
    expect(await sends("Order #2002 is on its way.")).toEqual(["others"]);
    expect(await sends("The number is RR123456785DE.")).toEqual(["others"]);
    expect(await sends("Please ask eve@shopper.example.test.")).toEqual(["others"]);
    expect(await sends("The card was 4111 1111 1111 1111.")).toEqual(["secret"]);
    expect(await systemPrisma.delivery.count({ where: { shopId: given.shopId } })).toBe(0);
    // Their own order and address, and what nobody has, a person may write for a reason.
    expect(await sends("Order #1001 comes to ada@shopper.example.test, not #7777.")).toBe("approved");
  });

  it("sends no reply without words, whoever overrules it", async () => {
    const given = await waitingDraft();
    for (const text of ["", " \n", "\u202e\u200b\u00a0\u2060"]) {
      const approved = await given.approve({ text, overrule: { reason: "they know" } });
      expect(approved).toMatchObject({ outcome: "blocked", checks: [{ rule: "empty", outcome: "block" }] });
    }
    const empty = await waitingDraft({}, { text: "" });
    expect(await empty.approve()).toMatchObject({ outcome: "blocked" });
    const shopIds = [given.shopId, empty.shopId];
    expect(await systemPrisma.delivery.count({ where: { shopId: { in: shopIds } } })).toBe(0);
  });

  it("gives every further click and person the first delivery", async () => {
    const given = await waitingDraft();
    const all = await Promise.all([
      given.approve(),
      given.approve({ staff: { id: "7", name: "Ben" } }),
      given.approve(),
    ]);
    expect(all.filter(({ outcome }) => outcome === "approved")).toHaveLength(1);
    expect(all.filter(({ outcome }) => outcome === "already_sent")).toHaveLength(2);
    expect(new Set(all.map((one) => ("deliveryId" in one ? one.deliveryId : null))).size).toBe(1);
  });

  it("sends one reply to a message: another draft's is already on its way, and one made before it left is stale", async () => {
    const given = await waitingDraft();
    const place = { conversationId: given.conversation.id, messageId: given.messageId };
    const second = await makeDraftRow(given, { ...place, version: 2 });
    const approved = await given.approve();
    if (approved.outcome !== "approved") throw new Error("the draft was not approved");
    const { deliveryId } = approved;
    expect(await given.approve({ draftId: second.id })).toEqual({ outcome: "already_sent", deliveryId });
    await systemPrisma.delivery.updateMany({ where: { shopId: given.shopId }, data: { status: "sent" } });
    expect(await given.approve({ draftId: second.id })).toEqual({ outcome: "stale" });
    // A reply that a person asked for after the first one left is a further reply.
    const third = await makeDraftRow(given, { ...place, version: 3 });
    expect((await given.approve({ draftId: third.id })).outcome).toBe("approved");
  });

  it("is stale when the shopper has written again since, unless it is only noise", async () => {
    const given = await waitingDraft();
    const later = new Date(Date.now() + 1_000);
    const [first] = await systemPrisma.message.findMany({ where: { conversationId: given.conversation.id } });
    if (!first) throw new Error("the conversation has no message");
    const id = randomUUID();
    const content = { ...given.message, text: "Please cancel it instead." };
    await systemPrisma.message.create({
      data: { ...first, id, at: later, sealed: sealJson(given.keys, `messages.sealed:${id}`, content) },
    });
    const place = { conversationId: given.conversation.id, messageId: id };
    expect(await given.approve()).toEqual({ outcome: "stale" });
    await systemPrisma.draft.update({ where: { id: given.row.id }, data: { status: "waiting" } });
    await makeReading(given.keys, place, { intent: "spam_or_auto" });
    expect((await given.approve()).outcome).toBe("approved");
  });

  it.each(["stale", "declined", "superseded"])("takes no %s draft", async (status) => {
    const given = await waitingDraft({}, { status });
    expect(await given.approve()).toEqual({ outcome: "stale" });
  });

  it.each([
    ["ada@shopper.example.test, evil@example.com"],
    ["ada@shopper.example.test>\r\nRCPT TO:<evil@example.com"],
    ["shop@inbound.example.test"],
    ["ada"],
  ])("does not write to %j", async (address) => {
    const given = await waitingDraft({ from: { name: "Ada", address } });
    expect((await given.approve()).outcome).toBe("no_address");
    expect(await systemPrisma.delivery.count({ where: { shopId: given.shopId } })).toBe(0);
  });

  it("writes to the shopper when a contact form handed the message in", async () => {
    const given = await waitingDraft({ handedInBy: { name: "Shopify", address: "mailer@shopify.example" } });
    await given.approve();
    expect((await given.outgoing()).mail.to.address).toBe("ada@shopper.example.test");
  });

  it("knows no other shop's draft", async () => {
    const given = await waitingDraft();
    const other = await makeShop();
    const asked = approveDraft(
      { inShop: forShop(other.shop.id), now: () => new Date() },
      { shopId: other.shop.id, conversationId: given.conversation.id, draftId: given.row.id, staff },
    );
    expect(await asked).toEqual({ outcome: "not_found" });
  });

  it("leaves nothing readable of the shopper in the ledger's plain columns", async () => {
    const given = await waitingDraft();
    await given.approve();
    const { delivery } = await given.outgoing();
    const { sealed: _sealed, ...plain } = delivery;
    expect(JSON.stringify(plain)).not.toMatch(/\b(?:ada|berg)\b|parcel/iu);
  });
});
