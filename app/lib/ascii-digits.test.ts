import { expect, it } from "vitest";
import { asciiDigits } from "./ascii-digits.ts";

it.each([
  ["٠٣٠ ١٢٣", "030 123"],
  ["۴۵۶", "456"],
  ["९८७", "987"],
  ["１２３", "123"],
  ["\u2066+49\u2069 30", "+49 30"],
  ["1\uFE0F\u20E32\uFE0F\u20E3", "12"],
  ["ten", "ten"],
])("%j reads as %j", (text, read) => expect(asciiDigits(text)).toBe(read));
