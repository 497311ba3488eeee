import { describe, expect, it } from "vitest";
import { changeConversations } from "#app/care/triage/change-conversations.server.ts";
import { makeDraft } from "#app/care/draft/make-draft.server.ts";
import { readDraft } from "#app/care/draft/read-draft.server.ts";
import { correctReading } from "#app/care/understand/correct-reading.server.ts";
import { systemPrisma } from "#app/system-db.server.ts";
import { retireArticle } from "#app/voice/retire-article.server.ts";
import { saveArticle } from "#app/voice/save-article.server.ts";
import { makeConversation } from "#tests/factories/message.ts";
import { sendReply } from "#tests/factories/sent-reply.ts";
import { addMessage, triage, understand } from "#tests/factories/thread.ts";
import { after, MONDAY, says, tagging, triagedTeam } from "#tests/factories/triage-shop.ts";

describe("a rule", () => {
  it("does what it says once, and the history says which rule it was", async () => {
    const { shopId, aRule, mail, rowOf, didFor, eventsOf } = await triagedTeam();
    const id = await aRule({
      conditions: says("invoice"),
      actions: [
        ...tagging("billing", "vat"),
        { do: "set_priority", priority: "high" },
        { do: "assign", to: "2" },
      ],
    });
    const place = await mail({ text: "Could you send me an invoice?" });
    const row = await rowOf(place);
    expect(row).toMatchObject({ tags: ["billing", "vat"], priority: "high", assigneeId: "2" });
    expect(await didFor(place.messageId)).toEqual([
      { do: "add_tags", tags: ["billing", "vat"], outcome: "added" },
      { do: "set_priority", priority: "high", outcome: "set" },
      { do: "assign", how: "person", to: "2", outcome: "assigned" },
    ]);
    expect(await eventsOf(place)).toEqual([`tagged rule:${id}`, `assigned rule:${id}`, `rule rule:${id}`]);

    // What somebody took back stays taken back, however often the job runs.
    const data = { tags: ["vat"], assigneeId: null };
    await systemPrisma.conversation.update({ where: { id: place.conversationId }, data });
    await Promise.all(Array.from({ length: 5 }, () => triage(shopId, place.messageId, after(1))));
    expect(await rowOf(place)).toMatchObject(data);
    expect(await eventsOf(place)).toHaveLength(3);
  });

  it("does nothing for what it is not about, when it is off, and in another shop", async () => {
    const { aRule, mail, rowOf } = await triagedTeam();
    const stranger = await triagedTeam();
    await aRule({ conditions: says("invoice"), actions: tagging("billing") });
    await aRule({ enabled: false, actions: tagging("off") });
    await stranger.aRule({ actions: tagging("theirs") });
    expect(await rowOf(await mail({ text: "Where is my parcel?" }))).toMatchObject({ tags: [] });
  });

  it("that was changed does what it says now for what comes, and for what still waits with it", async () => {
    const { aRule, mail, writeAgain, rowOf } = await triagedTeam();
    const id = await aRule({ actions: tagging("one") });
    const place = await mail({ text: "Where is my parcel?" });
    await systemPrisma.triageRule.update({
      where: { id },
      data: { version: 2, actions: tagging("two") },
    });
    expect(await rowOf(place)).toMatchObject({ tags: ["one"] });
    await writeAgain(place.conversationId, "Hello?");
    expect(await rowOf(place)).toMatchObject({ tags: ["one", "two"] });
  });

  it("hears of what a person set right in a reading, and does again nothing that it did", async () => {
    const { shopId, inShop, now, aRule, mail, rowOf, eventsOf } = await triagedTeam();
    const refund = {
      match: "all" as const,
      list: [{ on: "intent" as const, is: ["refund" as const], not: false }],
    };
    await aRule({ actions: tagging("all") });
    await aRule({ conditions: refund, actions: tagging("refund") });
    const place = await mail({ text: "Where is my parcel?" });
    expect((await rowOf(place)).tags).toEqual(["all"]);
    const { conversationId, messageId } = place;
    await correctReading({ inShop, now }, { shopId, conversationId, intent: "refund", staff: { id: "2" } });
    await triage(shopId, messageId);
    expect((await rowOf(place)).tags).toEqual(["all", "refund"]);
    expect((await eventsOf(place)).filter((event) => event.startsWith("rule"))).toHaveLength(2);
  });

  it("is looked at for everything that waits, in whatever order it is read", async () => {
    const letters = ["My lawyer will write to you.", "Order 4711 it is.", "An invoice, too, please."];
    for (const order of [
      [0, 1, 2],
      [2, 1, 0],
      [1, 2, 0],
    ]) {
      const { shopId, keys, aRule, rowOf } = await triagedTeam();
      await aRule({ conditions: says("lawyer"), actions: [{ do: "escalate", to: "2" }] });
      await aRule({
        conditions: says("invoice"),
        actions: [...tagging("billing"), { do: "assign", to: "3" }],
      });
      const place = await makeConversation({ keys, text: letters[0] ?? "", at: MONDAY });
      const messageIds: string[] = [place.messageId];
      for (const [n, text] of letters.slice(1).entries())
        messageIds.push(await addMessage(keys, { ...place, text, at: after(n + 1) }));
      for (const n of order) await understand(shopId, messageIds[n] ?? "", after(4));
      const row = await rowOf(place);
      expect([row.assigneeId, row.tags.toSorted(), row.priority]).toEqual([
        "2",
        ["billing", "escalated"],
        "high",
      ]);
    }
  });

  it("does nothing for what was answered or is closed", async () => {
    const { shopId, keys, aRule, mail, rowOf } = await triagedTeam();
    const answered = await mail({ text: "Where is my parcel?" });
    await sendReply(keys, { ...answered, text: "It is on its way.", at: after(1) });
    const closed = await mail({
      text: "Where is my parcel?",
      contact: { name: "Ada", address: "ada@shopper.example" },
    });
    await systemPrisma.conversation.update({
      where: { id: closed.conversationId },
      data: { status: "closed" },
    });
    await aRule({ actions: tagging("late") });
    for (const place of [answered, closed]) {
      await triage(shopId, place.messageId, after(2));
      expect((await rowOf(place)).tags).toEqual([]);
    }
  });

  it("that cannot be read is left alone, and the others are followed", async () => {
    const { aRule, mail, rowOf } = await triagedTeam();
    const broken = await aRule({ actions: tagging("one") });
    await systemPrisma.triageRule.update({
      where: { id: broken },
      data: { actions: [{ do: "from a later release" }] },
    });
    await aRule({ actions: tagging("two") });
    expect(await rowOf(await mail({ text: "Where is my parcel?" }))).toMatchObject({ tags: ["two"] });
  });
});

