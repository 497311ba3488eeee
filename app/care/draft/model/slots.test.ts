import { expect, it } from "vitest";
import { makeSlots, shareOf } from "#app/care/draft/model/slots.ts";

it("gives a shop its share, others theirs, and each place back once", () => {
  const slots = makeSlots({ total: 3, perShop: 2 });
  const [first, second] = [slots.take("a"), slots.take("a")];
  expect([first, second, slots.take("a")].map((free) => free !== null)).toEqual([true, true, false]);
  expect(slots.take("b")).not.toBeNull();
  expect(slots.take("c")).toBeNull();
  first?.();
  first?.();
  expect(slots.take("c")).not.toBeNull();
  expect(slots.take("a")).toBeNull();
});

it.each([
  [1, { total: 1, perShop: 1 }],
  [8, { total: 4, perShop: 2 }],
  [40, { total: 20, perShop: 10 }],
])("of %i slots leaves others to other work", (slots, share) => {
  expect(shareOf(slots)).toEqual(share);
});
