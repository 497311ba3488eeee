// What a model is paid for: each question once, and no more of them a day than the shop allows.
import { describe, expect, it, vi } from "vitest";
import { makeClaude } from "#app/adapters/anthropic.server.ts";
import { settleBudget } from "#app/care/draft/model/draft-budget.server.ts";
import { understandMessage } from "#app/care/understand/understand-message.server.ts";
import { forShop, forShopSql, sqlOf } from "#app/db.server.ts";
import { showModelDays } from "#app/desk/show-model-days.server.ts";
import { minutes } from "#app/lib/duration.ts";
import type { LanguageModel, Ports } from "#app/ports.ts";
import { removeConversations } from "#app/privacy/remove-conversations.server.ts";
import { claimJobs } from "#app/queue/claim-jobs.server.ts";
import { FenceLost, fencedInShop } from "#app/queue/fenced-in-shop.server.ts";
import { keepLeases } from "#app/queue/keep-leases.server.ts";
import { blindIndex } from "#app/shop/seal.ts";
import { systemPrisma } from "#app/system-db.server.ts";
import { makeJob, patience } from "#tests/factories/job.ts";
import { makeConversation } from "#tests/factories/message.ts";
import {
  anger,
  AT,
  claudeHere,
  FURIOUS,
  heldBack,
  joy,
  reading,
  readingOf,
  shopThat,
  SPENT,
  tokensToday,
  understand,
} from "#tests/factories/read-by-model.ts";
import { manners } from "#tests/fakes/anthropic.ts";

const { server, claude } = await claudeHere();

describe("what was asked once", () => {
  it.each([
    ["an answer", manners.answers(anger), { emotion: { readings: { model: anger } } }],
    ["a refusal", manners.refuses, { modelAbsence: "refused" }],
  ])("is not paid for again by a job that runs twice: %s", async (_name, manner, expected) => {
    server.behave(manner);
    const place = await shopThat();
    const { messageId } = await reading(place, { model: claude });
    // The process died after the question and before the reading.
    await systemPrisma.reading.deleteMany({ where: { messageId } });
    server.behave(manners.answers(joy));
    await understand(place.shop.id, messageId, { model: claude });
    expect(await readingOf(place, messageId)).toMatchObject(expected);
    expect(server.asked).toHaveLength(1);
    expect(await tokensToday(place.shop.id)).toBe(SPENT);
  });

  it("is asked again of another model, and not when the message was read before", async () => {
    const place = await shopThat();
    const { messageId } = await reading(place, { model: claude });
    const other = makeClaude({ apiKey: "sk-ant-test", baseUrl: server.url, model: "claude-sonnet-5-5" });
    expect(await understand(place.shop.id, messageId, { model: other })).toBe("it was read before");
    expect(server.asked).toHaveLength(1);
    await systemPrisma.reading.deleteMany({ where: { messageId } });
    await understand(place.shop.id, messageId, { model: other });
    expect(server.asked).toHaveLength(2);
  });

  it("is sealed, and is not kept of somebody who was redacted while the model was thinking", async () => {
    const place = await shopThat();
    const { shop, keys } = place;
    const { messageId: kept } = await reading(place, { model: claude });
    const row = await systemPrisma.modelReading.findUniqueOrThrow({ where: { messageId: kept } });
    expect(Buffer.from(row.sealed).toString("latin1")).not.toContain("anger");

    const contact = { name: "Ada", address: "ada@shopper.example" };
    const { messageId } = await makeConversation({ keys, contact, text: FURIOUS });
    const held = heldBack(anger);
    server.behave(held.manner);
    const understanding = understand(shop.id, messageId, { model: claude });
    await vi.waitFor(() => expect(held.waiting).toHaveLength(1), patience);
    const person = {
      customerIds: [],
      orderIds: [],
      emails: [contact.address],
      contacts: [blindIndex(keys, "email", contact.address)],
    };
    await forShop(shop.id)((tx) => removeConversations(tx, keys, person));
    held.give();
    expect(await understanding).toBe("the message is gone");
    expect(await systemPrisma.modelReading.count({ where: { messageId } })).toBe(0);
    expect(await tokensToday(shop.id)).toBe(2 * SPENT);
  });
});

