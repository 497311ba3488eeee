import { beforeAll, describe, expect, it } from "vitest";
import { timedId } from "#app/lib/timed-id.ts";
import { listIncidents } from "#app/desk/list-incidents.server.ts";
import { showHome } from "#app/desk/show-home.server.ts";
import { showIncident } from "#app/desk/show-incident.server.ts";
import { showTimeline } from "#app/desk/show-timeline.server.ts";
import { forShop, type InShop } from "#app/db.server.ts";
import type { ShopKeys } from "#app/shop/seal.ts";
import { systemPrisma } from "#app/system-db.server.ts";
import { makeIssue, makeOutreach } from "#tests/factories/issue.ts";
import { outreachShop } from "#tests/factories/outreach-shop.ts";
import { makeOrder } from "#tests/factories/order.ts";
import { makeShop } from "#tests/factories/shop.ts";

const NOW = new Date("2026-11-20T12:00:00.000Z");
const now = () => NOW;

let shop: { id: string };
let keys: ShopKeys;
let inShop: InShop;
beforeAll(async () => {
  ({ shop, keys } = await makeShop());
  inShop = forShop(shop.id);
});

/** An incident of so many orders; of each a draft waits unless said otherwise. */
async function makeIncident({ orders, refused = 0 }: { orders: number; refused?: number }) {
  const id = crypto.randomUUID();
  const [cause, causeKey] = ["hub", `dhl|${id}`];
  const at = new Date("2026-11-15T09:00:00.000Z");
  await systemPrisma.incident.create({
    data: { id, shopId: shop.id, kind: "stalled", cause, causeKey, openedAt: at, changedAt: at },
  });
  const issues = [];
  for (let nth = 0; nth < orders; nth += 1) {
    const { order } = await makeOrder(shop, keys, { fulfillments: [{}] });
    const issue = await makeIssue(keys, {
      orderId: order.id,
      incidentId: id,
      severity: nth === 0 ? 3 : 2,
      openedAt: new Date(at.getTime() + nth * 60_000),
      traits: { carrier: "DHL", hub: "Leipzig" },
    });
    await makeOutreach(keys, {
      issue,
      ...(nth < refused ? { state: "refused" } : { state: "waiting", draftId: `draft-${nth}` }),
    });
    issues.push(issue);
  }
  return { id, issues };
}

describe("an incident on the screens", () => {
  it("is one finding with what its orders have in common and how many drafts wait", async () => {
    const { id } = await makeIncident({ orders: 3, refused: 1 });
    const listed = await inShop((tx) => listIncidents(tx, shop.id));
    expect(listed.find((one) => one.id === id)).toMatchObject({
      ...{ kind: "stalled", place: "DHL, Leipzig", orders: 3, severity: 3, waiting: 2, state: "open" },
    });
  });

  it("shows its orders page by page, and which of all of them wait", async () => {
    const { id, issues } = await makeIncident({ orders: 12, refused: 1 });
    const first = await showIncident({ inShop, keys }, { id, cursor: undefined });
    if (first.outcome !== "shown") throw new Error(first.outcome);
    expect(first.incident.members.map(({ issueId }) => issueId)).toEqual(
      issues.slice(0, 10).map((issue) => issue.id),
    );
    expect(first.incident.members[0]).toMatchObject({
      shopper: "Mara Lindqvist",
      shopperZone: "Europe/Berlin",
      outreach: { state: "refused", stage: "first" },
      message: null,
    });
    expect(first.incident.toApprove.map(({ issueId }) => issueId)).toEqual(
      issues.slice(1).map((issue) => issue.id),
    );
    const rest = await showIncident({ inShop, keys }, { id, cursor: first.incident.nextCursor ?? undefined });
    if (rest.outcome !== "shown") throw new Error(rest.outcome);
    expect(rest.incident.members.map(({ issueId }) => issueId)).toEqual(
      issues.slice(10).map((issue) => issue.id),
    );
    expect(rest.incident.nextCursor).toBeNull();
  });

  it("carries each message as its reviewer reads it: its sentences, what they rest on, and its checks", async () => {
    const place = await outreachShop();
    const { issue, draft } = await place.waiting();
    const id = timedId(NOW.getTime());
    await systemPrisma.incident.create({
      data: {
        id,
        shopId: place.shopId,
        kind: "stalled",
        cause: "hub",
        causeKey: id,
        openedAt: NOW,
        changedAt: NOW,
      },
    });
    await systemPrisma.orderIssue.update({ where: { id: issue.id }, data: { incidentId: id } });
    const shown = await showIncident(place, { id, cursor: undefined });
    if (shown.outcome !== "shown") throw new Error(shown.outcome);
    const { sentences, facts, checks } = place.contentOf(draft);
    expect(sentences.some(({ cites }) => cites.length > 0)).toBe(true);
    const [member] = shown.incident.members;
    expect(member?.message?.draft).toMatchObject({ id: draft.id, sentences, facts, checks });
    expect(member?.message?.draft).not.toHaveProperty("withheld");
  });

  it("is nobody else's", async () => {
    const { id } = await makeIncident({ orders: 2 });
    const other = await makeShop();
    const there = forShop(other.shop.id);
    const asked = { id, cursor: undefined };
    expect(await showIncident({ inShop: there, keys: other.keys }, asked)).toEqual({ outcome: "not_found" });
    expect(await there((tx) => listIncidents(tx, other.shop.id))).toEqual([]);
  });

  it("is shown as over when it is, whatever belonged to it", async () => {
    const { id } = await makeIncident({ orders: 2 });
    await systemPrisma.incident.update({ where: { id }, data: { state: "closed" } });
    await systemPrisma.orderIssue.updateMany({ where: { incidentId: id }, data: { status: "resolved" } });
    expect((await inShop((tx) => listIncidents(tx, shop.id))).map((one) => one.id)).not.toContain(id);
    const shown = await showIncident({ inShop, keys }, { id, cursor: undefined });
    expect(shown).toMatchObject({ incident: { state: "closed", members: [], toApprove: [], orders: 0 } });
  });
});