describe("several rules", () => {
  it("leave what the first of them decided", async () => {
    const { aRule, mail, rowOf, didFor } = await triagedTeam();
    await aRule({
      actions: [
        { do: "set_priority", priority: "low" },
        { do: "assign", to: "2" },
      ],
    });
    await aRule({
      actions: [
        { do: "set_priority", priority: "urgent" },
        { do: "assign", to: "3" },
      ],
    });
    const place = await mail({ text: "Where is my parcel?" });
    expect(await rowOf(place)).toMatchObject({ priority: "low", assigneeId: "2" });
    expect((await didFor(place.messageId)).map(({ outcome }) => outcome)).toEqual([
      ...["set", "assigned"],
      ...["earlier_rule", "has_one"],
    ]);
  });

  it("give the newest message the last word on the priority, and what was answered none", async () => {
    const { keys, aRule, mail, writeAgain, rowOf, clock, judgeDue } = await triagedTeam();
    await aRule({ conditions: says("whenever"), actions: [{ do: "set_priority", priority: "low" }] });
    await aRule({ conditions: says("board"), actions: [{ do: "set_priority", priority: "urgent" }] });
    const place = await mail({ text: "Where is my parcel? Answer whenever you like." });
    expect((await rowOf(place)).priority).toBe("low");
    const messageId = await writeAgain(place.conversationId, "Where is my parcel? The board wants to know.");
    expect((await rowOf(place)).priority).toBe("urgent");
    await sendReply(keys, { ...place, messageId, text: "It is on its way.", at: after(1) });
    clock.now = after(2);
    await judgeDue();
    expect((await rowOf(place)).priority).toBe("normal");
  });

  it("never lower what may endanger somebody, nor what a person set", async () => {
    const { shopId, inShop, keys, aRule, mail, rowOf, keptOf } = await triagedTeam();
    await aRule({ actions: [{ do: "set_priority", priority: "low" }] });
    const danger = await mail({ text: "The battery is smoking, what do I do?" });
    expect((await rowOf(danger)).priority).toBe("urgent");
    expect((await keptOf(danger)).decided).toMatchObject({ by: "rule", priority: "low", kept: true });
    const other = await mail({
      text: "Where is my parcel?",
      contact: { name: "Ada", address: "ada@shopper.example" },
    });
    const ids = [other.conversationId];
    await inShop((tx) =>
      changeConversations(tx, keys, { ids, change: { priority: "high" }, by: "2", at: after(1) }),
    );
    await triage(shopId, other.messageId, after(2));
    expect((await rowOf(other)).priority).toBe("high");
  });
});

