import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { circumstances } from "#app/care/decide/circumstances.fixture.ts";
import { isDelayNotice } from "#app/care/decide/circumstances.ts";
import { armOf, comparableKinds, mayBeHeldOut } from "#app/care/decide/hold-out.ts";
import { issueKinds } from "#app/care/detect/issue.ts";
import { deriveShopKeys } from "#app/shop/seal.ts";

const keys = deriveShopKeys("shop-1", Buffer.alloc(32, 1));
const others = deriveShopKeys("shop-2", Buffer.alloc(32, 1));
const people: string[] = Array.from({ length: 4_000 }, () => randomUUID());
const heldOut = (given: { kind?: "stalled" | "past_estimate"; share?: number; of?: typeof keys } = {}) =>
  people.filter(
    (contactIndex) =>
      armOf(given.of ?? keys, { contactIndex, kind: given.kind ?? "stalled", share: given.share ?? 0.1 }) ===
      "held_out",
  );

describe("the arm of a shopper", () => {
  it("is drawn for as many as the share says", () => {
    // Five standard deviations of 4,000 draws.
    expect(heldOut().length / people.length).toBeGreaterThan(0.1 - 0.024);
    expect(heldOut().length / people.length).toBeLessThan(0.1 + 0.024);
    expect(heldOut({ share: 0.5 }).length / people.length).toBeGreaterThan(0.46);
  });

  it("is the same each time, whoever was drawn for a smaller share is for a larger one", () => {
    expect(heldOut()).toEqual(heldOut());
    const more = new Set(heldOut({ share: 0.3 }));
    expect(heldOut().every((one) => more.has(one))).toBe(true);
  });

  it("is drawn for each kind and each shop by itself", () => {
    const [first, second, elsewhere] = [
      heldOut(),
      heldOut({ kind: "past_estimate" }),
      heldOut({ of: others }),
    ];
    const both = (ones: string[]) => ones.filter((one) => first.includes(one)).length / first.length;
    expect(both(second)).toBeLessThan(0.25);
    expect(both(elsewhere)).toBeLessThan(0.25);
  });
});

describe("mayBeHeldOut", () => {
  it("allows a comparison of what only keeps somebody waiting", () => {
    const allowed = issueKinds.filter(
      (kind) => mayBeHeldOut(circumstances({ issue: { ...circumstances().issue, kind } })).eligible,
    );
    expect(allowed.toSorted()).toEqual([...comparableKinds].toSorted());
    for (const never of [
      "delivery_failed",
      "bad_address",
      "needed_by_at_risk",
      "refund_not_executed",
    ] as const)
      expect(allowed).not.toContain(never);
  });

  it("leaves out who needs it by a day, however far off that is", () => {
    const { order } = circumstances();
    expect(mayBeHeldOut(circumstances({ order: { ...order, dated: true } })).eligible).toBe(false);
    expect(mayBeHeldOut(circumstances({ order: { ...order, dated: false } })).eligible).toBe(true);
  });

  it("leaves out whose promise is open, and who may need care", () => {
    const { said, shopper } = circumstances();
    const promised = circumstances({ said: { ...said, promisedUntil: new Date() } });
    const frail = circumstances({ shopper: { ...shopper, riskFlags: ["vulnerable"] } });
    expect([mayBeHeldOut(promised).eligible, mayBeHeldOut(frail).eligible]).toEqual([false, false]);
  });
});

it.each([
  ["unfulfilled", "US", "yes"],
  ["not_picked_up", "us", "yes"],
  ["unfulfilled", "DE", "no"],
  ["partly_shipped", null, "unknown"],
  ["stalled", "US", "no"],
] as const)("a notice of %s to %s: required by US law %s", (kind, country, required) => {
  expect(isDelayNotice(kind, country)).toBe(required);
});