describe("a shop's budget", () => {
  it("is not overspent by many workers at once", async () => {
    // Room for two questions of this size under way, and not for a third.
    const { shop, keys } = await shopThat({ modelAccepted: true, modelTokensPerDay: 7_000 });
    const held = heldBack(anger);
    server.behave(held.manner);
    const messages = await Promise.all(
      Array.from({ length: 6 }, () => makeConversation({ keys, text: FURIOUS })),
    );
    let done = 0;
    const understood = messages.map(async ({ messageId }) => {
      await understand(shop.id, messageId, { model: claude });
      done += 1;
    });
    await vi.waitFor(() => expect([held.waiting.length, done]).toEqual([2, 4]), patience);
    held.give();
    await Promise.all(understood);
    expect(server.asked).toHaveLength(2);
    expect(await tokensToday(shop.id)).toBe(2 * SPENT);
    const readings = await Promise.all(messages.map(({ messageId }) => readingOf({ shop, keys }, messageId)));
    expect(readings.filter((one) => one?.modelAbsence === "budget_used_up")).toHaveLength(4);
    // What was held and not spent is free again.
    server.behave(manners.answers(anger));
    expect((await reading({ shop, keys }, { model: claude })).read?.emotion.readings.model).toEqual(anger);
  });

  it("is new each day", async () => {
    const place = await shopThat({ modelAccepted: true, modelTokensPerDay: 3_300 });
    await reading(place, { model: claude });
    expect((await reading(place, { model: claude })).read?.modelAbsence).toBe("budget_used_up");
    const { messageId } = await makeConversation({ keys: place.keys, text: FURIOUS });
    await understand(place.shop.id, messageId, { model: claude, at: new Date("2026-11-22T00:00:01Z") });
    expect((await readingOf(place, messageId))?.emotion.readings.model).toEqual(anger);
  });
});

describe("what models took by day", () => {
  it("is counted on the shop's own day, drafts and translations beside readings", async () => {
    const place = await shopThat();
    const { shop } = place;
    await systemPrisma.shop.update({ where: { id: shop.id }, data: { timezone: "Asia/Tokyo" } });
    await reading(place, { model: claude });
    const { messageId } = await makeConversation({ keys: place.keys, text: FURIOUS });
    // After midnight in Tokyo, and not in UTC.
    const late = new Date("2026-11-21T15:30:00Z");
    await understand(shop.id, messageId, { model: claude, at: late });
    const usage = { tokensIn: 4_000, tokensOut: 300, tokensCached: 0, costMicros: 4_500 };
    const settled = { month: "2026-11-01", micros: 0, usage, at: late };
    await forShop(shop.id)((tx) => settleBudget(sqlOf(tx), shop.id, settled));
    const days = await forShop(shop.id)((tx) => showModelDays(tx, shop.id, late));
    expect(days).toHaveLength(22);
    expect(days.filter(({ questions }) => questions > 0)).toEqual([
      { day: "2026-11-21", questions: 1, readingTokens: SPENT, writingTokens: 0, micros: 0 },
      { day: "2026-11-22", questions: 2, readingTokens: SPENT, writingTokens: 4_300, micros: 4_500 },
    ]);
    const other = await shopThat();
    const theirs = await forShop(other.shop.id)((tx) => showModelDays(tx, other.shop.id, late));
    expect(theirs.every(({ questions }) => questions === 0)).toBe(true);
  });
});

describe("a run that is handed back as the model answers", () => {
  const handedBack = async (shopId: string, messageId: string) => {
    const [job] = await claimJobs([await makeJob(shopId)], minutes(1));
    if (!job) throw new Error("The job was not claimed");
    const leases = keepLeases();
    const { signal } = leases.hold([job]);
    const model: LanguageModel = {
      name: claude.name,
      complete: async (completion) => {
        const answer = await claude.complete(completion);
        await leases.handBack();
        return answer;
      },
    };
    const inShop = fencedInShop({ shopId, jobs: [job] });
    const run = { shopId, inShop, inShopSql: forShopSql(shopId), attempt: 1, signal };
    const ports = { now: () => AT, readingModel: model } as Partial<Ports> as Ports;
    return understandMessage(ports, run, { shopId, messageId }).finally(() => leases.stop());
  };

  it.each([
    ["an answer", manners.answers(anger)],
    ["a refusal", manners.refuses],
  ])("holds nothing more, counts once, and keeps nothing: %s", async (_name, manner) => {
    server.behave(manner);
    const { shop, keys } = await shopThat();
    const { messageId } = await makeConversation({ keys, text: FURIOUS });
    await expect(handedBack(shop.id, messageId)).rejects.toBeInstanceOf(FenceLost);
    const usage = () => systemPrisma.modelUsage.findFirstOrThrow({ where: { shopId: shop.id } });
    expect(await usage()).toMatchObject({ reserved: 0n, questions: 1 });
    expect(await tokensToday(shop.id)).toBe(SPENT);
    expect(await systemPrisma.modelReading.count({ where: { messageId } })).toBe(0);

    await understand(shop.id, messageId, { model: claude });
    expect(await usage()).toMatchObject({ reserved: 0n, questions: 2 });
    expect(await tokensToday(shop.id)).toBe(2 * SPENT);
  });
});
