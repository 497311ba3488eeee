import { describe, expect, it } from "vitest";
import { listIssues } from "#app/desk/list-issues.server.ts";
import { showCarriers } from "#app/desk/show-carriers.server.ts";
import type { ShownIssue } from "#app/desk/shapes.ts";
import { showIssue } from "#app/desk/show-issue.server.ts";
import { showWatched } from "#app/desk/show-watched.server.ts";
import { forShop } from "#app/db.server.ts";
import { days, hours } from "#app/lib/duration.ts";
import { loader as conversation } from "#app/routes/api/conversation.ts";
import { loader as issue } from "#app/routes/api/issue.ts";
import { loader as issues } from "#app/routes/api/issues.ts";
import { loader as orderPage } from "#app/routes/api/order.ts";
import { systemPrisma } from "#app/system-db.server.ts";
import { anEvidence, makeIssue, makeOutreach } from "#tests/factories/issue.ts";
import { lookedShop } from "#tests/factories/looked-shop.ts";
import { makeConversation } from "#tests/factories/message.ts";
import { makeOrder, orderRowsOf } from "#tests/factories/order.ts";
import { callApi } from "#tests/factories/session-token.ts";
import { makeShop } from "#tests/factories/shop.ts";

const START = new Date("2026-11-10T09:00:00.000Z");
const later = (by: number) => new Date(START.getTime() + by);

async function aShop() {
  const { shop, keys } = await makeShop();
  const order = async () =>
    (await makeOrder(shop, keys, { fulfillments: [{ id: `f-${crypto.randomUUID()}` }] })).order;
  const ask = async (query = "") => {
    const answer = await callApi(issues, { shop: shop.domain, query });
    expect(answer.status).toBe(200);
    return { items: answer.body["items"] as ShownIssue[], next: answer.body["nextCursor"] as string | null };
  };
  const idsOf = async (query: string) => (await ask(query)).items.map(({ id }) => id);
  const show = (id: string) => callApi(issue, { shop: shop.domain, params: { id } });
  return { shop, keys, order, ask, idsOf, show, inShop: forShop(shop.id) };
}

