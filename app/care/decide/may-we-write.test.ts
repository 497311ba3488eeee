import { describe, expect, it } from "vitest";
import {
  ago,
  anIssue,
  another,
  circumstances,
  NOON,
  settings,
} from "#app/care/decide/circumstances.fixture.ts";
import type { Circumstances } from "#app/care/decide/circumstances.ts";
import { mayWeWrite } from "#app/care/decide/may-we-write.ts";
import { riskFlags } from "#app/care/understand/reading.ts";
import { settingsOfKind } from "#app/shop/outreach-settings.ts";

const base = circumstances();
type Nested = "shop" | "issue" | "order" | "shopper" | "talk" | "said" | "week";
type Part = Partial<Omit<Circumstances, Nested>> & { [K in Nested]?: Partial<Circumstances[K]> };
/** The ordinary case with parts of its parts changed. */
const but = ({ shop, issue, order, shopper, talk, said, week, ...rest }: Part): Circumstances =>
  circumstances({
    shop: { ...base.shop, ...shop },
    issue: { ...base.issue, ...issue },
    order: { ...base.order, ...order },
    shopper: { ...base.shopper, ...shopper },
    talk: { ...base.talk, ...talk },
    said: { ...base.said, ...said },
    week: { ...base.week, ...week },
    ...rest,
  });
const kind = (given: object) =>
  settings({ kinds: { stalled: { ...settingsOfKind(settings(), "stalled"), ...given } } });
const LAW: Part = { issue: { kind: "unfulfilled", subject: "order" }, order: { country: "US" } };
const ENOUGH: Part = { shopper: { suppressed: ["outreach"] }, week: { left: [ago(1), ago(6)] } };
const inHours = (hours: number) => new Date(NOON.getTime() + hours * 3_600_000);

