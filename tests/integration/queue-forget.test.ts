import { describe, expect, it } from "vitest";
import { days } from "#app/lib/duration.ts";
import { env } from "#app/env.server.ts";
import { forgetHandled } from "#app/queue/forget-handled.server.ts";
import { systemPool, systemPrisma } from "#app/system-db.server.ts";
import { makeDelivery } from "#tests/factories/delivery.ts";
import { makeShop } from "#tests/factories/shop.ts";

const { shop, keys } = await makeShop();

type Given = { event?: string; topic?: string; state?: string; jobState?: string; doneAgo: number };

/** A webhook and the one job that named it, done so many milliseconds ago. */
async function handled({ event = "webhook-recorded", topic = "orders/updated", ...given }: Given) {
  const id = await makeDelivery(keys, { topic, body: { id: 1 }, domain: shop.domain });
  await systemPrisma.webhookDelivery.update({ where: { id }, data: { state: given.state ?? "mirrored" } });
  await systemPool.query(
    `INSERT INTO jobs (shop_id, event, name, data, state, done_at)
     VALUES ($1, $2, 'any', $3, $4, now() - $5 * interval '1 millisecond')`,
    [
      shop.id,
      event,
      JSON.stringify({ shopId: shop.id, deliveryId: id }),
      given.jobState ?? "done",
      given.doneAgo,
    ],
  );
  return id;
}

const OLD = days(env.KEEP_HANDLED_DAYS) + 1_000;
const left = async () =>
  new Set((await systemPrisma.webhookDelivery.findMany({ select: { id: true } })).map(({ id }) => id));

describe("what was handled long ago", () => {
  it("goes, the webhook with its job; what may still be asked for stays", async () => {
    const gone = [
      await handled({ doneAgo: OLD }),
      await handled({ doneAgo: OLD, state: "skipped" }),
      await handled({ doneAgo: OLD, event: "webhook-unclear" }),
      await handled({ doneAgo: OLD, event: "redaction-requested", topic: "customers/redact" }),
    ];
    const kept = [
      await handled({ doneAgo: days(env.KEEP_HANDLED_DAYS) - 60_000 }),
      await handled({ doneAgo: OLD, state: "quarantined" }),
      await handled({ doneAgo: OLD, state: "recorded" }),
      await handled({ doneAgo: OLD, jobState: "quarantined" }),
      // Its redaction is not done.
      await handled({ doneAgo: OLD, topic: "customers/redact" }),
      // A job of another stage that happens to name a delivery of mail by the same field.
      await handled({ doneAgo: OLD, event: "draft-approved" }),
    ];
    expect(await forgetHandled()).toEqual({ jobs: 8, webhooks: gone.length });
    expect(await left()).toEqual(new Set(kept));
    expect(await forgetHandled()).toEqual({ jobs: 0, webhooks: 0 });
  });
});

it("forgets codes that prove a writer, and the addresses they came back from, after as long", async () => {
  const code = (id: string, ago: number) => {
    const at = new Date(Date.now() - ago);
    const place = { shopId: shop.id, conversationId: "conversation", messageId: "message" };
    return systemPrisma.proofCode.create({ data: { id, ...place, expiresAt: at, createdAt: at } });
  };
  await code(`${shop.id}-old`, OLD);
  await code(`${shop.id}-new`, days(1));
  await forgetHandled();
  const kept = await systemPrisma.proofCode.findMany({ where: { shopId: shop.id } });
  expect(kept.map(({ id }) => id)).toEqual([`${shop.id}-new`]);
});
