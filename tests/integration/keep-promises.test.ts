import { describe, expect, it } from "vitest";
import { watchPromise } from "#app/care/keep/watch-promise.server.ts";
import { settlePromise } from "#app/care/keep/settle-promise.server.ts";
import type { Ports } from "#app/ports.ts";
import { makeRun } from "#tests/factories/delivery.ts";
import { keptShop } from "#tests/factories/kept-shop.ts";

const FRIDAY_MORNING = new Date("2026-11-27T08:00:00.000Z");
const FRIDAY_END = new Date("2026-11-27T22:59:59.999Z");
const staff = { id: "42" };

describe("a promise", () => {
  it("is written down with its day, owner, kind and order, and put off in the database until it must be looked at", async () => {
    const { shopId, aConversation, send, wakeUps, promises } = await keptShop();
    const place = await aConversation();
    const { deliveryId, draftId, said } = await send(
      place,
      "Hello Eva,\n\nwe will ship the rest by Friday.\n\nBest",
    );
    expect(said).toBe("wrote down 1 of its promises");
    expect(await promises()).toMatchObject([
      {
        ...{
          id: `${deliveryId}-0`,
          conversationId: place.conversationId,
          draftId,
          deliveryId,
          orderId: place.order.id,
        },
        ...{
          kind: "ship",
          owner: "42",
          saidBy: "person",
          state: "open",
          dueAt: FRIDAY_END,
          warnAt: FRIDAY_MORNING,
        },
        ...{ keptAt: null, keptBy: null },
      },
    ]);
    expect(await wakeUps()).toMatchObject([
      {
        ...{ event: "promise-due-soon", runAt: FRIDAY_MORNING },
        data: { shopId, promiseId: `${deliveryId}-0`, at: FRIDAY_MORNING.toISOString() },
      },
    ]);
  });

  it("is warned of before it breaks, and broken when its day is over", async () => {
    const { aConversation, send, wakeUps, promises, conversationOf, shown, attention, wake } =
      await keptShop();
    const place = await aConversation();
    await send(place, "We will refund you by Friday.");
    expect(await attention()).toMatchObject({ promisesDue: 0, promisesBroken: 0 });

    expect(await wake(FRIDAY_MORNING)).toEqual(["it is due soon"]);
    expect(await conversationOf(place)).toMatchObject({
      status: "open",
      priority: "high",
      updatedAt: FRIDAY_MORNING,
    });
    expect(await attention()).toMatchObject({ promisesDue: 1, promisesBroken: 0 });
    expect((await shown(place))?.promises).toMatchObject([
      {
        text: "We will refund you by Friday.",
        state: "open",
        dueSoon: true,
        dueDay: "Friday, Nov 27",
        dueIn: "today",
      },
    ]);

    expect(await wake(FRIDAY_END)).toEqual(["it is broken"]);
    expect(await promises()).toMatchObject([{ state: "broken", keptAt: null }]);
    expect(await attention()).toMatchObject({ promisesDue: 0, promisesBroken: 1 });
    expect(await wakeUps()).toEqual([]);
  });

  it("to write is kept by the next reply, and then nobody is warned", async () => {
    const { aConversation, send, promises, conversationOf, attention, wake } = await keptShop();
    const place = await aConversation();
    await send(place, "We will write to you by Friday.");
    const at = new Date("2026-11-26T10:00:00.000Z");
    const { deliveryId } = await send(place, "Hello Eva, it is on its way.", at);
    expect(await promises()).toMatchObject([{ state: "kept", keptAt: at, keptBy: `message:${deliveryId}` }]);
    expect(await wake(FRIDAY_MORNING)).toEqual(["it is kept"]);
    expect(await conversationOf(place)).toMatchObject({ status: "waiting", priority: "normal" });
    expect(await attention()).toMatchObject({ promisesDue: 0 });
  });

  it("to refund is kept by the refund that is mirrored, in time or late", async () => {
    const { clock, aConversation, send, promises, mirrored } = await keptShop();
    const place = await aConversation();
    await send(place, "We will refund you by Friday.");
    const refund = { id: "77", orderId: place.order.id, amount: "5.00", currency: "EUR", settled: true };
    clock.now = new Date("2026-11-26T10:00:00.000Z");
    const at = "2026-11-26T09:00:00.000Z";
    await mirrored(place, { refunds: [{ ...refund, settled: false, at, updatedAt: at }] });
    expect(await promises()).toMatchObject([{ state: "open" }]);
    const settledAt = "2026-11-26T10:00:00.000Z";
    const { said } = await mirrored(place, { refunds: [{ ...refund, at, updatedAt: settledAt }] });
    expect(said).toEqual(["closed 1 promises, found 0 facts that became false"]);
    expect(await promises()).toMatchObject([{ state: "kept", keptAt: new Date(at), keptBy: "refund:77" }]);
  });

  it("that is done after its day stays broken, and is on nobody's list any more", async () => {
    const { clock, aConversation, send, promises, attention, wake, mirrored } = await keptShop();
    const place = await aConversation();
    await send(place, "We will refund you by Friday.");
    await wake(FRIDAY_MORNING);
    await wake(FRIDAY_END);
    const at = "2026-11-29T09:00:00.000Z";
    clock.now = new Date(at);
    const refund = { id: "78", orderId: place.order.id, amount: "5.00", currency: "EUR", settled: true };
    await mirrored(place, { refunds: [{ ...refund, at, updatedAt: at }] });
    expect(await promises()).toMatchObject([{ state: "broken", keptAt: new Date(at) }]);
    expect(await attention()).toMatchObject({ promisesBroken: 0 });
  });

  it("whose day was moved is looked at then: an old wake-up does nothing", async () => {
    const { aConversation, send, promises, conversationOf, wake } = await keptShop();
    const place = await aConversation();
    await send(place, "We will ship the rest by Friday.");
    await send(
      place,
      "It takes longer: we will ship the rest by 1 December.",
      new Date("2026-11-26T10:00:00.000Z"),
    );
    const tuesday = new Date("2026-12-01T08:00:00.000Z");
    expect(await promises()).toMatchObject([{ warnAt: tuesday }, { warnAt: tuesday }]);
    expect(await wake(FRIDAY_MORNING)).toEqual(["its time was moved"]);
    expect(await conversationOf(place)).toMatchObject({ priority: "normal" });
    expect(await wake(tuesday)).toEqual(["it is due soon", "it is due soon"]);
  });

  it("waits on when the queue's clock is ahead of this one", async () => {
    const { now, shopId, aConversation, send, attention } = await keptShop();
    const place = await aConversation();
    const { deliveryId } = await send(place, "We will refund you by Friday.");
    const data = { shopId, promiseId: `${deliveryId}-0`, at: FRIDAY_MORNING.toISOString() };
    const early = watchPromise({ now } as Ports, makeRun(shopId), data);
    await expect(early).rejects.toMatchObject({ name: "TryAgainAt", at: FRIDAY_MORNING });
    expect(await attention()).toMatchObject({ promisesDue: 0 });
  });

  it("is closed or moved by a person's word", async () => {
    const { shopId, inShop, now, aConversation, send, promises, attention, wake } = await keptShop();
    const place = await aConversation();
    const { deliveryId } = await send(place, "We will have this sorted by Friday.");
    const { conversationId } = place;
    const settle = (as: "kept" | "later") =>
      settlePromise({ inShop, now }, { shopId, conversationId, promiseId: `${deliveryId}-0`, as, staff });
    await wake(FRIDAY_MORNING);
    expect(await settle("later")).toEqual({ outcome: "moved" });
    const monday = new Date("2026-11-30T22:59:59.999Z");
    expect(await promises()).toMatchObject([{ dueAt: monday, state: "open" }]);
    expect(await wake(FRIDAY_END)).toEqual(["its time was moved"]);
    expect(await attention()).toMatchObject({ promisesDue: 0, promisesBroken: 0 });
    expect(await settle("kept")).toEqual({ outcome: "kept" });
    expect(await promises()).toMatchObject([{ state: "kept", keptBy: "staff:42", keptAt: FRIDAY_END }]);
    expect(await settle("kept")).toEqual({ outcome: "not_open" });
    const elsewhere = {
      shopId,
      conversationId: "x",
      promiseId: `${deliveryId}-0`,
      as: "kept" as const,
      staff,
    };
    expect(await settlePromise({ inShop, now }, elsewhere)).toEqual({ outcome: "not_found" });
  });
});
