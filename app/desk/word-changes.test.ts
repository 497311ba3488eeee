import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { wordChanges } from "./word-changes.ts";

const shown = (before: string, after: string, language = "en") =>
  wordChanges(before, after, language)
    .map(({ text, change }) => (change === "same" ? text : change === "added" ? `+${text}+` : `-${text}-`))
    .join("");

describe("wordChanges", () => {
  it("shows whole words that came and went", () => {
    expect(shown("Your order is on its way.", "Your parcel is on its way.")).toBe(
      "Your -order-+parcel+ is on its way.",
    );
    expect(shown("It is here.", "It is here.")).toBe("It is here.");
  });

  it("knows the words of a language without spaces", () => {
    expect(shown("ご注文は発送済みです。", "ご注文は配達済みです。", "ja")).toBe(
      "ご注文は-発送-+配達+済みです。",
    );
  });

  it("holds the later text, whole, in what stayed and what came", () => {
    const text = fc.array(fc.constantFrom("order", "Größe", "5,00 €", ".", "\n\n", "und", "送料"), {
      maxLength: 30,
    });
    fc.assert(
      fc.property(text, text, (before, after) => {
        const kept = wordChanges(before.join(" "), after.join(" "), "de").filter(
          ({ change }) => change !== "removed",
        );
        expect(kept.map((one) => one.text).join("")).toBe(after.join(" "));
      }),
    );
  });

  it("ends soon for texts that share nothing", () => {
    const long = (word: string) => Array.from({ length: 5_000 }, (_, at) => `${word}${at}`).join(" ");
    expect(wordChanges(long("a"), long("b"), "en")).toHaveLength(2);
  });
});
