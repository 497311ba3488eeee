import { describe, expect, it } from "vitest";
import { tokenBuckets } from "./token-bucket.ts";

const start = new Date("2026-03-02T10:00:00.000Z").getTime();
const at = (milliseconds: number) => new Date(start + milliseconds);

describe("tokenBuckets", () => {
  it("allows a burst, then the steady rate, and says when to come back", () => {
    const take = tokenBuckets({ burst: 3, perSecond: 2 });
    const burst = [1, 2, 3].map(() => take("shop", at(0)).outcome);
    expect(burst).toEqual(["allowed", "allowed", "allowed"]);
    expect(take("shop", at(0))).toEqual({ outcome: "limited", retryAfter: 500 });
    expect(take("shop", at(500)).outcome).toBe("allowed");
    expect(take("shop", at(500)).outcome).toBe("limited");
  });

  it("counts each key by itself", () => {
    const take = tokenBuckets({ burst: 1, perSecond: 1 });
    expect(take("a", at(0)).outcome).toBe("allowed");
    expect(take("b", at(0)).outcome).toBe("allowed");
    expect(take("a", at(0)).outcome).toBe("limited");
  });

  it("never holds more than its burst, and survives a clock that goes back", () => {
    const take = tokenBuckets({ burst: 2, perSecond: 1 });
    take("a", at(0));
    const later = [1, 2, 3].map(() => take("a", at(3_600_000)).outcome);
    expect(later).toEqual(["allowed", "allowed", "limited"]);
    expect(take("a", at(0)).outcome).toBe("limited");
  });
});
