// An address can be written on any mail: changes to an order and what was paid for it need a code, of its owner too.
import { beforeEach, describe, expect, it } from "vitest";
import { codeIn, codeShop, EVA, OTTO, type CodeShop } from "#tests/factories/code-shop.ts";

let shop: CodeShop;
beforeEach(async () => {
  shop = await codeShop();
});

const from = `Otto Berg <${OTTO}>`;

describe("a change that the order's own address asks for", () => {
  it("is asked for a code with the approved reply, and is taken on once it comes back", async () => {
    const { id } = await shop.order("#5001", { shipped: false });
    const letter = await shop.write("Please cancel order #5001, I do not need it any more.", { from });
    expect(letter.reading.proofs).toMatchObject([{ orderId: id, level: "address_match" }]);
    expect(letter.draft.plan).toMatchObject({ question: "change.code", codeFor: id });
    expect(letter.draft.checks.find(({ rule }) => rule === "code")?.why).toContain("#5001");
    expect(await shop.approve(letter)).toMatchObject({ outcome: "approved" });
    const mails = await shop.send();
    expect(mails.map(({ to }) => to.address)).toEqual([OTTO, OTTO]);
    const carrier = mails.find(({ text }) => /^\d{3} \d{3}$/mu.test(text));
    expect(carrier?.text).toContain("Jemand hat Fernweh Supply gebeten");
    expect(carrier?.text).not.toContain("von einer anderen E-Mail-Adresse");

    const answer = await shop.write(`${codeIn(mails)}, thanks`, { from, to: letter });
    expect(answer.reading).toMatchObject({
      proofCode: "matched",
      intent: "cancel",
      proofs: [{ orderId: id, level: "code" }],
    });
    expect(answer.draft.plan.codeFor).toBeUndefined();
    expect(answer.draft.text).toContain("We will make the change");
  });

  it("asks a stranger for the code as before, in words that tell of no order", async () => {
    await shop.order("#5001", { shipped: false });
    const letter = await shop.write("Please cancel order #5001.", { from: EVA });
    expect(letter.draft.plan).toMatchObject({ question: "proof.code" });
    expect(letter.draft.plan.codeFor).toBeUndefined();
    expect(letter.draft.text).not.toContain("#5001");
  });
});

describe("what was paid", () => {
  it("is told to the owner's address after a code only", async () => {
    const { total, currency } = await shop.order("#5001");
    const paid = `${total} ${currency}`;
    const letter = await shop.write(
      "How much was my card charged for order #5001? Please check the payment.",
      {
        from,
      },
    );
    expect(letter.draft.plan).toMatchObject({ intent: "payment", question: "proof.code_money" });
    expect(letter.draft.facts.map(({ raw }) => raw)).not.toContain(paid);
    expect(await shop.approve(letter)).toMatchObject({ outcome: "approved" });
    const answer = await shop.write(`The code is ${codeIn(await shop.send())}`, { from, to: letter });
    expect(answer.draft.facts.map(({ raw }) => raw)).toContain(paid);
    expect(answer.draft.text).toMatch(/comes to/u);
  });
});
