import { beforeEach, describe, expect, it } from "vitest";
import { decideAgain } from "#app/care/decide/decide-again.server.ts";
import { suppress } from "#app/conversation/suppressions.server.ts";
import { forShop } from "#app/db.server.ts";
import { blindIndex } from "#app/shop/seal.ts";
import { systemPrisma } from "#app/system-db.server.ts";
import {
  againstOf,
  clock,
  decide,
  decidingShop,
  decisionsOf,
  hence,
  jobsOf,
  NOON,
  setOutreach,
  stateOf,
} from "#tests/factories/decision.ts";
import { makeRun } from "#tests/factories/delivery.ts";
import { anEvidence } from "#tests/factories/issue.ts";
import { makeConversation } from "#tests/factories/message.ts";
import { makeReading } from "#tests/factories/reading.ts";
import { sendReply } from "#tests/factories/sent-reply.ts";

const EMAIL = "mara.lindqvist@example.com";
const contact = { name: "Mara Lindqvist", address: EMAIL };

let place: Awaited<ReturnType<typeof decidingShop>>;
let shopId: string;

beforeEach(async () => {
  place = await decidingShop();
  ({ shopId } = place);
});

describe("deciding of an issue", () => {
  it("wants a first word, with every reason, and asks for it once", async () => {
    const issue = await place.anIssue();
    expect(await decide(issue)).toBe("first word: wanted");
    const [decided] = await decisionsOf(issue);
    expect(decided).toMatchObject({
      ...{ stage: "first", news: "", state: "wanted", kind: "stalled", notBefore: null, lookAt: null },
      contactIndex: blindIndex(place.keys, "email", EMAIL),
      against: [],
    });
    expect(await decide(issue)).toBe("first word: wanted");
    expect(await jobsOf(shopId, "outreach-wanted")).toMatchObject([{ data: { outreachId: decided?.id } }]);
    expect(JSON.stringify(decided?.reasons)).not.toContain("Mara");
  });

  it("decides once however many workers do it at once", async () => {
    const issue = await place.anIssue();
    await Promise.all(Array.from({ length: 6 }, () => decide(issue)));
    expect(await stateOf(issue)).toEqual([["first", "wanted"]]);
    expect(await jobsOf(shopId, "outreach-wanted")).toHaveLength(1);
  });

  it("drafts by night what leaves in the morning", async () => {
    const issue = await place.anIssue({ openedAt: hence(10) });
    await decide(issue, hence(11));
    expect(await decisionsOf(issue)).toMatchObject([
      { state: "wanted", notBefore: new Date("2026-11-21T07:00:00.000Z"), against: ["quiet_hours"] },
    ]);
  });

  it("goes by the shopper's clock, not the shop's", async () => {
    const shippingAddress = { countryCode: "US", province: "California", city: "Fresno" };
    const order = await place.anOrder({ person: { shippingAddress } });
    const issue = await place.anIssue({ orderId: order.id });
    await decide(issue);
    expect(await decisionsOf(issue)).toMatchObject([{ notBefore: new Date("2026-11-20T16:00:00.000Z") }]);
  });

  it.each<[string, () => Promise<void>, string]>([
    ["the kill switch is off", async () => void (await setOutreach(shopId, { on: false })), "kill_switch"],
    [
      "the kind is off",
      async () => void (await setOutreach(shopId, { kinds: { stalled: { on: false } } })),
      "kind_on",
    ],
    [
      "they opted out",
      () =>
        forShop(shopId)((tx) =>
          suppress(tx, {
            ...{
              shopId,
              contactIndex: blindIndex(place.keys, "email", EMAIL),
              scope: "outreach",
              reason: "unsubscribed",
            },
          }),
        ),
      "suppression",
    ],
    [
      "their address bounced",
      () =>
        forShop(shopId)((tx) =>
          suppress(tx, {
            ...{
              shopId,
              contactIndex: blindIndex(place.keys, "email", EMAIL),
              scope: "all",
              reason: "bounced 5.1.1",
            },
          }),
        ),
      "suppression",
    ],
    [
      "they were redacted since they bought",
      async () => {
        const entityKey = blindIndex(place.keys, "email", EMAIL);
        await systemPrisma.redactionMark.create({ data: { shopId, entity: "contact", entityKey } });
      },
      "redacted",
    ],
  ])("refuses where %s", async (_case, arrange, rule) => {
    const issue = await place.anIssue();
    await arrange();
    expect(await decide(issue)).toBe("first word: refused");
    expect(await againstOf(issue)).toEqual([rule]);
    expect(await jobsOf(shopId, "outreach-wanted")).toEqual([]);
  });

  it("refuses where nobody can be written to, where a dispute is open, and where it is old", async () => {
    const nobody = await place.anOrder({ person: { email: null } });
    const disputed = await place.anOrder({
      person: { email: "otto@example.com" },
      parts: {
        disputes: [
          {
            ...{ id: "77", orderId: "", type: "chargeback", status: "needs_response", reason: "fraudulent" },
            ...{
              amount: "59.90",
              currency: "EUR",
              evidenceDueBy: null,
              initiatedAt: null,
              detailsAt: null,
              updatedAt: "2026-11-19T09:00:00.000Z",
            },
          },
        ],
      },
    });
    await systemPrisma.dispute.updateMany({ where: { shopId, id: "77" }, data: { orderId: disputed.id } });
    const [without, contested] = [
      await place.anIssue({ orderId: nobody.id }),
      await place.anIssue({ orderId: disputed.id }),
    ];
    const old = await place.anIssue({
      orderId: (await place.anOrder({ person: { email: "eva@example.com" } })).id,
      openedAt: hence(-24 * 15),
    });
    for (const issue of [without, contested, old]) await decide(issue);
    const tried = await place.anIssue({ orderId: (await place.anOrder({ test: true })).id });
    expect(await decide(tried)).toBe("first word: refused");
    expect(await againstOf(tried)).toEqual(["test_order"]);
    expect([await againstOf(without), await againstOf(contested), await againstOf(old)]).toEqual([
      ["address"],
      ["dispute"],
      ["news"],
    ]);
  });

  it("says nothing of an issue whose order is gone", async () => {
    const issue = await place.anIssue({ orderId: "no-such-order" });
    expect(await decide(issue)).toBe("the order is gone");
    expect(await decide({ id: "no-such-issue", shopId })).toBe("the issue is gone");
    expect(await decisionsOf(issue)).toEqual([]);
  });
});

