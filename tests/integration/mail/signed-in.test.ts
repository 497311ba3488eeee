// What being signed in proves: the account that is signed in, and nothing about the address that is typed beside it.
import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, it } from "vitest";
import { makeDraft } from "#app/care/draft/make-draft.server.ts";
import { readDraft } from "#app/care/draft/read-draft.server.ts";
import { readConversation } from "#app/conversation/read-conversation.server.ts";
import { forShop, type InShop } from "#app/db.server.ts";
import { recordContactForm } from "#app/ingest/contact-form.server.ts";
import { blindIndex, sealJson, type ShopKeys } from "#app/shop/seal.ts";
import { systemPrisma } from "#app/system-db.server.ts";
import { makeConversation, receiveRecorded } from "#tests/factories/message.ts";
import { makeCustomer, makeOrder } from "#tests/factories/order.ts";
import { makeReading } from "#tests/factories/reading.ts";
import { makeShop } from "#tests/factories/shop.ts";

const VICTIM = "victim@shopper.example";
const MALLORY = "mallory@attacker.example";
const parcel = { trackingNumber: "RR123456785DE" };

let shopId: string;
let keys: ShopKeys;
let inShop: InShop;

beforeEach(async () => {
  const made = await makeShop();
  shopId = made.shop.id;
  keys = made.keys;
  inShop = forShop(shopId);
});

const customer = (email: string) => makeCustomer({ id: shopId }, keys, { person: { email } });
const orderOf = async (email: string, given: { customerId?: string } = {}) =>
  (await makeOrder({ id: shopId }, keys, { ...given, person: { email }, fulfillments: [parcel] })).order;

/** Posts the form as a customer who is signed in, and what became of it. */
async function post(email: string, loggedInCustomerId: string | null) {
  const recorded = await recordContactForm({
    shopId,
    loggedInCustomerId,
    nonce: randomUUID(),
    name: "A Shopper",
    email,
    message: "Where is my parcel?",
  });
  if (recorded.outcome !== "recorded") throw new Error(recorded.outcome);
  await receiveRecorded(shopId, recorded.messageId);
  const message = await systemPrisma.message.findUniqueOrThrow({ where: { id: recorded.messageId } });
  const conversation = await inShop((tx) => readConversation(tx, keys, message.conversationId));
  if (!conversation) throw new Error("no conversation");
  return { message, conversation };
}

/** The draft of a message whose reading names these orders. */
async function draftAbout(
  { message }: Awaited<ReturnType<typeof post>>,
  orderIds: string[],
  language = "en",
) {
  const place = { conversationId: message.conversationId, messageId: message.id };
  await makeReading(keys, place, { language, orderIds, identity: "signed_in" });
  await makeDraft({ inShop, now: () => new Date() }, { shopId, messageId: message.id, automatic: true });
  const draft = await inShop((tx) => readDraft(tx, keys, message.conversationId));
  if (!draft) throw new Error("no draft");
  return draft;
}

