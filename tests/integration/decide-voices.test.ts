import { beforeEach, describe, expect, it } from "vitest";
import { decideAgain } from "#app/care/decide/decide-again.server.ts";
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
import { anEvidence, makeOutreach } from "#tests/factories/issue.ts";

const EMAIL = "mara.lindqvist@example.com";

let place: Awaited<ReturnType<typeof decidingShop>>;
let shopId: string;

beforeEach(async () => {
  place = await decidingShop();
  ({ shopId } = place);
});

describe("a change of mind", () => {
  it("takes back a draft that waits, and wants it again when it is right again", async () => {
    const issue = await place.anIssue();
    await decide(issue);
    const [wanted] = await decisionsOf(issue);
    const draft = await place.aWaitingDraft(issue, wanted?.id ?? "");
    expect(await decide(issue)).toBe("first word: waiting");
    await setOutreach(shopId, { on: false });
    expect(await decideAgain(clock(NOON), makeRun(shopId), { shopId })).toBe("asked for 1 decisions anew");
    expect(await decide(issue)).toBe("first word: taken back");
    expect(await decisionsOf(issue)).toMatchObject([
      { state: "superseded", draftId: null, against: ["kill_switch"] },
    ]);
    expect(await systemPrisma.draft.findUnique({ where: { id: draft } })).toMatchObject({
      status: "superseded",
    });
    await setOutreach(shopId, { on: true });
    expect(await decide(issue)).toBe("first word: wanted");
    expect(await jobsOf(shopId, "outreach-wanted")).toHaveLength(2);
    expect(await jobsOf(shopId, "outreach-settings-changed")).toHaveLength(2);
  });

  it("takes back what is over before anybody approved it", async () => {
    const issue = await place.anIssue();
    await decide(issue);
    await systemPrisma.orderIssue.update({
      where: { id: issue.id },
      data: { status: "resolved", resolvedBy: "records", resolvedAt: NOON },
    });
    expect(await decide(issue)).toBe("nothing is to be told any more");
    expect(await stateOf(issue)).toEqual([["first", "superseded"]]);
  });

  it("leaves alone what a person approved, declined or put off", async () => {
    for (const [state, said] of [
      ["approved", "it is approved"],
      ["declined", "nothing new is to be told"],
    ] as const) {
      const issue = await place.anIssue({
        orderId: (await place.anOrder({ person: { email: `${state}@example.com` } })).id,
      });
      await makeOutreach(place.keys, { issue, state });
      await setOutreach(shopId, { on: state === "declined" });
      expect(await decide(issue)).toBe(said);
      expect(await stateOf(issue)).toEqual([["first", state]]);
    }
    await setOutreach(shopId, { on: true });
    const order = await place.anOrder({ person: { email: "later@example.com" } });
    const issue = await place.anIssue({ orderId: order.id, snoozedUntil: hence(48) });
    await makeOutreach(place.keys, { issue, state: "snoozed" });
    await decide(issue);
    expect(await decisionsOf(issue)).toMatchObject([{ state: "snoozed", lookAt: hence(48) }]);
    expect(await decide(issue, hence(49))).toBe("first word: wanted");
  });
});

