import { describe, expect, it } from "vitest";
import { showLevel } from "#app/desk/show-level.server.ts";
import { hours, minutes } from "#app/lib/duration.ts";
import { sealJson } from "#app/shop/seal.ts";
import { systemPrisma } from "#app/system-db.server.ts";
import { levelShop, MORNING } from "#tests/factories/level-shop.ts";

const after = (time: number) => new Date(MORNING.getTime() + time);

async function shown() {
  const shop = await levelShop({ targets: { normal: { first: 120, next: 60, resolve: 480 } } });
  const { conversationId } = await shop.asked();
  const level = () => shop.inShop((tx) => showLevel(tx, shop.keys, { conversationId, now: shop.clock.now }));
  return { shop, conversationId, level };
}

describe("the service level of a conversation", () => {
  it("is shown as its clocks stand at this moment, looked at or not", async () => {
    const { shop, conversationId, level } = await shown();
    expect(await level()).toMatchObject({
      timeZone: "Europe/Berlin",
      clocks: [
        {
          clock: "first",
          state: "running",
          atRisk: false,
          dueAt: after(hours(2)).toISOString(),
          leftMinutes: 120,
        },
        { clock: "resolve", state: "running", leftMinutes: 480 },
      ],
      ...{ receiptBy: null, rating: null },
    });
    shop.clock.now = after(minutes(100));
    expect((await level())?.clocks[0]).toMatchObject({ atRisk: true, leftMinutes: 20 });
    shop.clock.now = after(minutes(130));
    expect((await level())?.clocks[0]).toMatchObject({ state: "missed", leftMinutes: -10 });
    await shop.says(conversationId, "out");
    expect((await level())?.clocks).toMatchObject([
      { clock: "first", state: "late" },
      { clock: "resolve", state: "paused", atRisk: false, dueAt: null, leftMinutes: 350 },
    ]);
  });

  it("has no clocks where nothing is watched, and is none where there is no conversation", async () => {
    const { shop, level } = await shown();
    await shop.save({ on: false });
    expect(await level()).toMatchObject({ clocks: [] });
    const none = shop.inShop((tx) => showLevel(tx, shop.keys, { conversationId: "none", now: MORNING }));
    expect(await none).toBeNull();
  });

  it("says what a receipt promised, and how it went, in the shopper's words", async () => {
    const { shop, conversationId, level } = await shown();
    const shopId = shop.shop.id;
    await systemPrisma.promise.create({
      data: {
        ...{ id: `p-${conversationId}`, shopId, conversationId, kind: "write", saidBy: "receipt" },
        ...{
          dueAt: after(hours(3)),
          sealed: sealJson(shop.keys, `promises.sealed:p-${conversationId}`, { text: "x" }),
        },
      },
    });
    const id = `c-${conversationId}`;
    await systemPrisma.csatRequest.create({
      data: {
        ...{
          id,
          shopId,
          conversationId,
          state: "rated",
          scale: 5,
          rating: 2,
          closedAt: MORNING,
          ratedAt: MORNING,
        },
        sealed: sealJson(shop.keys, `csat_requests.sealed:${id}`, { comment: "It took too long." }),
      },
    });
    expect(await level()).toMatchObject({
      receiptBy: after(hours(3)).toISOString(),
      rating: { rating: 2, scale: 5, at: MORNING.toISOString(), comment: "It took too long." },
    });
  });
});
