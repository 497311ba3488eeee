import { describe, expect, it } from "vitest";
import { findIssues } from "#app/care/detect/find-issues.ts";
import { issueKinds } from "#app/care/detect/issue.ts";
import { measure } from "./detect-table.ts";
import { examineDetection } from "./report-detect.ts";

const input = { orders: 200, seed: 2, holidays: true };
const { judged, looks } = examineDetection(findIssues, input);

describe("the backtest of detection", () => {
  it("looks at every order, at each change and whenever it is asked to", () => {
    expect(judged.length).toBeGreaterThanOrEqual(input.orders);
    expect(looks).toBeGreaterThan(input.orders * 5);
  });

  it("asks for every kind and finds most, with the same verdicts every time", () => {
    const measures = measure(judged);
    expect(measures.map(({ name }) => name)).toEqual([...issueKinds, "all"]);
    expect(measures.every(({ planted }) => planted > 0)).toBe(true);
    const all = measures.at(-1);
    // Of a few dozen problems one more or less is no news: the figures of ten thousand orders are.
    expect((all?.found ?? 0) / (all?.planted ?? 1)).toBeGreaterThan(0.75);
    expect(all?.resolved).toBe(all?.ended);
    expect(examineDetection(findIssues, input).judged).toEqual(judged);
  });

  it("misses everything and is never wrong when nothing is ever found", () => {
    const nothing = measure(examineDetection(() => ({ found: [], lookAt: null }), input).judged).at(-1);
    expect(nothing).toMatchObject({ found: 0, wrong: 0, inTime: 0 });
  });

  it("refuses a rule that lets no time pass", () => {
    const stuck = () => examineDetection(({ now }) => ({ found: [], lookAt: now }), input);
    expect(stuck).toThrow("in the past");
  });
});
