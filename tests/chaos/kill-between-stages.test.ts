// kill -9 between finding a problem, deciding, drafting, approving and sending: each shopper gets one mail, or a person is asked
// whether it left. Nothing is lost silently, nothing is told twice.
import type { ChildProcess } from "node:child_process";
import { once } from "node:events";
import { afterAll, beforeAll, expect, it } from "vitest";
import { approveOutreaches } from "#app/care/review/approve-outreach.server.ts";
import { forShop, sqlOf } from "#app/db.server.ts";
import { emit, emitAll } from "#app/emit.server.ts";
import { env } from "#app/env.server.ts";
import { days, seconds } from "#app/lib/duration.ts";
import { sweep } from "#app/queue/sweep.server.ts";
import { saveSettings } from "#app/shop/save-settings.server.ts";
import { systemPool, systemPrisma } from "#app/system-db.server.ts";
import { makeOrder } from "#tests/factories/order.ts";
import { makeShop } from "#tests/factories/shop.ts";
import { workersWith, type Workers } from "./app-under-test.ts";
import { holdTable } from "./held-table.ts";
import { startHoldingMail, type HoldingMail, type HoldPoint } from "./mail-with-hold-points.ts";
import { until } from "./program.ts";

let mail: HoldingMail;
let workers: Workers;
let shopId: string;
/** By the hold point that its shopper's mail comes to. */
const orders = new Map<HoldPoint, string>();
const SHOPPERS: HoldPoint[] = ["within-data", "after-dot", "none"];
const HELD: HoldPoint[] = ["within-data", "after-dot"];

beforeAll(async () => {
  mail = await startHoldingMail();
  workers = workersWith(mail.url);
  const { shop, keys } = await makeShop();
  shopId = shop.id;
  // Nobody sleeps while this is tested.
  const quietHours = { from: "00:00", to: "00:00" };
  await forShop(shopId)((tx) => saveSettings(tx, shopId, { outreach: { quietHours } }));
  for (const shopper of SHOPPERS) {
    const at = new Date(Date.now() - days(12)).toISOString();
    const { order } = await makeOrder(shop, keys, {
      ...{ placedAt: at, updatedAt: at, locale: "en" },
      person: { email: `${shopper}@shopper.example.test` },
    });
    orders.set(shopper, order.id);
  }
});
afterAll(async () => {
  mail.release();
  await workers.stop();
  await mail.stop();
});

const outreaches = () => systemPrisma.outreach.findMany({ where: { shopId } });
const deliveries = () => systemPrisma.delivery.findMany({ where: { shopId } });
const openIssues = () => systemPrisma.orderIssue.findMany({ where: { shopId, status: "open" } });
const inState = async (state: string) => {
  const rows = await outreaches();
  return rows.length === SHOPPERS.length && rows.every((row) => row.state === state);
};

async function kill(worker: ChildProcess): Promise<void> {
  const gone = once(worker, "exit");
  worker.kill("SIGKILL");
  await gone;
}

/** What the dead worker held is free again, without the minutes that it takes in life. */
async function recover(): Promise<void> {
  const past = new Date(Date.now() - 1_000);
  await systemPrisma.delivery.updateMany({
    where: { shopId, status: "sending" },
    data: { leaseUntil: past },
  });
  await systemPrisma.job.updateMany({ where: { shopId, state: "running" }, data: { leaseUntil: past } });
  await sweep(0);
  await systemPool.query(
    "UPDATE jobs SET run_at = now() WHERE shop_id = $1 AND state = 'waiting' AND run_at < now() + interval '1 hour'",
    [shopId],
  );
}

const everythingDone = () =>
  until("no job is due or under way", async () => {
    const { rowCount } = await systemPool.query(
      `SELECT FROM jobs WHERE shop_id = $1 AND (state IN ('queued', 'running') OR state = 'waiting' AND run_at <= now())`,
      [shopId],
    );
    return rowCount === 0;
  });

