import { describe, expect, it } from "vitest";
import { readConversation } from "#app/conversation/read-conversation.server.ts";
import { forShop } from "#app/db.server.ts";
import { days } from "#app/lib/duration.ts";
import { eraseOverdue } from "#app/privacy/erase-overdue.server.ts";
import { showOutgoing } from "#app/desk/show-outgoing.server.ts";
import { removeConversations } from "#app/privacy/remove-conversations.server.ts";
import { saveSettings } from "#app/shop/save-settings.server.ts";
import { blindIndex, sealBytes, type ShopKeys } from "#app/shop/seal.ts";
import { systemPrisma } from "#app/system-db.server.ts";
import { mergeShop } from "#tests/factories/merge-shop.ts";

const OTTO = { from: { name: "Otto", address: "otto@shopper.example.test" } };
const MIRA = { from: { name: "Mira", address: "mira@shopper.example.test" } };
const OTTOS_ORDER = "9001";
const ADAS_ADDRESS = "ada@shopper.example.test";
const ADAS_ORDER = "7001";

/** A shop with a conversation each of Ada, Otto and Mira, and what removes Otto. */
async function threePeople() {
  const shop = await mergeShop();
  const ada = await shop.conversation({ orderIds: [ADAS_ORDER] });
  const otto = await shop.conversation({ ...OTTO, orderIds: [OTTOS_ORDER] });
  const mira = await shop.conversation({ ...MIRA, orderIds: ["8001"] });
  const merge = async (into: { id: string }, from: { id: string }) => {
    const done = await shop.merge(into.id, from.id, { otherContact: true });
    if (done.outcome !== "merged") throw new Error(done.outcome);
    return done.mergeId;
  };
  const remove = (address: string, orderId: string) =>
    shop.inShop((tx) =>
      removeConversations(tx, shop.keys, {
        ...{ customerIds: [], orderIds: [orderId], emails: [address] },
        contacts: [blindIndex(shop.keys, "email", address)],
      }),
    );
  const removeOtto = () => remove(OTTO.from.address, OTTOS_ORDER);
  const removeAda = () => remove(ADAS_ADDRESS, ADAS_ORDER);
  const merges = () =>
    systemPrisma.conversationMerge.findMany({ where: { shopId: shop.shopId }, orderBy: { at: "asc" } });
  return { ...shop, ada, otto, mira, merge, removeOtto, removeAda, merges };
}

/** The mail that a message came as, which the shop keeps no longer. */
async function overdueMail(keys: ShopKeys, { id, sender }: { id: string; sender: string }) {
  const { shopId } = keys;
  await systemPrisma.inboundMessage.create({
    data: {
      ...{ id, shopId, channel: "email", contentHash: id, size: 9, state: "threaded" },
      receivedAt: new Date(Date.now() - days(40)),
      senderIndex: blindIndex(keys, "email", sender),
      sealed: sealBytes(keys, `inbound_messages.sealed:${id}`, Buffer.from("From: Otto")),
    },
  });
  const retention = { rawDays: 30, attachmentDays: null, conversationDays: null };
  await forShop(shopId)((tx) => saveSettings(tx, shopId, { retention }));
  await eraseOverdue(new Date());
  expect(await systemPrisma.inboundMessage.findUniqueOrThrow({ where: { id } })).toMatchObject({ size: 0 });
}

const messagesIn = async (conversationId: string) =>
  (await systemPrisma.message.findMany({ where: { conversationId }, orderBy: { at: "asc" } })).map(
    ({ id }) => id,
  );

/** What is left of a conversation's people in one that stays. */
async function leftIn(conversationId: string) {
  const { orderIds } = await systemPrisma.conversation.findUniqueOrThrow({ where: { id: conversationId } });
  const where = { conversationId };
  return {
    orderIds: orderIds.toSorted(),
    notes: await systemPrisma.note.count({ where }),
    facts: await systemPrisma.staffFact.count({ where }),
  };
}

