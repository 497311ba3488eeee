import { expect, it } from "vitest";
import { countCapitals, countLetters } from "./letters.ts";

it.each([
  ["", 0, 0],
  ["Order #1023, ÄÖ!", 7, 3],
  ["Где мой ЗАКАЗ?", 11, 6],
  ["注文した靴", 5, 0],
  ["𝓗𝓲 🙂", 2, 1],
  ["e\u0301 \ud83d", 1, 0],
])("counts the letters of %j: %i, capitals %i", (text, letters, capitals) => {
  expect(countLetters(text)).toBe(letters);
  expect(countCapitals(text)).toBe(capitals);
  expect(text.match(/\p{L}/gu)?.length ?? 0).toBe(letters);
  expect(text.match(/\p{Lu}/gu)?.length ?? 0).toBe(capitals);
});
