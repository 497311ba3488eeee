import { expect, it } from "vitest";
import { searchWords } from "#app/shop/search-words.ts";

it.each([
  ["Jürgen", ["jürgen", "jurgen"]],
  ["STRAẞE", ["straße", "strasse"]],
  ["Smørrebrød", ["smørrebrød", "smorrebrod"]],
  ["Łódź", ["łódź", "lodz"]],
  ["Çağrı", ["çağrı", "cagri"]],
  ["Ärger", ["ärger", "arger"]],
  ["ガイド", ["ガイド"]],
  ["parcel", ["parcel"]],
])("%s is also searched for without its accents", (text, forms) =>
  expect(searchWords(text)).toMatchObject([{ forms }]),
);

it("has the pairs of letters that stand side by side without a space", () => {
  expect(searchWords("再配達を")).toEqual([
    { forms: ["再配達を"], pairs: ["再配", "配達", "達を"], isUnspaced: true },
  ]);
  expect(searchWords("DHL配達 1")).toEqual([
    { forms: ["dhl配達"], pairs: ["配達"], isUnspaced: false },
    { forms: ["1"], pairs: [], isUnspaced: false },
  ]);
});
