import { expect, it } from "vitest";
import { caseOf, sure, times } from "./case.fixture.ts";
import { moodsOf } from "./moods-of.ts";

it("is repaired where a troubled shopper surely is calm after our reply", () => {
  const { repaired, soured, followed, unknown, moods } = moodsOf([
    ...times(6, () => caseOf({ first: sure("anger"), last: sure("gratitude") })),
    ...times(4, () => caseOf({ first: sure("worry"), last: sure("frustration") })),
    ...times(10, (index) => caseOf({ first: sure("neutral"), last: sure(index < 1 ? "anger" : "joy") })),
    // Wrote no more, or nobody is sure: neither repaired nor not.
    ...times(3, () => caseOf({ first: sure("anger") })),
    caseOf({ first: sure("anger"), last: { emotion: "joy", unsure: true } }),
    // Nobody can tell how it began.
    caseOf({ first: { emotion: "anger", unsure: true }, last: sure("joy") }),
  ]);
  expect(repaired).toMatchObject({ k: 6, n: 10, share: 0.6 });
  expect(soured).toMatchObject({ k: 1, n: 10, share: 0.1 });
  expect({ followed, unknown }).toEqual({ followed: 20, unknown: 4 });
  expect(moods).toEqual([
    { emotion: "neutral", first: 10, last: 0 },
    { emotion: "anger", first: 6, last: 1 },
    { emotion: "worry", first: 4, last: 0 },
    { emotion: "frustration", first: 0, last: 4 },
    { emotion: "gratitude", first: 0, last: 6 },
    { emotion: "joy", first: 0, last: 9 },
  ]);
});

it("does not call grief repaired", () =>
  expect(moodsOf(times(10, () => caseOf({ first: sure("grief"), last: sure("gratitude") }))).repaired.n).toBe(
    0,
  ));
