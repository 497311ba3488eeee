import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addBusinessTime, nextOpening, usualCalendar } from "#app/care/triage/business-time.ts";
import { receiptTime, type ReceiptInput } from "#app/care/triage/receipt-time.ts";
import { days, hours } from "#app/lib/duration.ts";

/** Tuesday, 24 November 2026; in UTC the office is there from 9 to 17. */
const NOW = new Date("2026-11-24T10:20:00Z");
const usual: ReceiptInput = {
  now: NOW,
  askedAt: NOW,
  calendar: usualCalendar("UTC"),
  target: hours(4),
  term: new Date("2026-11-25T23:00:00Z"),
  queue: 3,
  answered: 0,
  over: days(28),
};
const by = (given: Partial<ReceiptInput>) => {
  const { by: at, ...rest } = receiptTime({ ...usual, ...given });
  return { by: at?.toISOString() ?? null, ...rest };
};

describe("the time that a receipt names", () => {
  it("is what the service level promises, on the full hour", () => {
    expect(by({})).toEqual({ by: "2026-11-24T15:00:00.000Z", because: "target", perHour: null });
    expect(by({ askedAt: new Date("2026-11-21T22:00:00Z"), now: new Date("2026-11-21T22:05:00Z") }).by).toBe(
      "2026-11-23T13:00:00.000Z",
    );
  });

  it("is the shop's own term where no service level promises anything", () => {
    expect(by({ target: null })).toMatchObject({ by: "2026-11-25T23:00:00.000Z", because: "term" });
  });

  it("is later where the queue is longer than the pace of the last weeks can hold", () => {
    // 160 hours of the office in four weeks: half an answer an hour.
    expect(by({ answered: 80, queue: 2 })).toMatchObject({ because: "target", perHour: 0.5 });
    expect(by({ answered: 80, queue: 6 })).toEqual({
      by: "2026-11-25T15:00:00.000Z",
      because: "pace",
      perHour: 0.5,
    });
  });

  it("goes by no pace that a handful of answers makes", () => {
    expect(by({ answered: 19, queue: 500 })).toMatchObject({ because: "target", perHour: null });
  });

  it("is none where it would be weeks", () => {
    expect(by({ answered: 80, queue: 500 })).toEqual({ by: null, because: "pace", perHour: 0.5 });
  });

  it("leaves half an hour of the office to answer in, when the target is over or soon will be", () => {
    const soon = (now: string, askedAt: string) =>
      by({ now: new Date(now), askedAt: new Date(askedAt), target: hours(1) }).by;
    expect(soon("2026-11-24T10:20:00Z", "2026-11-17T09:00:00Z")).toBe("2026-11-24T11:00:00.000Z");
    expect(soon("2026-11-24T10:58:00Z", "2026-11-24T10:00:00Z")).toBe("2026-11-24T12:00:00.000Z");
  });

  it("is none at which nobody works", () => {
    const late = by({
      askedAt: new Date("2026-11-20T12:30:00Z"),
      now: new Date("2026-11-21T03:20:00Z"),
    });
    expect(late.by).toBe("2026-11-23T10:00:00.000Z");
  });

  it("is never before what is promised, nor before the queue is through, whatever the queue", () =>
    fc.assert(
      fc.property(
        fc.record({ queue: fc.integer({ min: 0, max: 300 }), answered: fc.integer({ min: 0, max: 2_000 }) }),
        fc.integer({ min: 0, max: 10_000 }),
        ({ queue, answered }, after) => {
          const now = new Date(NOW.getTime() + after * 60_000);
          const { by: at, perHour } = receiptTime({ ...usual, now, askedAt: now, queue, answered });
          if (at === null) return;
          expect(at.getTime()).toBeGreaterThanOrEqual(
            addBusinessTime(usual.calendar, now, hours(4)).getTime(),
          );
          expect(at.getTime() % hours(1)).toBe(0);
          expect(at.getTime()).toBeGreaterThan(nextOpening(usual.calendar, now).getTime());
          const through =
            perHour === null ? now : addBusinessTime(usual.calendar, now, hours(queue / perHour));
          expect(at.getTime()).toBeGreaterThanOrEqual(through.getTime());
        },
      ),
    ));
});