describe("what follows a first word", () => {
  const sent = { state: "sent" as const, told: "before", changedAt: hence(-30), decidedAt: hence(-31) };
  const withEta = (day: string) => [anEvidence({ id: "fulfillment:12:eta", value: day })];

  it("is an update when the day changed, once", async () => {
    const issue = await place.anIssue({ evidence: withEta("2026-11-25T12:00:00.000Z") });
    await makeOutreach(place.keys, { issue, ...sent });
    expect(await decide(issue)).toBe("update word: wanted");
    const [, update] = await decisionsOf(issue);
    expect(update?.news).toMatch(/^1\./u);
    await systemPrisma.outreach.update({
      where: { id: update?.id ?? "" },
      data: { state: "sent", changedAt: NOON },
    });
    expect(await decide(issue)).toBe("nothing new is to be told");
  });

  it("is nothing when only a scan came", async () => {
    const issue = await place.anIssue();
    await makeOutreach(place.keys, { issue, ...sent, told: "" });
    expect(await decide(issue)).toBe("nothing new is to be told");
  });

  it("is the end of it, where Shopify does not tell that, and a correction where it never was", async () => {
    const order = await place.anOrder({ fulfillments: [{ id: "12", events: [{ status: "in_transit" }] }] });
    const over = {
      status: "resolved",
      resolvedAt: hence(-1),
      subject: "fulfillment:12@1",
      orderId: order.id,
    };
    const moving = await place.anIssue({ ...over, resolvedBy: "records" });
    await makeOutreach(place.keys, { issue: moving, ...sent });
    expect(await decide(moving)).toBe("resolution word: wanted");
    const wrong = await place.anIssue({ ...over, kind: "past_estimate", resolvedBy: "never_was" });
    await makeOutreach(place.keys, { issue: wrong, ...sent });
    expect(await decide(wrong)).toBe("correction word: wanted");
    await setOutreach(shopId, { shopifyTells: ["delivered"] });
    const arrived = await place.anOrder({
      ...{ person: { email: "eva@example.com" } },
      fulfillments: [{ id: "13", events: [{ status: "delivered" }] }],
    });
    const delivered = await place.anIssue({
      ...over,
      ...{ orderId: arrived.id, subject: "fulfillment:13@1", resolvedBy: "records" },
    });
    await makeOutreach(place.keys, { issue: delivered, ...sent });
    expect(await decide(delivered)).toBe("nothing new is to be told");
    await setOutreach(shopId, { shopifyTells: [] });
    expect(await decide(delivered)).toBe("resolution word: wanted");
  });
});

describe("one voice", () => {
  it("lets one of two issues speak that are decided at once, the graver, whoever comes first", async () => {
    for (let round = 0; round < 4; round += 1) {
      const order = await place.anOrder({ person: { email: `round${round}@example.com` } });
      const lesser = await place.anIssue({ orderId: order.id, subject: "fulfillment:12@1" });
      const graver = await place.anIssue({
        ...{ orderId: order.id, kind: "delivery_failed", subject: "fulfillment:12@2", severity: 3 },
      });
      const both = round % 2 === 0 ? [lesser, graver] : [graver, lesser];
      await Promise.all(both.map((issue) => decide(issue)));
      expect([await stateOf(graver), await stateOf(lesser)]).toEqual([
        [["first", "wanted"]],
        [["first", "held"]],
      ]);
      expect(await againstOf(lesser)).toEqual(["one_voice"]);
    }
    expect(await jobsOf(shopId, "outreach-wanted")).toHaveLength(4);
  });

  it("silences what waits when something graver comes, and lets it speak when that is over", async () => {
    const lesser = await place.anIssue({ subject: "fulfillment:12@1" });
    await decide(lesser);
    const [waiting] = await decisionsOf(lesser);
    const draft = await place.aWaitingDraft(lesser, waiting?.id ?? "");
    const graver = await place.anIssue({
      ...{ orderId: lesser.orderId, kind: "carrier_exception", subject: "fulfillment:12@2", severity: 4 },
    });
    expect(await decide(graver)).toBe("first word: wanted");
    expect(await jobsOf(shopId, "outreach-held")).toMatchObject([{ data: { issueId: lesser.id } }]);
    expect(await decide(lesser)).toBe("first word: held");
    expect(await systemPrisma.draft.findUnique({ where: { id: draft } })).toMatchObject({
      status: "superseded",
    });
    await systemPrisma.orderIssue.update({
      where: { id: graver.id },
      data: { status: "dismissed", resolvedBy: "staff:42", resolvedAt: NOON },
    });
    await decide(graver);
    const asked = await jobsOf(shopId, "outreach-held");
    expect(asked.at(-1)).toMatchObject({ data: { issueId: lesser.id } });
    expect(await decide(lesser)).toBe("first word: wanted");
  });

  it("keeps to the cap over all orders of a shopper, also when they are decided at once", async () => {
    await setOutreach(shopId, { perWeek: 2 });
    const issues = [];
    for (let n = 0; n < 5; n += 1) issues.push(await place.anIssue());
    await Promise.all(issues.map((issue) => decide(issue)));
    const states = (await Promise.all(issues.map(stateOf))).map(([one]) => one?.[1]);
    expect(states.filter((state) => state === "wanted")).toHaveLength(2);
    expect(states.filter((state) => state === "held")).toHaveLength(3);
    const elsewhere = await place.anIssue({
      orderId: (await place.anOrder({ person: { email: "otto@example.com" } })).id,
    });
    expect(await decide(elsewhere)).toBe("first word: wanted");
  });

  it("counts what left for seven days", async () => {
    await setOutreach(shopId, { perWeek: 1 });
    const before = await place.anIssue();
    const contactIndex = blindIndex(place.keys, "email", EMAIL);
    await makeOutreach(place.keys, { issue: before, state: "sent", contactIndex, changedAt: hence(-24 * 5) });
    const issue = await place.anIssue();
    await decide(issue);
    expect(await decisionsOf(issue)).toMatchObject([
      { state: "held", against: ["cap"], lookAt: hence(24 * 2) },
    ]);
    expect(await decide(issue, hence(24 * 2 + 1))).toBe("first word: wanted");
  });
});

