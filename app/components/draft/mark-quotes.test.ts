import { describe, expect, it } from "vitest";
import type { Check } from "#app/care/draft/draft.ts";
import { markQuotes } from "./mark-quotes.ts";

const check = (quote: string, outcome: Check["outcome"] = "block"): Check => ({
  ...{ rule: "number", why: "", quote, outcome },
});
const marked = (text: string, checks: Check[]) =>
  markQuotes(text, checks)
    .map(({ text: words, outcome }) => (outcome ? `[${outcome}:${words}]` : words))
    .join("");

describe("markQuotes", () => {
  it.each([
    {
      what: "every place, in any case",
      text: "Paid 5 EUR. paid 5 eur.",
      checks: [check("Paid 5 EUR")],
      shown: "[block:Paid 5 EUR]. [block:paid 5 eur].",
    },
    {
      what: "across a line's end",
      text: "We will\nrefund you",
      checks: [check("will refund")],
      shown: "We [block:will\nrefund] you",
    },
    {
      what: "what blocks before what is noted",
      text: "on Friday",
      checks: [check("on Friday", "warn"), check("Friday")],
      shown: "on [block:Friday]",
    },
    {
      what: "a longer quote before one inside it",
      text: "5 March 2026",
      checks: [check("2026"), check("5 March 2026")],
      shown: "[block:5 March 2026]",
    },
    {
      what: "signs that mean something in a pattern",
      text: "a (b) $5.00?",
      checks: [check("(b) $5.00?")],
      shown: "a [block:(b) $5.00?]",
    },
  ])("marks $what", ({ text, checks, shown }) => {
    expect(marked(text, checks)).toBe(shown);
  });

  it("marks nothing of what passed, of what the text no longer says, and of what is about no words", () => {
    const text = "All is well.";
    expect(
      markQuotes(text, [check("All", "pass"), check("gone"), { ...check(""), quote: undefined }]),
    ).toEqual([{ text, outcome: null }]);
    expect(markQuotes("", [check("x")])).toEqual([]);
  });

  it("loses no letter", () => {
    const text = "Größe „M“ 2\u00d7, 送料 ¥1,200\n\n—";
    const stretches = markQuotes(text, [check("„M“"), check("¥1,200", "warn"), check("ö", "warn")]);
    expect(stretches.map(({ text: words }) => words).join("")).toBe(text);
  });
});
