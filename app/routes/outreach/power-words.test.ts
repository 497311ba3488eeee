import { expect, it } from "vitest";
import { english } from "#tests/setup/english.ts";
import { powerInWords, type KindPower } from "./power-words.ts";

const power = (given: Partial<KindPower>): KindPower => ({
  ...{ kind: "stalled", perMonth: 40, baseline: 0.3, assumed: false },
  ...{ written: 216, heldOut: 24, smallest: null, answers: false },
  ...given,
});

it("says that nothing can be known where nobody could be held back", () => {
  const said = powerInWords(english, [power({ perMonth: 0, written: 0, heldOut: 0 })]);
  expect(said).toMatchObject({ able: false, kinds: [] });
  expect(said.title).toContain("It can answer nothing yet");
});

it("says of each kind what six months would show, the largest first", () => {
  const said = powerInWords(english, [
    power({ kind: "past_estimate", perMonth: 10.4, written: 56, heldOut: 6, assumed: true }),
    power({ smallest: 0.085, answers: true, perMonth: 400, written: 2_160, heldOut: 240 }),
  ]);
  expect(said.able).toBe(true);
  expect(said.title).toBe("Your store's volume can answer within six months for some problems");
  expect(said.kinds).toEqual([
    "Parcel is not moving: about 400 a month. In six months 2,160 written to and 240 held back: a drop of 8.5 in 100 in who asks would show.",
    "Later than estimated: about 10 a month. In six months 56 written to and 6 held back: too few to show any difference.",
  ]);
  expect(said.note).toContain("30 in 100");
});

it("does not promise an answer that only an unlikely difference would give", () => {
  const said = powerInWords(english, [power({ smallest: 0.28 })]);
  expect(said.able).toBe(false);
  expect(said.kinds[0]).toContain("only a drop of 28 in 100");
});

it("says parts of a shopper a month, so that six months of them make what stands beside it", () => {
  const said = powerInWords(english, [power({ perMonth: 0.34, written: 2, heldOut: 0 })]);
  expect(said.kinds[0]).toContain("about 0.3 a month. In six months 2 written to");
});
