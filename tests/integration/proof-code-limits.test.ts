// A code by mail: how often, how it leaves more than once, and whose it is.
import { beforeEach, describe, expect, it } from "vitest";
import { makeDraft } from "#app/care/draft/make-draft.server.ts";
import { settleDelivery } from "#app/care/review/settle-delivery.server.ts";
import { CODES_A_DAY } from "#app/conversation/proof-code.ts";
import { TryAgainAt } from "#app/job.ts";
import { hours } from "#app/lib/duration.ts";
import { collectConversations } from "#app/privacy/collect-conversations.server.ts";
import { removeConversations } from "#app/privacy/remove-conversations.server.ts";
import { blindIndex } from "#app/shop/seal.ts";
import { systemPrisma } from "#app/system-db.server.ts";
import { codeIn, codeShop, OTTO, staff, type CodeShop } from "#tests/factories/code-shop.ts";
import type { Letter } from "#tests/factories/letter.ts";
import { accepted, mailServer } from "#tests/factories/queued-reply.ts";

let shop: CodeShop;
beforeEach(async () => {
  shop = await codeShop();
});

describe("another attempt", () => {
  it("draws another code: the one before counts no longer", async () => {
    await shop.order("#5001");
    const letter = await shop.ask();
    const [code] = await shop.deliveries("code");
    const id = code?.id ?? "";
    const server = mailServer({ outcome: "deferred", code: 451, response: "451 later" }, accepted);
    await expect(shop.deliver(id, server)).rejects.toBeInstanceOf(TryAgainAt);
    shop.clock.now = (await systemPrisma.delivery.findUniqueOrThrow({ where: { id } })).nextAttemptAt;
    await shop.deliver(id, server);
    const [first, second] = server.taken.map((mail) => codeIn([mail]));
    expect(new Set(server.taken.map(({ messageId }) => messageId)).size).toBe(1);
    expect((await shop.write(first ?? "", { to: letter })).reading).toMatchObject({ proofCode: "wrong" });
    expect((await shop.write(second ?? "", { to: letter })).reading).toMatchObject({ identity: "code" });
  });

  it("counts when nobody knows whether its mail left, and can be settled like a reply", async () => {
    await shop.order("#5001");
    const letter = await shop.ask();
    const [code] = await shop.deliveries("code");
    const server = mailServer({ outcome: "unknown", reason: "ETIMEDOUT" });
    await shop.deliver(code?.id ?? "", server);
    const settled = { shopId: shop.shopId, deliveryId: code?.id ?? "", as: "sent" as const, staff };
    expect(await settleDelivery(shop, settled)).toMatchObject({ status: "sent" });
    expect((await shop.write(codeIn(server.taken), { to: letter })).reading).toMatchObject({
      identity: "code",
    });
  });
});

describe("how often", () => {
  it("a conversation is asked no more than so often a day, whether or not there is the order", async () => {
    await shop.order("#5001");
    const lasts = [];
    for (const name of ["#5001", "#9999"]) {
      const letter = await shop.ask(name, { subject: name });
      for (let asked = 1; asked < CODES_A_DAY; asked += 1)
        await shop.approve(await shop.write(`Where is order ${name}, please?`, { to: letter }));
      lasts.push(await shop.write(`Where is order ${name}, at last?`, { to: letter }));
    }
    expect(lasts.map(({ draft }) => draft.plan.question)).toEqual(["proof.ask_email", "proof.ask_email"]);
    expect(await shop.deliveries("code")).toHaveLength(CODES_A_DAY);
    shop.clock.now = new Date(shop.clock.now.getTime() + hours(25));
    const [letter] = lasts;
    await makeDraft(shop, { shopId: shop.shopId, messageId: letter?.messageId ?? "" });
    const { draft } = await shop.write("Where is order #5001 today?", { to: letter as Letter });
    expect(draft.plan.question).toBe("proof.code");
  });

  it("an order gets no more than so many a day, and nobody is told", async () => {
    await shop.order("#5001");
    for (let asked = 0; asked <= CODES_A_DAY; asked += 1)
      await shop.ask("#5001", { from: `Eva <eva${asked}@new.example>`, subject: `Asked ${asked}` });
    expect(await shop.deliveries("code")).toHaveLength(CODES_A_DAY);
    expect((await shop.codes()).at(-1)?.orderId).toBeNull();
  });

  it("an approval that comes too late for its draft is refused, and drafted anew", async () => {
    await shop.order("#5001");
    const letter = await shop.write("Where is order #5001?");
    const row = {
      shopId: shop.shopId,
      conversationId: letter.conversation.id,
      messageId: letter.messageId,
      expiresAt: shop.clock.now,
      createdAt: shop.clock.now,
    };
    await systemPrisma.proofCode.createMany({
      data: Array.from({ length: CODES_A_DAY }, (_, index) => ({ ...row, id: `${shop.shopId}-${index}` })),
    });
    expect(await shop.approve(letter)).toEqual({ outcome: "stale" });
    expect(await shop.deliveries("reply")).toEqual([]);
  });
});

describe("privacy", () => {
  const person = (email: string, orderIds: string[]) => ({
    customerIds: [],
    orderIds,
    emails: [email],
    contacts: [blindIndex(shop.keys, "email", email)],
  });

  it("a code goes with its order's owner, and with who asked for it", async () => {
    const { id } = await shop.order("#5001");
    await shop.ask();
    await shop.inShop((tx) => removeConversations(tx, shop.keys, person(OTTO, [id])));
    expect(await shop.codes()).toEqual([]);
    expect(await shop.deliveries("code")).toEqual([]);
    await shop.ask("#5001", { subject: "Once more" });
    await shop.inShop((tx) => removeConversations(tx, shop.keys, person("eva@new.example", [])));
    expect(await shop.codes()).toEqual([]);
  });

  it("who asked is not given the owner's address with their own data", async () => {
    await shop.order("#5001");
    await shop.ask();
    await shop.send();
    const data = await shop.inShop((tx) =>
      collectConversations(tx, shop.keys, person("eva@new.example", [])),
    );
    expect(JSON.stringify(data)).toContain("a code is on its way");
    expect(JSON.stringify(data)).not.toContain(OTTO);
  });
});
