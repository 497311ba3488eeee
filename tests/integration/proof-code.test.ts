// A code by mail: asked for with an approved reply, sent to the order's own address, brought back in the conversation.
import { beforeEach, describe, expect, it } from "vitest";
import { deliverReply } from "#app/care/deliver/deliver-reply.server.ts";
import { makeDraft } from "#app/care/draft/make-draft.server.ts";
import { approveDraft } from "#app/care/review/approve-draft.server.ts";
import { settleDelivery } from "#app/care/review/settle-delivery.server.ts";
import { understandMessage } from "#app/care/understand/understand-message.server.ts";
import { CODES_A_DAY, MOST_TRIES } from "#app/conversation/proof-code.ts";
import { readConversation } from "#app/conversation/read-conversation.server.ts";
import { readReading } from "#app/care/understand/read-reading.server.ts";
import { forShop } from "#app/db.server.ts";
import { TryAgainAt } from "#app/job.ts";
import { hours, minutes } from "#app/lib/duration.ts";
import type { OutgoingMail, Ports } from "#app/ports.ts";
import { collectConversations } from "#app/privacy/collect-conversations.server.ts";
import { removeConversations } from "#app/privacy/remove-conversations.server.ts";
import { blindIndex, type ShopKeys } from "#app/shop/seal.ts";
import { systemPrisma } from "#app/system-db.server.ts";
import { makeRun } from "#tests/factories/delivery.ts";
import { wordsOf, writeLetter, type Letter } from "#tests/factories/letter.ts";
import { makeOrder } from "#tests/factories/order.ts";
import { accepted, mailServer } from "#tests/factories/queued-reply.ts";
import { makeShop } from "#tests/factories/shop.ts";
import { expectNowhere } from "#tests/factories/tenant-rows.ts";

const OTTO = "otto@buyer.example";
const EVA = "Eva Lindqvist <eva@new.example>";
const staff = { id: "42", name: "Mia" };

let shopId: string;
let keys: ShopKeys;
/** What the app's clock shows; mail is received by the real one. */
let clock: Date;
const now = () => {
  clock = new Date(clock.getTime() + 1);
  return clock;
};

beforeEach(async () => {
  const made = await makeShop();
  ({ keys } = made);
  shopId = made.shop.id;
  clock = new Date(Date.now() - minutes(1));
});

const order = async (name: string, email = OTTO) =>
  (
    await makeOrder({ id: shopId }, keys, {
      name,
      locale: "de",
      person: { email, customerName: "Otto Berg" },
      fulfillments: [{ events: [{}] }],
    })
  ).order;

const write = (text: string, given: { to?: Letter; from?: string; subject?: string } = {}) =>
  writeLetter(
    { keys, now },
    { from: given.from ?? EVA, text, subject: given.subject ?? "My order" },
    given.to ? { replyToken: given.to.conversation.replyToken } : {},
  );

const approve = (letter: Letter, text?: string) =>
  approveDraft(
    { inShop: forShop(shopId), now },
    { shopId, conversationId: letter.conversation.id, draftId: letter.draft.id, staff, text },
  );

const deliveries = (purpose: "reply" | "code") =>
  systemPrisma.delivery.findMany({ where: { shopId, purpose }, orderBy: { createdAt: "asc" } });

const deliver = (deliveryId: string, mail: { sendMail: Ports["sendMail"] }) =>
  deliverReply({ ...mail, now } as Ports, makeRun(shopId), { shopId, deliveryId });

/** Runs every delivery that is queued, as the worker would, and returns what left. */
async function send(server = mailServer(accepted)): Promise<OutgoingMail[]> {
  const queued = await systemPrisma.delivery.findMany({ where: { shopId, status: "queued" } });
  for (const { id } of queued) await deliver(id, server);
  return server.taken;
}

const codeIn = (mails: OutgoingMail[]) => {
  const found = mails.map(({ text }) => /^(\d{3} \d{3})$/mu.exec(text)?.[1]).find(Boolean);
  if (!found) throw new Error("no code left");
  return found;
};
const another = (code: string) => (code.startsWith("111") ? "222 222" : "111 111");

