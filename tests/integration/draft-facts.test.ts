import { describe, expect, it } from "vitest";
import { makeDraft } from "#app/care/draft/make-draft.server.ts";
import { readDraft } from "#app/care/draft/read-draft.server.ts";
import { forShop, sqlOf } from "#app/db.server.ts";
import { readMirroredAt } from "#app/mirror/read-mirrored-at.server.ts";
import { writeRows } from "#app/mirror/write-rows.server.ts";
import { systemPool } from "#app/system-db.server.ts";
import { makeConversation } from "#tests/factories/message.ts";
import { makeOrder } from "#tests/factories/order.ts";
import { makeReading } from "#tests/factories/reading.ts";
import { makeShop } from "#tests/factories/shop.ts";

const NOW = new Date("2026-11-13T10:00:00Z");
const mara = { name: "Mara Lindqvist", address: "mara.lindqvist@example.com" };
const at = (hour: number) => `2026-11-12T0${hour}:00:00.000Z`;

/** A parcel whose carrier told two things, each mirrored at an hour of its own. */
async function aParcel() {
  const { shop, keys } = await makeShop();
  const { order, rows } = await makeOrder(shop, keys, {
    fulfillments: [
      {
        updatedAt: at(1),
        events: [
          {
            status: "in_transit",
            city: "Bremen",
            happenedAt: at(1),
            estimatedDeliveryAt: "2026-11-15T12:00:00.000Z",
          },
          { status: "in_transit", city: "Hamburg", happenedAt: at(2) },
        ],
      },
    ],
    refunds: [{ at: at(1), amount: "5.00" }],
  });
  const set = (table: string, ids: string[], hour: number) =>
    systemPool.query(`UPDATE ${table} SET mirrored_at = $3 WHERE shop_id = $1 AND id = ANY($2::text[])`, [
      shop.id,
      ids,
      at(hour),
    ]);
  const idsOf = (given: { id: string }[]) => given.map(({ id }) => id);
  const [first, second] = idsOf(rows.events);
  await set("orders", [order.id], 3);
  await set("fulfillments", idsOf(rows.fulfillments), 4);
  await set("fulfillment_events", [first ?? ""], 5);
  await set("fulfillment_events", [second ?? ""], 6);
  await set("refunds", idsOf(rows.refunds), 7);
  return { shop, keys, order, rows, inShop: forShop(shop.id), parcel: rows.fulfillments[0]?.id ?? "" };
}

describe("when a fact was observed", () => {
  it("is when the mirror learnt of the record it is read from", async () => {
    const { shop, keys, order, inShop, parcel } = await aParcel();
    const asked = await makeConversation({
      keys,
      contact: mara,
      orderIds: [order.id],
      at: new Date("2026-11-13T09:00:00Z"),
    });
    const place = { conversationId: asked.conversationId, messageId: asked.messageId };
    await makeReading(keys, place, { orderIds: [order.id] });
    await makeDraft({ inShop, now: () => NOW }, { shopId: shop.id, messageId: asked.messageId });
    const draft = await inShop((tx) => readDraft(tx, keys, asked.conversationId));
    const observed = new Map(draft?.facts.map(({ id, observedAt }) => [id, observedAt]));
    expect(observed.get(`order:${order.id}:name`)).toBe(at(3));
    expect(observed.get(`fulfillment:${parcel}:tracking`)).toBe(at(4));
    expect(observed.get(`fulfillment:${parcel}:eta`)).toBe(at(5));
    expect(observed.get(`fulfillment:${parcel}:lastAt`)).toBe(at(6));
  });

  it("moves with what is written anew, and not with what is known already", async () => {
    const { shop, keys, order, rows, inShop, parcel } = await aParcel();
    const times = () => inShop((tx) => readMirroredAt(sqlOf(tx), shop.id, [order.id]));
    const before = await times();
    expect(before.get(`refund:${rows.refunds[0]?.id}`)).toBe(at(7));
    await inShop((tx) => writeRows(sqlOf(tx), keys, rows));
    expect(await times()).toEqual(before);
    const [, last] = rows.events;
    if (!last) throw new Error("There is no second event");
    const moved = { ...last, status: "out_for_delivery", updatedAt: at(9) };
    await inShop((tx) => writeRows(sqlOf(tx), keys, { events: [moved] }));
    const after = await times();
    expect(Date.parse(after.get(`fulfillment:${parcel}:events`) ?? "")).toBeGreaterThan(Date.parse(at(9)));
    expect(after.get(`fulfillment:${parcel}`)).toBe(at(4));
  });

  it("is unknown for what no one noted, and of another shop's order", async () => {
    const { shop, order, inShop, parcel } = await aParcel();
    await systemPool.query("UPDATE fulfillment_events SET mirrored_at = NULL WHERE shop_id = $1", [shop.id]);
    const times = await inShop((tx) => readMirroredAt(sqlOf(tx), shop.id, [order.id]));
    expect([...times.keys()].filter((key) => key.startsWith("fulfillment:"))).toEqual([
      `fulfillment:${parcel}`,
    ]);
    const other = await makeShop();
    expect(
      await forShop(other.shop.id)((tx) => readMirroredAt(sqlOf(tx), other.shop.id, [order.id])),
    ).toEqual(new Map());
  });
});
