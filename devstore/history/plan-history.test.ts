import { describe, expect, it } from "vitest";
import { DAY } from "./calendar.ts";
import { planHistory, stories, type HistoryInput } from "./plan-history.ts";
import { happeningsOf } from "./play-history.ts";
import { problems } from "./problems.ts";

const input: HistoryInput = {
  orders: 1200,
  days: 90,
  from: new Date("2026-03-01T23:00:00Z"),
  seed: 11,
  spoken: true,
};
const plans = planHistory(input);

describe("a planned history", () => {
  it("is the same for the same seed, and another for another", () => {
    expect(planHistory(input)).toEqual(plans);
    expect(planHistory({ ...input, seed: 12 })).not.toEqual(plans);
  });

  it("plants every kind of problem in more than one of a hundred orders, and has every story", () => {
    for (const kind of problems) {
      const asked = plans
        .flatMap(({ labels }) => labels)
        .filter((label) => label.kind === kind && label.asked);
      expect([kind, asked.length >= 12]).toEqual([kind, true]);
    }
    expect(new Set(plans.map(({ story }) => story))).toEqual(new Set(stories.map(({ name }) => name)));
    const calm = plans.filter(({ labels }) => labels.length === 0);
    expect(calm.length / plans.length).toBeGreaterThan(0.6);
  });

  it("has orders of many countries, in four currencies and six languages, over all its days", () => {
    const countries = new Set(plans.map(({ shopper }) => shopper.country.code));
    expect(countries).toEqual(new Set(["DE", "AT", "FR", "ES", "PT", "GB", "US", "JP"]));
    expect(new Set(plans.map(({ placing }) => placing.currency))).toEqual(
      new Set(["EUR", "GBP", "USD", "JPY"]),
    );
    const ages = plans.map(({ steps }) => ((steps[0]?.at ?? 0) - input.from.getTime()) / DAY);
    expect(Math.min(...ages)).toBeGreaterThanOrEqual(0);
    expect(Math.max(...ages)).toBeGreaterThan(88);
    expect(Math.max(...ages)).toBeLessThan(125);
  });

  it("lets nothing happen before an order is placed, and no problem end before it began", () => {
    for (const { steps, words, labels } of plans) {
      expect(steps[0]?.do).toBe("place");
      const placedAt = steps[0]?.at ?? 0;
      for (const { at } of [...steps, ...words]) expect(at).toBeGreaterThanOrEqual(placedAt);
      for (const { from, until, contactAt } of labels) {
        expect(from).toBeGreaterThanOrEqual(placedAt);
        expect(until ?? Infinity).toBeGreaterThan(from);
        expect(contactAt ?? Infinity).toBeGreaterThan(from);
        expect(contactAt ?? 0).toBeLessThan(until ?? Infinity);
      }
    }
  });

  it("asks of each order only for what was planted in it, and of pairs for the later one", () => {
    const other = plans.filter(({ labels, planted }) =>
      labels.some(({ kind, asked }) => asked && kind !== planted),
    );
    expect(other).toEqual([]);
    const twice = plans.filter(({ planted }) => planted === "placed_twice");
    expect(twice.filter(({ labels }) => labels.some(({ asked }) => asked)).length * 2).toBe(twice.length);
  });

  it("without what people write has no story that hangs on it", () => {
    const unspoken = planHistory({ ...input, orders: 600, spoken: false });
    const hanging = new Set(stories.filter(({ spoken }) => spoken).map(({ name }) => name));
    expect(unspoken.filter(({ story }) => hanging.has(story))).toEqual([]);
    expect(unspoken.flatMap(({ words }) => words)).toEqual([]);
    // Money for a lost parcel came without a word then.
    const lost = unspoken.filter(({ steps }) => steps.some((step) => step.do === "refund" && !step.lines));
    const unsaid = lost.filter(({ labels }) => labels.some(({ kind }) => kind === "cancelled_unsaid"));
    expect(lost.length).toBeGreaterThan(0);
    expect(unsaid).toEqual(lost);
  });

  it("happens in the order of time, the steps of one moment as they were planned", () => {
    const happenings = happeningsOf(plans);
    const times = happenings.map(({ at }) => at);
    expect(times).toEqual(times.toSorted((one, other) => one - other));
    expect(happenings.length).toBe(plans.reduce((sum, { steps }) => sum + steps.length, 0));
  });
});