/** Somebody asks about an order from an address it does not know; a person approves that a code goes out. */
async function ask(name = "#5001", given: { from?: string; subject?: string } = {}) {
  const letter = await write(`Where is order ${name}? It has not arrived.`, given);
  expect(letter.draft.plan.question).toBe("proof.code");
  expect(await approve(letter)).toMatchObject({ outcome: "approved" });
  return letter;
}

const codes = () => systemPrisma.proofCode.findMany({ where: { shopId }, orderBy: { createdAt: "asc" } });

describe("a code by mail", () => {
  it("goes to the order's address with the approved reply, and proves that one order when it comes back", async () => {
    const { id } = await order("#5001");
    const letter = await ask();
    const mails = await send();
    expect(mails.map(({ to }) => to.address).toSorted()).toEqual(["eva@new.example", OTTO]);
    const [reply, mail] = ["eva@new.example", OTTO].map((to) => mails.find((one) => one.to.address === to));
    expect(reply?.text).toContain("If the order number is right, a code is on its way");
    expect(reply?.text).not.toMatch(/5001|buyer\.example|\d{3} \d{3}/u);
    expect(mail).toMatchObject({
      subject: "Dein Code für Fernweh Supply",
      references: [],
      headers: { "Auto-Submitted": "auto-generated" },
      replyTo: { address: reply?.replyTo.address },
    });
    expect(mail?.text).not.toMatch(/Eva|new\.example/u);

    const code = codeIn(mails);
    const answer = await write(`${code}, thanks`, { to: letter });
    expect(answer.conversation.id).toBe(letter.conversation.id);
    expect(answer.reading).toMatchObject({
      identity: "code",
      proofCode: "matched",
      orderIds: [id],
      proofs: [{ orderId: id, level: "code", by: ["code"] }],
      intent: letter.reading.intent,
    });
    expect(answer.draft.plan.approach).toBe("answer");
    expect(answer.draft.text).toContain("#5001");
    expect(answer.draft.text).toContain("Hamburg");
    expect(answer.draft.checks.filter(({ outcome }) => outcome === "block")).toEqual([]);
    expect(await approve(answer)).toMatchObject({ outcome: "approved" });
    expect((await codes()).map(({ state, codeHash }) => [state, codeHash])).toEqual([["used", ""]]);
  });

  it("is one mail of its own in the ledger, sent once, and stands nowhere in the shop's rows", async () => {
    await order("#5001");
    const letter = await ask();
    const server = mailServer(accepted);
    const code = codeIn(await send(server));
    const [sent] = await deliveries("code");
    expect(sent).toMatchObject({ status: "sent", draftId: null, conversationId: letter.conversation.id });
    expect(await deliver(sent?.id ?? "", server)).toBe("it is sent");
    expect(server.taken).toHaveLength(2);
    await expectNowhere(keys, new RegExp(`(?<!\\d)${code.replace(" ", " ?")}(?!\\d)`, "u"));
    const conversation = await forShop(shopId)((tx) => readConversation(tx, keys, letter.conversation.id));
    expect(conversation?.messages.filter(({ direction }) => direction === "out")).toHaveLength(1);
  });

  it("asks in the same words where there is no such order, and answers a code in the same words", async () => {
    await order("#5001");
    const letters = [await ask("#5001", { subject: "One" }), await ask("#9999", { subject: "Another" })];
    const mails = await send();
    expect(await deliveries("code")).toHaveLength(1);
    const [real, none] = letters.map(({ draft }) => wordsOf(draft.text));
    expect(real).toBe(none);
    const guess = another(codeIn(mails));
    const tried = [];
    for (const letter of letters) tried.push(await write(`The code is ${guess}`, { to: letter }));
    expect(tried.map(({ reading }) => reading.proofCode)).toEqual(["wrong", "wrong"]);
    expect(wordsOf(tried[0]?.draft.text ?? "")).toBe(wordsOf(tried[1]?.draft.text ?? ""));
    expect(tried[0]?.draft).toMatchObject({ plan: { approach: "ask_proof", question: "proof.code" } });
    expect(tried[0]?.draft.text).toContain("does not fit");
    expect((await codes()).map(({ orderId, tries }) => [orderId === null, tries])).toEqual([
      [false, 1],
      [true, 1],
    ]);
  });

  it("tells the person who approves whether one goes out", async () => {
    await order("#5001");
    const notes = async (name: string) => {
      const { draft } = await write(`Where is order ${name}?`, { subject: name });
      return draft.checks.find(({ rule }) => rule === "code");
    };
    expect(await notes("#5001")).toMatchObject({ outcome: "warn", why: expect.stringContaining("#5001") });
    expect(await notes("#9999")).toMatchObject({ why: expect.stringContaining("No code will be sent") });
  });

  it("does not go out when a person takes the question out of the reply", async () => {
    await order("#5001");
    const letter = await write("Where is order #5001?");
    const approved = await approve(letter, "Hello Eva,\n\nplease call us.\n\nBest wishes");
    expect(approved).toMatchObject({ outcome: "approved" });
    expect(await deliveries("code")).toEqual([]);
    expect(await codes()).toEqual([]);
  });

  it("proves no other order, not even of the same address", async () => {
    const { id } = await order("#5001");
    const other = await order("#5002");
    const letter = await ask();
    const code = codeIn(await send());
    const answer = await write(`${code}. Where are order #5001 and order #5002?`, { to: letter });
    const levels = Object.fromEntries(answer.reading.proofs.map(({ orderId, level }) => [orderId, level]));
    expect(levels).toEqual({ [id]: "code", [other.id]: "none" });
    expect(answer.draft.text).toContain("#5001");
    expect(answer.draft.text).not.toContain("#5002");
    expect(JSON.stringify(answer.draft.facts)).not.toContain(other.id);
  });

  it("ties the address it came from to that order, for what is written there next", async () => {
    const { id } = await order("#5001");
    await order("#5002");
    const letter = await ask();
    const answer = await write(codeIn(await send()), { to: letter });
    const next = await write("Thanks. When does it arrive?", { to: answer });
    expect(next.reading).toMatchObject({
      identity: "address_match",
      orderIds: [id],
      proofs: [{ orderId: id, level: "address_match", by: ["code_before"] }],
    });
    expect(next.draft.text).toContain("#5001");
    const address = await write("Please send order #5001 somewhere else.", { to: answer });
    expect(JSON.stringify(address.draft.sentences)).not.toContain("Uferweg");
    const others = [
      await write("Where is order #5001?", { to: answer, from: "Mallory <mallory@evil.example>" }),
      await write("Where is order #5001?", { subject: "A new conversation" }),
      await write("Where is order #5002?", { to: answer }),
    ];
    expect(others.map(({ draft }) => draft.plan.approach)).toEqual(["ask_proof", "ask_proof", "ask_proof"]);
  });

  it("takes an answer from the order's own address, too", async () => {
    const { id } = await order("#5001");
    await ask();
    const mails = await send();
    const mail = mails.find(({ to }) => to.address === OTTO);
    const answer = await writeLetter(
      { keys, now },
      {
        from: `Otto <${OTTO}>`,
        subject: `Re: ${mail?.subject ?? ""}`,
        text: `${codeIn(mails)}`,
        headers: { "In-Reply-To": mail?.messageId ?? "" },
      },
    );
    expect(answer.reading).toMatchObject({ identity: "code", orderIds: [id] });
    expect(answer.draft.text).toContain("#5001");
  });
});

