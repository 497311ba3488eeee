// A waiting draft in a voice that is not saved: the composer's own words, nothing written, no model asked.
import { describe, expect, it } from "vitest";
import { makeDraft } from "#app/care/draft/make-draft.server.ts";
import { readDraft } from "#app/care/draft/read-draft.server.ts";
import type { GivenVoice } from "#app/care/draft/in-voice.ts";
import { listWaiting } from "#app/care/review/list-waiting.server.ts";
import { previewMail } from "#app/care/review/preview-mail.server.ts";
import { previewVoice } from "#app/care/review/preview-voice.server.ts";
import { forShop } from "#app/db.server.ts";
import * as door from "#app/routes/settings/voice-preview.ts";
import { saveSettings } from "#app/shop/save-settings.server.ts";
import { systemPool, systemPrisma } from "#app/system-db.server.ts";
import { makeConversation } from "#tests/factories/message.ts";
import { keepSession, openDoor } from "#tests/factories/open-screen.ts";
import { makeOrder } from "#tests/factories/order.ts";
import { makeReading } from "#tests/factories/reading.ts";
import { makeShop } from "#tests/factories/shop.ts";
import { makeStaff } from "#tests/factories/staff.ts";

const NOW = new Date("2026-11-13T10:00:00Z");
const TYPED: GivenVoice = {
  ...{ formality: "formal", teamName: "Fernweh Team", signature: "Herzlich\nFernweh", answerWithinHours: 72 },
};

/** Mara asked in German where her order is, and a draft waits. */
async function drafted() {
  const { shop, keys } = await makeShop();
  const inShop = forShop(shop.id);
  const parcel = {
    events: [{ status: "in_transit", city: "Hamburg", happenedAt: "2026-11-12T07:00:00.000Z" }],
  };
  const { order } = await makeOrder(shop, keys, { fulfillments: [parcel] });
  const contact = { name: "Mara Lindqvist", address: "mara.lindqvist@example.com" };
  const asked = await makeConversation({
    ...{ keys, contact, orderIds: [order.id], at: new Date("2026-11-13T09:00:00Z") },
  });
  const { conversationId, messageId } = asked;
  await makeReading(keys, { conversationId, messageId }, { language: "de", orderIds: [order.id] });
  const redraft = () => makeDraft({ inShop, now: () => NOW }, { shopId: shop.id, messageId });
  await redraft();
  const waiting = async () => {
    const draft = await inShop((tx) => readDraft(tx, keys, conversationId));
    if (!draft) throw new Error("There is no draft");
    return draft;
  };
  const draft = await waiting();
  const preview = (voice: Partial<GivenVoice> = {}, draftId = draft.id) =>
    inShop((tx) => previewVoice(tx, keys, { draftId, voice: { ...TYPED, ...voice }, name: "Ida" }));
  return { shop, keys, inShop, conversationId, draft, redraft, waiting, preview };
}

/** Every row of the shop's that a preview could have touched, as it was written last. */
async function writtenIn(shopId: string) {
  const tables = ["drafts", "conversations", "messages", "jobs", "draft_answers", "conversation_events"];
  const rows = tables.map((table) =>
    systemPool.query(`SELECT '${table}' AS of, xmin::text, ctid::text FROM ${table} WHERE shop_id = $1`, [
      shopId,
    ]),
  );
  const shops = systemPool.query("SELECT xmin::text FROM shops WHERE id = $1", [shopId]);
  return (await Promise.all([...rows, shops])).map((result) => result.rows as unknown);
}

describe("previewMail", () => {
  it("says of a person's own words nothing of AI, and of those they kept that AI drafted them", async () => {
    const { keys, inShop, draft } = await drafted();
    const below = async (text?: string) =>
      (await inShop((tx) => previewMail(tx, keys, { draftId: draft.id, name: "Ida", text })))?.below;
    const line = "Mit KI entworfen, geprüft von Ida.";
    expect(await below()).toContain(line);
    expect(await below(`${draft.text}\n\nBis bald`)).toContain(line);
    const own = "Guten Morgen, wir haben heute früh selbst beim Lager angerufen und nachgefragt.";
    expect(await below(own)).not.toContain(line);
  });
});