describe("GET /api/issues", () => {
  it("pages through all of them, by what was found last or by what weighs most, and misses and repeats nothing", async () => {
    const { keys, order, ask } = await aShop();
    const { id: orderId } = await order();
    for (let n = 0; n < 23; n += 1)
      await makeIssue(keys, {
        ...{ orderId, subject: String(n), severity: 1 + (n % 4) },
        // Some at the same moment: the id breaks the tie.
        openedAt: later(hours(n >> 2)),
      });
    for (const sort of ["newest", "severity"]) {
      const seen: ShownIssue[] = [];
      for (let cursor: string | null = ""; cursor !== null;) {
        const page: Awaited<ReturnType<typeof ask>> = await ask(
          `?limit=5&sort=${sort}${cursor && `&cursor=${cursor}`}`,
        );
        seen.push(...page.items);
        cursor = page.next;
      }
      expect(new Set(seen.map(({ id }) => id)).size).toBe(23);
      expect(seen).toHaveLength(23);
      const keysOf = seen.map(
        ({ severity, openedAt }) => `${sort === "severity" ? severity : ""} ${openedAt}`,
      );
      expect(keysOf).toEqual(keysOf.toSorted().toReversed());
    }
  });

  it("filters by status, kind, severity, incident and order", async () => {
    const { keys, order, idsOf } = await aShop();
    const [one, other] = [await order(), await order()];
    const stalled = await makeIssue(keys, { orderId: one.id, severity: 4, incidentId: "incident" });
    const late = await makeIssue(keys, { orderId: other.id, kind: "unfulfilled", status: "resolved" });
    expect(await idsOf("?status=open")).toEqual([stalled.id]);
    expect(await idsOf("?status=resolved")).toEqual([late.id]);
    expect(await idsOf("?kind=unfulfilled")).toEqual([late.id]);
    expect(await idsOf("?severity=4")).toEqual([stalled.id]);
    expect(await idsOf("?incident=incident")).toEqual([stalled.id]);
    expect(await idsOf(`?order=${other.id}`)).toEqual([late.id]);
    expect(await idsOf(`?order=${encodeURIComponent(`gid://shopify/Order/${other.id}`)}`)).toEqual([late.id]);
    expect(await idsOf("?status=dismissed")).toEqual([]);
  });

  it("says which field is wrong", async () => {
    const { shop } = await aShop();
    for (const [query, field] of [
      ["?status=gone", "status"],
      ["?kind=weather", "kind"],
      ["?severity=5", "severity"],
      ["?sort=age", "sort"],
      ["?cursor=nonsense", "cursor"],
      ["?cursor=9.WzEsImEiXQ", "cursor"],
      ["?limit=0", "limit"],
    ] as const) {
      const answer = await callApi(issues, { shop: shop.domain, query });
      expect({ query, status: answer.status, error: answer.body["error"] }).toMatchObject({
        status: 400,
        error: { code: "bad_input", field },
      });
    }
  });

  it("hides those of a deleted order and of another shop", async () => {
    const { keys, order, idsOf, show } = await aShop();
    const { id: orderId } = await order();
    const { id } = await makeIssue(keys, { orderId });
    const other = await aShop();
    expect((await other.show(id)).status).toBe(404);
    expect(await other.idsOf("")).toEqual([]);
    expect((await show(id)).status).toBe(200);
    await systemPrisma.order.updateMany({ where: { id: orderId }, data: { deletedAt: START } });
    expect(await idsOf("")).toEqual([]);
    expect((await show(id)).status).toBe(404);
  });
});

describe("GET /api/issues/:id", () => {
  it("shows what it rests on, what was decided, and what happened to the order", async () => {
    const { shop, keys, order, show } = await aShop();
    await systemPrisma.shop.update({ where: { id: shop.id }, data: { timezone: "Asia/Tokyo" } });
    const { id: orderId, name } = await order();
    const evidence = [
      anEvidence({ value: "2026-11-12T20:00:00.000Z" }),
      anEvidence({ id: "order:1:total", kind: "money", value: "59.9 EUR" }),
      anEvidence({ id: "order:1:status", kind: "status", value: "partially_fulfilled" }),
      anEvidence({ id: "order:1:needed", kind: "date", value: "2026-11-24" }),
    ];
    const made = await makeIssue(keys, { orderId, evidence, stakes: ["gift"], severity: 3, openedAt: START });
    await makeOutreach(keys, { issue: made, state: "refused", decidedAt: later(1) });
    const reasons = [{ rule: "quiet", outcome: "hold" as const, why: "It is night there." }];
    const outreach = await makeOutreach(keys, {
      ...{
        issue: made,
        stage: "update",
        state: "waiting",
        reasons,
        decidedAt: later(2),
        notBefore: later(days(1)),
      },
      ...{ draftId: "draft", conversationId: "conversation" },
    });
    const { body } = await show(made.id);
    expect(body).toMatchObject({
      ...{ id: made.id, kind: "stalled", status: "open", severity: 3, orderId, order: { id: orderId, name } },
      openedAt: START.toISOString(),
      evidence: evidence.map(({ id }) => id),
      facts: [
        {
          ...{
            id: "fulfillment:12:lastEventAt",
            value: expect.stringContaining("November 13"),
            raw: "2026-11-13",
            needs: "address_match",
          },
          source: { entity: "fulfillment", id: "12", field: "lastEventAt" },
        },
        { value: "€59.90", raw: "59.9 EUR" },
        { value: "partially fulfilled", raw: "partially_fulfilled" },
        { value: expect.stringContaining("November 24"), raw: "2026-11-24" },
      ],
      stakes: ["gift"],
      outreach: {
        ...{ id: outreach.id, stage: "update", state: "waiting", reasons },
        ...{ notBefore: later(days(1)).toISOString(), draftId: "draft", conversationId: "conversation" },
      },
      incident: null,
    });
    const timeline = body["timeline"] as { what: string }[];
    expect(timeline.map(({ what }) => what)).toEqual(["placed", "shipped"]);
  });

  it("names the incident it belongs to", async () => {
    const { shop, keys, order, show } = await aShop();
    const incident = {
      ...{ id: crypto.randomUUID(), shopId: shop.id, kind: "stalled", cause: "hub", causeKey: "dhl|leipzig" },
      ...{ openedAt: START, changedAt: START },
    };
    await systemPrisma.incident.create({ data: incident });
    const traits = { carrier: "DHL", hub: "Leipzig" };
    const { id } = await makeIssue(keys, { orderId: (await order()).id, incidentId: incident.id, traits });
    expect((await show(id)).body).toMatchObject({
      incidentId: incident.id,
      incident: { id: incident.id, place: "DHL, Leipzig", orders: 1, state: "open" },
    });
  });
});

describe("an order and a conversation about it", () => {
  it("show its issues and the next step", async () => {
    const { shop, keys, order } = await aShop();
    const { id: orderId } = await order();
    const made = await makeIssue(keys, { orderId, severity: 4 });
    const read = () => callApi(orderPage, { shop: shop.domain, params: { orderId } });
    expect((await read()).body).toMatchObject({
      issues: [{ id: made.id, evidence: ["fulfillment:12:lastEventAt"] }],
      nextStep: { kind: "look_into_issue", issueId: made.id },
    });
    await makeOutreach(keys, { issue: made });
    expect((await read()).body).toMatchObject({ nextStep: { kind: "review_outreach", issueId: made.id } });
    const { conversationId } = await makeConversation({ keys, orderIds: [orderId] });
    expect(
      (await callApi(conversation, { shop: shop.domain, params: { id: conversationId } })).body,
    ).toMatchObject({
      orders: [{ issues: [{ id: made.id }] }],
    });
  });
});

describe("what the screens read", () => {
  it("lists what waits for a person, what somebody put off and what is known for long", async () => {
    const { keys, order, inShop } = await aShop();
    const orders = [await order(), await order(), await order()];
    const [waiting, snoozed, old] = await Promise.all([
      makeIssue(keys, { orderId: orders[0]?.id ?? "", openedAt: START }),
      makeIssue(keys, { orderId: orders[1]?.id ?? "", openedAt: START, snoozedUntil: later(days(2)) }),
      makeIssue(keys, { orderId: orders[2]?.id ?? "", openedAt: START, knownSince: later(-days(9)) }),
    ]);
    await makeOutreach(keys, { issue: waiting });
    await makeOutreach(keys, { issue: old, state: "refused" });
    const ids = async (query: Omit<Parameters<typeof listIssues>[1], "limit">) => {
      const listed = await listIssues({ inShop, keys }, { limit: 10, ...query });
      return listed.outcome === "listed" ? listed.items.map(({ id }) => id).toSorted() : [];
    };
    expect(await ids({ outreach: "waiting" })).toEqual([waiting.id]);
    expect(await ids({ snoozed: { is: true, at: later(days(1)) } })).toEqual([snoozed.id]);
    expect(await ids({ snoozed: { is: false, at: later(days(1)) } })).toEqual(
      [waiting.id, old.id].toSorted(),
    );
    expect(await ids({ snoozed: { is: true, at: later(days(3)) } })).toEqual([]);
    expect(await ids({ knownBy: later(-days(7)) })).toEqual([old.id]);
  });

  it("shows the other issues of the order, open ones first, and whose it is", async () => {
    const { keys, order, inShop } = await aShop();
    const { id: orderId, person } = await order();
    const { id } = await makeIssue(keys, { orderId, subject: "a" });
    const over = await makeIssue(keys, {
      orderId,
      subject: "b",
      status: "resolved",
      openedAt: later(days(30)),
    });
    const open = await makeIssue(keys, { orderId, subject: "c", openedAt: later(days(1)) });
    const shown = await showIssue({ inShop, keys, now: () => START }, id);
    expect(shown?.others.map((one) => one.id)).toEqual([open.id, over.id]);
    expect(shown).toMatchObject({
      customer: { name: person.customerName, email: person.email, language: "de" },
      shownOrder: { id: orderId },
      ...{ draft: null, delivery: null },
    });
  });

  it("shows what was learned of carriers, and which are not tracked", async () => {
    const { shop, inShop } = await aShop();
    const row = (key: string, parcels: number, reported: number) => {
      const [carrier = "", country = ""] = key.split(" ");
      const place = { shopId: shop.id, carrier, country, name: carrier.toUpperCase() };
      return { ...place, parcels, reported, gaps: 0, learnedAt: START };
    };
    await systemPrisma.carrierHabit.createMany({
      data: [
        row("few", 9, 0),
        row("mute", 40, 11),
        { ...row("dhl", 90, 90), longestUsualGapMs: BigInt(days(2)) },
        row("mute DE", 40, 11),
        row("dhl FR", 30, 30),
        row("dhl DE", 60, 60),
      ],
    });
    const shown = await inShop((tx) => showCarriers(tx, shop.id));
    expect(shown.map(({ carrier, country, tracked }) => `${carrier} ${country} ${tracked}`)).toEqual([
      ...["DHL null true", "DHL DE true", "DHL FR true"],
      ...["MUTE null false", "MUTE DE false", "FEW null true"],
    ]);
    expect(shown[0]).toMatchObject({
      parcels: 90,
      coverage: 1,
      longestUsualGapMs: days(2),
      usualTransitMs: null,
    });
    expect(shown[3]?.coverage).toBeCloseTo(0.275);
  });

  it("shows how much is watched and when it was last looked at", async () => {
    const shop = await lookedShop(START);
    await systemPrisma.detection.create({ data: { shopId: shop.shopId } });
    const watched = () => shop.inShop((tx) => showWatched(tx, shop.shopId));
    expect(await watched()).toEqual({ orders: 0, more: false, lookedAt: null });
    await shop.mirrored(orderRowsOf({ placedAt: START.toISOString() }));
    expect(await watched()).toEqual({ orders: 1, more: false, lookedAt: START.toISOString() });
  });
});
