import { describe, expect, it, vi } from "vitest";
import { correctReading } from "#app/care/understand/correct-reading.server.ts";
import { readReading } from "#app/care/understand/read-reading.server.ts";
import { readingSchema } from "#app/care/understand/reading.ts";
import { makeDraft } from "#app/care/draft/make-draft.server.ts";
import { readDraft } from "#app/care/draft/read-draft.server.ts";
import { forShop } from "#app/db.server.ts";
import { listConversations, type ConversationQuery } from "#app/desk/list-conversations.server.ts";
import { showConversation } from "#app/desk/show-conversation.server.ts";
import { days, minutes } from "#app/lib/duration.ts";
import { logger } from "#app/lib/logger.server.ts";
import { expireEmotions, startExpiring } from "#app/privacy/expire-emotions.server.ts";
import { openJson } from "#app/shop/seal.ts";
import { systemPool, systemPrisma } from "#app/system-db.server.ts";
import { patience } from "#tests/factories/job.ts";
import { makeConversation } from "#tests/factories/message.ts";
import { makeShop } from "#tests/factories/shop.ts";
import { expectNowhere } from "#tests/factories/tenant-rows.ts";
import { addMessage, triage, understand, versionsOf } from "#tests/factories/thread.ts";

const NOW = Date.now();
const after = (time: number) => new Date(NOW - days(90) + time);

async function angry(at: Date) {
  const { shop, keys } = await makeShop();
  const text = "I am furious! Nobody answers, this is outrageous!";
  const made = await makeConversation({ keys, text, at });
  const inShop = forShop(shop.id);
  await understand(shop.id, made.messageId, at);
  await makeDraft({ inShop, now: () => at }, { shopId: shop.id, messageId: made.messageId });
  const row = () => systemPrisma.conversation.findUniqueOrThrow({ where: { id: made.conversationId } });
  return { shop, keys, inShop, row, ...made };
}

