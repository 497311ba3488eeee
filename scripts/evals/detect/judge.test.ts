import { describe, expect, it } from "vitest";
import type { Label } from "#devstore/history/problems.ts";
import { datedOrders } from "./dated-states.ts";
import { formatMeasures, measure, meetsGoals } from "./detect-table.ts";
import { isLocked, judgeOrder } from "./judge.ts";
import type { Episode } from "./replay.ts";

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const [made] = datedOrders({ orders: 20, seed: 1 });
if (!made) throw new Error("no order was made");

const label = (given: Partial<Label> = {}): Label => ({
  kind: "stalled",
  from: 10 * DAY,
  until: 15 * DAY,
  contactAt: 12 * DAY,
  asked: true,
  ...given,
});
const episode = (from: number, until: number | null, given: Partial<Episode> = {}): Episode => ({
  kind: "stalled",
  subject: "1",
  foundAt: from,
  periods: [{ from, until }],
  ...given,
});
const judged = (labels: Label[], episodes: Episode[], id = "dev") => {
  const dated = { ...made, id, plan: { ...made.plan, labels } };
  return judgeOrder({ dated, episodes, looks: 1 });
};

describe("what was found", () => {
  it("is right while it is true, and in time before the shopper asks", () => {
    const { labels, episodes } = judged([label()], [episode(11 * DAY, 15 * DAY)]);
    expect(labels).toEqual([{ kind: "stalled", found: true, lead: DAY, inTime: true, resolved: true }]);
    expect(episodes).toEqual([{ kind: "stalled", is: "right" }]);
  });

  it("counts from when it could be known, however early it was guessed", () => {
    expect(judged([label()], [episode(8 * DAY, 15 * DAY)]).labels[0]?.lead).toBe(2 * DAY);
  });

  it("is too late after the shopper asked, and not ended when it goes on for a day", () => {
    expect(judged([label()], [episode(13 * DAY, 17 * DAY)]).labels[0]).toMatchObject({
      found: true,
      inTime: false,
      resolved: false,
    });
  });

  it("is wrong before and after, of another kind, and where nothing is", () => {
    const wrong = [
      episode(8 * DAY, 9 * DAY),
      episode(16 * DAY, null, { subject: "2" }),
      episode(11 * DAY, null, { kind: "past_estimate" }),
    ];
    const { labels, episodes } = judged([label()], wrong);
    expect(labels[0]).toMatchObject({ found: false, inTime: false });
    expect(episodes.map(({ is }) => is)).toEqual(["wrong", "wrong", "wrong"]);
  });

  it("is neither right nor wrong where it is true and was not asked for; a second issue of one problem is told apart", () => {
    const twice = [episode(11 * DAY, 15 * DAY), episode(12 * DAY, 15 * DAY, { subject: "2" })];
    expect(judged([label({ asked: false })], twice).episodes.map(({ is }) => is)).toEqual([
      "true_too",
      "true_too",
    ]);
    expect(judged([label()], twice).episodes.map(({ is }) => is)).toEqual(["right", "again"]);
  });

  it("is asked for in time only where a shopper would have asked", () => {
    expect(judged([label({ contactAt: null, until: null })], []).labels[0]).toEqual({
      kind: "stalled",
      found: false,
      lead: null,
      inTime: null,
      resolved: null,
    });
  });
});

describe("the halves", () => {
  it("are told apart by the order's id, and of the locked one no order is ever named", () => {
    const ids = Array.from({ length: 40 }, (_, index) => String(index));
    const locked = ids.filter(isLocked);
    expect(locked.length).toBeGreaterThan(10);
    expect(locked.length).toBeLessThan(30);
    const missed = ids.map((id) => judged([label()], [], id));
    expect(missed.map((one) => one.misses.length)).toEqual(ids.map((id) => (isLocked(id) ? 0 : 1)));
  });
});

describe("the table", () => {
  const half = [
    judged([label()], [episode(11 * DAY, 15 * DAY)]),
    judged([label()], []),
    judged([], [episode(11 * DAY, null)]),
  ];
  it("sums up by kind and over all", () => {
    const measures = measure(half);
    expect(measures.at(-1)).toMatchObject({
      name: "all",
      planted: 2,
      found: 1,
      wrong: 1,
      asked: 2,
      inTime: 1,
      medianLead: 24,
    });
    expect(formatMeasures(measures)).toMatch(/^stalled +2 +1 +0\.500 +\S+ +0\.500/mu);
  });

  it("meets the goals only with all three", () => {
    expect(meetsGoals(measure(half))).toBe(false);
    expect(meetsGoals(measure([judged([label()], [episode(11 * DAY, 15 * DAY)])]))).toBe(true);
    expect(meetsGoals(measure([]))).toBe(false);
  });
});