it(
  "tells each shopper once, or asks a person, wherever the worker was killed",
  { timeout: seconds(170) },
  async () => {
    // WHEN a worker has found the problems, and is killed before what it decided is written down
    const deciding = await holdTable(env.DATABASE_URL, "outreaches");
    const first = workers.start();
    await deciding.reached();
    await until("every problem is found", async () => (await openIssues()).length === SHOPPERS.length);
    await kill(first);
    // AND the next one before the drafts are
    const drafting = await holdTable(env.DATABASE_URL, "drafts");
    await deciding.letGo();
    expect(await outreaches()).toEqual([]);
    await recover();
    const second = workers.start();
    await until("everything is decided", () => inState("wanted"));
    await drafting.reached();
    await kill(second);
    await drafting.letGo();
    expect(await systemPrisma.draft.count({ where: { shopId } })).toBe(0);
    await recover();
    const third = workers.start();
    // THEN a draft of each waits for a person
    await until("everything is drafted", () => inState("waiting"));
    await kill(third);
    const issues = await openIssues();
    expect(issues.map(({ kind }) => kind)).toEqual(SHOPPERS.map(() => "unfulfilled"));
    expect(await systemPrisma.draft.count({ where: { shopId } })).toBe(SHOPPERS.length);

    // WHEN a person approves, twice, and the worker is killed before anything is sent
    const deps = { inShop: forShop(shopId), now: () => new Date() };
    const drafts = await systemPrisma.draft.findMany({
      where: { shopId },
      select: { id: true, issueId: true },
    });
    const messages = drafts.map(({ id: draftId, issueId }) => ({ draftId, issueId: issueId ?? "" }));
    const approval = { shopId, messages, staff: { id: "42", name: "Mia" } };
    const approved = await approveOutreaches(deps, approval);
    expect(approved.map(({ outcome }) => outcome)).toEqual(SHOPPERS.map(() => "approved"));
    const again = await approveOutreaches(deps, approval);
    expect(again.map(({ outcome }) => outcome)).toEqual(SHOPPERS.map(() => "already_sent"));
    await recover();
    const sending = await holdTable(env.DATABASE_URL, "deliveries");
    const fourth = workers.start();
    await sending.reached();
    await kill(fourth);
    await sending.letGo();
    expect((await deliveries()).map(({ status }) => status)).toEqual(SHOPPERS.map(() => "queued"));
    expect(mail.taken).toEqual([]);
    // AND the next one while it sends
    await recover();
    const fifth = workers.start();
    await Promise.all(HELD.map((point) => mail.reached(point)));
    await until("what is not held has left", async () =>
      (await deliveries()).some(({ status }) => status === "sent"),
    );
    await kill(fifth);
    mail.release();
    await recover();
    workers.start();
    await until("no delivery is under way", async () =>
      (await deliveries()).every(({ status }) => status !== "sending" && status !== "queued"),
    );

    // AND everything is looked at, decided and fetched once more
    await forShop(shopId)(async (tx) => {
      await emitAll(
        sqlOf(tx),
        [...orders.values()].map((orderId) => ({ event: "order-mirrored", data: { shopId, orderId } })),
      );
      await emit(tx, "outreach-settings-changed", { data: { shopId } });
    });
    for (const { id: deliveryId } of await deliveries())
      await forShop(shopId)((tx) => emit(tx, "draft-approved", { data: { shopId, deliveryId } }));
    await everythingDone();

    // THEN one mail left to whom it could, once; of the others a person is asked, in a conversation that is open
    const ends = await deliveries();
    expect(ends.map(({ status }) => status).toSorted()).toEqual(["sent", "uncertain", "uncertain"]);
    const count = (point: HoldPoint) => mail.taken.filter(({ to }) => to === point).length;
    expect(count("within-data")).toBeLessThanOrEqual(1);
    expect([count("after-dot"), count("none")]).toEqual([1, 1]);
    const [sent] = ends.filter(({ status }) => status === "sent");
    expect(mail.taken.find(({ to }) => to === "none")?.messageId).toBe(sent?.mailMessageId);
    const uncertain = ends.filter(({ status }) => status === "uncertain");
    const conversations = await systemPrisma.conversation.findMany({
      where: { id: { in: uncertain.flatMap(({ conversationId }) => conversationId ?? []) } },
    });
    expect(conversations.map(({ status, unsent }) => ({ status, unsent }))).toEqual(
      HELD.map(() => ({ status: "open", unsent: false })),
    );
    expect((await outreaches()).map(({ stage }) => stage)).toEqual(SHOPPERS.map(() => "first"));
    expect(await systemPrisma.job.count({ where: { shopId, state: "quarantined" } })).toBe(0);
  },
);
