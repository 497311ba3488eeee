import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { intents, riskFlags } from "#app/care/understand/reading.ts";
import { days, hours, minutes } from "#app/lib/duration.ts";
import { anOrder, atStake, heard, inHours, NOW } from "./at-stake.fixture.ts";
import { priorityOf, type AtStake, type OrderAtStake } from "./priority-of.ts";
import { isCalmer, priorities } from "./priority.ts";

const codesOf = (given: Partial<AtStake>) => priorityOf(atStake(given)).reasons.map(({ code }) => code);
const of = (given: Partial<AtStake>) => priorityOf(atStake(given)).priority;

describe("how urgent a conversation is", () => {
  it.each([
    [0, "low"],
    [1, "normal"],
    [2, "high"],
    [3, "urgent"],
  ] as const)("begins with what a delay costs by its words: %i is %s", (urgency, priority) => {
    expect(of({ heard: heard({ urgency }) })).toBe(priority);
  });

  it("puts a grieving shopper before the usual order even when nothing is urgent", () => {
    expect(of({ heard: heard({ riskFlags: ["vulnerable"] }) })).toBe("high");
    expect(of({ heard: heard({ riskFlags: ["wants_person"] }) })).toBe("normal");
    expect(of({ heard: heard({ riskFlags: ["injection"] }) })).toBe("normal");
  });

  it("lets nothing wait that may endanger somebody, not even what looks like noise", () => {
    for (const flag of ["safety", "self_harm"] as const) {
      expect(of({ heard: heard({ urgency: 0, riskFlags: [flag] }) })).toBe("urgent");
      const noise = heard({ urgency: 0, riskFlags: [flag], intents: ["spam_or_auto"] });
      expect(of({ heard: noise })).toBe("urgent");
    }
  });

  it("lets noise wait, whatever it names", () => {
    const noise = heard({ urgency: 0, intents: ["spam_or_auto", "cancel"], riskFlags: ["legal"] });
    const order = anOrder({ timesMedian: 9, leaving: { outcome: "leaves", at: inHours(1), basis: "usual" } });
    const given = { heard: noise, orders: [order], writtenBefore: 4, toldWrong: true };
    expect(of(given)).toBe("low");
    expect(codesOf(given)).toEqual(["no_answer_wanted"]);
  });

  it("is in the usual order where nothing was read", () => {
    expect(of({ heard: null })).toBe("normal");
  });
});

describe("what can be stopped only until the order is packed", () => {
  const wish = (leaving: OrderAtStake["leaving"], intent: (typeof intents)[number] = "cancel") =>
    priorityOf(
      atStake({
        heard: heard({ urgency: 2, intents: [intent] }),
        orders: [anOrder({ leaving, arrived: false })],
      }),
    );

  it.each(["cancel", "change_address", "change_order"] as const)("ranks %s by the time left", (intent) => {
    const soon = wish({ outcome: "leaves", at: NOW + minutes(40), basis: "usual" }, intent);
    const later = wish({ outcome: "leaves", at: inHours(20), basis: "usual" }, intent);
    expect([soon.priority, later.priority]).toEqual(["urgent", "high"]);
    expect(soon.actBy).toBe(NOW + minutes(40));
    expect(later.actBy).toBe(inHours(20));
  });

  it("is looked at again when two hours are left, when they are over, and when nobody can tell any more", () => {
    const later = wish({ outcome: "leaves", at: inHours(20), basis: "usual" });
    expect(later.lookAt).toBe(inHours(18));
    expect(wish({ outcome: "leaves", at: inHours(1), basis: "usual" }).lookAt).toBe(inHours(1));
    expect(wish({ outcome: "leaves", at: inHours(-1), basis: "any_moment" }).lookAt).toBe(inHours(23));
  });

  it("counts the order that leaves first", () => {
    const orders = [5, 1, 3].map((left, n) =>
      anOrder({
        orderId: `${n}`,
        arrived: false,
        leaving: { outcome: "leaves", at: inHours(left), basis: "usual" },
      }),
    );
    const [, reason] = priorityOf(
      atStake({ heard: heard({ urgency: 2, intents: ["cancel"] }), orders }),
    ).reasons;
    expect(reason).toMatchObject({ code: "before_fulfilment", orderId: "1", least: "urgent" });
  });

  it("says so where it is held or too late, and hurries for neither", () => {
    expect(wish({ outcome: "held" })).toMatchObject({ priority: "high", actBy: null });
    expect(wish({ outcome: "unknown" }).reasons[1]).toMatchObject({ code: "may_still_stop", held: false });
    expect(wish({ outcome: "gone" }).reasons[1]).toMatchObject({ code: "too_late_to_stop" });
  });

  it("names none as too late where they have several, all of them gone", () => {
    const orders = [anOrder({ orderId: "1" }), anOrder({ orderId: "2" })];
    const { reasons } = priorityOf(atStake({ heard: heard({ intents: ["change_address"] }), orders }));
    expect(reasons.map(({ code }) => code)).toEqual(["urgency"]);
  });

  it("is no matter of who asks where the order is", () => {
    const orders = [
      anOrder({ leaving: { outcome: "leaves", at: inHours(1), basis: "usual" }, arrived: false }),
    ];
    expect(codesOf({ orders })).toEqual(["urgency"]);
  });
});