describe("held out by lot", () => {
  const share = 0.5;
  const on = () => setOutreach(shopId, { holdOut: { on: true, share, acknowledged: true } });

  it("writes to one part of the shoppers and not to the other, and keeps who is in which", async () => {
    await on();
    const issues = [];
    for (let n = 0; n < 24; n += 1)
      issues.push(
        await place.anIssue({
          orderId: (await place.anOrder({ person: { email: `p${n}@example.com` } })).id,
        }),
      );
    for (const issue of issues) await decide(issue);
    const arms = await systemPrisma.holdOut.findMany({ where: { shopId }, orderBy: { issueId: "asc" } });
    const states = (await Promise.all(issues.map(stateOf))).map(([one]) => one?.[1]);
    expect(arms).toHaveLength(24);
    expect(new Set(states)).toEqual(new Set(["wanted", "held_out"]));
    expect(states.filter((state) => state === "held_out")).toHaveLength(
      arms.filter(({ arm }) => arm === "held_out").length,
    );
    // Nobody changes arms, whatever the share is later.
    await setOutreach(shopId, { holdOut: { share: 0.05 } });
    for (const issue of issues) await decide(issue);
    expect((await Promise.all(issues.map(stateOf))).map(([one]) => one?.[1])).toEqual(states);
    expect(await systemPrisma.holdOut.count({ where: { shopId } })).toBe(24);
  });

  it("leaves out nobody whom the law, their money or a day concerns", async () => {
    await on();
    const shippingAddress = { countryCode: "US", province: "Ohio" };
    for (let n = 0; n < 8; n += 1) {
      const order = await place.anOrder({ person: { email: `us${n}@example.com`, shippingAddress } });
      const late = await place.anIssue({ orderId: order.id, kind: "unfulfilled" });
      expect(await decide(late)).toBe("first word: wanted");
    }
    for (let n = 0; n < 8; n += 1) {
      const order = await place.anOrder({ person: { email: `gift${n}@example.com` } });
      expect(await decide(await place.anIssue({ orderId: order.id, stakes: ["gift"] }))).toBe(
        "first word: wanted",
      );
    }
    expect(await systemPrisma.holdOut.count({ where: { shopId } })).toBe(0);
  });

  it("draws nobody of whom a person approved a message before", async () => {
    for (let n = 0; n < 6; n += 1) {
      const issue = await place.anIssue({ email: `approved${n}@example.com` });
      await makeOutreach(place.keys, { issue, state: "approved" });
      await on();
      expect(await decide(issue)).toBe("it is approved");
    }
    expect(await systemPrisma.holdOut.count({ where: { shopId } })).toBe(0);
  });

  it("begins with nobody", async () => {
    const issue = await place.anIssue();
    await decide(issue);
    expect(await systemPrisma.holdOut.count({ where: { shopId } })).toBe(0);
  });
});