describe("what does not count", () => {
  it("a code a second time, in a later message", async () => {
    await order("#5001");
    const letter = await ask();
    const code = codeIn(await send());
    const first = await write(code, { to: letter });
    const words = `${code} and where is order #5001?`;
    const again = await write(words, { to: letter });
    const other = await write(words, { to: letter, from: "Mallory <mallory@evil.example>" });
    const levels = [first, again, other].map(({ reading }) => reading.proofs.map(({ level }) => level));
    expect(levels).toEqual([["code"], ["address_match"], ["none"]]);
    expect(other.draft.text).not.toMatch(/Hamburg/u);
  });

  it("and the message that brought it, read again, says the same", async () => {
    await order("#5001");
    const letter = await ask();
    const answer = await write(codeIn(await send()), { to: letter });
    await systemPrisma.reading.delete({ where: { messageId: answer.messageId } });
    await understandMessage({ now } as Ports, makeRun(shopId), { shopId, messageId: answer.messageId });
    const again = await forShop(shopId)((tx) => readReading(tx, keys, answer.messageId));
    expect(again).toMatchObject({ identity: "code", proofs: [{ level: "code" }] });
  });

  it("a code that is only quoted", async () => {
    await order("#5001");
    const letter = await ask();
    const code = codeIn(await send());
    const quoted = `Any news?\n\nOn Sat, 21 Nov 2026 at 09:00, Fernweh Supply wrote:\n> ${code}\n> It is good for one answer.`;
    expect((await write(quoted, { to: letter })).reading).toMatchObject({
      identity: "none",
      proofCode: null,
    });
    expect((await codes())[0]).toMatchObject({ state: "open", tries: 0 });
  });

  it("a code of another conversation", async () => {
    await order("#5001");
    await ask("#5001", { subject: "One" });
    const code = codeIn(await send());
    const other = await write("Where is my parcel?", { subject: "Another" });
    expect((await write(code, { to: other })).reading).toMatchObject({ identity: "none", proofCode: null });
  });

  it("the right code after too many wrong ones, however they come", async () => {
    await order("#5001");
    const letter = await ask();
    const code = codeIn(await send());
    const wrong = Array.from({ length: MOST_TRIES }, (_, index) => `${index + 1}00000`).filter(
      (guess) => guess !== code.replace(" ", ""),
    );
    await write(wrong.slice(0, 2).join("\n"), { to: letter });
    await write([...wrong.slice(2), "900000", "800000", code].join("\n"), { to: letter });
    expect((await codes())[0]).toMatchObject({ state: "void", tries: MOST_TRIES, codeHash: "" });
    expect((await write(code, { to: letter })).reading).toMatchObject({
      identity: "none",
      proofCode: "wrong",
    });
  });

  it("a code whose day is over, in the words of a wrong one", async () => {
    await order("#5001");
    const letter = await ask();
    const code = codeIn(await send());
    await systemPrisma.proofCode.updateMany({ where: { shopId }, data: { expiresAt: new Date() } });
    expect((await write(code, { to: letter })).reading).toMatchObject({
      identity: "none",
      proofCode: "wrong",
    });
  });

  it("a code that a newer one replaced, also before it left", async () => {
    await order("#5001");
    const letter = await ask();
    const first = codeIn(await send());
    const wrong = await write(another(first), { to: letter });
    expect(await approve(wrong)).toMatchObject({ outcome: "approved" });
    const unsent = await write("Where is order #5001 now?", { to: letter });
    expect(await approve(unsent)).toMatchObject({ outcome: "approved" });
    expect((await deliveries("code")).map(({ status }) => status)).toEqual(["sent", "cancelled", "queued"]);
    const last = codeIn(await send());
    expect((await codes()).map(({ state }) => state).toSorted()).toEqual(["open", "void", "void"]);
    if (first !== last)
      expect((await write(first, { to: letter })).reading).toMatchObject({ proofCode: "wrong" });
    expect((await write(last, { to: letter })).reading).toMatchObject({ identity: "code" });
  });
});

