import { expect, it } from "vitest";
import type { Say } from "#app/words/say.ts";
import { english } from "#tests/setup/english.ts";
import { placeWords } from "./place-words.ts";

const inLanguage = (tag: string): Say =>
  Object.assign((...given: Parameters<Say>) => english(...given), english, { tag });
const bare = (text: string) => text.replaceAll(/[\u2068\u2069]/gu, "");
const berlin = { city: "Berlin", country: "Germany", countryCode: "DE" };

it("names the country in the reader's language, each part in its own direction", () => {
  expect(placeWords(english, berlin)).toBe("\u2068Berlin\u2069, \u2068Germany\u2069");
  expect(bare(placeWords(inLanguage("de"), berlin))).toBe("Berlin, Deutschland");
  expect(bare(placeWords(inLanguage("ja"), berlin))).toBe("Berlin, ドイツ");
});

it("knows the code where a parcel's event has it for a name", () => {
  expect(bare(placeWords(inLanguage("fr"), { city: "Lyon", country: "FR" }))).toBe("Lyon, France");
  expect(bare(placeWords(inLanguage("es"), { city: null, country: "JP" }))).toBe("Japón");
});

it("says what is stored where no code names a country", () => {
  const german = inLanguage("de");
  expect(bare(placeWords(german, { city: "Lyon", country: "France" }))).toBe("Lyon, France");
  expect(bare(placeWords(german, { country: "Nowhere", countryCode: "ZZ" }))).toBe("Nowhere");
  expect(bare(placeWords(german, { country: "Nowhere", countryCode: "QX" }))).toBe("Nowhere");
  expect(bare(placeWords(german, { country: "Nowhere", countryCode: "not a code" }))).toBe("Nowhere");
  expect(bare(placeWords(german, { countryCode: "QX" }))).toBe("QX");
  expect(placeWords(german, { city: null, country: "" })).toBe("");
});