describe("the timeline of an issue", () => {
  it("tells of its order alone, or of all that its shopper ordered", async () => {
    const person = { email: "timeline@example.com", customerName: "Ada" };
    const earlier = await makeOrder(shop, keys, {
      person,
      placedAt: "2026-11-01T09:00:00.000Z",
      name: "#1",
    });
    const { order } = await makeOrder(shop, keys, {
      person,
      name: "#2",
      fulfillments: [{ events: [{ happenedAt: "2026-11-12T07:00:00.000Z" }] }],
    });
    const issue = await makeIssue(keys, { orderId: order.id });
    const before = await makeIssue(keys, { orderId: earlier.order.id, status: "dismissed", resolvedAt: NOW });
    const ofOrder = await showTimeline({ inShop, keys, now }, { issueId: issue.id, of: "order" });
    expect(ofOrder?.map((item) => (item.what === "order" ? item.happened : item.what))).toEqual([
      ...["placed", "shipped", "carrier_event", "silence", "issue"],
    ]);
    const ofShopper = await showTimeline({ inShop, keys, now }, { issueId: issue.id, of: "shopper" });
    expect(new Set(ofShopper?.map((item) => item.order?.name))).toEqual(new Set(["#1", "#2"]));
    expect(ofShopper?.filter((item) => item.what === "issue" && item.issueId === before.id)).toHaveLength(2);
  });

  it("is nothing for an issue that is not there", async () => {
    expect(await showTimeline({ inShop, keys, now }, { issueId: "none", of: "order" })).toBeNull();
  });
});

it("counts on the home page what is open by what weighs on it, and what waits for a click", async () => {
  const other = await makeShop();
  const there = forShop(other.shop.id);
  const open = async (given: object) => {
    const { order } = await makeOrder(other.shop, other.keys);
    return makeIssue(other.keys, { orderId: order.id, ...given });
  };
  await open({ severity: 4 });
  await open({ severity: 3, snoozedUntil: new Date("2026-11-19T08:00:00.000Z") });
  await open({ severity: 3, snoozedUntil: new Date("2026-11-21T08:00:00.000Z") });
  await open({ severity: 1, status: "resolved" });
  const issue = await open({ severity: 1 });
  await makeOutreach(other.keys, { issue });
  await makeOutreach(other.keys, { issue, stage: "update", state: "sent" });
  const { attention } = await showHome({ inShop: there, now });
  expect(attention).toMatchObject({ issues: { critical: 1, high: 1, other: 1 }, outreachWaiting: 1 });
});