describe("an emotion whose time is over", () => {
  it("is taken out of reading, draft, conversation and corrections; the rest of the reading stays", async () => {
    const { shop, keys, inShop, row, conversationId, messageId } = await angry(after(minutes(10)));
    await correctReading(
      { inShop, now: () => after(minutes(11)) },
      { shopId: shop.id, conversationId, emotion: "grief", intent: "refund", staff: { id: "7" } },
    );
    await triage(shop.id, messageId, after(minutes(11)));
    expect(await row()).toMatchObject({ emotion: "grief", priority: "high" });
    expect(await expireEmotions(new Date(NOW))).toBe(0);
    expect(await expireEmotions(new Date(NOW + minutes(11)))).toBe(1);
    expect(await expireEmotions(new Date(NOW + minutes(11)))).toBe(0);

    expect(await row()).toMatchObject({ emotion: null, unsure: false, intent: "refund", priority: "normal" });
    const [reading] = await versionsOf(messageId);
    expect(reading?.clearedAt).not.toBeNull();
    expect(await systemPrisma.reading.count({ where: { shopId: shop.id, emotion: { not: null } } })).toBe(0);
    const corrections = await systemPrisma.readingCorrection.findMany({ where: { shopId: shop.id } });
    expect(corrections.map(({ field }) => field)).toEqual(["intent"]);
    expect((await inShop((tx) => readDraft(tx, keys, conversationId)))?.plan).toMatchObject({
      emotion: "neutral",
      neutral: true,
    });
    const shown = await showConversation({ inShop, keys, now: () => new Date() }, conversationId);
    expect(shown).toMatchObject({ emotion: null, reading: { emotion: null, intent: "refund", why: "" } });
    expect(shown?.reading?.trajectory.points).toEqual([]);
    const found = await listConversations(
      { inShop, keys, now: () => new Date() },
      { emotion: "grief", limit: 5 },
    );
    expect(found).toMatchObject({ items: [] });
    await expectNowhere(keys, /"(?:label|emotion)":"(?:anger|grief)"/);
  });

  it("is not shown, found nor given to a draft in the minute before that", async () => {
    const { shop, keys, inShop, row, conversationId, messageId } = await angry(after(minutes(1)));
    const at = (now: Date) => ({ inShop, keys, now: () => now });
    const [before, since] = [new Date(NOW), new Date(NOW + minutes(1))];
    const reads = (now: Date) => inShop((tx) => readReading(tx, keys, { messageId, now }));
    expect((await reads(before))?.emotion.label).toBe("anger");
    expect(await reads(since)).toMatchObject({
      ...{ unsure: false, why: "" },
      emotion: { label: "neutral", confidence: 0 },
    });
    const shown = async (now: Date) => {
      const conversation = await showConversation(at(now), conversationId);
      return [conversation?.emotion, conversation?.reading?.emotion?.label ?? null];
    };
    expect(await shown(before)).toEqual(["anger", "anger"]);
    expect(await shown(since)).toEqual([null, null]);
    const listed = async (now: Date, more: Partial<ConversationQuery>) => {
      const found = await listConversations(at(now), { limit: 5, ...more });
      return found.outcome === "listed" ? found.items.map(({ emotion }) => emotion) : found;
    };
    expect(await listed(before, { emotion: "anger" })).toEqual(["anger"]);
    for (const more of [{}, { q: "parcel" }]) {
      expect(await listed(since, { emotion: "anger", ...more })).toEqual([]);
      expect(await listed(since, more)).toEqual([null]);
    }
    expect((await row()).emotion).toBe("anger");
    await makeDraft({ inShop, now: () => since }, { shopId: shop.id, messageId, hint: "" });
    expect((await inShop((tx) => readDraft(tx, keys, conversationId)))?.plan.emotion).toBe("neutral");
    const corrected = await correctReading(
      { inShop, now: () => since },
      { shopId: shop.id, conversationId, emotion: "worry", staff: { id: "7" } },
    );
    expect(corrected).toEqual({ outcome: "expired" });
  });

  it("raises a priority no longer, and changes nothing else of the conversation, closed or open", async () => {
    const at = after(minutes(10));
    for (const status of ["open", "closed"]) {
      const { row, conversationId } = await angry(at);
      const before = await systemPrisma.conversation.update({
        where: { id: conversationId },
        data: { status },
      });
      expect(before.priority).toBe("high");
      await expireEmotions(new Date(NOW + minutes(11)));
      expect(await row()).toEqual({ ...before, emotion: null, priority: "normal" });
    }
  });

  it("leaves the priority that there is another reason for, or a lower one that somebody set", async () => {
    const at = after(minutes(10));
    const { keys, shop } = await makeShop();
    const priorities = async (text: string, priority?: string) => {
      const { conversationId, messageId } = await makeConversation({ keys, text, at });
      await understand(shop.id, messageId, at);
      const where = { id: conversationId };
      const data = priority ? { priority } : {};
      const before = await systemPrisma.conversation.update({ where, data });
      await expireEmotions(new Date(NOW + minutes(11)));
      const since = await systemPrisma.conversation.findUniqueOrThrow({ where });
      return [before.priority, since.priority];
    };
    const hurried = "I am furious! I need it by tomorrow, I fly at noon.";
    expect(await priorities(hurried)).toEqual(["urgent", "urgent"]);
    expect(await priorities("I am furious! My lawyer will write to you.")).toEqual(["high", "high"]);
    expect(await priorities(hurried, "low")).toEqual(["low", "low"]);
  });

  it("no longer makes the message after it more urgent, once that one's time is over, too", async () => {
    const { shop, keys, row, conversationId } = await angry(after(minutes(10)));
    const second = await addMessage(keys, { conversationId, text: "Still nothing.", at: after(minutes(20)) });
    await understand(shop.id, second, after(minutes(20)));
    expect((await row()).priority).toBe("high");
    await expireEmotions(new Date(NOW + minutes(11)));
    expect((await row()).priority).toBe("high");
    await expireEmotions(new Date(NOW + minutes(21)));
    expect((await row()).priority).toBe("normal");
  });

  it("does not come back when a later message has the conversation read again", async () => {
    const { shop, keys, row, conversationId, messageId } = await angry(after(-minutes(1)));
    await expireEmotions(new Date());
    expect((await row()).emotion).toBeNull();
    const second = await addMessage(keys, { conversationId, text: "Thank you very much, you are great!" });
    await understand(shop.id, second);
    expect(await versionsOf(messageId)).toHaveLength(1);
    expect((await row()).emotion).not.toBeNull();
    await expireEmotions(new Date());
    expect((await row()).emotion).not.toBeNull();
  });

  it("is taken out by whichever process looks, until it stops", async () => {
    const { messageId } = await angry(after(-minutes(1)));
    const lookers = [20, 30].map((every) => startExpiring({ now: () => new Date() }, every));
    await expect.poll(async () => (await versionsOf(messageId))[0]?.clearedAt, patience).toBeTruthy();
    await Promise.all(lookers.map(({ stop }) => stop()));
  });
});

