import { describe, expect, it } from "vitest";
import { draftContentSchema, knownFacts } from "#app/care/draft/draft.ts";
import { countEdits } from "#app/care/learn/count-edits.server.ts";
import { keepAnswer, suggestAnswer } from "#app/care/learn/keep-answer.server.ts";
import { days } from "#app/lib/duration.ts";
import { mirrorDelivery } from "#app/mirror/mirror-delivery.server.ts";
import { redactCustomer } from "#app/privacy/redact-customer.server.ts";
import { readSettings } from "#app/shop/read-settings.server.ts";
import { openJson } from "#app/shop/seal.ts";
import { systemPrisma } from "#app/system-db.server.ts";
import { findKnowledge } from "#app/voice/find-knowledge.server.ts";
import { retireArticle } from "#app/voice/retire-article.server.ts";
import { action as lessonsApi } from "#app/routes/api/lessons.ts";
import { action as lessonApi } from "#app/routes/api/lesson-decide.ts";
import { makeDelivery, makeRun } from "#tests/factories/delivery.ts";
import { learningShop } from "#tests/factories/learning-shop.ts";
import { callApi } from "#tests/factories/session-token.ts";
import { portsWith } from "#tests/fakes/shop-admin.ts";

const german = { reading: { language: "de" }, text: "Wie wasche ich die Decke?" };
const greet = (draft: string) => draft.replace(/^Hi (?<name>\w+),/u, "Good day $<name>,");
const close = (draft: string) => draft.replace(/[^\n]+$/u, "Warm regards from Kiel");
/** The composer's own, in one of its wordings. */
const CLOSE = /^(?:Best wishes|Best regards|Kind regards|All the best)$/u;
const THANKS = /Thank(?:s| you) for/u;

const beforeClose = (draft: string, words: string) =>
  draft.replace(/\n\n(?<close>[^\n]+)$/u, ` ${words}\n\n$<close>`);

/** Its greeting and its close: what stands between is said in one of several ways. */
const ends = ({ text }: { text: string }) => [text.split("\n").at(0), text.split("\n").at(-1)];

