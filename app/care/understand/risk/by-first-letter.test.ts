import { expect, it } from "vitest";
import { englishRisks } from "./en.ts";
import { germanRisks } from "./de.ts";
import { hindiRisks } from "./hi.ts";
import { polishRisks } from "./pl.ts";
import { byFirstLetter } from "./by-first-letter.ts";

it("sorts what begins a word by its letter and leaves the rest alone", () => {
  expect(byFirstLetter([/\b(?:sue|court|(?:take|see) you)\b|<x>/.source])).toBe(
    String.raw`\b(?:(?=s)(?:sue\b)|(?=c)(?:court\b)|(?=[st])(?:(?:take|see) you\b))|<x>`,
  );
});

it.each([
  ["I will sue you", true],
  ["issue", false],
  ["see you in court", true],
  ["(lawyer)", true],
  ["ans gericht", true],
  ["do sadu", true],
  ["nothing of the kind, thank you", false],
])("matches %s as the plain alternatives do", (text, found) => {
  const sources = [englishRisks, germanRisks, polishRisks, hindiRisks].map(({ legal }) => legal.source);
  const folded = text.toLowerCase();
  expect(new RegExp(sources.join("|")).test(folded)).toBe(found);
  expect(new RegExp(byFirstLetter(sources)).test(folded)).toBe(found);
});
