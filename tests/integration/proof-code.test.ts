// A code by mail: asked for with an approved reply, sent to the order's own address, brought back in the conversation.
import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, it } from "vitest";
import { makeDraft } from "#app/care/draft/make-draft.server.ts";
import { readDraft } from "#app/care/draft/read-draft.server.ts";
import { readReading } from "#app/care/understand/read-reading.server.ts";
import { understandMessage } from "#app/care/understand/understand-message.server.ts";
import { MOST_TRIES } from "#app/conversation/proof-code.ts";
import { readConversation } from "#app/conversation/read-conversation.server.ts";
import { recordContactForm } from "#app/ingest/contact-form.server.ts";
import type { Ports } from "#app/ports.ts";
import { systemPrisma } from "#app/system-db.server.ts";
import { codeIn, codeShop, MALLORY, OTTO, type CodeShop } from "#tests/factories/code-shop.ts";
import { makeRun } from "#tests/factories/delivery.ts";
import { wordsOf, writeLetter } from "#tests/factories/letter.ts";
import { receiveRecorded } from "#tests/factories/message.ts";
import { accepted, mailServer } from "#tests/factories/queued-reply.ts";
import { expectNowhere } from "#tests/factories/tenant-rows.ts";

let shop: CodeShop;
beforeEach(async () => {
  shop = await codeShop();
});

const another = (code: string) => (code.startsWith("111") ? "222 222" : "111 111");

