import { describe, expect, it } from "vitest";
import { loadModels } from "#app/care/understand/models.server.ts";
import { readBounds } from "./equal-care-bounds.ts";
import { equalCare, grownBeyond, readCases, spreadsOf } from "./equal-care.ts";
import { namesThatMatter, readNames } from "./equal-names.ts";
import { bare, withTypos } from "./rewrites.ts";

const models = loadModels();

describe("the same case in other words", () => {
  it("has at least 24 cases, each in the same 21 wordings", () => {
    const cases = readCases();
    expect(cases.length).toBeGreaterThanOrEqual(24);
    expect(new Set(cases.map(({ texts }) => Object.keys(texts).join(" "))).size).toBe(1);
    expect(Object.keys(cases[0]?.texts ?? {})).toHaveLength(21);
  });

  it("is read as evenly as recorded in bounds.json (npm run eval -- --equal-care)", () => {
    expect(grownBeyond(readBounds(), spreadsOf(equalCare(models)))).toEqual([]);
  });

  it("is refused when a spread grew, and when a family has no bound", () => {
    const even = { intent: 0.1, queue: 0.1, rank: 0.1, emotion: 0.1, confidence: 0.1 };
    expect(grownBeyond({ languages: even }, { languages: { ...even, queue: 0.2 } })).toEqual([
      "languages: queue differs by 0.2 between groups, recorded bound 0.1",
    ]);
    expect(grownBeyond({}, { languages: even })).toHaveLength(5);
    expect(grownBeyond({ languages: even }, { languages: even })).toEqual([]);
  });
});

describe("names", () => {
  it("come from many cultures", () => {
    expect(new Set(readNames()).size).toBeGreaterThanOrEqual(60);
  });

  it("change nothing in a greeting or signature", () => {
    // Each case takes another twelfth of the names: all of them are read in every form.
    expect(namesThatMatter(models, 12).differing).toEqual([]);
  });
});

describe("rewrites", () => {
  it("mistypes about every sixth longer word, the same way every time", () => {
    const text = "Could you please tell me when order 4821 will finally leave your warehouse";
    expect(withTypos(text)).toBe(withTypos(text));
    expect(withTypos(text)).not.toBe(text);
    expect(withTypos(text)).toContain("4821");
  });

  it("types in small letters without accents", () => {
    expect(bare("Où est ma Größe, Łukasz? ¿Ñandú?")).toBe("ou est ma grosse lukasz? nandu?");
  });
});
