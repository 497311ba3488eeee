import type { Evidence, Seen } from "#app/care/detect/issue.ts";
import { detectIssuesBy } from "#app/care/detect/detect-issues.server.ts";
import type { FindIssues } from "#app/care/detect/settle-issues.ts";
import type { Issue } from "#app/care/detect/find-issues.ts";
import { sweepOrdersBy } from "#app/care/detect/sweep-orders.server.ts";
import { forShop, sqlOf } from "#app/db.server.ts";
import { days, type Duration } from "#app/lib/duration.ts";
import type { MirroredOrder } from "#app/mirror/order.ts";
import type { MirrorRows } from "#app/mirror/rows.ts";
import { writeRows } from "#app/mirror/write-rows.server.ts";
import type { Ports } from "#app/ports.ts";
import { systemPrisma } from "#app/system-db.server.ts";
import { makeRun } from "#tests/factories/delivery.ts";
import { makeShop } from "#tests/factories/shop.ts";

const evidence = (id: string, value: string): Evidence => ({
  ...{ id, label: id, value, kind: "date" },
  source: { entity: "fulfillment", id, field: "events" },
  observedAt: value,
});

/**
 * Three rules that say what a test needs: a parcel of which its carrier says nothing for three days or longer than is usual, one that could not be
 * delivered, an order that has not left within the shop's handling days (of the calendar).
 */
export const testRules: FindIssues = ({ order, now, shop, habitOf }) => {
  const found: Issue[] = [];
  const times: number[] = [];
  const country = order.shippingAddress?.countryCode;
  const add = (one: Pick<Issue, "kind" | "subject" | "knownSince" | "evidence" | "traits">) =>
    found.push({ ...one, weight: 2, severity: 2, stakes: [] });
  for (const parcel of order.fulfillments) {
    const last = parcel.events.at(-1);
    if (!last || parcel.deliveredAt) continue;
    const traits = { carrier: parcel.trackingCompany ?? "", hub: last.city ?? "", country: country ?? "" };
    const usual = habitOf(parcel.trackingCompany, country)?.longestUsualGap ?? days(3);
    const due = Date.parse(last.at) + usual;
    const subject = `fulfillment:${parcel.id}@${last.at}`;
    const rests = [evidence(parcel.id, last.at)];
    if (due > now.getTime()) times.push(due);
    else add({ kind: "stalled", subject, knownSince: new Date(due), evidence: rests, traits });
    if (last.status === "failure")
      add({ kind: "delivery_failed", subject, knownSince: new Date(last.at), evidence: rests, traits });
  }
  if (order.fulfillments.length === 0 && !order.cancelledAt) {
    const due = Date.parse(order.placedAt) + days(shop.handlingDays);
    if (due > now.getTime()) times.push(due);
    else
      add({
        kind: "unfulfilled",
        subject: "order",
        knownSince: new Date(due),
        evidence: [evidence(order.id, order.placedAt)],
      });
  }
  return { found, lookAt: times.length > 0 ? new Date(Math.min(...times)) : null };
};

/** A shop whose orders are looked at by those rules, with a clock that the test drives. */
export async function lookedShop(at = new Date("2026-11-20T09:00:00.000Z"), find: FindIssues = testRules) {
  const { shop, keys } = await makeShop();
  const shopId = shop.id;
  const clock = { now: at };
  const ports = { now: () => clock.now } as Ports;
  const inShop = forShop(shopId);
  const items = (ids: string[]) => ids.map((orderId) => ({ data: { shopId, orderId }, trace: null }));
  const detect = (...ids: string[]) => detectIssuesBy(find)(ports, makeRun(shopId), items(ids));
  const sweep = (slice?: Duration) => sweepOrdersBy(find, slice)(ports, makeRun(shopId), { shopId });

  const arrive = (rows: MirrorRows) => inShop((tx) => writeRows(sqlOf(tx), keys, rows));

  /** Rows come into the mirror, and the looks that they cause happen. Answers what the looks said. */
  async function mirrored(rows: MirrorRows): Promise<string[]> {
    await arrive(rows);
    return detectWaiting();
  }

  /** Runs the looks that wait, as the queue would. */
  async function detectWaiting(): Promise<string[]> {
    const ids = await waiting();
    return ids.length > 0 ? detect(...ids) : [];
  }

  /** The orders that wait to be looked at, in the order they were mirrored; they wait no longer then. */
  async function waiting(): Promise<string[]> {
    const jobs = await systemPrisma.job.findMany({
      where: { shopId, name: "detectIssues" },
      orderBy: { id: "asc" },
    });
    await systemPrisma.job.deleteMany({ where: { id: { in: jobs.map(({ id }) => id) } } });
    return jobs.map(({ data }) => (data as { orderId: string }).orderId);
  }

  /** An order as the rules see it now, of which nothing but its record is known. */
  const see = (order: MirroredOrder): Seen => ({
    ...{ order, now: clock.now, habitOf: () => null, told: [], said: [] },
    shop: {
      timeZone: "Europe/Berlin",
      holidays: [],
      handlingDays: 3,
      usualHandling: null,
      perishableTags: [],
      preorderTags: [],
    },
    history: { earlierOrders: null, earlierIssues: 0, near: [] },
  });

  const issues = () =>
    systemPrisma.orderIssue.findMany({ where: { shopId }, orderBy: [{ openedAt: "asc" }, { kind: "asc" }] });
  const watches = () => systemPrisma.orderWatch.findMany({ where: { shopId }, orderBy: { orderId: "asc" } });
  /** The issues that those who act on them were told of, in that order; each is told once. */
  async function told(): Promise<string[]> {
    const jobs = await systemPrisma.job.findMany({
      where: { shopId, event: "issue-changed" },
      orderBy: { id: "asc" },
    });
    await systemPrisma.job.deleteMany({ where: { id: { in: jobs.map(({ id }) => id) } } });
    return jobs.map(({ data }) => (data as { issueId: string }).issueId);
  }

  return {
    shop,
    keys,
    shopId,
    clock,
    ports,
    inShop,
    detect,
    arrive,
    waiting,
    see,
    detectWaiting,
    sweep,
    mirrored,
    issues,
    watches,
    told,
  };
}
