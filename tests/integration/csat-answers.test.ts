import { beforeEach, describe, expect, it } from "vitest";
import { answerCsat, commentOf } from "#app/care/review/answer-csat.server.ts";
import { mergeConversations } from "#app/care/review/merge/merge-conversations.server.ts";
import { isSuppressed } from "#app/conversation/suppressions.server.ts";
import { forShop } from "#app/db.server.ts";
import { days } from "#app/lib/duration.ts";
import { action, loader } from "#app/routes/rate/rate.ts";
import { blindIndex } from "#app/shop/seal.ts";
import { systemPrisma } from "#app/system-db.server.ts";

import { asked, EVA } from "#tests/factories/csat-shop.ts";

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

  it("about a conversation that was merged is told in the one it is in now", async () => {
    const { shop, id } = await asked();
    await shop.save({ alerts: { on: true, address: "robin@fernweh.example" } });
    const intoId = await shop.settled("And where is my other order? I am waiting for it, too.");
    const given = { shopId: shop.shop.id, fromId: id, intoId, staff: { id: "42" } };
    expect(
      await mergeConversations({ inShop: forShop(shop.shop.id), now: () => shop.clock.now }, given),
    ).toMatchObject({ outcome: "merged" });
    await systemPrisma.conversation.update({ where: { id: intoId }, data: { status: "closed" } });
    expect(await shop.answer(id, { act: "rate", answer: 1 })).toMatchObject({ rating: 1 });
    expect(await shop.status(intoId)).toBe("open");
    const events = await systemPrisma.conversationEvent.findMany({
      where: { shopId: shop.shop.id, by: "shopper", kind: { in: ["rated", "reopened"] } },
      orderBy: { seq: "asc" },
    });
    expect(events.map(({ conversationId, kind }) => [conversationId, kind])).toEqual([
      [intoId, "rated"],
      [intoId, "reopened"],
    ]);
    expect(await systemPrisma.alert.findMany({ where: { shopId: shop.shop.id } })).toMatchObject([
      { reason: "low_rating", conversationId: intoId },
    ]);
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
    expect(noted).toContain("Your comment is noted, too.");
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
