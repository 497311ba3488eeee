import { beforeEach, describe, expect, it } from "vitest";
import { deliverReply } from "#app/care/deliver/deliver-reply.server.ts";
import { answerCsat, commentOf, type CsatAct } from "#app/care/review/answer-csat.server.ts";
import { askCsat } from "#app/care/review/ask-csat.server.ts";
import { csatToken } from "#app/conversation/csat-link.ts";
import { isSuppressed, suppress } from "#app/conversation/suppressions.server.ts";
import { csatResults } from "#app/desk/csat-results.server.ts";
import { days, hours, minutes } from "#app/lib/duration.ts";
import type { OutgoingMail, Ports } from "#app/ports.ts";
import { action, loader } from "#app/routes/rate/rate.ts";
import { blindIndex } from "#app/shop/seal.ts";
import { systemPrisma } from "#app/system-db.server.ts";
import { makeRun } from "#tests/factories/delivery.ts";
import { noPorts } from "#tests/factories/job.ts";
import { levelShop } from "#tests/factories/level-shop.ts";
import { makeConversation } from "#tests/factories/message.ts";
import { understand } from "#tests/factories/thread.ts";

const EVA = { name: "Eva Lindqvist", address: "eva@shopper.example" };
/** The page goes by the clock on the wall. */
const START = new Date(Date.now() - days(2));

async function csatShop(csat: { on?: boolean; scale?: 2 | 5 } = {}) {
  const place = await levelShop({ csat: { on: true, afterHours: 24, ...csat } });
  const { shop, keys, clock } = place;
  clock.now = START;
  const mails: OutgoingMail[] = [];
  const ports: Ports = {
    ...noPorts,
    now: () => clock.now,
    sendMail: (mail) => {
      mails.push(mail);
      return Promise.resolve({ outcome: "accepted", response: "250 ok" });
    },
  };
  const run = makeRun(shop.id);
  const request = (conversationId: string) =>
    systemPrisma.csatRequest.findFirst({ where: { conversationId } });
  return {
    ...place,
    ...{ mails, request },
    later: (by: number) => {
      clock.now = new Date(clock.now.getTime() + by);
    },
    /** They wrote, were answered, and it was closed. */
    settled: async (text = "Where is my order? I am waiting for it.", contact = EVA) => {
      const made = await makeConversation({ keys, text, contact, at: clock.now });
      await understand(shop.id, made.messageId, clock.now);
      await place.says(made.conversationId, "out");
      await place.moves(made.conversationId, "closed", "closed");
      await place.watch();
      return made.conversationId;
    },
    ask: () => askCsat(ports, run, { shopId: shop.id }),
    leave: async (conversationId: string) => {
      const delivery = await systemPrisma.delivery.findFirst({ where: { conversationId, purpose: "csat" } });
      return deliverReply(ports, run, { shopId: shop.id, deliveryId: delivery?.id ?? "" });
    },
    answer: async (conversationId: string, act: CsatAct) => {
      const found = await request(conversationId);
      return answerCsat({ now: () => clock.now }, csatToken(keys, found?.id ?? ""), act);
    },
    status: async (id: string) =>
      (await systemPrisma.conversation.findUniqueOrThrow({ where: { id } })).status,
  };
}

type Shop = Awaited<ReturnType<typeof csatShop>>;