describe("what people change again and again", () => {
  it("is proposed after the third conversation, approved, and used in this shop's next draft alone", async () => {
    const [shop, other] = [await learningShop(), await learningShop()];
    const before = ["Hi Ada,", expect.stringMatching(CLOSE)];
    expect(ends(await shop.letter())).toEqual(before);
    expect(await shop.editThrice((draft) => close(greet(draft)))).toBe(
      "wrote down: changes 2, lessons proposed 2",
    );
    const proposed = await shop.lessons();
    expect(
      proposed.map(({ rule, text, state, inUse, corrections }) => [rule, text, state, inUse, corrections]),
    ).toEqual(
      expect.arrayContaining([
        ["greeting", "Good day {name},", "proposed", false, 3],
        ["sign_off", "Warm regards from Kiel", "proposed", false, 3],
      ]),
    );
    expect(proposed[0]?.evidence).toHaveLength(3);
    expect(ends(await shop.letter())).toEqual(before);

    for (const { id } of proposed) expect(await shop.decide(id, "approve")).toEqual({ outcome: "decided" });
    expect(ends(await shop.letter())).toEqual(["Good day Ada,", "Warm regards from Kiel"]);
    expect((await shop.letter({ name: "Bob Lind" })).text).toMatch(/^Good day Bob,/u);
    expect(ends(await other.letter())).toEqual(before);
    expect(await other.lessons()).toEqual([]);

    for (const { id } of proposed) expect(await shop.decide(id, "take_back")).toEqual({ outcome: "decided" });
    expect(ends(await shop.letter())).toEqual(before);
    expect((await shop.lessons()).map(({ state, inUse }) => [state, inUse])).toEqual([
      ["taken_back", false],
      ["taken_back", false],
    ]);
  });

  it("is approved in the words a person makes of it, when every reply may say them", async () => {
    const shop = await learningShop();
    await shop.editThrice(close);
    const [{ id } = { id: "" }] = await shop.lessons("sign_off");
    expect(await shop.decide(id, "approve", { text: "You get a refund" })).toMatchObject({
      outcome: "refused",
      field: "text",
    });
    expect(await shop.decide(id, "approve", { text: "Warm regards" })).toEqual({ outcome: "decided" });
    expect((await shop.letter()).text).toMatch(/\n\nWarm regards$/u);
  });

  it("changes the form of address of a language that has two, and puts it back", async () => {
    const shop = await learningShop();
    const before = (await shop.letter(german)).text;
    expect(before).toMatch(/^Hallo Ada,/u);
    const formal = (draft: string) =>
      draft
        .replaceAll("deine ", "Ihre ")
        .replaceAll(/\bdu\b/gu, "Sie")
        .replaceAll("dir", "Ihnen");
    expect(formal(before)).not.toBe(before);
    await shop.editThrice(formal, german);
    const [lesson] = await shop.lessons("formality");
    expect(lesson).toMatchObject({ text: "formal", state: "proposed" });
    await shop.decide(lesson?.id ?? "", "approve");
    expect((await shop.letter(german)).text).toMatch(/^Guten Tag Ada Berg,/u);
    await shop.decide(lesson?.id ?? "", "take_back");
    expect(ends(await shop.letter(german))[0]).toBe("Hallo Ada,");
  });

  it("makes drafts shorter where people ask for shorter ones", async () => {
    const shop = await learningShop();
    const about = { reading: { intent: "account" as const } };
    expect((await shop.letter(about)).text).toMatch(THANKS);
    for (const name of ["Ada Berg", "Bob Lind", "Cleo Roy"]) {
      const drafted = await shop.letter({ name, hint: "shorter", ...about });
      await shop.send(drafted);
    }
    const [lesson] = await shop.lessons("shorter");
    await shop.decide(lesson?.id ?? "", "approve");
    expect((await shop.letter(about)).text).not.toMatch(THANKS);
    await shop.decide(lesson?.id ?? "", "take_back");
    expect((await shop.letter(about)).text).toMatch(THANKS);
  });

  it("is left out in every wording that the composer has for it", async () => {
    const shop = await learningShop();
    const about = { reading: { intent: "account" as const } };
    await shop.editThrice((draft) => draft.replace(/Thank(?:s| you) for [^.]*\.\s+/u, ""), about);
    const [lesson] = await shop.lessons("never_say");
    await shop.decide(lesson?.id ?? "", "approve");
    for (let drafted = 0; drafted < 6; drafted += 1)
      expect((await shop.letter(about)).text).not.toMatch(THANKS);
    await shop.decide(lesson?.id ?? "", "take_back");
    expect((await shop.letter(about)).text).toMatch(THANKS);
  });

  it("becomes an article that the next draft can cite, without what was one shopper's", async () => {
    const shop = await learningShop();
    const answer = "Wool blankets are washed by hand in cold water and dried flat.";
    const edit = (draft: string) => beforeClose(draft, `${answer} Your parcel is packed, by the way.`);
    await shop.editThrice(edit);
    const [lesson] = await shop.lessons("article");
    expect(lesson).toMatchObject({ text: answer, state: "proposed", language: "en" });
    const asked = { text: "How do I wash a wool blanket?", language: "en" };
    const find = () => shop.inShop((tx) => findKnowledge(tx, shop.shopId, asked));
    expect(await find()).toEqual([]);

    await shop.decide(lesson?.id ?? "", "approve", { title: "Washing wool" });
    expect(await find()).toMatchObject([{ sourceKind: "article", title: "Washing wool", body: answer }]);
    await shop.decide(lesson?.id ?? "", "take_back");
    expect(await find()).toEqual([]);
    await shop.decide(lesson?.id ?? "", "approve");
    expect(await find()).toHaveLength(1);
  });

  it("is not proposed by one conversation, by two, nor by three in half a year", async () => {
    const shop = await learningShop();
    for (const name of ["Ada Berg", "Bob Lind"]) {
      const drafted = await shop.letter({ name });
      await shop.send(drafted, close(drafted.text));
      expect(await shop.lessons()).toEqual([]);
    }
    shop.clock.now = new Date(shop.clock.now.getTime() + days(61));
    const drafted = await shop.letter({ name: "Cleo Roy" });
    expect(await shop.send(drafted, close(drafted.text))).toBe("wrote down: changes 1, lessons proposed 0");
    expect(await shop.lessons()).toEqual([]);
    const counted = await shop.inShop((tx) => countEdits(tx, shop.shopId, shop.clock.now));
    expect(counted).toEqual([{ class: "sign_off", count: 1 }]);
  });

  it("is written down once, however often its job runs, and not at all where nothing was changed", async () => {
    const shop = await learningShop();
    const drafted = await shop.letter();
    await shop.send(drafted, close(drafted.text));
    const { id } = await systemPrisma.delivery.findFirstOrThrow({ where: { shopId: shop.shopId } });
    expect(await shop.learn(id)).toBe("its changes were written down before");
    expect(await shop.send(await shop.letter())).toBe("it was sent as it was drafted");
    expect(await systemPrisma.draftEdit.count({ where: { shopId: shop.shopId } })).toBe(1);
  });

  it("once declined is not proposed again, and its corrections still count for it", async () => {
    const shop = await learningShop();
    await shop.editThrice(close);
    const [lesson] = await shop.lessons();
    expect(await shop.decide(lesson?.id ?? "", "decline")).toEqual({ outcome: "decided" });
    await shop.editThrice(close);
    expect((await shop.lessons()).map(({ state, corrections }) => [state, corrections])).toEqual([
      ["declined", 6],
    ]);
    expect(await shop.decide(lesson?.id ?? "", "take_back")).toMatchObject({ outcome: "not_possible" });
  });

  it("is heard where a draft is declined, too", async () => {
    const shop = await learningShop();
    expect(await shop.decline(await shop.letter(), "shorter please")).toBe(
      "wrote down: changes 2, lessons proposed 0",
    );
    const rows = await systemPrisma.draftEdit.findMany({
      where: { shopId: shop.shopId },
      orderBy: { id: "asc" },
    });
    expect(rows.map((one) => one.class)).toEqual(["declined", "shortened"]);
    expect(Buffer.concat(rows.map(({ sealed }) => Buffer.from(sealed))).toString("latin1")).not.toContain(
      "please",
    );
  });
});

