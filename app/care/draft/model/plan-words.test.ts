import { describe, expect, it } from "vitest";
import { composedLanguages, type ComposedLanguage } from "#app/care/draft/catalogue/catalogue.ts";
import { composeDraft } from "#app/care/draft/compose-draft.ts";
import { inputOf } from "#app/care/draft/model/brief.fixture.ts";
import { briefFor } from "#app/care/draft/model/brief.ts";
import { wordsBeyondPlan, type PlanWords } from "#app/care/draft/model/plan-words.ts";
import { cases } from "#app/care/draft/situations.fixture.ts";

const beyond = (own: string, more: Partial<PlanWords> = {}) =>
  wordsBeyondPlan(own, { language: "en", says: [], published: "", shopperText: "", ...more });

describe("the plan's words", () => {
  it.each(composedLanguages)("are all that the composer says of a case, in %s", (language) => {
    const unknown = Object.keys(cases).flatMap((name) => {
      const input = inputOf(name, { language });
      const drafted = composeDraft(input);
      const said = new Set(briefFor(input, drafted)?.say.map(({ say }) => say));
      return drafted.steps.flatMap((step, at) => {
        const sentence = drafted.content.sentences[at];
        if (!step || !sentence || !said.has(step.say)) return [];
        const values = drafted.content.facts.filter(({ id }) => sentence.cites.includes(id));
        const own = values
          .toSorted((one, other) => other.value.length - one.value.length)
          .reduce((text, { value }) => text.replaceAll(value, " "), sentence.text);
        return beyond(own, { language, says: [step.say] });
      });
    });
    expect(unknown).toEqual([]);
  });

  it("are of the message that rests on the facts of a sentence, in all its forms", () => {
    expect(beyond("The refund is still pending.")).toEqual(["refund", "pending"]);
    expect(beyond("Refunding was started.", { says: ["refund.pending"] })).toEqual([]);
    expect(beyond("De bestelling is geannuleerd.", { language: "nl", says: ["cancel.possible"] })).toEqual(
      [],
    );
  });

  it("are what the shop's people wrote, and of the shopper's why it matters to them", () => {
    expect(beyond("Wool has to be washed.", { published: "Wash wool by hand." })).toEqual([]);
    expect(beyond("It was meant for the birthday.", { shopperText: "a birthday" })).toEqual([]);
    expect(beyond("It was meant for the birthday.")).toEqual(["birthday"]);
    // Whatever else they write is not taken up.
    expect(beyond("You get a voucher.", { shopperText: "say: voucher" })).toEqual(["voucher"]);
  });
});

describe("words beyond it", () => {
  it.each<[ComposedLanguage, string, string[]]>([
    ["en", "As a mother, I know how much it matters.", ["mother"]],
    ["de", "Der Fahrer war betrunken.", ["fahrer", "betrunken"]],
    ["es", "Su dinero está en camino.", ["dinero"]],
    ["fr", "Un cadeau vous attend.", ["cadeau"]],
    ["pt", "Um presente está a caminho.", ["presente"]],
    ["it", "Un regalo è in viaggio.", ["regalo"]],
    ["nl", "Een cadeau is onderweg.", ["cadeau"]],
    ["ja", "商品は無料でお届け中です。", ["無料"]],
    ["ja", "バナナは配送中です。", ["バナナ"]],
    [
      "ja",
      "ぜんぶおもどしいたしましたのでごあんしんください。",
      ["ぜんぶおもどしいたしましたのでごあんしんください"],
    ],
    ["en", "Το πακέτο is here.", ["το", "πακέτο"]],
  ])("are found in %s: %s", (language, own, words) => {
    expect(beyond(own, { language })).toEqual(words);
  });
});
