import { describe, expect, it } from "vitest";
import { composedLanguages } from "#app/care/draft/catalogue/catalogue.ts";
import { composeCsat, type CsatToCompose } from "#app/care/review/compose-csat.ts";
import { csatChoices, isLow, isSatisfied } from "#app/care/review/csat-choices.ts";

const BASE = "https://app.example.test/rate/3c59dc04.019a8e3c.aBcDeFgHiJkLmNoPqRsTuVwXyZ012345";
const usual: CsatToCompose = {
  language: "en",
  form: "formal",
  scale: 5,
  shop: { id: "s1", name: "Fernweh Supply" },
  linkOf: (answer) => `${BASE}?a=${answer}`,
  stopLink: `${BASE}?stop=1`,
  now: new Date("2026-11-24T10:20:00Z"),
};

describe("the question how it went", () => {
  it("has a link for each answer, and a way to be asked no more", () => {
    const made = composeCsat(usual);
    expect(made.subject).toBe("How did it go with Fernweh Supply?");
    expect(made.text.split("\n").slice(2)).toEqual([
      "Choose an answer with one click:",
      `Very good: ${BASE}?a=5`,
      `Good: ${BASE}?a=4`,
      `So-so: ${BASE}?a=3`,
      `Poor: ${BASE}?a=2`,
      `Very poor: ${BASE}?a=1`,
    ]);
    expect(made.footer).toContain(`${BASE}?stop=1`);
    expect(made.makerLine).toContain("automatically");
    expect(composeCsat({ ...usual, scale: 2 }).text).toContain(`Not good: ${BASE}?a=1`);
  });

  it.each(
    composedLanguages.flatMap((language) =>
      (["formal", "friendly"] as const).map((form) => ({ language, form })),
    ),
  )("in $language, $form, passes the guard", ({ language, form }) => {
    for (const scale of [2, 5] as const) {
      const made = composeCsat({ ...usual, language, form, scale });
      expect(made.checks.filter(({ outcome }) => outcome !== "pass")).toEqual([]);
      expect(new Set(csatChoices(scale).map(({ says }) => says)).size).toBe(scale);
    }
  });

  it("tells what went well from what somebody has to look at", () => {
    expect([1, 2, 3, 4, 5].map((answer) => [isLow(5, answer), isSatisfied(5, answer)])).toEqual([
      [true, false],
      [true, false],
      [false, false],
      [false, true],
      [false, true],
    ]);
    expect([1, 2].map((answer) => [isLow(2, answer), isSatisfied(2, answer)])).toEqual([
      [true, false],
      [false, true],
    ]);
  });
});