describe("/api/lessons", () => {
  it("lists, approves and takes back, and knows nothing of another shop's", async () => {
    const [shop, other] = [await learningShop(), await learningShop()];
    await shop.editThrice(close);
    const call = { shop: shop.shop.domain };
    const listed = await callApi(lessonsApi, { ...call, query: "?state=proposed" });
    expect(listed.body).toMatchObject({
      items: [{ rule: "sign_off", text: "Warm regards from Kiel", evidence: [{}, {}, {}] }],
      nextCursor: null,
    });
    const [{ id } = { id: "" }] = await shop.lessons();
    const decide = (body: object, domain = shop.shop.domain) =>
      callApi(lessonApi, { shop: domain, params: { id }, body });
    expect((await decide({ decision: "approve" }, other.shop.domain)).status).toBe(404);
    expect(await decide({ decision: "approve", text: " " })).toMatchObject({
      status: 422,
      body: { error: { field: "text" } },
    });
    expect((await decide({ decision: "approve" })).status).toBe(204);
    expect((await decide({ decision: "decline" })).status).toBe(409);
    expect((await shop.inShop((tx) => readSettings(tx, shop.shopId))).voiceRules.signOffs).toHaveLength(1);
    expect((await decide({ decision: "take_back" })).status).toBe(204);
    expect((await callApi(lessonsApi, { ...call, query: "?state=proposed" })).body).toMatchObject({
      items: [],
    });
    expect((await decide({ decision: "maybe" })).status).toBe(400);
  });
});

