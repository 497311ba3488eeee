import { describe, expect, it } from "vitest";
import { suppress } from "#app/conversation/suppressions.server.ts";
import { csatResults } from "#app/desk/csat-results.server.ts";
import { days, hours, minutes } from "#app/lib/duration.ts";
import { blindIndex } from "#app/shop/seal.ts";
import { systemPrisma } from "#app/system-db.server.ts";

import { csatShop, EVA, type CsatShop } from "#tests/factories/csat-shop.ts";

describe("the question how it went", () => {
  it("is asked once, some time after it was closed, in their language, with a link for each answer", async () => {
    const shop = await csatShop();
    const id = await shop.settled("Guten Tag, wo bleibt meine Bestellung? Ich warte schon seit einer Woche.");
    expect(await shop.ask()).toBe("asked 0 shoppers of 0");
    shop.later(hours(24));
    expect(await shop.ask()).toBe("asked 1 shoppers of 1");
    expect(await shop.ask()).toBe("asked 0 shoppers of 0");
    expect(await shop.leave(id)).toBe("sent");
    const [mail] = shop.mails;
    expect(mail).toMatchObject({
      to: EVA,
      subject: "Wie war es mit Fernweh Supply?",
      headers: { "Auto-Submitted": "auto-generated", "List-Unsubscribe-Post": "List-Unsubscribe=One-Click" },
    });
    const links = [...(mail?.text ?? "").matchAll(/https:\S+/gu)].map(([link]) => new URL(link));
    expect(links.map(({ searchParams }) => searchParams.get("a") ?? searchParams.get("stop"))).toEqual([
      "5",
      "4",
      "3",
      "2",
      "1",
      "1",
    ]);
    expect(new Set(links.map(({ pathname }) => pathname)).size).toBe(1);
    expect(links[0]?.href).not.toContain("eva");
    // It stands in the conversation, which stays closed, and is no answer to anything.
    expect(await shop.status(id)).toBe("closed");
    const out = await systemPrisma.message.findMany({
      where: { conversationId: id, direction: "out", automatic: true },
    });
    expect(out).toHaveLength(1);
  });

  it("waits until what was taken up again is closed again, and is asked once all the same", async () => {
    const shop = await csatShop();
    const id = await shop.settled();
    shop.later(hours(3));
    await shop.says(id, "in");
    await shop.moves(id, "open", "reopened");
    shop.later(hours(24));
    expect(await shop.ask()).toBe("asked 0 shoppers of 1");
    expect(await shop.request(id)).toMatchObject({ state: "planned", lookAt: null });
    await shop.says(id, "out");
    await shop.moves(id, "closed", "closed");
    await shop.watch();
    shop.later(hours(24));
    expect(await shop.ask()).toBe("asked 1 shoppers of 1");
    await shop.moves(id, "open", "reopened");
    await shop.moves(id, "closed", "closed");
    await shop.watch();
    shop.later(days(2));
    expect(await shop.ask()).toBe("asked 0 shoppers of 0");
  });

  it("does not leave where it was taken up again meanwhile, and nothing is opened or closed by that", async () => {
    const shop = await csatShop();
    const id = await shop.settled();
    shop.later(hours(24));
    await shop.ask();
    await shop.moves(id, "waiting", "reopened");
    expect(await shop.leave(id)).toBe("cancelled: the conversation was taken up again");
    expect(await shop.status(id)).toBe("waiting");
    expect(shop.mails).toEqual([]);
  });

  it.each<[string, (shop: CsatShop) => Promise<unknown>, string | null]>([
    [
      "nobody in a shop that does not ask",
      (shop) => shop.save({ csat: { on: false } }).then(() => shop.settled()),
      null,
    ],
    ["nobody who only got what we wrote first", (shop) => settledWithout(shop, "in"), null],
    ["nobody who was not answered", (shop) => settledWithout(shop, "out"), null],
    [
      "nobody who grieves",
      (shop) => shop.settled("My mother died last week and the wreath for her funeral never came."),
      "grieving",
    ],
    [
      "nobody who speaks of a lawyer",
      (shop) => shop.settled("Refund me or you will hear from my lawyer, I will sue you."),
      "risk",
    ],
    ["nobody whose address takes no mail", (shop) => stopped(shop, "all"), "suppressed"],
    ["nobody who wants nothing unasked", (shop) => stopped(shop, "outreach"), "suppressed"],
    ["no warehouse and no carrier", (shop) => settledAs(shop, { parentId: "c-1" }), null],
    ["nobody whose mail is spam", (shop) => settledAs(shop, { status: "spam" }), "spam"],
    ["no machine that wrote", (shop) => settledByMachine(shop), null],
    ["nobody who was asked last week", (shop) => askedBefore(shop), "asked_lately"],
  ])("is asked of %s", async (_who, prepare, why) => {
    const shop = await csatShop();
    await prepare(shop);
    const before = shop.mails.length;
    shop.later(hours(24));
    await shop.ask();
    expect(
      await systemPrisma.delivery.count({
        where: { shopId: shop.shop.id, purpose: "csat", status: "queued" },
      }),
    ).toBe(0);
    expect(shop.mails).toHaveLength(before);
    const refused = await systemPrisma.csatRequest.findMany({
      where: { shopId: shop.shop.id, state: "refused" },
    });
    expect(refused.map((one) => one.why)).toEqual(why === null ? [] : [why]);
  });
});