describe("a reading that cannot be opened", () => {
  it("is named in the log once, and holds up no other of its shop", async () => {
    const { shop, inShop, keys, row, conversationId, messageId } = await angry(after(-minutes(2)));
    const [broken] = await versionsOf(messageId);
    await systemPrisma.reading.updateMany({ where: { messageId }, data: { sealed: Buffer.from("broken") } });
    const later = await makeConversation({ keys, text: "I am furious!", at: after(-minutes(1)) });
    await understand(shop.id, later.messageId, after(-minutes(1)));
    const warned = vi.spyOn(logger, "warn");
    const told = new Set<string>();
    expect(await expireEmotions(new Date(NOW), { told })).toBe(1);
    expect(await expireEmotions(new Date(NOW), { told })).toBe(0);
    expect(warned.mock.calls.map(([about]) => about)).toEqual([
      { err: expect.anything(), shopId: shop.id, readingId: broken?.id },
    ]);
    expect((await versionsOf(later.messageId))[0]?.clearedAt).toEqual(new Date(NOW));
    expect((await versionsOf(messageId))[0]?.clearedAt).toBeNull();
    // What was made from it, and can be opened, says nothing of the emotion either.
    expect((await row()).emotion).toBeNull();
    expect((await inShop((tx) => readDraft(tx, keys, conversationId)))?.plan.emotion).toBe("neutral");
  });

  it("nor any of another shop, however many there are", async () => {
    const big = await makeShop();
    const small = await angry(after(-minutes(1)));
    await systemPool.query(
      `INSERT INTO readings (id, message_id, shop_id, conversation_id, expires_at, sealed)
       SELECT gen_random_uuid()::text, gen_random_uuid()::text, $1, 'none', $2, 'broken' FROM generate_series(1, 5000)`,
      [big.shop.id, new Date(NOW - days(1))],
    );
    const warned = vi.spyOn(logger, "warn").mockImplementation(() => undefined);
    expect(await expireEmotions(new Date(NOW))).toBe(1);
    expect((await versionsOf(small.messageId))[0]?.clearedAt).toEqual(new Date(NOW));
    const ofTheBigOne = { shopId: big.shop.id, readingId: expect.any(String) };
    expect(
      warned.mock.calls.filter(([about]) => expect.objectContaining(ofTheBigOne).asymmetricMatch(about)),
    ).toHaveLength(5_000);
    await systemPrisma.reading.deleteMany({ where: { shopId: big.shop.id } });
  });
});

describe("a reading whose message cannot be opened", () => {
  it("loses its emotion, keeps its urgency, and is tried again", async () => {
    const { shop, keys } = await makeShop();
    const at = after(-minutes(1));
    const text = "I am furious! I need it by tomorrow, I fly at noon.";
    const { conversationId, messageId } = await makeConversation({ keys, text, at });
    await understand(shop.id, messageId, at);
    const kept = async () => {
      const [row] = await versionsOf(messageId);
      const bytes = row?.sealed ?? Buffer.alloc(0);
      const { emotion, urgency } = openJson(
        keys,
        { context: `readings.sealed:${row?.id ?? ""}`, bytes },
        readingSchema,
      );
      return { label: emotion.label, urgency, cleared: row?.clearedAt ?? null };
    };
    const before = await kept();
    expect(before).toEqual({ label: "anger", urgency: 3, cleared: null });
    const { sealed } = await systemPrisma.message.findUniqueOrThrow({ where: { id: messageId } });
    const seal = (bytes: Uint8Array) =>
      systemPrisma.message.update({ where: { id: messageId }, data: { sealed: Buffer.from(bytes) } });
    await seal(Buffer.from("broken"));
    const warned = vi.spyOn(logger, "warn");
    const told = new Set<string>();
    for (let round = 0; round < 2; round += 1) {
      expect(await expireEmotions(new Date(NOW), { told })).toBe(0);
      expect(await kept()).toEqual({ label: "neutral", urgency: 3, cleared: null });
    }
    const ofTheShop = expect.objectContaining({ shopId: shop.id });
    const said = warned.mock.calls
      .map(([about]) => about)
      .filter((about) => ofTheShop.asymmetricMatch(about));
    expect(said).toEqual([{ err: expect.anything(), shopId: shop.id, messageId }]);
    await seal(sealed);
    expect(await expireEmotions(new Date(NOW), { told })).toBe(1);
    expect(await kept()).toEqual({ label: "neutral", urgency: 3, cleared: new Date(NOW) });
    const row = await systemPrisma.conversation.findUniqueOrThrow({ where: { id: conversationId } });
    expect(row).toMatchObject({ emotion: null, priority: "urgent" });
  });
});