/** A question that left, and its token. */
async function asked(given: { scale?: 2 | 5 } = {}) {
  const shop = await csatShop(given);
  const id = await shop.settled();
  shop.later(hours(24));
  await shop.ask();
  await shop.leave(id);
  const found = await shop.request(id);
  return { shop, id, token: csatToken(shop.keys, found?.id ?? "") };
}

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

  it.each<[string, (shop: Shop) => Promise<unknown>, string | null]>([
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

async function settledWithout(shop: Shop, direction: "in" | "out") {
  const id = await shop.settled();
  await systemPrisma.csatRequest.deleteMany({ where: { conversationId: id } });
  await systemPrisma.message.deleteMany({ where: { conversationId: id, direction } });
  await shop.moves(id, "open", "reopened");
  await shop.moves(id, "closed", "closed");
  await shop.watch();
}

async function stopped(shop: Shop, scope: "all" | "outreach") {
  const contactIndex = blindIndex(shop.keys, "email", EVA.address);
  await shop.inShop((tx) =>
    suppress(tx, { shopId: shop.shop.id, contactIndex, scope, reason: "complained" }),
  );
  await shop.settled();
}

async function askedBefore(shop: Shop) {
  const id = await shop.settled();
  shop.later(hours(24));
  await shop.ask();
  await shop.leave(id);
  shop.later(days(7));
  await shop.settled();
}

describe("an answer", () => {
  it("is noted, can be changed, and takes words that are sealed", async () => {
    const { shop, id } = await asked();
    expect(await shop.answer(id, { act: "comment", text: "Too early." })).toMatchObject({
      rating: null,
      commented: false,
    });
    expect(await shop.answer(id, { act: "rate", answer: 4 })).toMatchObject({ outcome: "known", rating: 4 });
    expect(await shop.answer(id, { act: "rate", answer: 5 })).toMatchObject({ rating: 5 });
    expect(await shop.answer(id, { act: "rate", answer: 9 })).toMatchObject({ rating: 5 });
    await shop.answer(id, { act: "comment", text: "  Fast and kind.\uD800  " });
    const request = await shop.request(id);
    expect(request).toMatchObject({ state: "rated", rating: 5 });
    expect(request && commentOf(shop.keys, request)).toBe("Fast and kind.\uFFFD");
    expect(Buffer.from(request?.sealed ?? []).toString("latin1")).not.toContain("Fast");
    const events = await systemPrisma.conversationEvent.findMany({
      where: { conversationId: id, kind: "rated" },
      orderBy: { at: "asc" },
    });
    expect(events.map(({ by, data }) => [by, data])).toEqual([
      ["shopper", { rating: 4, scale: 5 }],
      ["shopper", { rating: 5, scale: 5 }],
    ]);
    expect(await shop.status(id)).toBe("closed");
  });

  it("that it went badly opens the conversation again and has somebody told, once", async () => {
    const { shop, id } = await asked();
    await shop.save({ alerts: { on: true, address: "robin@fernweh.example" } });
    await shop.answer(id, { act: "rate", answer: 2 });
    expect(await shop.status(id)).toBe("open");
    await shop.answer(id, { act: "rate", answer: 1 });
    expect(await systemPrisma.alert.findMany({ where: { shopId: shop.shop.id } })).toMatchObject([
      { reason: "low_rating", conversationId: id, state: "open" },
    ]);
    await shop.watch();
    expect(
      (
        await systemPrisma.conversationEvent.findMany({ where: { conversationId: id, kind: "reopened" } })
      ).map(({ by }) => by),
    ).toEqual(["shopper"]);
  });

  it("of two is low when it is the lower one", async () => {
    const { shop, id } = await asked({ scale: 2 });
    expect(await shop.answer(id, { act: "rate", answer: 3 })).toMatchObject({ scale: 2, rating: null });
    await shop.answer(id, { act: "rate", answer: 2 });
    expect(await shop.status(id)).toBe("closed");
    await shop.answer(id, { act: "rate", answer: 1 });
    expect(await shop.status(id)).toBe("open");
  });

  it("can be given for a month", async () => {
    const { shop, id } = await asked();
    shop.later(days(31));
    expect(await shop.answer(id, { act: "rate", answer: 5 })).toMatchObject({ over: true, rating: null });
  });

  it("is anybody's who has the link, and nobody's else", async () => {
    const { shop, id, token } = await asked();
    const other = await asked();
    const swapped = token.replace(
      (await shop.request(id))?.id ?? "",
      (await other.shop.request(other.id))?.id ?? "",
    );
    for (const wrong of [`${token.slice(0, -1)}${token.endsWith("A") ? "B" : "A"}`, swapped, "", "x.y.z"])
      expect(await answerCsat({ now: () => new Date() }, wrong, { act: "rate", answer: 5 })).toEqual({
        outcome: "not_found",
      });
  });

  it("goes with the person when they are removed", async () => {
    const { shop, id, token } = await asked();
    await systemPrisma.csatRequest.deleteMany({ where: { conversationId: id } });
    expect(await answerCsat({ now: () => shop.clock.now }, token, { act: "show" })).toEqual({
      outcome: "not_found",
    });
  });
});

describe("the page of a question", () => {
  let place: Awaited<ReturnType<typeof asked>>;
  beforeEach(async () => {
    place = await asked();
  });
  const at = (query = "", given: RequestInit = {}) => ({
    request: new Request(`https://app.example.test/rate/${place.token}${query}`, given),
    params: { token: place.token },
  });
  const post = (query: string, body: Record<string, string>) =>
    action(at(query, { method: "POST", body: new URLSearchParams(body) }));
  const rating = async () => (await place.shop.request(place.id))?.rating ?? null;

  it("notes nothing when it is only opened, whatever opens it and however often", async () => {
    for (const query of ["", "?a=5", "?a=4", "?a=3", "?a=2", "?a=1", "?stop=1"]) {
      for (const method of ["GET", "HEAD"]) expect((await loader(at(query, { method }))).status).toBe(200);
    }
    expect(await rating()).toBeNull();
    expect(await place.shop.status(place.id)).toBe("closed");
    const contactIndex = blindIndex(place.shop.keys, "email", EVA.address);
    const stops = await systemPrisma.suppression.count({
      where: { contactIndex, shopId: place.shop.shop.id },
    });
    expect(stops).toBe(0);
  });

  it("sends the answer of the link by itself at the first sign of a person, and only then has a script", async () => {
    const chosen = await (await loader(at("?a=4"))).text();
    expect(chosen).toContain('value="4" required checked');
    expect(chosen).toContain("event.isTrusted");
    const plain = await loader(at());
    const html = await plain.text();
    expect(html).not.toContain("<script");
    expect(html).not.toContain("checked");
    expect(html).not.toMatch(/eva|shopper\.example/iu);
    expect(Object.fromEntries(plain.headers)).toMatchObject({
      "referrer-policy": "no-referrer",
      "x-robots-tag": "noindex, nofollow",
      "cache-control": "no-store",
    });
    expect(plain.headers.get("content-security-policy")).toContain("default-src 'none'");
  });

  it("notes what is posted, and offers words after it", async () => {
    const html = await (await post("?", { answer: "2" })).text();
    expect(await rating()).toBe(2);
    expect(html).toContain("your answer is noted: Poor.");
    expect(html).toContain("looks at your conversation again");
    expect(html).toContain("<textarea");
    const noted = await (await post("?more=1", { comment: "<b>Not</b> my size" })).text();
    expect(noted).toContain("Your words are noted, too.");
    expect(noted).not.toContain("<b>");
    // Another link of the same mail asks again, with that one chosen.
    const again = await (await loader(at("?a=5"))).text();
    expect(again).toContain('value="5" required checked');
    expect(await (await loader(at("?a=2"))).text()).toContain("your answer is noted: Poor.");
  });

  it("stops the questions by one click, as mail programs do it, and nothing else", async () => {
    const response = await action(
      at("?stop=1", {
        method: "POST",
        body: "List-Unsubscribe=One-Click",
        headers: { "Content-Type": "application/x-www-form-urlencoded" },
      }),
    );
    expect(response.status).toBe(200);
    expect(await response.text()).toContain("You are not asked again.");
    const contactIndex = blindIndex(place.shop.keys, "email", EVA.address);
    expect(await place.shop.inShop((tx) => isSuppressed(tx, contactIndex, "outreach"))).toBe(false);
    expect(
      await systemPrisma.suppression.count({
        where: { contactIndex, scope: "csat", shopId: place.shop.shop.id },
      }),
    ).toBe(1);
  });

  it("says so when the link is none, and keeps who tries many waiting", async () => {
    const broken = await loader({
      request: new Request("https://app.example.test/rate/x"),
      params: { token: "x.y" },
    });
    expect(broken.status).toBe(404);
    expect(await broken.text()).toContain("This link does not work.");
    const headers = { "X-Forwarded-For": "203.0.113.77" };
    const answers = await Promise.all(Array.from({ length: 70 }, () => loader(at("", { headers }))));
    expect(answers.filter(({ status }) => status === 429).length).toBeGreaterThan(0);
    const other = await action({
      ...at(),
      request: new Request("https://app.example.test/rate/x", { method: "PUT" }),
    });
    expect(other.status).toBe(405);
  });
});

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
    expect(await shop.inShop((tx) => csatResults(tx, from, to))).toEqual({
      ...{ asked: 3, answered: 2, satisfied: 1, low: 1 },
      byLanguage: [{ language: "en", asked: 3, answered: 2, satisfied: 1 }],
      ratings: [
        { scale: 5, rating: 5, count: 1 },
        { scale: 5, rating: 1, count: 1 },
      ],
    });
    expect(await shop.inShop((tx) => csatResults(tx, to, new Date(to.getTime() + days(1))))).toMatchObject({
      asked: 0,
      ratings: [],
    });
  });
});
