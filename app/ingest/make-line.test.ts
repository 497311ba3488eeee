import { expect, it } from "vitest";
import { makeLine } from "#app/ingest/make-line.ts";

const of = (bytes: number) => ({ bytes });

it("lets the oldest go first, as many at once as there is room for", () => {
  const line = makeLine({ rows: 3, bytes: 100 });
  const all = Array.from({ length: 5 }, () => of(10));
  for (const one of all) line.join(one);
  expect(line.next()).toEqual(all.slice(0, 3));
  expect(line.next()).toEqual(all.slice(3));
  expect([line.next(), line.length()]).toEqual([[], 0]);
});

it("stops where the bytes do not fit, and lets one that never fits go alone", () => {
  const line = makeLine({ rows: 10, bytes: 100 });
  const [small, large, last] = [of(60), of(400), of(40)];
  for (const one of [small, large, last]) line.join(one);
  expect([line.next(), line.next(), line.next()]).toEqual([[small], [large], [last]]);
});

it("forgets who left, and who left after going does no harm", () => {
  const line = makeLine({ rows: 10, bytes: 100 });
  const [one, two] = [of(1), of(2)];
  line.join(one);
  line.join(two);
  line.leave(one);
  expect(line.next()).toEqual([two]);
  line.leave(two);
  expect(line.length()).toBe(0);
});
