import { expect, it } from "vitest";
import { hours } from "#app/lib/duration.ts";
import { caseOf, times } from "./case.fixture.ts";
import { timesOf } from "./times-of.ts";

const noon = new Date("2026-11-02T12:00:00Z");
const after = (count: number) => new Date(noon.getTime() + hours(count));
const elapsed = (from: Date, to: Date) => to.getTime() - from.getTime();

it("counts from the shopper's first message to our first answer, and to the last closing", () => {
  const answered = times(11, (index) =>
    caseOf({ answeredAt: after(index + 1), closedAt: after(2 * (index + 1)) }),
  );
  const { first, resolution, unanswered, open } = timesOf([...answered, caseOf(), caseOf()], elapsed);
  // Eleven times of 1 to 11 hours: the ranks 2 and 10 are the bounds of their median.
  expect(first.median).toEqual({ n: 11, value: hours(6), low: hours(2), high: hours(10) });
  expect(first.p90).toMatchObject({ value: hours(10), high: null });
  expect(resolution.median.value).toBe(hours(12));
  expect({ unanswered, open }).toEqual({ unanswered: 2, open: 2 });
});

it("has no first response where we wrote first, nor where no shopper wrote", () => {
  const cases = [
    ...times(10, () => caseOf({ begunByUs: true, answeredAt: after(1), closedAt: after(2) })),
    caseOf({ wroteAt: null }),
  ];
  expect(timesOf(cases, elapsed)).toMatchObject({
    first: { median: { n: 0, value: null } },
    resolution: { median: { n: 0 } },
    ...{ unanswered: 0, open: 0 },
  });
});

it("does not wait for who was closed without an answer", () =>
  expect(timesOf([caseOf({ closedAt: after(1) })], elapsed).unanswered).toBe(0));