describe("mayWeWrite", () => {
  it("writes of what is fresh, grave enough and unsaid, and names every rule with what it says", () => {
    const decided = mayWeWrite(base);
    expect(decided).toMatchObject({ outcome: "write", notBefore: null, lookAt: null });
    expect(decided.reasons.every(({ outcome, why }) => outcome === "pass" && /\.$/u.test(why))).toBe(true);
    expect(decided.reasons.map(({ rule }) => rule)).toEqual([
      ...["installed", "kill_switch", "kind_on", "severity", "told_by", "since_installed"],
      ...["stands", "news", "snoozed", "test_order", "dispute"],
      ...["address", "redacted", "consent", "suppression", "care_needed"],
      ...["conversation", "already_said", "promised", "one_voice"],
      ...["cap", "quiet_hours", "hold_out", "approval"],
    ]);
    expect(decided.reasons.find(({ rule }) => rule === "consent")?.why).toContain("no marketing consent");
    expect(decided.reasons.find(({ rule }) => rule === "approval")?.why).toContain("A person approves");
  });

  it.each<[string, string, Part]>([
    ["the shop uninstalled the app", "installed", { shop: { uninstalled: true } }],
    ["the kill switch is off", "kill_switch", { shop: { settings: settings({ on: false }) } }],
    ["the kind is off", "kind_on", { shop: { settings: kind({ on: false }) } }],
    ["it is not grave enough", "severity", { shop: { settings: kind({ from: 3 }) } }],
    ["Shopify tells", "told_by", { shop: { settings: kind({ toldBy: "shopify" }) } }],
    ["another tool tells", "told_by", { shop: { settings: kind({ toldBy: "other" }) } }],
    [
      "Shopify's own mail tells of it by default",
      "told_by",
      { issue: { kind: "cancelled_unsaid", subject: "refund:9" } },
    ],
    [
      "the order is far older than the app here",
      "since_installed",
      { order: { placedAt: ago(91) }, shop: { installedAt: ago(3) } },
    ],
    ["it is over", "stands", { issue: { status: "resolved" } }],
    ["a person dismissed it", "stands", { issue: { status: "dismissed" } }],
    ["it is no news any more", "news", { newsAt: ago(14.1) }],
    ["it is a test order", "test_order", { order: { test: true } }],
    ["a dispute is open", "dispute", { order: { disputed: true } }],
    ["there is no address", "address", { shopper: { hasAddress: false } }],
    ["they were redacted", "redacted", { shopper: { redacted: true } }],
    ["the address takes no mail", "suppression", { shopper: { suppressed: ["all"] } }],
    ["they opted out", "suppression", { shopper: { suppressed: ["outreach"] } }],
    ["a reply told them", "already_said", { said: { toldAt: ago(0.5) } }],
    ["the very same left", "already_said", { said: { sameLeft: true } }],
    [
      "the lot fell on not writing of the same parcel",
      "one_voice",
      {
        others: [
          another({ kind: "past_estimate", outreaches: [{ stage: "first", state: "held_out", at: ago(1) }] }),
        ],
      },
    ],
  ])("refuses where %s", (_case, rule, parts) => {
    const decided = mayWeWrite(but(parts));
    expect(decided.outcome).toBe("refuse");
    expect(decided.reasons.filter(({ outcome }) => outcome === "refuse").map((one) => one.rule)).toEqual([
      rule,
    ]);
  });

  it.each<[string, string, Part, Date | null]>([
    ["a person put it off", "snoozed", { issue: { snoozedUntil: inHours(5) } }, inHours(5)],
    ["they wait for an answer", "conversation", { talk: { unanswered: true } }, inHours(24)],
    ["a reply waits for a person", "conversation", { talk: { draftWaits: true } }, inHours(24)],
    ["a reply is leaving", "conversation", { talk: { replyUnderWay: true } }, inHours(1)],
    ["they were answered yesterday", "conversation", { talk: { answeredAt: ago(1) } }, ago(-2)],
    ["something was promised", "promised", { said: { promisedUntil: inHours(30) } }, inHours(30)],
    ["the week is full", "cap", { week: { left: [ago(1), ago(6)] } }, ago(-1)],
    ["what waits fills the week", "cap", { week: { left: [ago(1)], underWay: 1 } }, inHours(24)],
    [
      "a graver thing speaks first",
      "one_voice",
      { others: [another({ kind: "refund_not_executed", subject: "refund:9", severity: 3 })] },
      inHours(24),
    ],
    [
      "what tells more of the same parcel speaks",
      "one_voice",
      { others: [another({ kind: "past_estimate" })] },
      inHours(24),
    ],
    [
      "the same parcel was written about",
      "one_voice",
      {
        others: [
          another({ kind: "past_estimate", outreaches: [{ stage: "first", state: "sent", at: ago(2) }] }),
        ],
      },
      ago(-5),
    ],
    [
      "another message about the order is leaving",
      "one_voice",
      { others: [another({ severity: 1, outreaches: [{ stage: "first", state: "approved", at: ago(0) }] })] },
      inHours(24),
    ],
    ["a person must see what they wrote", "care_needed", { shopper: { riskFlags: ["vulnerable"] } }, null],
  ])("holds where %s", (_case, rule, ...[parts, lookAt]) => {
    const decided = mayWeWrite(but(parts));
    expect([decided.outcome, decided.lookAt]).toEqual(["hold", lookAt]);
    expect(decided.reasons.filter(({ outcome }) => outcome !== "pass").map((one) => one.rule)).toEqual([
      rule,
    ]);
  });

  it.each<[string, Part]>([
    ["they were answered four days ago", { talk: { answeredAt: ago(4) } }],
    ["a promise is over", { said: { promisedUntil: ago(1) } }],
    ["one message of two left", { week: { left: [ago(1)] } }],
    ["the law may require it, though they opted out and the week is full", { ...LAW, ...ENOUGH }],
    [
      "the law may require it, though a person must see what they wrote",
      { ...LAW, shopper: { riskFlags: ["vulnerable"] } },
    ],
    ["the snooze is over", { issue: { snoozedUntil: ago(0.1) } }],
    ["it is 13 days old", { newsAt: ago(13) }],
    ["an old order came while the app was here", { order: { placedAt: ago(80) } }],
    ["a lesser issue is open", { others: [another({ severity: 1 })] }],
    [
      "another parcel stands still, less gravely",
      { others: [another({ subject: "fulfillment:13@1", severity: 1 })] },
    ],
    [
      "the same parcel was written about, and this is graver",
      {
        issue: { severity: 3 },
        others: [
          another({ kind: "past_estimate", outreaches: [{ stage: "first", state: "sent", at: ago(2) }] }),
        ],
      },
    ],
    [
      "the graver issue is switched off",
      {
        others: [another({ kind: "unfulfilled", severity: 4 })],
        shop: {
          settings: settings({ kinds: { unfulfilled: { on: false, from: 1, toldBy: "attune" } } }),
        },
      },
    ],
    [
      "the graver issue was declined",
      { others: [another({ severity: 4, outreaches: [{ stage: "first", state: "declined", at: ago(1) }] })] },
    ],
    ["the graver issue was dismissed", { others: [another({ severity: 4, status: "dismissed" })] }],
    ["the graver issue is put off", { others: [another({ severity: 4, snoozedUntil: inHours(9) })] }],
    ["the graver issue is old", { others: [another({ severity: 4, knownSince: ago(20) })] }],
  ])("writes where %s", (_case, parts) => expect(mayWeWrite(but(parts)).outcome).toBe("write"));

  it("writes by night what leaves by day", () => {
    const night = new Date("2026-11-20T22:00:00.000Z");
    const decided = mayWeWrite(but({ now: night, newsAt: night }));
    expect(decided).toMatchObject({ outcome: "write", notBefore: new Date("2026-11-21T07:00:00.000Z") });
    expect(decided.reasons.find(({ rule }) => rule === "quiet_hours")).toMatchObject({
      outcome: "hold",
      until: "2026-11-21T07:00:00.000Z",
    });
  });

  it.each(riskFlags)("leaves %s to a person, refusing nothing", (flag) => {
    const { outcome, reasons } = mayWeWrite(but({ shopper: { riskFlags: [flag] } }));
    expect(outcome).toBe("hold");
    // What somebody told of themselves stays in their messages.
    const why = reasons.map((reason) => reason.why).join(" ");
    expect(why).not.toMatch(new RegExp(`\\b${flag.replaceAll("_", " ")}\\b`, "u"));
  });

  it("tells the end of what was told, unless more of it goes on", () => {
    const over = but({ stage: "resolution", issue: { status: "resolved" } });
    expect(mayWeWrite(over).outcome).toBe("write");
    expect(mayWeWrite({ ...over, others: [another({ kind: "delivery_failed" })] }).outcome).toBe("refuse");
    expect(mayWeWrite({ ...over, others: [another({ kind: "placed_twice" })] }).outcome).toBe("write");
    expect(mayWeWrite(but({ stage: "resolution" })).outcome).toBe("refuse");
  });

  it("updates while nothing graver is to be told", () => {
    expect(mayWeWrite(but({ stage: "update" })).outcome).toBe("write");
    const graver = [another({ kind: "delivery_failed", severity: 4 })];
    expect(mayWeWrite({ ...but({ stage: "update" }), others: graver }).outcome).toBe("hold");
  });

  it("puts right what it told wrongly, whatever the cap and an opt-out say, but not where no mail may go", () => {
    const wrong = but({
      stage: "correction",
      issue: { status: "resolved" },
      week: { left: [ago(1), ago(2)] },
    });
    expect(mayWeWrite({ ...wrong, shopper: { ...wrong.shopper, suppressed: ["outreach"] } }).outcome).toBe(
      "write",
    );
    expect(mayWeWrite({ ...wrong, shopper: { ...wrong.shopper, suppressed: ["all"] } }).outcome).toBe(
      "refuse",
    );
    expect(mayWeWrite({ ...wrong, shop: { ...wrong.shop, settings: settings({ on: false }) } }).outcome).toBe(
      "refuse",
    );
  });

  describe("with some held out", () => {
    const on = settings({ holdOut: { on: true, share: 0.1, acknowledged: true } });
    const drawn = but({ shop: { settings: on }, arm: "held_out" });

    it("does not write to whom the lot fell on", () => {
      expect(mayWeWrite(drawn)).toMatchObject({ outcome: "held_out", notBefore: null, lookAt: null });
      expect(mayWeWrite({ ...drawn, arm: "written" }).outcome).toBe("write");
      expect(mayWeWrite({ ...base, arm: "held_out" }).outcome).toBe("write");
    });

    it("asks every other rule first", () => {
      expect(mayWeWrite({ ...drawn, week: { left: [ago(1), ago(2)], underWay: 0 } }).outcome).toBe("hold");
      expect(mayWeWrite({ ...drawn, said: { ...drawn.said, sameLeft: true } }).outcome).toBe("refuse");
    });

    it.each<[string, Part]>([
      ["they can act", { issue: { kind: "delivery_failed" } }],
      ["the address is wrong", { issue: { kind: "bad_address", subject: "order" } }],
      ["a day is at risk", { issue: { kind: "needed_by_at_risk", subject: "order" } }],
      ["money is missing", { issue: { kind: "refund_not_executed", subject: "refund:9" } }],
      ["it is lost or damaged", { issue: { kind: "carrier_exception" } }],
      ["it spoils", { issue: { ...anIssue(), stakes: ["perishable"] } }],
      ["it is a gift", { issue: { ...anIssue(), stakes: ["gift"] } }],
      ["they lost money", { issue: { ...anIssue(), stakes: ["lost_money"] } }],
      [
        "US law may require it",
        { issue: { kind: "unfulfilled", subject: "order" }, order: { country: "US" } },
      ],
      [
        "the country is not known",
        { issue: { kind: "preorder_slipped", subject: "order" }, order: { country: null } },
      ],
      ["it is no first word", { stage: "update" }],
    ])("writes where %s", (_case, parts) => {
      expect(mayWeWrite(but({ ...parts, shop: { settings: on }, arm: "held_out" })).outcome).toBe("write");
    });
  });
});
