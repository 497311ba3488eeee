// What being signed in proves: the account that is signed in, and nothing about the address that is typed beside it.
import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, it } from "vitest";
import { makeDraft } from "#app/care/draft/make-draft.server.ts";
import { readDraft } from "#app/care/draft/read-draft.server.ts";
import { readConversation } from "#app/conversation/read-conversation.server.ts";
import { forShop, type InShop } from "#app/db.server.ts";
import { recordContactForm } from "#app/ingest/contact-form.server.ts";
import { sealJson, type ShopKeys } from "#app/shop/seal.ts";
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

  it("is told of the account's own orders only, even when the typed address becomes somebody's later", async () => {
    const mallory = await customer(MALLORY);
    const own = await orderOf(MALLORY, { customerId: mallory.id });
    const posted = await post(VICTIM, mallory.id);
    expect(posted.message.proof).toBe("signed_in");
    expect(posted.conversation).toMatchObject({ customerId: mallory.id, orderIds: [own.id] });
    const victims = await orderOf(VICTIM);
    const draft = await draftAbout(posted, [own.id, victims.id]);
    expect(draft.proof).toBe("signed_in");
    expect(JSON.stringify(draft.facts)).toContain(own.name);
    expect(JSON.stringify(draft)).not.toContain(victims.name);
  });

  it("does not go on in another account's conversation of the same address", async () => {
    const [one, two] = [await customer(MALLORY), await customer("other@shopper.example")];
    const first = await post("shared@shopper.example", one.id);
    const second = await post("shared@shopper.example", two.id);
    const third = await post("shared@shopper.example", one.id);
    expect(second.conversation.id).not.toBe(first.conversation.id);
    expect(third.conversation.id).toBe(first.conversation.id);
  });
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