describe("previewVoice", () => {
  it("says what the draft will say once that voice is saved, and signs it so", async () => {
    const { shop, keys, inShop, draft, redraft, waiting, preview } = await drafted();
    const shown = await preview();
    if (shown.outcome !== "shown") throw new Error(shown.outcome);
    expect(draft.text).toMatch(/\b(?:du|dich|dir|deine)\b/iu);
    expect(shown.text).toMatch(/\b(?:Sie|Ihnen|Ihre)\b/u);
    expect(shown.text).toContain("Hamburg");
    expect(shown.around?.subject).toMatch(/^Re: /u);
    expect(shown.around?.below).toEqual(["Herzlich\nFernweh", "Mit KI entworfen, geprüft von Ida."]);
    expect(shown).toMatchObject({ language: "de", byModel: false, signedByAddress: false });

    const { answerWithinHours, ...voice } = TYPED;
    await inShop((tx) => saveSettings(tx, shop.id, { voice, answerWithinHours }));
    await redraft();
    const saved = await waiting();
    expect(saved.text).toBe(shown.text);
    expect(await inShop((tx) => previewMail(tx, keys, { draftId: saved.id, name: "Ida" }))).toEqual(
      shown.around,
    );
  });

  it("writes nothing, and could not", async () => {
    const { shop, inShop, keys, draft, preview } = await drafted();
    const before = await writtenIn(shop.id);
    await preview();
    await preview({ formality: "friendly" });
    expect(await writtenIn(shop.id)).toEqual(before);
    const writing = inShop(async (tx) => {
      await previewVoice(tx, keys, { draftId: draft.id, voice: TYPED, name: "Ida" });
      await tx.draft.update({ where: { id: draft.id }, data: { status: "stale" } });
    });
    await expect(writing).rejects.toThrow(/read-only/u);
  });

  it("shows no draft that waits no more, or is another shop's", async () => {
    const [one, other] = [await drafted(), await drafted()];
    expect(await one.preview({}, other.draft.id)).toEqual({ outcome: "gone" });
    await systemPrisma.draft.update({ where: { id: one.draft.id }, data: { status: "declined" } });
    expect(await one.preview()).toEqual({ outcome: "gone" });
    expect(await one.inShop((tx) => listWaiting(tx, one.keys, 5))).toEqual([]);
  });

  it("says that an address signs in its own words, and that a model wrote the draft", async () => {
    const { shop, draft, preview } = await drafted();
    await systemPrisma.draft.update({ where: { id: draft.id }, data: { maker: "claude-test" } });
    await systemPrisma.sendingAddress.create({
      data: {
        ...{
          shopId: shop.id,
          address: "care@fernweh.example",
          name: "Fernweh",
          signature: "Von der Adresse",
        },
        ...{ isDefault: true, verifiedAt: NOW },
      },
    });
    const shown = await preview();
    expect(shown).toMatchObject({ byModel: true, signedByAddress: true });
    expect(shown).toMatchObject({ around: { below: ["Von der Adresse", expect.any(String)] } });
  });
});

describe("the drafts to choose from", () => {
  it("are the newest that wait, by subject and name", async () => {
    const { shop, keys, inShop, draft } = await drafted();
    const asked = await makeConversation({
      keys,
      contact: { name: "Otto Brandt", address: "otto@example.com" },
      at: new Date("2026-11-13T09:30:00Z"),
    });
    const { conversationId, messageId } = asked;
    await makeReading(keys, { conversationId, messageId }, { language: "en" });
    const later = new Date("2026-11-13T11:00:00Z");
    await makeDraft({ inShop, now: () => later }, { shopId: shop.id, messageId });
    const second = await inShop((tx) => readDraft(tx, keys, conversationId));
    const listed = await inShop((tx) => listWaiting(tx, keys, 5));
    expect(listed.map(({ id }) => id)).toEqual([second?.id, draft.id]);
    expect(listed.map(({ contactName }) => contactName)).toEqual(["Otto Brandt", "Mara Lindqvist"]);
    expect(await inShop((tx) => listWaiting(tx, keys, 1))).toHaveLength(1);
  });
});

describe("the door", () => {
  const fields = {
    ...{ formality: "formal", teamName: "", signature: "", staffName: " Ida ", answerWithinHours: "24" },
  };

  it("answers a lead, and nobody below, in the fields as they are typed", async () => {
    const { shop, keys, draft } = await drafted();
    await makeStaff(keys, { id: "1", role: "reviewer" });
    await makeStaff(keys, { id: "2", role: "lead" });
    await keepSession(shop.domain);
    const ask = (staff: string, json: unknown) => openDoor(door.action, { shop: shop.domain, staff, json });
    const asked = { draftId: draft.id, fields };
    const answer = await ask("2", asked);
    expect(JSON.parse(String(answer.body))).toMatchObject({
      outcome: "shown",
      around: { below: ["Mit KI entworfen, geprüft von Ida."] },
    });
    expect(await ask("1", asked)).toMatchObject({ status: 403 });
    expect(await ask("2", { ...asked, fields: { ...fields, answerWithinHours: "500" } })).toMatchObject({
      status: 422,
    });
  });
});
