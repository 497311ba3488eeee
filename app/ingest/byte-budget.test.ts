import { expect, it } from "vitest";
import { makeByteBudget } from "#app/ingest/byte-budget.ts";

it("gives out no more than there is, and takes back what each reader had, once", () => {
  const budget = makeByteBudget(100);
  const [one, two] = [budget(), budget()];
  expect([one.add(60), two.add(60), two.add(40), one.add(1)]).toEqual([true, false, true, false]);
  one.release();
  one.release();
  expect([two.add(61), two.add(60)]).toEqual([false, true]);
});