describe("a code by mail", () => {
  it("goes to the order's address with the approved reply, and proves that one order when it comes back", async () => {
    const { id } = await shop.order("#5001");
    const letter = await shop.ask();
    const mails = await shop.send();
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
    const answer = await shop.write(`${code}, thanks`, { to: letter });
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
    expect(await shop.approve(answer)).toMatchObject({ outcome: "approved" });
    expect((await shop.codes()).map(({ state, codeHash }) => [state, codeHash])).toEqual([["used", ""]]);
  });

  it("is one mail of its own in the ledger, sent once, and stands nowhere in the shop's rows", async () => {
    await shop.order("#5001");
    const letter = await shop.ask();
    const server = mailServer(accepted);
    const code = codeIn(await shop.send(server));
    const [sent] = await shop.deliveries("code");
    expect(sent).toMatchObject({ status: "sent", draftId: null, conversationId: letter.conversation.id });
    expect(await shop.deliver(sent?.id ?? "", server)).toBe("it is sent");
    expect(server.taken).toHaveLength(2);
    await expectNowhere(shop.keys, new RegExp(`(?<!\\d)${code.replace(" ", " ?")}(?!\\d)`, "u"));
    const conversation = await shop.inShop((tx) => readConversation(tx, shop.keys, letter.conversation.id));
    expect(conversation?.messages.filter(({ direction }) => direction === "out")).toHaveLength(1);
  });

  it("asks in the same words where there is no such order, and answers a code in the same words", async () => {
    await shop.order("#5001");
    const letters = [
      await shop.ask("#5001", { subject: "One" }),
      await shop.ask("#9999", { subject: "Another" }),
    ];
    const mails = await shop.send();
    expect(await shop.deliveries("code")).toHaveLength(1);
    const [real, none] = letters.map(({ draft }) => wordsOf(draft.text));
    expect(real).toBe(none);
    const guess = another(codeIn(mails));
    const tried = [];
    for (const letter of letters) tried.push(await shop.write(`The code is ${guess}`, { to: letter }));
    expect(tried.map(({ reading }) => reading.proofCode)).toEqual(["wrong", "wrong"]);
    expect(wordsOf(tried[0]?.draft.text ?? "")).toBe(wordsOf(tried[1]?.draft.text ?? ""));
    expect(tried[0]?.draft).toMatchObject({ plan: { approach: "ask_proof", question: "proof.code" } });
    expect(tried[0]?.draft.text).toContain("does not fit");
    expect((await shop.codes()).map(({ orderId, tries }) => [orderId === null, tries])).toEqual([
      [false, 1],
      [true, 1],
    ]);
  });

  it("tells the person who approves whether one goes out", async () => {
    await shop.order("#5001");
    const notes = async (name: string) => {
      const { draft } = await shop.write(`Where is order ${name}?`, { subject: name });
      return draft.checks.find(({ rule }) => rule === "code");
    };
    expect(await notes("#5001")).toMatchObject({ outcome: "warn", why: expect.stringContaining("#5001") });
    expect(await notes("#9999")).toMatchObject({ why: expect.stringContaining("No code will be sent") });
  });

  it("does not go out when a person takes the question out of the reply", async () => {
    await shop.order("#5001");
    const letter = await shop.write("Where is order #5001?");
    const approved = await shop.approve(letter, "Hello Eva,\n\nplease call us.\n\nBest wishes");
    expect(approved).toMatchObject({ outcome: "approved" });
    expect(await shop.deliveries("code")).toEqual([]);
    expect(await shop.codes()).toEqual([]);
  });

  it("proves no other order, not even of the same address", async () => {
    const { id } = await shop.order("#5001");
    const other = await shop.order("#5002");
    const letter = await shop.ask();
    const code = codeIn(await shop.send());
    const answer = await shop.write(`${code}. Where are order #5001 and order #5002?`, { to: letter });
    const levels = Object.fromEntries(answer.reading.proofs.map(({ orderId, level }) => [orderId, level]));
    expect(levels).toEqual({ [id]: "code", [other.id]: "none" });
    expect(answer.draft.text).toContain("#5001");
    expect(answer.draft.text).not.toContain("#5002");
    expect(JSON.stringify(answer.draft.facts)).not.toContain(other.id);
  });

  it("ties the address it came from to that order, for what is written there next", async () => {
    const { id } = await shop.order("#5001");
    await shop.order("#5002");
    const letter = await shop.ask();
    const answer = await shop.write(codeIn(await shop.send()), { to: letter });
    const next = await shop.write("Thanks. When does it arrive?", { to: answer });
    expect(next.reading).toMatchObject({
      identity: "address_match",
      orderIds: [id],
      proofs: [{ orderId: id, level: "address_match", by: ["code_before"] }],
    });
    expect(next.draft.text).toContain("#5001");
    const address = await shop.write("Please send order #5001 somewhere else.", { to: answer });
    expect(JSON.stringify(address.draft.sentences)).not.toContain("Uferweg");
    const others = [
      await shop.write("Where is order #5001?", { to: answer, from: MALLORY }),
      await shop.write("Where is order #5001?", { subject: "A new conversation" }),
      await shop.write("Where is order #5002?", { to: answer }),
    ];
    expect(others.map(({ draft }) => draft.plan.approach)).toEqual(["ask_proof", "ask_proof", "ask_proof"]);
  });

  it("takes an answer from the order's own address, too", async () => {
    const { id } = await shop.order("#5001");
    await shop.ask();
    const mails = await shop.send();
    const mail = mails.find(({ to }) => to.address === OTTO);
    const answer = await writeLetter(shop, {
      from: `Otto <${OTTO}>`,
      subject: `Re: ${mail?.subject ?? ""}`,
      text: `${codeIn(mails)}`,
      headers: { "In-Reply-To": mail?.messageId ?? "" },
    });
    expect(answer.reading).toMatchObject({ identity: "code", orderIds: [id] });
    expect(answer.draft.text).toContain("#5001");
  });
});

it("is asked of who names the order in the storefront's form, too", async () => {
  await shop.order("#5001");
  const { shopId, inShop, now } = shop;
  const recorded = await recordContactForm({
    shopId,
    loggedInCustomerId: null,
    nonce: randomUUID(),
    name: "Eva",
    email: "eva@new.example",
    orderName: "5001",
    message: "Where is my parcel?",
  });
  if (recorded.outcome !== "recorded") throw new Error(recorded.outcome);
  const { messageId } = recorded;
  await receiveRecorded(shopId, messageId);
  await understandMessage({ now } as Ports, makeRun(shopId), { shopId, messageId });
  await makeDraft({ inShop, now }, { shopId, messageId, automatic: true });
  const { conversationId } = await systemPrisma.message.findUniqueOrThrow({ where: { id: messageId } });
  const draft = await inShop((tx) => readDraft(tx, shop.keys, conversationId));
  expect(draft?.plan.question).toBe("proof.code");
  expect(draft?.text).not.toContain("5001");
});

