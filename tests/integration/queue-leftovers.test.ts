import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, it } from "vitest";
import { shopHealth } from "#app/desk/shop-health.server.ts";
import { forShop } from "#app/db.server.ts";
import { hours, milliseconds, minutes } from "#app/lib/duration.ts";
import { settleLeftovers, startSettlingLeftovers } from "#app/queue/settle-leftovers.server.ts";
import { installShop } from "#app/shop/install-shop.server.ts";
import { systemPool, systemPrisma } from "#app/system-db.server.ts";
import { makeDelivery as makeWebhookDelivery } from "#tests/factories/delivery.ts";
import { patience } from "#tests/factories/job.ts";
import { queuedReply } from "#tests/factories/queued-reply.ts";
import { makeShop } from "#tests/factories/shop.ts";

const nothing = { webhooks: 0, messages: 0, deliveries: 0, backfills: 0 };
const gaveUp = "gave up after 15 attempts: Error 23505 at app/mirror/upsert-orders.server.ts:12";
const settle = () => settleLeftovers(milliseconds(0));

/** A job as the pipeline writes it, in a state of its life. */
async function makeJob(shopId: string, given: { name: string; data: object; state: string; error?: string }) {
  await systemPool.query(
    "INSERT INTO jobs (shop_id, event, name, data, state, error) VALUES ($1, 'tested', $2, $3, $4, $5)",
    [shopId, given.name, JSON.stringify({ shopId, ...given.data }), given.state, given.error ?? null],
  );
}

async function makeWebhook() {
  const { shop, keys } = await makeShop();
  const id = await makeWebhookDelivery(keys, { topic: "orders/updated", body: "{}", domain: shop.domain });
  const row = () => systemPrisma.webhookDelivery.findUniqueOrThrow({ where: { id } });
  return { shop, id, row };
}

beforeEach(async () => {
  await systemPool.query("TRUNCATE jobs, webhook_deliveries, inbound_messages, deliveries, backfills");
});

