import { describe, expect, it } from "vitest";
import { settleCorrection } from "#app/care/keep/settle-correction.server.ts";
import { keptShop, SENT } from "#tests/factories/kept-shop.ts";
import { sendReply } from "#tests/factories/sent-reply.ts";

const staff = { id: "42" };

describe("what was told", () => {
  it("and became false is raised for a person, with what was said, when, and what is true", async () => {
    const { clock, conversationOf, shown, attention, toldEta } = await keptShop();
    const place = await toldEta();
    clock.now = new Date("2026-11-26T09:00:00.000Z");
    await place.parcelIs({ estimatedDeliveryAt: "2026-11-27T11:00:00.000Z" });
    expect((await shown(place))?.corrections).toEqual([]);

    clock.now = new Date("2026-11-27T09:00:00.000Z");
    const { said } = await place.parcelIs({ estimatedDeliveryAt: "2026-12-02T11:00:00.000Z" });
    expect(said).toEqual(["closed 0 promises, found 1 facts that became false"]);
    expect(await conversationOf(place)).toMatchObject({ status: "open", priority: "high" });
    expect(await attention()).toMatchObject({ corrections: 1 });
    expect((await shown(place))?.corrections).toMatchObject([
      {
        saidAt: SENT.toISOString(),
        falseAt: clock.now.toISOString(),
        facts: [
          {
            label: "eta",
            said: "27 November",
            sentence: place.sentence,
            now: "The carrier now expects Dec 2, 2026",
          },
        ],
      },
    ]);
  });

  it("is raised once for each fact and truth, and not again after a person saw to it", async () => {
    const { shopId, inShop, clock, shown, attention, toldEta } = await keptShop();
    const place = await toldEta();
    clock.now = new Date("2026-11-27T09:00:00.000Z");
    const late = { estimatedDeliveryAt: "2026-12-02T11:00:00.000Z" };
    await place.parcelIs(late);
    const [correction] = (await shown(place))?.corrections ?? [];
    const settle = () =>
      settleCorrection(
        { inShop },
        { shopId, conversationId: place.conversationId, claimId: correction?.id ?? "", staff },
      );
    expect(await settle()).toEqual({ outcome: "settled" });
    expect(await settle()).toEqual({ outcome: "not_open" });
    expect(await attention()).toMatchObject({ corrections: 0 });
    const again = await place.parcelIs({ ...late, shipmentStatus: "delayed" });
    expect(again.said).toEqual(["closed 0 promises, found 0 facts that became false"]);
    const other = await place.parcelIs({ ...late, trackingNumber: "JD02" });
    expect(other.said).toEqual(["closed 0 promises, found 1 facts that became false"]);
    expect((await shown(place))?.corrections).toMatchObject([
      { facts: [{ now: "The tracking number is JD02" }] },
    ]);
  });

  it("is right again when a later reply told what is true, or the record came back", async () => {
    const { keys, clock, shown, attention, toldEta } = await keptShop();
    const place = await toldEta();
    clock.now = new Date("2026-11-27T09:00:00.000Z");
    await place.parcelIs({ trackingNumber: "JD02" });
    expect(await attention()).toMatchObject({ corrections: 1 });
    const facts = place.reply.draft.facts.map((one) =>
      one.raw === "JD01" ? { ...one, raw: "JD02", value: "JD02" } : one,
    );
    const sentences = place.reply.draft.sentences.map((one) => ({ ...one, text: "The number is JD02." }));
    await sendReply(keys, {
      ...place.reply,
      draft: { facts, sentences },
      text: "The number is JD02.",
      at: clock.now,
    });
    expect(await attention()).toMatchObject({ corrections: 0 });

    const other = await toldEta();
    await other.parcelIs({ trackingNumber: "JD09" });
    expect((await shown(other))?.corrections).toHaveLength(1);
    clock.now = new Date("2026-11-27T10:00:00.000Z");
    await other.parcelIs({ trackingNumber: "JD01" });
    expect((await shown(other))?.corrections).toEqual([]);
  });

  it("asks for no job of an order of which nothing was told or promised", async () => {
    const { aConversation, send, mirrored } = await keptShop();
    const place = await aConversation();
    await send(place, "Hello Eva, thank you.");
    expect((await mirrored(place, {})).said).toEqual([]);
  });
});
