import { describe, expect, it } from "vitest";
import { outreachStages } from "#app/care/decide/outreach.ts";
import { issueKinds, type Evidence, type IssueKind } from "#app/care/detect/issue.ts";
import { composedLanguages, type ComposedLanguage } from "#app/care/draft/catalogue/catalogue.ts";
import { composeDraft, type DraftInput } from "#app/care/draft/compose-draft.ts";
import { issueCases, issueInput } from "#app/care/draft/issues.fixture.ts";
import { orders } from "#app/care/draft/situations.fixture.ts";
import type { DraftOrder } from "#app/care/draft/order-situation.ts";

type Changed = { order?: DraftOrder; subject?: string; evidence?: Evidence[] };

/** The first word of a kind, of an order that is a little different. */
function changed(kind: IssueKind, given: Changed, language: ComposedLanguage = "en"): DraftInput {
  const input = issueInput(kind, { stage: "first", language });
  const { order, ...issue } = given;
  const facts = { ...input.facts, ...(order ? { orders: [order] } : {}) };
  return { ...input, facts: { ...facts, ...(facts.issue ? { issue: { ...facts.issue, ...issue } } : {}) } };
}
const draft = (...given: Parameters<typeof changed>) => composeDraft(changed(...given));

const evidence = (id: string, kind: Evidence["kind"], value: string): Evidence => {
  const [entity = "", of = "", field = ""] = id.split(":");
  return {
    id,
    label: id,
    value,
    kind,
    source: { entity, id: of, field },
    observedAt: "2026-03-20T08:00:00Z",
  };
};
const lastAt = (at: string) => evidence("fulfillment:501:lastAt", "date", at);

const failed: DraftOrder = issueCases.carrier_exception.order;
const taken: DraftOrder = { ...orders.waitingLong, refunds: [] };
const partRefunded: DraftOrder = { ...orders.inTransit, refunds: orders.refundPending.refunds };
const other: DraftOrder["refunds"][number] = {
  ...{ id: "30", at: "2026-03-10T09:00:00Z", settled: true },
  amount: { amount: "5.00", currency: "EUR" },
};
/** What a kind can be beside the case of the golden texts. */
const variants: Record<string, [IssueKind, Changed, RegExp]> = {
  "a lost parcel": [
    "carrier_exception",
    { order: failed, evidence: [evidence("fulfillment:501:exception", "status", "lost")] },
    /cannot be found/u,
  ],
  "a damaged parcel": [
    "carrier_exception",
    { order: failed, evidence: [evidence("fulfillment:501:exception", "status", "damaged")] },
    /has been damaged/u,
  ],
  "a carrier that cannot go on": [
    "carrier_exception",
    { order: failed, evidence: [evidence("fulfillment:501:exception", "status", "failure")] },
    /reported a problem/u,
  ],
  "a failed attempt in other words": [
    "delivery_failed",
    { order: failed, evidence: [lastAt("2026-03-18T09:00:00Z")] },
    /^DHL reported a problem with the parcel of your order #1001 on March 18\./mu,
  ],
  "a failed attempt without a time": ["delivery_failed", { order: orders.shipped }, /reported a problem/u],
  "an item that was taken out": [
    "cancelled_unsaid",
    { order: taken, evidence: [evidence("order:1001:removed:2", "title", "Mug")] },
    /Your order #1001 no longer includes Mug, and we did not write to you about it\./u,
  ],
  "a part that was paid back": [
    "cancelled_unsaid",
    { order: partRefunded, subject: "refund:31" },
    /^The refund for order #1001 was started on March 15; .* We should have told you at once/mu,
  ],
  "a cancellation without a refund": [
    "refund_not_executed",
    { order: orders.cancelled, subject: "order:1001" },
    /was cancelled on March 11, and no refund has been made yet/u,
  ],
  "the older of two refunds": [
    "refund_not_executed",
    {
      order: { ...orders.delivered, refunds: [{ ...other, settled: false }, ...orders.refunded.refunds] },
      subject: "refund:30",
    },
    /was started on March 10/u,
  ],
  "a post office box": [
    "bad_address",
    { evidence: [evidence("order:1001:addressFault", "text", "post_box")] },
    /is a post office box/u,
  ],
  "one of two parcels": [
    "stalled",
    { order: { ...orders.twoParcels, id: "1001" }, subject: "fulfillment:501@x" },
    /^Your order #1001 travels in 2 parcels; this is about one of them\./mu,
  ],
  "a day of need that is over": [
    "needed_by_at_risk",
    { evidence: [evidence("order:1001:neededBy", "date", "2026-03-18")] },
    /was needed by March 18, and that day has passed without it/u,
  ],
  "a day of shipping that was read in words": [
    "preorder_slipped",
    { subject: "order:1001@2026-03-15", evidence: [evidence("order:1001:ahead", "text", "pre-order")] },
    /We had planned to send order #1001 on March 15/u,
  ],
};

