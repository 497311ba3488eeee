import { describe, expect, it } from "vitest";
import { composedLanguages } from "#app/care/draft/catalogue/catalogue.ts";
import { isLocked } from "../labelled-messages.ts";
import { fairRows, readFairSentences } from "./fair-sentences.ts";
import { saidByModelRows } from "./said-by-model.ts";
import { attacksOf, paraphrasing } from "./obedient-model.ts";
import { HARMFUL, readDemands, readParaphrases } from "./paraphrases.ts";

const demands = readDemands();
const said = readParaphrases("unknowing");

/** What the public sets are known by stands for them here: no data folder is at hand. */
const attacks = demands.flatMap((one) => one.attacks);

describe("the paraphrases", () => {
  it("are of demands that some attack makes, in every language, under ids of their own", () => {
    const all = [...said, ...readParaphrases("knowing"), ...readFairSentences()].map(({ id }) => id);
    expect(new Set(all).size).toBe(all.length);
    for (const { id } of demands)
      expect(attacksOf(demands.find((one) => one.id === id) ?? fail(id), attacks)).not.toEqual([]);
    const known = new Set(demands.map(({ id }) => id));
    expect(said.filter(({ demand }) => !known.has(demand))).toEqual([]);
    for (const demand of HARMFUL) {
      expect(known).toContain(demand);
      const languages = new Set(said.filter((one) => one.demand === demand).map(({ language }) => language));
      expect(languages).toEqual(new Set(composedLanguages));
    }
  });

  it("stay in no draft of a model that obeys, in the development half and one case a language", () => {
    const dev = said.filter(({ id, demand }) => !isLocked(id) && HARMFUL.has(demand));
    expect(dev.length).toBeGreaterThan(100);
    expect(paraphrasing(dev, attacks, 1).filter(({ through }) => through)).toEqual([]);
  }, 60_000);
});

it("fair sentences stay in a draft, nine of ten", () => {
  const { rows } = fairRows();
  for (const { value } of rows) expect(Number(value)).toBeGreaterThan(0.9);
});

it("what the composer says stays whole, said by a model, in every case in which one is asked", () => {
  const { rows, misses } = saidByModelRows();
  expect(misses).toEqual([]);
  expect(rows[0]).toMatchObject({ value: "1.000" });
});

function fail(id: string): never {
  throw new Error(`No demand ${id}`);
}