describe("what no job will finish", () => {
  it.each(["waiting", "queued", "running"])("is left alone while its job is %s", async (state) => {
    const { shop, id, row } = await makeWebhook();
    await makeJob(shop.id, { name: "mirrorDelivery", data: { deliveryId: id }, state });
    const reply = await queuedReply();
    await makeJob(reply.shopId, { name: "deliverReply", data: { deliveryId: reply.delivery.id }, state });
    await systemPrisma.backfill.create({ data: { shopId: shop.id, state: "running" } });
    await makeJob(shop.id, { name: "backfillShop", data: {}, state });
    expect(await settle()).toEqual(nothing);
    expect(await row()).toMatchObject({ state: "recorded" });
    expect(await reply.row()).toMatchObject({ status: "queued" });
  });

  it("is left alone while it is new", async () => {
    await makeWebhook();
    expect(await settleLeftovers(minutes(5))).toEqual(nothing);
  });

  it("another job of the same shop, or of another kind, keeps nothing alive", async () => {
    const { shop, id, row } = await makeWebhook();
    await makeJob(shop.id, { name: "mirrorDelivery", data: { deliveryId: randomUUID() }, state: "waiting" });
    await makeJob(shop.id, { name: "redactCustomer", data: { deliveryId: id }, state: "waiting" });
    expect(await settle()).toEqual({ ...nothing, webhooks: 1 });
    expect(await row()).toMatchObject({ state: "quarantined" });
  });

  it("a webhook is set aside with its job's reason, and the mirror is not late any more", async () => {
    const { shop, id, row } = await makeWebhook();
    const other = await makeWebhook();
    const data = { deliveryId: id };
    await makeJob(shop.id, {
      name: "mirrorDelivery",
      data,
      state: "quarantined",
      error: "an earlier reason",
    });
    await makeJob(shop.id, { name: "mirrorDelivery", data, state: "quarantined", error: gaveUp });
    expect(await settle()).toEqual({ ...nothing, webhooks: 2 });
    expect(await row()).toMatchObject({ state: "quarantined", reason: `its job was set aside: ${gaveUp}` });
    expect((await row()).handledAt).not.toBeNull();
    expect((await other.row()).reason).toBe("its job ended and did not settle it");
    const health = await shopHealth({ inShop: forShop(shop.id), now: () => new Date() }, shop);
    expect(health.mirrorLagMs).toBe(0);
    expect(await settle()).toEqual(nothing);
  });

  it("a message is set aside", async () => {
    const { shop } = await makeShop();
    const id = randomUUID();
    await systemPrisma.inboundMessage.create({
      data: { id, shopId: shop.id, channel: "email", contentHash: id, sealed: Buffer.from("x"), size: 1 },
    });
    const data = { inboundId: id };
    await makeJob(shop.id, { name: "receiveMessage", data, state: "quarantined", error: gaveUp });
    expect(await settle()).toEqual({ ...nothing, messages: 1 });
    expect(await systemPrisma.inboundMessage.findUnique({ where: { id } })).toMatchObject({
      state: "quarantined",
      reason: `its job was set aside: ${gaveUp}`,
    });
  });

  it("a mail that nobody began has failed, and its conversation is open again", async () => {
    const reply = await queuedReply();
    expect(await settle()).toEqual({ ...nothing, deliveries: 1 });
    expect(await reply.row()).toMatchObject({
      status: "failed",
      response: "given up: its job ended and did not settle it",
    });
    expect(await reply.conversationNow()).toMatchObject({ status: "open" });
    expect(await reply.settle("resend")).toEqual({ outcome: "settled", status: "queued" });
  });

  it.each([
    { status: "sending", fence: 1 },
    { status: "queued", fence: 1 },
  ])("a mail that is $status under fence $fence may have left: it is uncertain", async (begun) => {
    const reply = await queuedReply();
    await systemPrisma.delivery.update({ where: { id: reply.delivery.id }, data: begun });
    expect(await settle()).toEqual({ ...nothing, deliveries: 1 });
    expect(await reply.row()).toMatchObject({ status: "uncertain", fence: begun.fence + 1 });
    expect(await reply.conversationNow()).toMatchObject({ status: "open" });
  });

  it("a mail whose run is still within its lease is left alone", async () => {
    const reply = await queuedReply();
    const leaseUntil = new Date(Date.now() + minutes(1));
    await systemPrisma.delivery.update({
      where: { id: reply.delivery.id },
      data: { status: "sending", leaseUntil },
    });
    expect(await settle()).toEqual(nothing);
  });

  it("a backfill has failed, and starts over when the app is opened next", async () => {
    const { shop } = await makeShop();
    await systemPrisma.backfill.create({
      data: { shopId: shop.id, state: "running", cursor: { version: 3 } },
    });
    expect(await settle()).toEqual({ ...nothing, backfills: 1 });
    expect(await systemPrisma.backfill.findUnique({ where: { shopId: shop.id } })).toMatchObject({
      state: "failed",
      error: "Attune gave up (its job ended and did not settle it).",
      cursor: { version: 4 },
    });
    await installShop({ domain: shop.domain, scopes: shop.scopes });
    expect(await systemPrisma.job.findFirst({ where: { shopId: shop.id } })).toMatchObject({
      name: "backfillShop",
      state: "waiting",
    });
  });

  it("is settled while a worker runs", async () => {
    const { id, row } = await makeWebhook();
    const receivedAt = new Date(Date.now() - hours(1));
    await systemPrisma.webhookDelivery.update({ where: { id }, data: { receivedAt } });
    const settling = startSettlingLeftovers({ known: [], every: milliseconds(20) });
    await expect.poll(row, patience).toMatchObject({ state: "quarantined" });
    await settling.stop();
  });

  it("is settled by one process at a time", async () => {
    await makeWebhook();
    const client = await systemPool.connect();
    const turn = "hashtextextended('attune|settle-leftovers', 0)";
    await client.query(`SELECT pg_advisory_lock(${turn})`);
    expect(await settle()).toBeNull();
    await client.query(`SELECT pg_advisory_unlock(${turn})`);
    client.release();
    expect(await settle()).toEqual({ ...nothing, webhooks: 1 });
  });
});