describe("what a delay would cost by the records", () => {
  it("is a day on which it is needed, as long as it has not arrived", () => {
    const needed = (left: number, more: Partial<OrderAtStake> = {}) =>
      of({ orders: [anOrder({ arrived: false, neededBy: inHours(left), ...more })] });
    expect(needed(24 * 9)).toBe("normal");
    expect(needed(60)).toBe("high");
    expect(needed(20)).toBe("urgent");
    expect(needed(-20)).toBe("high");
    expect(needed(-24 * 9)).toBe("normal");
    expect(needed(20, { arrived: true })).toBe("normal");
    expect(needed(20, { over: true })).toBe("normal");
  });

  it("is a promise that is due or was broken, and one that is not due yet is not", () => {
    const promise = { dueAt: inHours(30), warnAt: inHours(20), broken: false };
    expect(priorityOf(atStake({ promises: [promise] }))).toMatchObject({
      priority: "normal",
      lookAt: inHours(20),
    });
    const due = priorityOf(atStake({ promises: [{ ...promise, warnAt: inHours(-1) }] }));
    expect(due).toMatchObject({ priority: "high", actBy: inHours(30) });
    expect(codesOf({ promises: [{ ...promise, broken: true }] })).toContain("promise_broken");
  });

  it("is what we told and is not so, and a grave problem with the order", () => {
    expect(of({ toldWrong: true })).toBe("high");
    const issue = { issueId: "i", kind: "stalled" };
    expect(of({ issues: [{ ...issue, severity: 4 }] })).toBe("high");
    expect(of({ issues: [{ ...issue, severity: 3 }] })).toBe("normal");
    expect(codesOf({ issues: [{ ...issue, severity: 2 }] })).toEqual(["urgency"]);
  });
});

describe("what only counts", () => {
  const issues = [{ issueId: "i", kind: "stalled", severity: 3 }];
  const orders = [anOrder({ gift: true, arrived: false, timesMedian: 4 })];

  it("raises by one step for every two, to high at most", () => {
    expect(of({ issues })).toBe("normal");
    expect(of({ orders })).toBe("high");
    expect(of({ issues, orders, writtenBefore: 3, waitingSince: NOW - days(9) })).toBe("high");
    expect(of({ heard: heard({ urgency: 0 }), orders })).toBe("normal");
  });

  it("is who writes again, and who waits for longer than the shop answers within", () => {
    expect(of({ writtenBefore: 1 })).toBe("normal");
    expect(of({ writtenBefore: 2 })).toBe("high");
    expect(of({ writtenBefore: 1, waitingSince: NOW - hours(25) })).toBe("high");
    expect(priorityOf(atStake()).lookAt).toBe(inHours(24));
  });

  it("takes an order's value by the shop's own median, never by an amount", () => {
    const worth = (timesMedian: number | null) => codesOf({ orders: [anOrder({ timesMedian })] });
    expect(worth(2.9)).toEqual(["urgency"]);
    expect(worth(3)).toEqual(["urgency", "high_value"]);
    expect(worth(null)).toEqual(["urgency"]);
  });
});

