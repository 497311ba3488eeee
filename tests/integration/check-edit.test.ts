// The guard while a person types: as when it is sent, nothing written, nobody else's draft.
import { describe, expect, it } from "vitest";
import { makeDraft } from "#app/care/draft/make-draft.server.ts";
import { readDraft } from "#app/care/draft/read-draft.server.ts";
import { readGloss } from "#app/care/draft/read-gloss.server.ts";
import { checkEdit } from "#app/care/review/check-edit.server.ts";
import { showVersions } from "#app/desk/show-versions.server.ts";
import { forShop } from "#app/db.server.ts";
import { systemPrisma } from "#app/system-db.server.ts";
import { makeConversation } from "#tests/factories/message.ts";
import { makeOrder } from "#tests/factories/order.ts";
import { makeReading } from "#tests/factories/reading.ts";
import { makeShop } from "#tests/factories/shop.ts";

const NOW = new Date("2026-11-13T10:00:00Z");
const now = () => NOW;

/** Mara asked in German where her order is, and a draft waits. */
async function drafted() {
  const { shop, keys } = await makeShop();
  const inShop = forShop(shop.id);
  const parcel = {
    events: [{ status: "in_transit", city: "Hamburg", happenedAt: "2026-11-12T07:00:00.000Z" }],
  };
  const { order } = await makeOrder(shop, keys, { fulfillments: [parcel] });
  const { order: foreign } = await makeOrder(shop, keys, {
    person: { email: "otto@example.com", customerName: "Otto" },
  });
  const contact = { name: "Mara Lindqvist", address: "mara.lindqvist@example.com" };
  const at = new Date("2026-11-13T09:00:00Z");
  const asked = await makeConversation({ keys, contact, orderIds: [order.id], at });
  const { conversationId, messageId } = asked;
  await makeReading(keys, { conversationId, messageId }, { language: "de", orderIds: [order.id] });
  const redraft = (hint?: string) => makeDraft({ inShop, now }, { shopId: shop.id, messageId, hint });
  await redraft();
  const draft = await inShop((tx) => readDraft(tx, keys, conversationId));
  if (!draft) throw new Error("There is no draft");
  const check = (text: string, more: { draftId?: string; shopId?: string; at?: Date } = {}) => {
    const shopId = more.shopId ?? shop.id;
    return checkEdit(
      { inShop: forShop(shopId), now: () => more.at ?? NOW },
      { shopId, conversationId, draftId: more.draftId ?? draft.id, text },
    );
  };
  const blocks = async (text: string) => {
    const checked = await check(text);
    if (checked.outcome !== "checked") throw new Error(checked.outcome);
    return checked.checks.filter(({ outcome }) => outcome === "block");
  };
  return { shop, keys, inShop, order, foreign, conversationId, draft, redraft, check, blocks };
}

describe("checkEdit", () => {
  it("says of a text what is said when it is sent, and writes nothing", async () => {
    const { draft, foreign, blocks, shop } = await drafted();
    const before = await systemPrisma.draft.findMany({ where: { shopId: shop.id } });
    expect(await blocks(draft.text)).toEqual([]);
    expect(await blocks(`${draft.text}\n\nSie kommt am 1. Januar 2031.`)).toMatchObject([
      { rule: "date", quote: "1. Januar 2031" },
    ]);
    // Other people's data may never leave, whatever the reason.
    expect(await blocks(`${draft.text}\n\nBestellung ${foreign.name} ist da.`)).toContainEqual(
      expect.objectContaining({ rule: "others", overrulable: false }),
    );
    const secret = `Der Schlüssel ist shpat_${"0123456789abcdef".repeat(2)}`;
    expect(await blocks(secret)).toContainEqual(
      expect.objectContaining({ rule: "secret", overrulable: false }),
    );
    expect(await systemPrisma.draft.findMany({ where: { shopId: shop.id } })).toEqual(before);
  });

  it("looks at the records once for many keys, and again after a while", async () => {
    const { inShop, conversationId, keys, draft, shop } = await drafted();
    let reads = 0;
    const counting: typeof inShop = (work) =>
      inShop((tx) => {
        const counted = new Proxy(tx, {
          get: (target, name: keyof typeof tx) => {
            if (name === "message") reads += 1;
            return target[name];
          },
        });
        return work(counted);
      });
    const ask = (at: Date) =>
      checkEdit(
        { inShop: counting, now: () => at },
        { shopId: keys.shopId, conversationId, draftId: draft.id, text: "Guten Tag" },
      );
    await ask(NOW);
    const first = reads;
    expect(first).toBeGreaterThan(0);
    for (let key = 0; key < 5; key += 1) expect((await ask(NOW)).outcome).toBe("checked");
    expect(reads).toBe(first);
    await ask(new Date(NOW.getTime() + 60_000));
    expect(reads).toBeGreaterThan(first);
    expect(shop.id).toBe(keys.shopId);
  });

  it("knows no draft that is stale, gone or another shop's", async () => {
    const { check, draft, redraft } = await drafted();
    expect((await check("Guten Tag")).outcome).toBe("checked");
    const other = await makeShop();
    expect(await check("Guten Tag", { shopId: other.shop.id })).toEqual({ outcome: "not_found" });
    expect(await check("Guten Tag", { draftId: "none" })).toEqual({ outcome: "not_found" });
    await redraft("kürzer");
    expect(await check("Guten Tag", { draftId: draft.id })).toEqual({ outcome: "stale" });
  });
});

describe("the gloss of a draft", () => {
  it("is its sentences in the reviewer's language, in English for one without a catalogue", async () => {
    const { inShop, keys, conversationId, draft } = await drafted();
    const read = (language: string) =>
      inShop((tx) => readGloss(tx, keys, { conversationId, draftId: draft.id, language }));
    const french = await read("fr-CA");
    expect(french).toMatchObject({ language: "fr" });
    expect(french?.sentences).toHaveLength(draft.sentences.length);
    expect(french?.sentences[0]).toEqual({ text: "Bonjour Mara,", language: "fr", exact: true });
    expect(await read("pl")).toEqual(await read("en"));
    // Its own language needs none.
    expect((await read("de"))?.sentences.every(({ text }) => text === null)).toBe(true);
    expect("gloss" in draft).toBe(false);
  });
});

describe("the versions of a draft", () => {
  it("each say what they changed, what was asked for, and what a person made of it", async () => {
    const { inShop, keys, conversationId, redraft } = await drafted();
    await redraft("förmlicher");
    const versions = await inShop((tx) => showVersions(tx, keys, conversationId));
    expect(versions?.map(({ version, hint, status }) => ({ version, hint, status }))).toEqual([
      { version: 2, hint: "förmlicher", status: "waiting" },
      { version: 1, hint: null, status: "superseded" },
    ]);
    const [second, first] = versions ?? [];
    expect(first?.changes).toBeNull();
    const went = second?.changes?.filter(({ change }) => change === "removed").map(({ text }) => text.trim());
    expect(went).toContain("Hallo");
    const other = await makeShop();
    expect(await forShop(other.shop.id)((tx) => showVersions(tx, other.keys, conversationId))).toBeNull();
  });
});