describe("a macro that a rule suggests", () => {
  async function withMacro() {
    const shop = await triagedTeam();
    const article = {
      ...{ kind: "macro" as const, language: "en", title: "Invoices" },
      body: "You find the invoice of every order in your account under Documents.",
    };
    const saved = await shop.inShop((tx) =>
      saveArticle(tx, shop.shopId, { staffId: "1", article, now: MONDAY }),
    );
    const articleId = saved.outcome === "saved" ? saved.id : "";
    await shop.aRule({ conditions: says("vat"), actions: [{ do: "suggest_macro", articleId }] });
    const facts = async (messageId: string, conversationId: string) => {
      await makeDraft({ inShop: shop.inShop, now: () => MONDAY }, { shopId: shop.shopId, messageId });
      return (await shop.inShop((tx) => readDraft(tx, shop.keys, conversationId)))?.facts ?? [];
    };
    return { ...shop, articleId, facts };
  }
  const redrafts = (shopId: string) =>
    systemPrisma.job.count({ where: { shopId, event: "facts-changed", name: "draftReply" } });

  it("is what the draft may say before all that is found, and is never sent by itself", async () => {
    const { shopId, articleId, mail, didFor, facts } = await withMacro();
    const { conversationId, messageId } = await mail({ text: "I need something with VAT on it, please." });
    expect(await didFor(messageId)).toEqual([{ do: "suggest_macro", articleId, outcome: "suggested" }]);
    expect((await facts(messageId, conversationId)).map(({ source }) => source.id)).toContain(articleId);
    expect(await systemPrisma.delivery.count({ where: { shopId } })).toBe(0);
  });

  it("has a reply that was drafted before it drafted anew, once", async () => {
    const { shopId, mail } = await withMacro();
    const { messageId } = await mail({ text: "I need something with VAT on it, please." });
    expect(await redrafts(shopId)).toBe(1);
    await triage(shopId, messageId, after(1));
    expect(await redrafts(shopId)).toBe(1);
  });

  it("is out of use with its article", async () => {
    const { shopId, inShop, articleId, mail, didFor, facts } = await withMacro();
    await inShop((tx) => retireArticle(tx, shopId, { id: articleId, now: MONDAY }));
    const { conversationId, messageId } = await mail({ text: "I need something with VAT on it, please." });
    expect(await didFor(messageId)).toEqual([{ do: "suggest_macro", articleId, outcome: "out_of_use" }]);
    expect((await facts(messageId, conversationId)).map(({ source }) => source.id)).not.toContain(articleId);
    expect(await redrafts(shopId)).toBe(0);
  });
});