describe("what is kept of merges to undo them", () => {
  it("goes with the person whose conversation took one in before it went into another", async () => {
    const { ada, otto, mira, merge, removeOtto, merges, unmerge } = await threePeople();
    await merge(otto, ada);
    const last = await merge(mira, otto);
    await removeOtto();
    expect(await merges()).toMatchObject([
      { fromId: ada.id, sealed: null },
      { fromId: otto.id, contactIndex: null, moved: {}, sealed: null },
    ]);
    expect(await unmerge(last)).toEqual({ outcome: "too_late" });
    expect((await leftIn(mira.id)).orderIds).toEqual([ADAS_ORDER, "8001"]);
  });

  it("goes with the person whose conversation was in one that went on into another", async () => {
    const { ada, otto, mira, merge, removeOtto, merges, unmerge } = await threePeople();
    await merge(ada, otto);
    const last = await merge(mira, ada);
    await removeOtto();
    const [ottos, adas] = await merges();
    expect(ottos).toMatchObject({ contactIndex: null, moved: {}, sealed: null });
    // That Ada's went there, and with what, is how it is found once she is erased, too.
    expect(adas).toMatchObject({ id: last, fromId: ada.id, intoId: mira.id, sealed: null });
    expect(adas?.contactIndex).not.toBeNull();
    expect(await unmerge(last)).toEqual({ outcome: "too_late" });
  });

  it("is shown no more to be undone once a person of it is erased", async () => {
    const { ada, otto, mira, merge, removeOtto, inShop, keys } = await threePeople();
    await merge(ada, otto);
    await merge(mira, ada);
    await removeOtto();
    const shown = await inShop(async (tx) => {
      const conversation = await readConversation(tx, keys, mira.id);
      return conversation && (await showOutgoing(tx, keys, { conversation, now: new Date() })).merges;
    });
    expect(shown).toEqual([]);
  });

  it("stays of people who never met them", async () => {
    const { ada, mira, merge, removeOtto, merges } = await threePeople();
    const id = await merge(mira, ada);
    await removeOtto();
    const [only] = await merges();
    expect(only).toMatchObject({ id });
    expect(only?.sealed).not.toBeNull();
  });
});

describe("a person who is erased after another one with whom their conversation hung together", () => {
  it.each([
    { which: "had come into theirs", order: "before" as const },
    { which: "had taken theirs in", order: "between" as const },
  ])("goes from where it is by then, where that one's $which", async ({ order }) => {
    const { ada, otto, mira, merge, removeOtto, removeAda } = await threePeople();
    const alone = await leftIn(mira.id);
    await (order === "before" ? merge(ada, otto) : merge(otto, ada));
    await (order === "before" ? merge(mira, ada) : merge(mira, otto));
    await removeOtto();
    await removeAda();
    expect(await leftIn(mira.id)).toEqual(alone);
  });
});

describe("what a person wrote that stands in a conversation with somebody else", () => {
  it("goes though the mail that it came as was kept no longer", async () => {
    const { ada, otto, keys, removeOtto } = await threePeople();
    const [id = ""] = otto.messageIds;
    await systemPrisma.message.update({ where: { id }, data: { conversationId: ada.id } });
    await overdueMail(keys, { id, sender: OTTO.from.address });
    await removeOtto();
    expect(await messagesIn(ada.id)).toEqual(ada.messageIds);
    expect(await systemPrisma.inboundMessage.findUniqueOrThrow({ where: { id } })).toMatchObject({
      senderIndex: null,
    });
  });

  it("goes where a merge brought it, though nothing is known of the mail", async () => {
    const { ada, otto, mira, merge, removeOtto } = await threePeople();
    await merge(ada, otto);
    await merge(mira, ada);
    await removeOtto();
    expect(await messagesIn(mira.id)).toEqual([...ada.messageIds, ...mira.messageIds]);
  });

  it("takes with it nothing of whose conversation had come into theirs before", async () => {
    const { ada, otto, mira, merge, removeOtto } = await threePeople();
    const [hers, alone] = [await leftIn(ada.id), await leftIn(mira.id)];
    await merge(otto, ada);
    await merge(mira, otto);
    await removeOtto();
    expect(await messagesIn(mira.id)).toEqual([...ada.messageIds, ...mira.messageIds]);
    expect(await leftIn(mira.id)).toEqual({
      orderIds: [...hers.orderIds, ...alone.orderIds],
      notes: hers.notes + alone.notes,
      facts: hers.facts + alone.facts,
    });
  });
});