async function settledWithout(shop: CsatShop, direction: "in" | "out") {
  const id = await shop.settled();
  await systemPrisma.csatRequest.deleteMany({ where: { conversationId: id } });
  await systemPrisma.message.deleteMany({ where: { conversationId: id, direction } });
  await shop.moves(id, "open", "reopened");
  await shop.moves(id, "closed", "closed");
  await shop.watch();
}

/** What it is turns out once it was closed. */
async function settledAs(shop: CsatShop, data: { parentId?: string; status?: string }) {
  const id = await shop.settled();
  await systemPrisma.conversation.update({ where: { id }, data });
  if (data.parentId) await systemPrisma.csatRequest.deleteMany({ where: { conversationId: id } });
  await shop.watch();
}

async function settledByMachine(shop: CsatShop) {
  const id = await shop.settled();
  await systemPrisma.csatRequest.deleteMany({ where: { conversationId: id } });
  await systemPrisma.message.updateMany({
    where: { conversationId: id, direction: "in" },
    data: { automatic: true },
  });
  await shop.moves(id, "open", "reopened");
  await shop.moves(id, "closed", "closed");
  await shop.watch();
}

async function stopped(shop: CsatShop, scope: "all" | "outreach") {
  const contactIndex = blindIndex(shop.keys, "email", EVA.address);
  await shop.inShop((tx) =>
    suppress(tx, { shopId: shop.shop.id, contactIndex, scope, reason: "complained" }),
  );
  await shop.settled();
}

async function askedBefore(shop: CsatShop) {
  const id = await shop.settled();
  shop.later(hours(24));
  await shop.ask();
  await shop.leave(id);
  shop.later(days(7));
  await shop.settled();
}

describe("what the answers come to", () => {
  it("counts questions that left, and their answers, naming nobody", async () => {
    const shop = await csatShop();
    const people = ["a", "b", "c", "d"].map((name) => ({ name, address: `${name}@shopper.example` }));
    const ids: string[] = [];
    for (const [n, contact] of people.entries()) {
      ids.push(
        await shop.settled(
          n === 3 ? "Guten Tag, wo bleibt meine Bestellung? Ich warte schon lange." : undefined,
          contact,
        ),
      );
    }
    shop.later(hours(24));
    await shop.ask();
    // The last one is held back at the last moment.
    for (const id of ids.slice(0, 3)) await shop.leave(id);
    for (const [n, answer] of [5, 1].entries()) await shop.answer(ids[n] ?? "", { act: "rate", answer });
    const from = shop.clock.now;
    const to = new Date(from.getTime() + minutes(1));
    expect(await shop.inShop((tx) => csatResults(tx, { from, to }))).toEqual({
      ...{ asked: 3, answered: 2, satisfied: 1, low: 1 },
      byLanguage: [{ language: "en", asked: 3, answered: 2, satisfied: 1 }],
      ratings: [
        { scale: 5, rating: 5, count: 1 },
        { scale: 5, rating: 1, count: 1 },
      ],
    });
    expect(
      await shop.inShop((tx) => csatResults(tx, { from: to, to: new Date(to.getTime() + days(1)) })),
    ).toMatchObject({
      asked: 0,
      ratings: [],
    });
  });
});