describe("while somebody speaks with them", () => {
  it("waits for who wrote about the order, and decides anew when it said", async () => {
    const issue = await place.anIssue();
    await makeConversation({ keys: place.keys, contact, orderIds: [issue.orderId], at: hence(-2) });
    await decide(issue);
    expect(await decisionsOf(issue)).toMatchObject([
      { state: "held", lookAt: hence(24), against: ["conversation"] },
    ]);
    expect(await jobsOf(shopId, "outreach-held")).toMatchObject([
      { data: { issueId: issue.id }, runAt: hence(24) },
    ]);
    await decide(issue);
    expect(await jobsOf(shopId, "outreach-held")).toHaveLength(1);
  });

  it("does not wait for a conversation about another order, or one that is closed", async () => {
    const issue = await place.anIssue();
    await makeConversation({ keys: place.keys, contact, orderIds: ["another"], at: hence(-2) });
    await makeConversation({
      keys: place.keys,
      contact,
      orderIds: [issue.orderId],
      at: hence(-2),
      status: "closed",
    });
    expect(await decide(issue)).toBe("first word: wanted");
  });

  it("waits, too, while somebody writes about the order from another address", async () => {
    const issue = await place.anIssue();
    const other = { name: "Jon Lindqvist", address: "jon@example.net" };
    await makeConversation({ keys: place.keys, contact: other, orderIds: [issue.orderId], at: hence(-2) });
    await decide(issue);
    expect(await decisionsOf(issue)).toMatchObject([{ state: "held", against: ["conversation"] }]);
  });

  it("leaves three days to who answered them, and does not tell again what a reply told", async () => {
    const facts = [
      {
        ...{
          id: "fulfillment:12:lastStatus",
          label: "Last scan",
          value: "on its way",
          kind: "status" as const,
        },
        ...{ raw: "in_transit", observedAt: NOON.toISOString(), needs: "none" as const },
        source: { entity: "order", id: "", field: "events" },
      },
    ];
    const order = await place.anOrder();
    const issue = await place.anIssue({
      orderId: order.id,
      evidence: [anEvidence({ id: "fulfillment:12:lastStatus", kind: "status", value: "in_transit" })],
      openedAt: hence(-3),
    });
    const { conversationId, messageId } = await makeConversation({
      keys: place.keys,
      contact,
      orderIds: [order.id],
      at: hence(-5),
    });
    const sentence = {
      text: "It is on its way.",
      kind: "fact" as const,
      cites: [facts[0]?.id ?? ""],
      stage: "answer" as const,
    };
    await sendReply(place.keys, {
      ...{ conversationId, messageId, text: "It is on its way.", at: hence(-2), orderIds: [order.id] },
      draft: {
        facts: facts.map((fact) => ({ ...fact, source: { ...fact.source, id: order.id } })),
        sentences: [sentence],
      },
    });
    await decide(issue);
    expect(await againstOf(issue)).toEqual(["conversation", "already_said"]);
    expect(await stateOf(issue)).toEqual([["first", "refused"]]);
  });

  it("leaves whom it frightens, or who asked for a person, to a person", async () => {
    const issue = await place.anIssue();
    const spoken = await makeConversation({
      keys: place.keys,
      contact,
      orderIds: ["another"],
      at: hence(-200),
      status: "closed",
    });
    const { conversationId, messageId } = spoken;
    await makeReading(place.keys, { conversationId, messageId }, { riskFlags: ["wants_person"] });
    await decide(issue);
    expect(await decisionsOf(issue)).toMatchObject([
      { state: "held", lookAt: null, against: ["care_needed"] },
    ]);
    expect(await jobsOf(shopId, "outreach-held")).toEqual([]);
  });

  it("takes back what waits for a person when the shopper writes first, and asks anew by itself", async () => {
    const issue = await place.anIssue();
    await decide(issue);
    const [wanted] = await decisionsOf(issue);
    const draft = await place.aWaitingDraft(issue, wanted?.id ?? "");
    const { messageId } = await makeConversation({
      keys: place.keys,
      contact,
      orderIds: [issue.orderId],
      at: NOON,
    });
    const said = await decideAgain(clock(NOON), makeRun(shopId), { shopId, messageId });
    expect(said).toBe("asked for 1 decisions anew");
    expect(await jobsOf(shopId, "outreach-held")).toMatchObject([{ data: { issueId: issue.id } }]);
    expect(await decide(issue)).toBe("first word: held");
    expect(await decisionsOf(issue)).toMatchObject([{ state: "held", draftId: null }]);
    expect(await systemPrisma.draft.findUnique({ where: { id: draft } })).toMatchObject({
      status: "superseded",
    });
  });
});
