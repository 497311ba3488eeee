import { describe, expect, it } from "vitest";
import type { Fact, Sentence } from "#app/care/draft/draft.ts";
import { impersonal } from "#app/care/learn/impersonal.ts";

const fact = (id: string, entity: string, value: string): Fact => ({
  ...{ id, label: id, value, raw: value, kind: "text", needs: "none" },
  ...{ source: { entity, id: "1", field: "body" }, observedAt: "2026-11-22T10:00:00.000Z" },
});
const said = (text: string, given: Partial<Sentence> = {}): Sentence => ({
  ...{ text, kind: "courtesy", cites: [], stage: "answer" },
  ...given,
});

const FACTS = [fact("policy:1", "policy", "Returns within 30 days."), fact("order:1", "order", "paid")];
const SENTENCES = [
  said("Hi Ada,", { stage: "greeting" }),
  said("It has been paid.", { kind: "fact", cites: ["order:1"] }),
  said("You can return items within 30 days.", { kind: "policy", cites: ["policy:1"] }),
  said("Which size do you have?", { kind: "question" }),
  said("Best wishes", { stage: "close" }),
];

const kept = (text: string, language = "en") =>
  impersonal(text, SENTENCES, { names: ["Ada Berg", "Ada"], facts: FACTS, language });

describe("what anybody could be told", () => {
  it("is what a person stated, and a policy that they state otherwise", () => {
    const drafted = SENTENCES.map((one) => one.text);
    const text = `${drafted.join(" ")} Wool is washed by hand. Your parcel is on its way.\n\nBest wishes`;
    expect(kept(text)).toEqual(["Wool is washed by hand."]);
    expect(kept("You can return items within 45 days.")).toEqual(["You can return items within 45 days."]);
    expect(kept(drafted.join("\n\n"))).toEqual([]);
  });

  it.each([
    [
      "de",
      "Hallo Ada,\n\nWolle wäscht man kalt. Deine Bestellung kommt bald.\n\nViele Grüße",
      ["Wolle wäscht man kalt."],
    ],
    [
      "fr",
      "Bonjour Ada,\n\nLa laine se lave à la main. Votre colis est en route.\n\nCordialement",
      ["La laine se lave à la main."],
    ],
    [
      "es",
      "Hola, Ada:\n\nLa lana se lava a mano. Su pedido está en camino.\n\nUn saludo",
      ["La lana se lava a mano."],
    ],
    [
      "it",
      "Ciao Ada,\n\nLa lana si lava a mano. Il tuo pacco è in viaggio.\n\nUn saluto",
      ["La lana si lava a mano."],
    ],
    [
      "pt",
      "Olá, Ada,\n\nA lã lava-se à mão. O seu pedido está a caminho.\n\nCordialmente",
      ["A lã lava-se à mão."],
    ],
    [
      "nl",
      "Hallo Ada,\n\nWol was je met de hand. Je bestelling is onderweg.\n\nGroet",
      ["Wol was je met de hand."],
    ],
    [
      "ja",
      "田中様\n\nウールは冷水で手洗いしてください。お客様の注文は発送済みです。\n\n敬具",
      ["ウールは冷水で手洗いしてください。"],
    ],
  ])("%s: leaves out what is of one order", (language, text, expected) => {
    expect(kept(text, language)).toEqual(expected);
  });
});
