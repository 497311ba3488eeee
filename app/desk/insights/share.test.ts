import { describe, expect, it } from "vitest";
import { changeOf, FEWEST, shareOf } from "./share.ts";

describe("a share", () => {
  // Newcombe (1998), Statistics in Medicine 17, 857–872, table I, method 3.
  it.each([
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
  ])("of %i in %i lies between %f and %f", (k, n, ...between) => {
    const [low, high] = between;
    const share = shareOf(k, n);
    expect(share.share).toBeCloseTo(k / n, 10);
    expect(share.low).toBeCloseTo(low, 4);
    expect(share.high).toBeCloseTo(high, 4);
  });

  it("of all ends at one", () => expect(shareOf(20, 20)).toMatchObject({ share: 1, high: 1 }));

  it("of too few is counted and not told", () => {
    expect(shareOf(FEWEST - 1, FEWEST - 1)).toEqual({ k: 9, n: 9, share: null, low: null, high: null });
    expect(shareOf(0, FEWEST).share).toBe(0);
  });
});

describe("a change", () => {
  // Newcombe (1998), Statistics in Medicine 17, 873–890, table II, method 10.
  it.each([
    [shareOf(56, 70), shareOf(48, 80), 0.0524, 0.3339],
    [shareOf(9, 10), shareOf(3, 10), 0.1705, 0.809],
    [shareOf(10, 10), shareOf(0, 20), 0.6791, 1],
  ])("from %j to %j lies between %f and %f", (now, before, ...between) => {
    const [low, high] = between;
    const change = changeOf(now, before);
    expect(change?.low).toBeCloseTo(low, 4);
    expect(change?.high).toBeCloseTo(high, 4);
  });

  it("is not told of too few", () => expect(changeOf(shareOf(5, 20), shareOf(1, 9))).toBeNull());
});