describe("another attempt", () => {
  it("draws another code: the one before counts no longer", async () => {
    await order("#5001");
    const letter = await ask();
    const [code] = await deliveries("code");
    const id = code?.id ?? "";
    const server = mailServer({ outcome: "deferred", code: 451, response: "451 later" }, accepted);
    await expect(deliver(id, server)).rejects.toBeInstanceOf(TryAgainAt);
    clock = (await systemPrisma.delivery.findUniqueOrThrow({ where: { id } })).nextAttemptAt;
    await deliver(id, server);
    const [first, second] = server.taken.map((mail) => codeIn([mail]));
    expect(new Set(server.taken.map(({ messageId }) => messageId)).size).toBe(1);
    if (first !== second)
      expect((await write(first ?? "", { to: letter })).reading).toMatchObject({ proofCode: "wrong" });
    expect((await write(second ?? "", { to: letter })).reading).toMatchObject({ identity: "code" });
  });

  it("counts when nobody knows whether its mail left, and can be settled like a reply", async () => {
    await order("#5001");
    const letter = await ask();
    const [code] = await deliveries("code");
    const server = mailServer({ outcome: "unknown", reason: "ETIMEDOUT" });
    await deliver(code?.id ?? "", server);
    const settled = { shopId, deliveryId: code?.id ?? "", as: "sent" as const, staff };
    expect(await settleDelivery({ inShop: forShop(shopId), now }, settled)).toMatchObject({ status: "sent" });
    expect((await write(codeIn(server.taken), { to: letter })).reading).toMatchObject({ identity: "code" });
  });
});

