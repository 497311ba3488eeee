// A waiting draft turns stale at once: when the shopper writes again, and when what it cites changes. It says why.
import { describe, expect, it } from "vitest";
import { makeDraft } from "#app/care/draft/make-draft.server.ts";
import { readDraft } from "#app/care/draft/read-draft.server.ts";
import { refreshDrafts } from "#app/care/draft/refresh-drafts.server.ts";
import { forShop } from "#app/db.server.ts";
import type { Ports } from "#app/ports.ts";
import { systemPrisma } from "#app/system-db.server.ts";
import { makeRun } from "#tests/factories/delivery.ts";
import { makeConversation } from "#tests/factories/message.ts";
import { makeOrder } from "#tests/factories/order.ts";
import { makeReading } from "#tests/factories/reading.ts";
import { makeShop } from "#tests/factories/shop.ts";
import { receive } from "./mail/receiving.ts";

const mara = { name: "Mara Lindqvist", address: "mara.lindqvist@example.com" };
const ASKED = new Date("2026-11-13T09:00:00Z");
const now = () => new Date("2026-11-13T10:00:00Z");

/** A drafted answer to Mara's question about a parcel on its way. */
async function anAnswer() {
  const { shop, keys } = await makeShop();
  const inShop = forShop(shop.id);
  const parcel = {
    updatedAt: "2026-11-12T08:00:00.000Z",
    events: [{ status: "in_transit", city: "Hamburg", happenedAt: "2026-11-12T07:00:00.000Z" }],
  };
  const { order, rows } = await makeOrder({ id: shop.id }, keys, { fulfillments: [parcel] });
  const asked = await makeConversation({ keys, contact: mara, orderIds: [order.id], at: ASKED });
  const { conversationId, messageId } = asked;
  await makeReading(
    keys,
    { conversationId, messageId },
    { language: "en", intent: "order_status", orderIds: [order.id] },
  );
  const draft = (messageId: string) =>
    makeDraft({ inShop, now }, { shopId: shop.id, messageId, automatic: true });
  const shown = () => inShop((tx) => readDraft(tx, keys, asked.conversationId));
  expect(await draft(asked.messageId)).toMatchObject({ outcome: "drafted", version: 1 });
  const writeAgain = (headers: Record<string, string> = {}) =>
    receive(keys, {
      from: `${mara.name} <${mara.address}>`,
      headers: { "In-Reply-To": `<${asked.mailId}>`, ...headers },
    });
  return { shop, keys, order, rows, draft, shown, writeAgain, ...asked };
}

describe("a waiting draft, when the shopper writes again,", () => {
  it("is stale at once, before anything was read, and the next one answers the newer message", async () => {
    const { keys, order, conversationId, draft, shown, writeAgain } = await anAnswer();
    const { message } = await writeAgain();
    expect(await shown()).toMatchObject({ status: "stale", version: 1 });
    expect((await shown())?.staleBecause ?? []).toEqual([]);
    const messageId = message?.id ?? "";
    await makeReading(keys, { conversationId, messageId }, { intent: "order_status", orderIds: [order.id] });
    expect(await draft(messageId)).toMatchObject({ outcome: "drafted", version: 2 });
    expect(await shown()).toMatchObject({ status: "waiting", version: 2, messageId });
  });

  it("waits on where an automatic mail came", async () => {
    const { shown, writeAgain } = await anAnswer();
    await writeAgain({ "Auto-Submitted": "auto-replied" });
    expect(await shown()).toMatchObject({ status: "waiting" });
  });

  it("waits again where the newer message turns out to be noise", async () => {
    const { keys, conversationId, draft, shown, writeAgain } = await anAnswer();
    const { message } = await writeAgain();
    const messageId = message?.id ?? "";
    await makeReading(keys, { conversationId, messageId }, { intent: "spam_or_auto" });
    expect(await draft(messageId)).toEqual({ outcome: "nothing", reason: "spam" });
    expect(await shown()).toMatchObject({ status: "waiting", version: 1 });
  });
});

it("says of a draft whose facts changed what they were and what they are now", async () => {
  const { shop, order, rows, shown } = await anAnswer();
  const at = new Date("2026-11-13T09:30:00Z");
  await systemPrisma.fulfillment.updateMany({
    where: { shopId: shop.id, id: rows.fulfillments[0]?.id ?? "" },
    data: { deliveredAt: at, shipmentStatus: "delivered", updatedAt: at },
  });
  const ports = { now } as Ports;
  const changed = { data: { shopId: shop.id, orderId: order.id }, trace: null };
  expect(await refreshDrafts(ports, makeRun(shop.id), [changed])).toEqual(["marked 1 of 1 drafts stale"]);
  const stale = await shown();
  expect(stale).toMatchObject({ status: "stale", version: 1 });
  expect(stale?.staleBecause).toContainEqual({ label: "Delivered", before: null, after: "November 13" });
});
