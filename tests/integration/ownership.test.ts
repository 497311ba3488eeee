// Mail in → draft: what a writer learns of an order that is not theirs. Nothing, not even that it exists.
import { beforeEach, describe, expect, it } from "vitest";
import { makeDraft } from "#app/care/draft/make-draft.server.ts";
import { readDraft } from "#app/care/draft/read-draft.server.ts";
import { understandMessage } from "#app/care/understand/understand-message.server.ts";
import { forShop } from "#app/db.server.ts";
import type { Ports } from "#app/ports.ts";
import type { ShopKeys } from "#app/shop/seal.ts";
import { systemPrisma } from "#app/system-db.server.ts";
import { makeRun } from "#tests/factories/delivery.ts";
import { wordsOf, writeLetter, type Letter } from "#tests/factories/letter.ts";
import type { MailParts } from "#tests/factories/message.ts";
import { makeOrder, type GivenOrder } from "#tests/factories/order.ts";
import { makeShop } from "#tests/factories/shop.ts";

const NOW = new Date("2026-11-21T12:00:00Z");
const now = () => NOW;
const OTTO = "Otto Berg <otto@buyer.example>";
const EVA = "Eva Lindqvist <eva@shopper.example>";
const SECRETS = /Hamburg|Uferweg|20457|Trail bottle|59[.,]90|DHL|RR123456785DE|Otto|buyer\.example/u;

let shopId: string;
let keys: ShopKeys;

beforeEach(async () => {
  const made = await makeShop();
  ({ keys } = made);
  shopId = made.shop.id;
});

const order = async (email: string, given: GivenOrder) =>
  (await makeOrder({ id: shopId }, keys, { ...given, person: { email, ...given.person } })).order;

/** Otto's order, long overdue, so that its record has a voice of its own. */
const ottos = (name: string) =>
  order("otto@buyer.example", {
    name,
    placedAt: "2026-10-01T09:00:00.000Z",
    fulfillments: [
      {
        trackingNumber: "RR123456785DE",
        estimatedDeliveryAt: "2026-10-05T09:00:00.000Z",
        events: [{ status: "attempted_delivery", happenedAt: "2026-10-20T09:00:00.000Z" }],
      },
    ],
  });

const write = (mail: MailParts, given: { replyToken?: string } = {}) =>
  writeLetter({ keys, now }, mail, given);

/** What they wrote waits no more: what comes next stands for itself. */
const settled = () => systemPrisma.conversation.updateMany({ where: { shopId }, data: { status: "closed" } });

/** What gets to the shopper, or to who drafts for them. */
const told = ({ draft, reading }: Letter) => ({
  text: draft.text,
  facts: draft.facts
    .filter(({ source }) => source.entity !== "message" && source.entity !== "shop")
    .map(({ id }) => id),
  plan: draft.plan,
  language: draft.language,
  emotion: reading.emotion,
  unsure: reading.unsure,
  claims: reading.claims,
});

/** The same number exists in one run and does not in the other. */
const ASKED = [
  "Where is order #5001? It is late again, and nobody answers me!",
  "Where is order #5001? I ordered with otto@buyer.example, and my postcode is 20457.",
  "Please cancel order #5001 and tell me the delivery address.",
  "My parcel RR123456785DE has not moved. When was it handed over?",
  "Ich warte auf Bestellung #5001, laut Status zugestellt. Ich habe nichts bekommen!",
  "#5001 ?",
];

