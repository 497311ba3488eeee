// One trace from the webhook's door to the draft it makes stale, over a web and a worker process.
import { afterAll, expect, it } from "vitest";
import { makeDraft } from "#app/care/draft/make-draft.server.ts";
import { forShop } from "#app/db.server.ts";
import { seconds } from "#app/lib/duration.ts";
import { systemPrisma } from "#app/system-db.server.ts";
import { makeConversation } from "#tests/factories/message.ts";
import { makeOrder } from "#tests/factories/order.ts";
import { startCollector } from "#tests/factories/otlp-collector.ts";
import { ownProcesses } from "#tests/factories/own-process.ts";
import { makeReading } from "#tests/factories/reading.ts";
import { makeShop } from "#tests/factories/shop.ts";
import { makeWebhook } from "#tests/factories/webhook.ts";
import { until } from "./program.ts";

const collector = await startCollector();
const processes = ownProcesses({ OTEL_EXPORTER_OTLP_ENDPOINT: collector.url });
afterAll(async () => {
  await processes.stop();
  collector.stop();
});

const PARCEL = {
  updatedAt: "2026-11-12T08:00:00.000Z",
  events: [{ status: "in_transit", city: "Hamburg", happenedAt: "2026-11-12T07:00:00.000Z" }],
};

/** A waiting draft that cites an order on its way. */
async function aWaitingDraft() {
  const { shop, keys } = await makeShop();
  const { order, rows } = await makeOrder(shop, keys, { fulfillments: [PARCEL] });
  const { conversationId, messageId } = await makeConversation({
    keys,
    contact: { name: "Mara Lindqvist", address: "mara.lindqvist@example.com" },
    orderIds: [order.id],
    at: new Date("2026-11-13T09:00:00Z"),
  });
  const asked = { conversationId, messageId };
  await makeReading(keys, asked, { language: "de", orderIds: [order.id] });
  const given = { inShop: forShop(shop.id), now: () => new Date("2026-11-13T10:00:00Z") };
  await makeDraft(given, { shopId: shop.id, messageId, automatic: true });
  expect(await systemPrisma.draft.count({ where: { shopId: shop.id, status: "waiting" } })).toBe(1);
  // What making the order intended: it is about the same order, and nobody's trace.
  await systemPrisma.job.deleteMany();
  return { shop, order, parcel: rows.fulfillments[0]?.id ?? "", ...asked };
}

/** `orders/updated`: the parcel has arrived. */
function arrived(order: { id: string; name: string }, parcel: string) {
  const id = (gid: string) => gid.split("/").at(-1);
  return JSON.stringify({
    id: id(order.id),
    admin_graphql_api_id: `gid://shopify/Order/${id(order.id)}`,
    name: order.name,
    created_at: "2026-11-10T09:00:00Z",
    updated_at: "2026-11-13T09:30:00Z",
    financial_status: "paid",
    fulfillment_status: "fulfilled",
    currency: "EUR",
    total_price: "59.90",
    email: "mara.lindqvist@example.com",
    line_items: [],
    fulfillments: [
      {
        id: id(parcel),
        admin_graphql_api_id: `gid://shopify/Fulfillment/${id(parcel)}`,
        order_id: id(order.id),
        status: "success",
        shipment_status: "delivered",
        created_at: "2026-11-11T09:00:00Z",
        updated_at: "2026-11-13T09:30:00Z",
      },
    ],
  });
}

it(
  "follows one webhook from the door to the draft",
  async () => {
    const { shop, order, parcel, conversationId } = await aWaitingDraft();
    const web = await processes.web();
    const worker = await processes.worker();
    const sent = await fetch(
      `${web.url}/webhooks`,
      makeWebhook({ shop: shop.domain, topic: "orders/updated", body: arrived(order, parcel) }),
    );
    expect(sent.status).toBe(200);
    await until("a second draft waits", () =>
      systemPrisma.draft.findFirst({ where: { conversationId, version: 2, status: "waiting" } }),
    );
    // Stopping sends what is still to be sent.
    expect(await Promise.all([web.stop(), worker.stop()])).toEqual([0, 0]);

    const door = collector.spans.find(({ name }) => name === "webhook");
    expect(door?.process).toContain("web");
    const trace = collector.spans.filter(({ traceId }) => traceId === door?.traceId);
    const named = (name: string) => trace.filter((span) => span.name === name);
    const jobs = ["job mirrorDeliveries", "job refreshDrafts", "job draftReply"];
    expect(jobs.map((name) => named(name).length)).toEqual([1, 1, 1]);
    // Each is caused by the one before it.
    expect(named("job mirrorDeliveries")[0]?.parentSpanId).toBe(door?.spanId);
    expect(named("job refreshDrafts")[0]?.parentSpanId).toBe(named("job mirrorDeliveries")[0]?.spanId);
    expect(named("job draftReply")[0]?.parentSpanId).toBe(named("job refreshDrafts")[0]?.spanId);
    // BullMQ says when it handed each over; of the last it may not have had the time to.
    expect(named("process attune").length).toBeGreaterThanOrEqual(2);

    // BullMQ's housekeeping begins no trace, and no span tells who the shopper is.
    const roots = collector.spans.filter(({ parentSpanId }) => !parentSpanId);
    expect(roots.map(({ name }) => name).filter((name) => name.endsWith(" attune"))).toEqual([]);
    expect(JSON.stringify(collector.spans)).not.toMatch(/lindqvist|Hamburg|myshopify/iu);
  },
  seconds(90),
);