describe("how often", () => {
  it("a conversation is asked no more than so often a day, whether or not there is the order", async () => {
    await order("#5001");
    const lasts = [];
    for (const name of ["#5001", "#9999"]) {
      const letter = await ask(name, { subject: name });
      for (let asked = 1; asked < CODES_A_DAY; asked += 1)
        await approve(await write(`Where is order ${name}, please?`, { to: letter }));
      lasts.push(await write(`Where is order ${name}, at last?`, { to: letter }));
    }
    expect(lasts.map(({ draft }) => draft.plan.question)).toEqual(["proof.ask_email", "proof.ask_email"]);
    expect(await deliveries("code")).toHaveLength(CODES_A_DAY);
    clock = new Date(clock.getTime() + hours(25));
    const [letter] = lasts;
    await makeDraft({ inShop: forShop(shopId), now }, { shopId, messageId: letter?.messageId ?? "" });
    const { draft } = await write("Where is order #5001 today?", { to: letter as Letter });
    expect(draft.plan.question).toBe("proof.code");
  });

  it("an order gets no more than so many a day, and nobody is told", async () => {
    await order("#5001");
    for (let asked = 0; asked <= CODES_A_DAY; asked += 1)
      await ask("#5001", { from: `Eva <eva${asked}@new.example>`, subject: `Asked ${asked}` });
    expect(await deliveries("code")).toHaveLength(CODES_A_DAY);
    expect((await codes()).at(-1)?.orderId).toBeNull();
  });

  it("an approval that comes too late for its draft is refused, and drafted anew", async () => {
    await order("#5001");
    const letter = await write("Where is order #5001?");
    const row = {
      shopId,
      conversationId: letter.conversation.id,
      messageId: letter.messageId,
      expiresAt: clock,
      createdAt: clock,
    };
    await systemPrisma.proofCode.createMany({
      data: Array.from({ length: CODES_A_DAY }, (_, index) => ({ ...row, id: `${shopId}-${index}` })),
    });
    expect(await approve(letter)).toEqual({ outcome: "stale" });
    expect(await deliveries("reply")).toEqual([]);
  });
});

describe("privacy", () => {
  const person = (email: string, orderIds: string[]) => ({
    customerIds: [],
    orderIds,
    emails: [email],
    contacts: [blindIndex(keys, "email", email)],
  });

  it("a code goes with its order's owner, and with who asked for it", async () => {
    const { id } = await order("#5001");
    await ask();
    await forShop(shopId)((tx) => removeConversations(tx, keys, person(OTTO, [id])));
    expect(await codes()).toEqual([]);
    expect(await deliveries("code")).toEqual([]);
    await ask("#5001", { subject: "Once more" });
    await forShop(shopId)((tx) => removeConversations(tx, keys, person("eva@new.example", [])));
    expect(await codes()).toEqual([]);
  });

  it("who asked is not given the owner's address with their own data", async () => {
    await order("#5001");
    await ask();
    await send();
    const data = await forShop(shopId)((tx) => collectConversations(tx, keys, person("eva@new.example", [])));
    expect(JSON.stringify(data)).toContain("a code is on its way");
    expect(JSON.stringify(data)).not.toContain(OTTO);
  });
});
