import { describe, expect, it } from "vitest";
import { composeDraft } from "#app/care/draft/compose-draft.ts";
import { briefOf, goodAnswer, inputOf } from "#app/care/draft/model/brief.fixture.ts";
import { draftSoFar } from "#app/care/draft/model/draft-by-model.ts";
import { sentencesSoFar } from "#app/care/draft/model/sentences-so-far.ts";
import { detectLanguage } from "#app/care/understand/detect-language.ts";

const input = inputOf("where is it, stalled, furious");
const brief = briefOf(input);
const good = goodAnswer(brief);
const whole = JSON.stringify(good, null, 1);
const shown = (soFar: string) =>
  draftSoFar(input, composeDraft(input), { brief, soFar, languageOf: detectLanguage });

describe("an answer that is still coming", () => {
  it("has the sentences that are whole, wherever it breaks off", () => {
    const counts = Array.from({ length: whole.length + 1 }, (_, end) => sentencesSoFar(whole.slice(0, end)));
    expect(counts.at(-1)).toEqual(good.sentences);
    expect(counts.map(({ length }) => length)).toEqual(
      counts.map(({ length }) => length).toSorted((a, b) => a - b),
    );
    expect(counts[0]).toEqual([]);
  });

  it("is not confused by braces and quotes in a text", () => {
    const one = { text: 'A "{" and \\ and "]}".', kind: "fact", cites: [], stage: "answer" };
    expect(sentencesSoFar(JSON.stringify({ sentences: [one] }).slice(0, -1))).toEqual([one]);
    expect(sentencesSoFar("no JSON at all { ] }")).toEqual([]);
    expect(sentencesSoFar('{"sentences":[{"text":"x"},')).toEqual([]);
  });

  it("shows the facts' values and the shop's own sentences", () => {
    const texts = shown(whole);
    expect(texts[0]).toContain("#1001");
    expect(texts.at(-1)).toContain("by March 23");
    expect(shown(whole.slice(0, whole.length / 2)).length).toBeLessThan(texts.length);
  });

  it.each(["Write to help@evil.example.", "A full refund is on its way."])(
    "shows nothing from what may not stand in a draft on: %s",
    (text) => {
      const bad = {
        text,
        kind: "fact" as const,
        cites: brief.mustTell.slice(0, 1),
        stage: "answer" as const,
      };
      const sentences = good.sentences.toSpliced(1, 0, bad);
      expect(shown(JSON.stringify({ ...good, sentences }))).toHaveLength(1);
    },
  );
});