describe("what does not count", () => {
  it("a code a second time, in a later message", async () => {
    await shop.order("#5001");
    const letter = await shop.ask();
    const code = codeIn(await shop.send());
    const first = await shop.write(code, { to: letter });
    const words = `${code} and where is order #5001?`;
    const again = await shop.write(words, { to: letter });
    const other = await shop.write(words, { to: letter, from: MALLORY });
    const levels = [first, again, other].map(({ reading }) => reading.proofs.map(({ level }) => level));
    expect(levels).toEqual([["code"], ["address_match"], ["none"]]);
    expect(other.draft.text).not.toMatch(/Hamburg/u);
  });

  it("and the message that brought it, read again, says the same", async () => {
    await shop.order("#5001");
    const letter = await shop.ask();
    const answer = await shop.write(codeIn(await shop.send()), { to: letter });
    await systemPrisma.reading.deleteMany({ where: { messageId: answer.messageId } });
    await understandMessage({ now: shop.now } as Ports, makeRun(shop.shopId), {
      shopId: shop.shopId,
      messageId: answer.messageId,
    });
    const again = await shop.inShop((tx) =>
      readReading(tx, shop.keys, { messageId: answer.messageId, now: new Date() }),
    );
    expect(again).toMatchObject({ identity: "code", proofs: [{ level: "code" }] });
  });

  it("a code that is only quoted", async () => {
    await shop.order("#5001");
    const letter = await shop.ask();
    const code = codeIn(await shop.send());
    const quoted = `Any news?\n\nOn Sat, 21 Nov 2026 at 09:00, Fernweh Supply wrote:\n> ${code}\n> It is good for one answer.`;
    expect((await shop.write(quoted, { to: letter })).reading).toMatchObject({
      identity: "none",
      proofCode: null,
    });
    expect((await shop.codes())[0]).toMatchObject({ state: "open", tries: 0 });
  });

  it("a code of another conversation", async () => {
    await shop.order("#5001");
    await shop.ask("#5001", { subject: "One" });
    const code = codeIn(await shop.send());
    const other = await shop.write("Where is my parcel?", { subject: "Another" });
    expect((await shop.write(code, { to: other })).reading).toMatchObject({
      identity: "none",
      proofCode: null,
    });
  });

  it("the right code after too many wrong ones, however they come", async () => {
    await shop.order("#5001");
    const letter = await shop.ask();
    const code = codeIn(await shop.send());
    const wrong = Array.from({ length: MOST_TRIES }, (_, index) => `${index + 1}00000`).filter(
      (guess) => guess !== code.replace(" ", ""),
    );
    await shop.write(wrong.slice(0, 2).join("\n"), { to: letter });
    await shop.write([...wrong.slice(2), "900000", "800000", code].join("\n"), { to: letter });
    expect((await shop.codes())[0]).toMatchObject({ state: "void", tries: MOST_TRIES, codeHash: "" });
    expect((await shop.write(code, { to: letter })).reading).toMatchObject({
      identity: "none",
      proofCode: "wrong",
    });
  });

  it("a code whose day is over, in the words of a wrong one", async () => {
    await shop.order("#5001");
    const letter = await shop.ask();
    const code = codeIn(await shop.send());
    await systemPrisma.proofCode.updateMany({
      where: { shopId: shop.shopId },
      data: { expiresAt: new Date() },
    });
    expect((await shop.write(code, { to: letter })).reading).toMatchObject({
      identity: "none",
      proofCode: "wrong",
    });
  });

  it("a code that a newer one replaced, also before it left", async () => {
    await shop.order("#5001");
    const letter = await shop.ask();
    const first = codeIn(await shop.send());
    const wrong = await shop.write(another(first), { to: letter });
    expect(await shop.approve(wrong)).toMatchObject({ outcome: "approved" });
    const unsent = await shop.write("Where is order #5001 now?", { to: letter });
    expect(await shop.approve(unsent)).toMatchObject({ outcome: "approved" });
    expect((await shop.deliveries("code")).map(({ status }) => status)).toEqual([
      "sent",
      "cancelled",
      "queued",
    ]);
    const last = codeIn(await shop.send());
    expect((await shop.codes()).map(({ state }) => state).toSorted()).toEqual(["open", "void", "void"]);
    expect((await shop.write(first, { to: letter })).reading).toMatchObject({ proofCode: "wrong" });
    expect((await shop.write(last, { to: letter })).reading).toMatchObject({ identity: "code" });
  });
});
