import { beforeAll, expect, it } from "vitest";
import { decideOutreach } from "#app/care/decide/decide-outreach.server.ts";
import { dismissIssue } from "#app/care/review/dismiss-issue.server.ts";
import { forShop, type InShop } from "#app/db.server.ts";
import type { Ports } from "#app/ports.ts";
import type { ShopKeys } from "#app/shop/seal.ts";
import { systemPrisma } from "#app/system-db.server.ts";
import { makeRun } from "#tests/factories/delivery.ts";
import { makeIssue, makeOutreach } from "#tests/factories/issue.ts";
import { lookedShop } from "#tests/factories/looked-shop.ts";
import { makeOrder, orderRowsOf } from "#tests/factories/order.ts";
import { makeShop } from "#tests/factories/shop.ts";

const NOW = new Date("2026-11-20T12:00:00.000Z");
const staff = { id: "77" };

let shop: { id: string };
let keys: ShopKeys;
let inShop: InShop;
beforeAll(async () => {
  ({ shop, keys } = await makeShop());
  inShop = forShop(shop.id);
});

const change = (issueId: string, as: "dismiss" | "undo", at = NOW) =>
  dismissIssue({ inShop, now: () => at }, { shopId: shop.id, issueId, as, staff });

async function anIssue(given: object = {}) {
  const { order } = await makeOrder(shop, keys, { fulfillments: [{}] });
  return makeIssue(keys, { orderId: order.id, ...given });
}
const told = (issueId: string) =>
  systemPrisma.job.count({
    where: { shopId: shop.id, event: "issue-changed", data: { path: ["issueId"], equals: issueId } },
  });

it("says who dismissed it and when, and is told once whatever is clicked twice", async () => {
  const { id } = await anIssue();
  expect(await change(id, "dismiss")).toEqual({ outcome: "dismissed" });
  expect(await change(id, "dismiss", new Date("2026-11-21T12:00:00.000Z"))).toEqual({ outcome: "dismissed" });
  expect(await systemPrisma.orderIssue.findUniqueOrThrow({ where: { id } })).toMatchObject({
    ...{ status: "dismissed", resolvedBy: "staff:77", resolvedAt: NOW },
  });
  expect(await told(id)).toBe(1);
});

it("takes back what waited to be told", async () => {
  const issue = await anIssue();
  const outreach = await makeOutreach(keys, { issue });
  await change(issue.id, "dismiss");
  const ports = { now: () => NOW } as Ports;
  await decideOutreach(ports, makeRun(shop.id), { shopId: shop.id, issueId: issue.id });
  const { state } = await systemPrisma.outreach.findUniqueOrThrow({ where: { id: outreach.id } });
  expect(state).toBe("superseded");
});

it("is open again when that is taken back, and is looked at anew", async () => {
  const { id, orderId } = await anIssue();
  await change(id, "dismiss");
  expect(await change(id, "undo")).toEqual({ outcome: "reopened" });
  expect(await systemPrisma.orderIssue.findUniqueOrThrow({ where: { id } })).toMatchObject({
    ...{ status: "open", resolvedBy: null, resolvedAt: null },
  });
  const watch = await systemPrisma.orderWatch.findFirst({ where: { shopId: shop.id, orderId } });
  expect(watch?.lookAt).toEqual(NOW);
});

it("leaves alone what is over, and what is another shop's", async () => {
  const over = await anIssue({ status: "resolved", resolvedBy: "records", resolvedAt: NOW });
  expect(await change(over.id, "dismiss")).toEqual({ outcome: "not_open" });
  expect(await change(over.id, "undo")).toEqual({ outcome: "not_open" });
  const other = await makeShop();
  const { order } = await makeOrder(other.shop, other.keys);
  const theirs = await makeIssue(other.keys, { orderId: order.id });
  expect(await change(theirs.id, "dismiss")).toEqual({ outcome: "not_found" });
  expect((await systemPrisma.orderIssue.findUniqueOrThrow({ where: { id: theirs.id } })).status).toBe("open");
});

it("stays dismissed when it is found again", async () => {
  const looked = await lookedShop();
  const rows = orderRowsOf({ fulfillments: [{ events: [{ happenedAt: "2026-11-12T09:00:00.000Z" }] }] });
  await looked.mirrored(rows);
  const [issue] = await looked.issues();
  await dismissIssue(
    { inShop: forShop(issue?.shopId ?? ""), now: () => looked.clock.now },
    { shopId: issue?.shopId ?? "", issueId: issue?.id ?? "", as: "dismiss", staff },
  );
  expect(await looked.detect(rows.orders[0]?.id ?? "")).toEqual(["nothing new"]);
  expect(await looked.issues()).toMatchObject([{ status: "dismissed" }]);
});