describe("the first word", () => {
  it.each(Object.entries(variants))("tells of %s", (_name, [kind, given, says]) => {
    const { content, without } = draft(kind, given);
    expect(without).toBeNull();
    expect(content.text).toMatch(says);
    expect(content.text).not.toMatch(/\bnone\b/u);
  });

  it.each(composedLanguages)("passes the guard in %s, whatever it tells of", (language) => {
    const blocked = Object.entries(variants).flatMap(([name, [kind, given]]) =>
      (["friendly", "formal"] as const).flatMap((voice) => {
        const { content } = composeDraft({ ...changed(kind, given, language), voice });
        const blocks = content.checks.filter(({ outcome }) => outcome === "block");
        return blocks.map(({ rule, quote }) => `${name}: ${rule}: ${quote} in ${content.text}`);
      }),
    );
    expect(blocked).toEqual([]);
  });

  const over: [IssueKind, Changed][] = [
    ["unfulfilled", { order: orders.inTransit }],
    ["preorder_slipped", { order: orders.inTransit }],
    ["not_picked_up", { order: orders.inTransit, evidence: [] }],
    ["stalled", { order: orders.stalled, evidence: [lastAt("2026-03-10T09:00:00Z")] }],
    ["past_estimate", { order: orders.inTransit }],
    ["delivery_failed", { order: orders.delivered }],
    ["carrier_exception", { order: orders.delivered }],
    ["delivered_oddly", { order: orders.inTransit }],
    ["partly_shipped", { order: orders.inTransit }],
    ["cancelled_unsaid", { order: orders.inTransit }],
    ["refund_not_executed", { order: orders.refunded }],
    ["payment_pending", { order: orders.waitingLong }],
    ["payment_pending", { order: { ...orders.waitingLong, financialStatus: "authorized" } }],
    ["bad_address", { order: orders.delivered }],
    ["placed_twice", { order: orders.unfulfilled }],
    ["needed_by_at_risk", { order: orders.delivered }],
    ["return_unsettled", { order: { ...orders.delivered, refunds: orders.refunded.refunds } }],
  ];
  it.each(over)("of %s is none once the record does not bear it out (%#)", (kind, given) => {
    expect(draft(kind, given).without).toEqual({ reason: "too_thin", missing: [] });
  });
});

describe("every message", () => {
  const all = issueKinds.flatMap((kind) => outreachStages.map((stage) => ({ kind, stage })));

  it("asks one question at most, and rests every statement on facts", () => {
    for (const { kind, stage } of all) {
      const { content } = composeDraft(issueInput(kind, { stage, language: "en" }));
      const asked = content.sentences.filter((one) => one.kind === "question");
      expect({ kind, stage, asked: asked.length <= 1 }).toEqual({ kind, stage, asked: true });
      const bare = content.sentences.filter(
        (one) => one.kind !== "courtesy" && one.kind !== "question" && one.cites.length === 0,
      );
      expect(bare).toEqual([]);
    }
  });

  it("apologises where the record lets expect that it upsets, and says the same of the case in any tone", () => {
    for (const kind of issueKinds) {
      const text = (upset: boolean) =>
        composeDraft(issueInput(kind, { stage: "first", language: "en", upset })).content;
      const facts = (upset: boolean) =>
        text(upset)
          .sentences.filter((one) => one.kind === "fact" || one.kind === "promise")
          .map((one) => one.text);
      expect(facts(true)).toEqual(facts(false));
    }
  });

  it("keeps no feeling that nobody expressed", () => {
    const { plan } = composeDraft(issueInput("stalled", { stage: "first", language: "en" })).content;
    expect(plan).toMatchObject({ emotion: "neutral", neutral: true });
  });

  it("carries nothing that the shop always says, since that may be an advertisement", () => {
    const input = issueInput("stalled", { stage: "resolution", language: "en", upset: false });
    const rules = {
      ...{ greetings: [], signOffs: [], neverSay: [], noExclamation: false, shorter: false },
      alwaysSay: [{ language: "en" as const, text: "Visit our new shop." }],
    };
    expect(composeDraft({ ...input, rules }).content.text).not.toContain("Visit");
  });

  it("says in an end that it is over, and asks and promises nothing", () => {
    for (const kind of issueKinds) {
      const { sentences } = composeDraft(issueInput(kind, { stage: "resolution", language: "en" })).content;
      expect(sentences.filter((one) => one.kind === "question" || one.kind === "promise")).toEqual([]);
    }
  });

  it("quotes in a correction what was not so; where the words cannot be quoted, says what of", () => {
    const input = issueInput("stalled", { stage: "correction", language: "en" });
    expect(composeDraft(input).content.text).toContain("wrote to you: “Your order #1001 has not been");
    const { issue } = input.facts;
    if (!issue?.before) throw new Error("It was told before");
    const facts = { ...input.facts, issue: { ...issue, before: { ...issue.before, said: null } } };
    expect(composeDraft({ ...input, facts }).content.text).toContain(
      "What we wrote to you on March 16 about order #1001 was not right.",
    );
  });

  it("tells an update by what is so now: a day that the carrier named anew", () => {
    const input = issueInput("past_estimate", { stage: "update", language: "en" });
    const facts = { ...input.facts, orders: [orders.inTransit] };
    const { text } = composeDraft({ ...input, facts }).content;
    expect(text).toContain("There is news about order #1001, about which we wrote to you on March 16.");
    expect(text).toContain("March 21");
    expect(text).not.toContain("has passed");
  });
});