describe("signed in, with somebody else's address", () => {
  it("proves nothing more than the address, and joins the writer to no account", async () => {
    const [victim, mallory] = [await customer(VICTIM), await customer(MALLORY)];
    await orderOf(VICTIM, { customerId: victim.id });
    const posted = await post(VICTIM, mallory.id);
    expect(posted.message.proof).toBe("address_match");
    expect(posted.conversation.customerId).toBe(victim.id);
    expect(posted.conversation.messages[0]?.content.signedInCustomerId).toBeUndefined();
  });

  it("nor with the address of a guest's order", async () => {
    const mallory = await customer(MALLORY);
    await orderOf(VICTIM);
    expect((await post(VICTIM, mallory.id)).message.proof).toBe("address_match");
  });

  it("proves nothing when the shop does not know the address: a replayed query tells a thief nothing", async () => {
    const victim = await customer(VICTIM);
    const victims = await orderOf(VICTIM, { customerId: victim.id });
    const posted = await post(MALLORY, victim.id);
    expect(posted.message.proof).toBe("none");
    expect(posted.conversation).toMatchObject({ customerId: null, orderIds: [] });
    expect(posted.conversation.messages[0]?.content.signedInCustomerId).toBeUndefined();
    await makeReading(
      keys,
      { conversationId: posted.conversation.id, messageId: posted.message.id },
      { orderIds: [victims.id], identity: "none" },
    );
    await makeDraft(
      { inShop, now: () => new Date() },
      { shopId, messageId: posted.message.id, automatic: true },
    );
    const draft = await inShop((tx) => readDraft(tx, keys, posted.conversation.id));
    expect(draft?.proof).toBe("none");
    expect(JSON.stringify(draft)).not.toContain(victims.name);
  });

  it("counts no longer once the account has another address", async () => {
    const eva = await customer("eva@shopper.example");
    const own = await orderOf("eva@shopper.example", { customerId: eva.id });
    const posted = await post("Eva@Shopper.example", eva.id);
    expect(posted.message.proof).toBe("signed_in");
    const told = await draftAbout(posted, [own.id]);
    expect(told.proof).toBe("signed_in");
    expect(JSON.stringify(told.facts)).toContain(own.name);
    await systemPrisma.customer.update({
      where: { shopId_id: { shopId, id: eva.id } },
      data: { sealed: sealJson(keys, `customers.sealed:${eva.id}`, { email: "new@shopper.example" }) },
    });
    const { conversationId } = posted.message;
    await makeDraft({ inShop, now: () => new Date() }, { shopId, messageId: posted.message.id });
    expect((await inShop((tx) => readDraft(tx, keys, conversationId)))?.proof).toBe("address_match");
  });

  it("speaks for the account's own orders, whatever address they have, and for no guest's of one address", async () => {
    const eva = await customer("eva@shopper.example");
    const elsewhere = await orderOf("work@shopper.example", { customerId: eva.id });
    const guest = await orderOf("eva@shopper.example");
    const theirs = await orderOf("work@shopper.example");
    const posted = await post("eva@shopper.example", eva.id);
    const { facts } = await draftAbout(posted, [elsewhere.id, guest.id, theirs.id]);
    const proofOf = (id: string) => facts.find(({ source }) => source.id === id)?.proof;
    expect([elsewhere, guest, theirs].map(({ id }) => proofOf(id))).toEqual([
      "signed_in",
      "address_match",
      undefined,
    ]);
  });

  it("does not go on in the conversation of the account that had the address before", async () => {
    const [one, two] = [await customer("shared@shopper.example"), await customer(MALLORY)];
    const first = await post("shared@shopper.example", one.id);
    const again = await post("shared@shopper.example", one.id);
    expect(again.conversation.id).toBe(first.conversation.id);
    const move = (id: string, email: string) =>
      systemPrisma.customer.update({
        where: { shopId_id: { shopId, id } },
        data: {
          emailIndex: blindIndex(keys, "email", email),
          sealed: sealJson(keys, `customers.sealed:${id}`, { email }),
        },
      });
    await move(one.id, "moved@shopper.example");
    await move(two.id, "shared@shopper.example");
    const other = await post("shared@shopper.example", two.id);
    expect(other.message.proof).toBe("signed_in");
    expect(other.conversation.id).not.toBe(first.conversation.id);
  });
});

it("greets by the contact's name only whoever writes from the contact's address", async () => {
  const greeted = async (writer: string) => {
    const contact = { name: "Eva Lindqvist", address: "eva@shopper.example" };
    const { conversationId, messageId } = await makeConversation({ keys, contact, proof: "none" });
    const content = { from: { name: "", address: writer }, subject: "Re", text: "And now?" };
    await systemPrisma.message.update({
      where: { id: messageId },
      data: { sealed: sealJson(keys, `messages.sealed:${messageId}`, content) },
    });
    await makeReading(keys, { conversationId, messageId }, { language: "en", identity: "none" });
    await makeDraft({ inShop, now: () => new Date() }, { shopId, messageId, automatic: true });
    return JSON.stringify(await inShop((tx) => readDraft(tx, keys, conversationId)));
  };
  expect(await greeted("EVA@shopper.example")).toContain("Hi Eva,");
  expect(await greeted(MALLORY)).not.toMatch(/Eva|Lindqvist/u);
});

it("believes no sign-in that names no account", async () => {
  const { conversationId, messageId } = await makeConversation({ keys, proof: "signed_in" });
  const { order } = await makeOrder({ id: shopId }, keys, { person: { email: "eva@shopper.example" } });
  const message = await systemPrisma.message.findUniqueOrThrow({ where: { id: messageId } });
  const conversation = await inShop((tx) => readConversation(tx, keys, conversationId));
  if (!conversation) throw new Error("no conversation");
  expect((await draftAbout({ message, conversation }, [order.id])).proof).toBe("address_match");
});

it("tells a promise to the conversation's contact and to nobody else who writes into it", async () => {
  const promised = async (contact: string, writer: string) => {
    const begun = await makeConversation({ keys, contact: { name: "Eva", address: contact } });
    const id = randomUUID();
    const sealed = sealJson(keys, `promises.sealed:${id}`, { text: "We send the blue tent on Monday." });
    const { conversationId, messageId } = begun;
    await systemPrisma.promise.create({ data: { id, shopId, conversationId, sealed, madeAt: new Date() } });
    const content = { from: { name: "Eva", address: writer }, subject: "Re", text: "And now?" };
    await systemPrisma.message.update({
      where: { id: begun.messageId },
      data: { sealed: sealJson(keys, `messages.sealed:${begun.messageId}`, content) },
    });
    await makeReading(keys, { conversationId, messageId });
    await makeDraft({ inShop, now: () => new Date() }, { shopId, messageId, automatic: true });
    return JSON.stringify((await inShop((tx) => readDraft(tx, keys, conversationId)))?.facts);
  };
  expect(await promised("eva@shopper.example", "Eva@shopper.example")).toContain("blue tent");
  expect(await promised("otto@shopper.example", MALLORY)).not.toContain("blue tent");
});
