import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { outreachStages, outreachStates } from "#app/care/decide/outreach.ts";
import { stageOf, type Earlier, type ToStage } from "#app/care/decide/stage-of.ts";
import type { Ending } from "#app/care/decide/how-it-ended.ts";
import { issueKinds, type IssueKind } from "#app/care/detect/issue.ts";
import { shopifyNotices } from "#app/shop/outreach-settings.ts";

const at = (day: number) => new Date(Date.UTC(2026, 10, day));
const was = (given: Partial<Earlier>): Earlier => ({
  ...{ stage: "first", news: "", state: "sent", told: "a", at: at(1) },
  ...given,
});
const given = (over: Partial<ToStage> = {}): ToStage => ({
  issue: { kind: "stalled", status: "open", resolvedBy: null },
  news: "a",
  toldElsewhere: false,
  earlier: [],
  ending: "moving",
  shopifyTells: [...shopifyNotices],
  ...over,
});
const resolved = (over: Partial<ToStage> = {}, by = "records") =>
  given({ issue: { kind: "stalled", status: "resolved", resolvedBy: by }, ...over });

describe("stageOf", () => {
  it("begins with a first word, whatever was decided and not sent", () => {
    expect(stageOf(given())).toEqual({ stage: "first", news: "" });
    for (const state of outreachStates.filter((one) => !["sent", "declined"].includes(one)))
      expect(stageOf(given({ earlier: [was({ state })] }))).toEqual({ stage: "first", news: "" });
  });

  it("says nothing once a person declined to", () => {
    expect(stageOf(given({ earlier: [was({ state: "declined" })] }))).toBeNull();
    const declined = was({ stage: "update", news: "1.b", state: "declined", told: "b" });
    expect(stageOf(given({ news: "b", earlier: [was({}), declined] }))).toBeNull();
    expect(stageOf(given({ news: "c", earlier: [was({}), declined] }))?.news).toBe("1.c");
  });

  it("updates when what matters changed since it was told last, and not otherwise", () => {
    expect(stageOf(given({ earlier: [was({})] }))).toBeNull();
    expect(stageOf(given({ news: "", earlier: [was({})] }))).toBeNull();
    expect(stageOf(given({ news: "b", earlier: [was({})] }))).toEqual({ stage: "update", news: "1.b" });
    expect(stageOf(given({ news: "b", toldElsewhere: true, earlier: [was({})] }))).toBeNull();
    const told = [was({}), was({ stage: "update", news: "1.b", told: "b", at: at(2) })];
    expect(stageOf(given({ news: "b", earlier: told }))).toBeNull();
    expect(stageOf(given({ news: "a", earlier: told }))).toEqual({ stage: "update", news: "2.a" });
  });

  it("tells the end of what was told, where nobody else does", () => {
    expect(stageOf(resolved())).toBeNull();
    expect(stageOf(resolved({ earlier: [was({ state: "waiting" })] }))).toBeNull();
    expect(stageOf(resolved({ earlier: [was({})] }))).toEqual({ stage: "resolution", news: "" });
    expect(stageOf(resolved({ earlier: [was({})], ending: "delivered" }))).toBeNull();
    expect(
      stageOf(resolved({ earlier: [was({})], ending: "delivered", shopifyTells: ["shipping"] })),
    ).toEqual({
      stage: "resolution",
      news: "",
    });
    expect(stageOf(resolved({ earlier: [was({}), was({ stage: "resolution" })] }))).toBeNull();
    const twice = resolved({ earlier: [was({})] });
    expect(stageOf({ ...twice, issue: { ...twice.issue, kind: "placed_twice" } })).toBeNull();
  });

  it.each<[string, IssueKind, Ending]>([
    ["an order on hold", "unfulfilled", "other"],
    ["an authorization that lapsed", "payment_pending", "other"],
    ["a refund that was taken back", "refund_not_executed", "other"],
    ["a day that is no longer named", "past_estimate", "moving"],
    ["another parcel without a scan", "stalled", "sent"],
  ])("tells no end of %s", (_case, kind, ending) => {
    const over = resolved({ earlier: [was({})], ending, shopifyTells: [] });
    expect(stageOf({ ...over, issue: { ...over.issue, kind } })).toBeNull();
  });

  it.each<[IssueKind, Ending]>([
    ["bad_address", "other"],
    ["unfulfilled", "sent"],
    ["stalled", "moving"],
    ["payment_pending", "paid"],
    ["past_estimate", "delivered"],
  ])("tells the end of %s by %s", (kind, ending) => {
    const over = resolved({ earlier: [was({})], ending, shopifyTells: [] });
    expect(stageOf({ ...over, issue: { ...over.issue, kind } })?.stage).toBe("resolution");
  });

  it("takes another day of the carrier's for news of a late parcel, not for its end", () => {
    const later = resolved({ earlier: [was({})], ending: "expected_later", news: "b" });
    expect(stageOf(later)).toEqual({ stage: "update", news: "1.b" });
    expect(stageOf({ ...later, news: "a" })).toBeNull();
  });

  it("puts right what was told and was not so, whatever Shopify tells", () => {
    expect(stageOf(resolved({ earlier: [was({})], ending: "delivered" }, "never_was"))).toEqual({
      stage: "correction",
      news: "",
    });
    expect(stageOf(resolved({}, "never_was"))).toBeNull();
    expect(stageOf(resolved({ earlier: [was({}), was({ stage: "correction" })] }, "never_was"))).toBeNull();
  });

  it("tells no end where nothing ended for the shopper", () => {
    for (const by of ["settings", "deleted"])
      expect(stageOf(resolved({ earlier: [was({})], ending: "delivered" }, by))).toBeNull();
  });

  it("says nothing of what a person dismissed", () => {
    const dismissed = { kind: "stalled" as const, status: "dismissed" as const, resolvedBy: "staff:42" };
    expect(stageOf(given({ issue: dismissed, earlier: [was({})] }))).toBeNull();
  });

  it("never tells again what was told last, and tells nothing but a first word before a first word", () => {
    const digest = fc.constantFrom("", "a", "b", "c");
    const row = fc.record({
      stage: fc.constantFrom(...outreachStages),
      news: fc.constantFrom("", "1.a", "1.b", "2.c"),
      state: fc.constantFrom(...outreachStates),
      told: digest,
      at: fc.integer({ min: 1, max: 28 }).map(at),
    });
    const decided = fc.record({
      earlier: fc.array(row, { maxLength: 6 }),
      kind: fc.constantFrom(...issueKinds),
      status: fc.constantFrom("open" as const, "resolved" as const, "dismissed" as const),
      news: digest,
    });
    fc.assert(
      fc.property(decided, ({ earlier, kind, status, news }) => {
        const next = stageOf(given({ earlier, news, issue: { kind, status, resolvedBy: "records" } }));
        const sent = earlier.filter(({ state }) => state === "sent");
        const [last] = sent.toSorted((a, b) => b.at.getTime() - a.at.getTime());
        const begun = sent.some(({ stage }) => stage === "first");
        const saidOnce = !sent.some(({ stage }) => stage === next?.stage);
        const allowed = {
          first: !begun,
          update: begun && last?.told !== news,
          resolution: begun && saidOnce,
          correction: begun && saidOnce,
        };
        expect(next === null || allowed[next.stage]).toBe(true);
      }),
    );
  });
});