describe("a sent reply", () => {
  const answer = "Wool blankets are washed by hand in cold water.";
  const about = { text: "How do I wash a wool blanket?", language: "en" };

  async function answered() {
    const shop = await learningShop();
    const drafted = await shop.letter();
    await shop.send(drafted, beforeClose(drafted.text, `${answer} Ada, we love your blanket.`));
    const at = { shopId: shop.shopId, conversationId: drafted.conversationId, draftId: drafted.draftId };
    const keep = (words: { title: string; text: string }) =>
      keepAnswer(shop.ports, { ...at, staff: { id: "42" }, ...words });
    const find = () => shop.inShop((tx) => findKnowledge(tx, shop.shopId, about));
    return { ...shop, drafted, at, keep, find };
  }

  it("is kept as an answer without what was the shopper's, and the next draft may cite it", async () => {
    const shop = await answered();
    const suggested = await suggestAnswer(shop.inShop, shop.at);
    expect(suggested).toEqual({ outcome: "suggested", text: answer, title: expect.any(String) });
    expect(await shop.keep({ title: "Washing wool", text: answer })).toEqual({ outcome: "kept" });
    expect(await shop.find()).toMatchObject([{ sourceKind: "answer", title: "Washing wool", body: answer }]);

    const next = await shop.letter({ text: about.text });
    const row = await systemPrisma.draft.findUniqueOrThrow({ where: { id: next.draftId } });
    const sealed = { context: `drafts.sealed:${row.id}` as const, bytes: row.sealed };
    const content = openJson(shop.keys, sealed, draftContentSchema);
    expect(knownFacts(content)).toContainEqual(
      expect.objectContaining({ value: answer, source: expect.objectContaining({ entity: "answer" }) }),
    );

    expect(await shop.keep({ title: "Washing wool", text: `${answer} Dry it flat.` })).toEqual({
      outcome: "kept",
    });
    expect(await shop.find()).toMatchObject([{ body: `${answer} Dry it flat.` }]);
    const id = `answer-${shop.drafted.draftId}`;
    await shop.inShop((tx) => retireArticle(tx, shop.shopId, { id, now: new Date() }));
    expect(await shop.find()).toEqual([]);
  });

  it("is not kept with a name, an order, an address or a promise in it", async () => {
    const shop = await answered();
    for (const text of [
      "Ada asked for wool.",
      "Order #1001 is wool.",
      "Mail ada@example.com.",
      "We will refund you by Friday.",
    ])
      expect(await shop.keep({ title: "Wool", text })).toMatchObject({ outcome: "refused", field: "text" });
    expect(await shop.keep({ title: "What Ada Berg asked", text: answer })).toMatchObject({
      outcome: "refused",
      field: "title",
    });
    expect(await shop.keep({ title: " ", text: answer })).toMatchObject({
      outcome: "refused",
      field: "title",
    });
    expect(await shop.find()).toEqual([]);
  });

  it("is no answer before it was sent, nor where it only speaks of the shopper's own matter", async () => {
    const shop = await learningShop();
    const waiting = await shop.letter();
    const of = (drafted: { conversationId: string; draftId: string }) =>
      suggestAnswer(shop.inShop, { shopId: shop.shopId, ...drafted });
    expect(await of(waiting)).toEqual({ outcome: "not_found" });
    await shop.send(waiting);
    expect(await of(waiting)).toEqual({ outcome: "nothing_general" });
  });
});

describe("what was learned from somebody who is redacted", () => {
  it("goes with the conversation, and what is in use stays", async () => {
    const shop = await learningShop();
    await shop.editThrice((draft) => close(greet(draft)));
    const [greeting] = await shop.lessons("greeting");
    await shop.decide(greeting?.id ?? "", "approve");
    const deliveryId = await makeDelivery(shop.keys, {
      topic: "customers/redact",
      body: `{"shop_id":954889,"shop_domain":"${shop.shop.domain}","customer":{"id":null,"email":"shopper-1@example.com"},"orders_to_redact":[]}`,
      domain: shop.shop.domain,
    });
    const job = { shopId: shop.shopId, deliveryId };
    await mirrorDelivery(portsWith({}), makeRun(shop.shopId), job);
    expect(await redactCustomer(portsWith({}), makeRun(shop.shopId), job)).toContain("conversations 1");

    expect((await shop.lessons()).map(({ rule, corrections }) => [rule, corrections])).toEqual([
      ["greeting", 2],
    ]);
    expect(ends(await shop.letter())[0]).toBe("Good day Ada,");
    const drafted = await shop.letter({ name: "Dora Haas" });
    expect(await shop.send(drafted, close(drafted.text))).toContain("lessons proposed 1");
  });
});