describe("a writer who names somebody else's order", () => {
  it.each(ASKED)("learns as much as of one that does not exist: %s", async (text) => {
    const none = told(await write({ from: EVA, text }));
    await settled();
    await ottos("#5001");
    const real = await write({ from: EVA, text, subject: "Where is my parcel now?" });
    expect({ ...told(real), text: wordsOf(real.draft.text) }).toEqual({
      ...none,
      text: wordsOf(none.text),
    });
    expect(JSON.stringify(told(real))).not.toMatch(SECRETS);
    expect(real.draft.plan.approach).toBe("ask_proof");
    expect(real.reading.proofs.every(({ level }) => level === "none")).toBe(true);
  });

  it.each(ASKED)(
    "as a known and authenticated customer with an order of their own, too: %s",
    async (text) => {
      await order("eva@shopper.example", { name: "#4001" });
      const none = told(await write({ from: EVA, text }));
      await settled();
      await ottos("#5001");
      const real = await write({ from: EVA, text, subject: "Where is my parcel now?" });
      expect(real.reading.identity).toBe("address_match");
      expect({ ...told(real), text: wordsOf(real.draft.text) }).toEqual({
        ...none,
        text: wordsOf(none.text),
      });
      expect(JSON.stringify(told(real))).not.toMatch(SECRETS);
    },
  );

  it("is told of their own order beside it, and of that one only", async () => {
    const own = await order("eva@shopper.example", { name: "#4001" });
    const theirs = await ottos("#5001");
    const { reading, draft } = await write({ from: EVA, text: "Where are order #4001 and order #5001?" });
    expect(reading.proofs).toEqual([
      { orderId: own.id, level: "address_match", by: ["address", "order_number"] },
      { orderId: theirs.id, level: "none", by: ["order_number"] },
    ]);
    expect(draft.text).toContain("#4001");
    expect(draft.text).not.toContain("#5001");
    expect(JSON.stringify(draft.facts)).not.toContain(theirs.id);
  });

  it.each(ASKED)("gets one answer to two mails about it, as of one that does not exist: %s", async (text) => {
    const isJoined = async () => {
      const first = await write({ from: EVA, text, subject: "Once" });
      const again = await write({ from: EVA, text, subject: "Again" });
      await settled();
      return again.conversation.id === first.conversation.id;
    };
    expect(await isJoined()).toBe(true);
    await ottos("#5001");
    expect(await isJoined()).toBe(true);
    await order("eva@shopper.example", { name: "#4001" });
    expect(await isJoined()).toBe(true);
  });

  it("gets the same answer to the next message as if the number were nobody's", async () => {
    const ask = async (named: string, about: string) => {
      const first = await write({ from: EVA, text: `Where is order ${named}?`, subject: about });
      const { replyToken } = first.conversation;
      return write({ from: EVA, text: "And where is it now?", subject: `Re: ${about}` }, { replyToken });
    };
    await order("eva@shopper.example", { name: "#4001" });
    await ottos("#5001");
    const [real, none] = [await ask("#5001", "One matter"), await ask("#9999", "Another matter")];
    expect(real.reading.orderIds).toEqual(none.reading.orderIds);
    expect(real.draft.facts.map(({ id }) => id).filter((id) => id.startsWith("order"))).toEqual(
      none.draft.facts.map(({ id }) => id).filter((id) => id.startsWith("order")),
    );
    expect(JSON.stringify(told(real))).not.toMatch(/#5001/u);
  });
});

describe("who writes into somebody else's conversation", () => {
  it("is told nothing of its contact's orders", async () => {
    const theirs = await ottos("#5001");
    const begun = await write({ from: OTTO, text: "Where is order #5001?" });
    expect(begun.draft.text).toContain("#5001");
    const { replyToken } = begun.conversation;
    const intruder = await write({ from: EVA, text: "And where is it now?" }, { replyToken });
    expect(intruder.conversation.id).toBe(begun.conversation.id);
    expect(intruder.reading.orderIds).toEqual([]);
    expect(JSON.stringify(intruder.draft.facts)).not.toContain(theirs.id);
    expect(intruder.draft.text).not.toMatch(/#5001/u);
    expect(intruder.draft.text).not.toMatch(SECRETS);
  });
});

it.each([
  ["as a display name", { From: '"otto@buyer.example" <eva@shopper.example>' }],
  ["in an encoded display name", { From: "=?utf-8?q?otto=40buyer.example?= <eva@shopper.example>" }],
  ["before another address", { From: "otto@buyer.example, eva@shopper.example" }],
  ["in a second From", { From: "otto@buyer.example\r\nFrom: eva@shopper.example" }],
  ["as a comment", { From: "eva@shopper.example (otto@buyer.example)" }],
  ["in a group", { From: "otto@buyer.example: eva@shopper.example;" }],
  ["before a second @", { From: "otto@buyer.example@shopper.example" }],
  ["as the Sender", { Sender: "otto@buyer.example" }],
  ["as Reply-To", { "Reply-To": "otto@buyer.example" }],
])("does not take an owner's address %s for the writer's", async (_what, headers) => {
  await ottos("#5001");
  const { reading, draft } = await write({
    text: "Where is order #5001?",
    headers: { From: EVA, ...headers },
  });
  expect(reading.proofs).toMatchObject([{ level: "none" }]);
  expect(draft.plan.approach).toBe("ask_proof");
});

it("tells the same order to its own address, and nothing to a forger whom the mail server caught", async () => {
  const own = await ottos("#5001");
  const honest = await write({ from: OTTO, text: "Where is order #5001?" });
  expect(honest.reading.proofs).toMatchObject([{ orderId: own.id, level: "address_match" }]);
  await settled();
  const caught = await write({ from: OTTO, text: "Where is order #5001? It never came.", subject: "Again" });
  await systemPrisma.message.update({ where: { id: caught.messageId }, data: { proof: "none" } });
  await systemPrisma.reading.deleteMany({ where: { messageId: caught.messageId } });
  await understandMessage({ now } as Ports, makeRun(shopId), { shopId, messageId: caught.messageId });
  await makeDraft({ inShop: forShop(shopId), now }, { shopId, messageId: caught.messageId });
  const draft = await forShop(shopId)((tx) => readDraft(tx, keys, caught.conversation.id));
  expect(draft?.plan.approach).toBe("ask_proof");
  expect(draft?.text).not.toMatch(/Hamburg|DHL|RR123456785DE/u);
});
