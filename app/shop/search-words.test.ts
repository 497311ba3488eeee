import { expect, it } from "vitest";
import { searchWords } from "#app/shop/search-words.ts";

it.each([
  ["Jürgen", ["jürgen", "jurgen"]],
  ["STRAẞE", ["straße", "strasse"]],
  ["Smørrebrød", ["smørrebrød", "smorrebrod"]],
  ["Łódź", ["łódź", "lodz"]],
  ["Çağrı", ["çağrı", "cagri"]],
  ["Ärger", ["ärger", "arger"]],
  ["parcel", ["parcel"]],
])("%s is also searched for without its accents", (text, forms) =>
  expect(searchWords(text)).toMatchObject([{ forms }]),
);

const run = (text: string, pairs: string[]) => ({ forms: [text], pairs, isUnspaced: true });
const word = (text: string) => ({ forms: [text], pairs: [], isUnspaced: false });

it("has the letters that stand side by side without a space in pairs, and each alone", () => {
  const any = (...forms: string[]) => ({ forms, pairs: [], isUnspaced: true });
  expect(searchWords("再配達を")).toEqual([
    run("再配達を", ["再配", "配達", "達を"]),
    any("再", "配", "達", "を", "再配", "配達", "達を"),
  ]);
  expect(searchWords("ガイド")[0]).toEqual(run("ガイド", ["ガイ", "イド"]));
  expect(searchWords("猫")).toEqual([run("猫", [])]);
  expect(searchWords("한국")).toEqual([run("한국", ["한국"]), any("한", "국", "한국")]);
  expect(searchWords("ผ้า")).toEqual([run("ผ้า", ["ผ้", "้า"]), any("ผ", "้", "า", "ผ้", "้า")]);
});

it.each([
  ["新しいiPhoneケース", ["新しい", "iphone", "ケース"]],
  ["注文番号1001の件", ["注文番号", "1001", "の件"]],
  ["伝票JJD0143000012345です", ["伝票", "jjd0143000012345", "です"]],
  ["DHL配達 1", ["dhl", "配達", "1"]],
  ["Ｔシャツ", ["t", "シャツ"]],
  ["iPhone케이스", ["iphone", "케이스"]],
  ["พัสดุDHLหาย", ["พัสดุ", "dhl", "หาย"]],
])("cuts %s where scripts with spaces and without meet", (text, words) => {
  const cut = searchWords(text).flatMap(({ forms: [first = "", ...others], pairs }) =>
    others.length > 0 && pairs.length === 0 ? [] : [first],
  );
  expect(cut).toEqual(words);
});

it("leaves a word whole in which letters and digits stand side by side", () =>
  expect(searchWords("JJD0143 Maß3")).toMatchObject([word("jjd0143"), { forms: ["maß3", "mass3"] }]));