const time = fc.integer({ min: -400, max: 400 }).map(inHours);
const order: fc.Arbitrary<OrderAtStake> = fc.record({
  orderId: fc.constantFrom("1", "2", "3"),
  leaving: fc.oneof(
    fc.record({
      outcome: fc.constant("leaves" as const),
      at: time,
      basis: fc.constantFrom("usual" as const, "scheduled" as const),
    }),
    fc.constantFrom(
      { outcome: "held" as const },
      { outcome: "gone" as const },
      { outcome: "unknown" as const },
    ),
  ),
  arrived: fc.boolean(),
  over: fc.boolean(),
  gift: fc.boolean(),
  neededBy: fc.option(time, { nil: null }),
  timesMedian: fc.option(fc.double({ min: 0, max: 20, noNaN: true }), { nil: null }),
});
const anyCase: fc.Arbitrary<AtStake> = fc.record({
  now: fc.constant(NOW),
  heard: fc.option(
    fc.record({
      urgency: fc.constantFrom(0 as const, 1 as const, 2 as const, 3 as const),
      riskFlags: fc.subarray([...riskFlags]),
      intents: fc.subarray([...intents], { minLength: 1, maxLength: 3 }),
    }),
    { nil: null },
  ),
  orders: fc.array(order, { maxLength: 3 }),
  usualHandling: fc.integer({ min: 0, max: days(9) }),
  waitingSince: fc.option(time, { nil: null }),
  answerWithin: fc.integer({ min: hours(1), max: days(14) }),
  writtenBefore: fc.nat(5),
  escalatedBy: fc.constantFrom(null, null, "rule"),
  promises: fc.array(
    fc.record({
      dueAt: fc.option(time, { nil: null }),
      warnAt: fc.option(time, { nil: null }),
      broken: fc.boolean(),
    }),
    { maxLength: 2 },
  ),
  toldWrong: fc.boolean(),
  issues: fc.array(
    fc.record({ issueId: fc.uuid(), kind: fc.constant("stalled"), severity: fc.integer({ min: 1, max: 4 }) }),
    { maxLength: 2 },
  ),
});

describe("whatever is at stake", () => {
  it("follows from the reasons that are said, and from nothing else", () => {
    fc.assert(
      fc.property(anyCase, (given) => {
        const { priority, reasons } = priorityOf(given);
        const least = Math.max(
          given.heard ? 0 : 1,
          ...reasons.map((one) => (one.least === null ? 0 : priorities.indexOf(one.least))),
        );
        const steps = Math.floor(reasons.reduce((sum, one) => sum + one.counts, 0) / 2);
        expect(priority).toBe(priorities[Math.max(least, Math.min(least + steps, 2))]);
      }),
    );
  });

  it("does not hang on the order in which orders, issues and promises are named", () => {
    fc.assert(
      fc.property(anyCase, (given) => {
        const turned = {
          ...given,
          promises: given.promises.toReversed(),
          issues: given.issues.toReversed(),
          orders: given.orders.toReversed(),
        };
        const [one, other] = [priorityOf(given), priorityOf(turned)];
        expect([one.priority, one.actBy, one.lookAt]).toEqual([other.priority, other.actBy, other.lookAt]);
      }),
    );
  });

  it("is looked at again before time changes it: until then it stays as it is", () => {
    fc.assert(
      fc.property(anyCase, fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true }), (given, part) => {
        const first = priorityOf(given);
        const until = first.lookAt ?? NOW + days(60);
        const at = Math.min(until - 1, Math.floor(NOW + (until - NOW) * part));
        const again = priorityOf({ ...given, now: at });
        expect(again.priority).toBe(first.priority);
        expect(again.lookAt).toBe(first.lookAt);
      }),
    );
  });

  it("is never calmer for one thing more that is at stake", () => {
    fc.assert(
      fc.property(anyCase, (given) => {
        const more = priorityOf({ ...given, toldWrong: true, writtenBefore: given.writtenBefore + 1 });
        expect(isCalmer(more.priority, priorityOf(given).priority)).toBe(false);
      }),
    );
  });
});
