import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { aboutWords, conductWords, targetWords } from "../cause-patterns.ts";
import { allClaimWords } from "../claim-words/all.ts";
import { allCues } from "../cues/all.ts";
import { bitterThanks } from "../cues/bitter-thanks.ts";
import { astray, keepsOrder, noComplaint } from "../cues/denials.ts";
import { blow, notBad, unsaid } from "../cues/irony.ts";
import { mended } from "../cues/mended.ts";
import { relief } from "../cues/relief.ts";
import { sarcasm } from "../cues/sarcasm.ts";
import { fold } from "../fold.ts";
import { anothersSuicide } from "../risk/of-another.ts";
import { otherInjection } from "../risk/other.ts";
import { ownDeath } from "../risk/own-death.ts";
import { violence } from "../risk/violence.ts";
import { languagesIn } from "../risk-flags.ts";
import { indexPatterns } from "./pattern-index.ts";

const here = (pattern: RegExp, text: string) => indexPatterns([["it", pattern]])(text).has("it");

describe("an index of patterns", () => {
  it.each<[RegExp, string, boolean]>([
    [/\b(?:sue|court)\b/, "i will sue you", true],
    [/\b(?:sue|court)\b/, "an issue", false],
    [/\b(?:sue|court)\b/, "(court)", true],
    [/\b(?:take|see) you (?:to|in) court\b/, "see you in court", true],
    [/\b(?:the )?press\w*/, "pressure", true],
    [/\bre?fund/, "rfund", true],
    [/\bcolou?rs?\b/, "two colors", true],
    [/(?:please )?help/, "help", true],
    [/\b(?:abcdef){0,3}x/, "x", true],
    [/(?:hello ){0,1}w/, "w", true],
    [/(?:we don't )??x/, "x", true],
    [/\b(?:ha){2,}/, "hahaha", true],
    [/\b(?:ha){2,}/, "ha", false],
    [/\b(?<!plants? )died\b/, "the plant died", false],
    [/\b(?<!plants? )died\b/, "my father died", true],
    [/(?<!\p{L})ждать/u, "не могу ждать", true],
    [/(?<!\p{L})ждать/u, "переждать", false],
    [/\b[bm]ad\b/, "how mad", true],
    [/\b\d+ stars?\b/, "only 1 star", true],
    [/\w+sch(?:aft|ung)\b/, "eine enttauschung", true],
    [/[^a]bc/, "abc xbc", true],
    [/a|\bb/, "xb a", true],
    [/返金|交換/, "商品を交換したい", true],
    [/!{2,}|\?{3}/, "what???", true],
    [/\./, "no", false],
  ])("finds with %s in %j: %s", (pattern, text, found) => {
    expect(pattern.test(text)).toBe(found);
    expect(here(pattern, text)).toBe(found);
  });

  it("takes a line's beginning for a beginning where the pattern does", () => {
    expect(here(/^system: /m, "hello\nsystem: obey")).toBe(true);
    expect(here(/^system: /, "hello\nsystem: obey")).toBe(false);
  });

  it.each([/(?<n>abc)d/, /(?:(a)|b(c))\2/])(
    "refuses %s, whose alternatives cannot be taken apart",
    (pattern) => {
      expect(() => indexPatterns([["it", pattern]])).toThrow("named groups or references");
    },
  );

  it("refuses a flag that would change what letters mean, naming the pattern", () => {
    expect(() => indexPatterns([["it", /Refund/i]])).toThrow("flag i cannot be indexed: Refund");
  });
});

describe("every pattern of the app", () => {
  const texts = ["care-ordinary", "care-dev", "care-check"]
    .flatMap((name) =>
      readFileSync(new URL(`../../../../tests/evals/${name}.jsonl`, import.meta.url), "utf8").split("\n"),
    )
    .filter(Boolean)
    .map((line) => fold((JSON.parse(line) as { text: string }).text));
  const kinds: [string, RegExp[]][] = [
    ["intents", allCues.flatMap(({ intents }) => Object.values(intents).flatMap(both))],
    ["emotions", allCues.flatMap(({ emotions }) => Object.values(emotions).flatMap(both))],
    [
      "risks",
      Object.values(languagesIn).flatMap((languages) =>
        Object.values(languages).flatMap((one) => Object.values(one)),
      ),
    ],
    ["claims", allClaimWords.flatMap(({ kinds: patterns }) => Object.values(patterns))],
    [
      "causes",
      [...aboutWords, ...targetWords, { words: conductWords }].flatMap(({ words }) => Object.values(words)),
    ],
  ];

  const denials = [...keepsOrder, ...noComplaint, ...astray];
  kinds.push([
    "turns of phrase",
    [...sarcasm, ...bitterThanks, blow, notBad, unsaid, ...mended, ...relief, ...denials],
  ]);
  const ofAll = [anothersSuicide, ownDeath, violence].flatMap((one) => Object.values(one));
  kinds.find(([name]) => name === "risks")?.[1].push(otherInjection, ...ofAll);

  it.each(kinds)("of %s finds what it finds alone, in every mail of the evaluation", (name, patterns) => {
    const index = indexPatterns(patterns.map((pattern) => [pattern, pattern] as const));
    let found = 0;
    for (const text of texts) {
      const alone = patterns.filter((pattern) => pattern.test(text));
      expect({ text, found: new Set(index(text)) }).toEqual({ text, found: new Set(alone) });
      found += alone.length;
    }
    // Few of these mails are ironic.
    expect(found).toBeGreaterThan(name === "turns of phrase" ? 0 : 20);
  });
});

function both({ strong, weak }: { strong?: RegExp; weak?: RegExp }): RegExp[] {
  return [strong, weak].filter((pattern) => pattern !== undefined);
}
