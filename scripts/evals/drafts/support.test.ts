import { describe, expect, it } from "vitest";
import { composeDraft } from "#app/care/draft/compose-draft.ts";
import { generator } from "../../training/random.ts";
import { isLocked } from "../labelled-messages.ts";
import { draftCases, type DraftCase } from "./cases.ts";
import { draftInput } from "./draft-input.ts";
import { amount, statedIn } from "./read-values.ts";
import { recordOf } from "./record.ts";
import { supportOf } from "./support.ts";

const open = draftCases().filter(({ id, order }) => !isLocked(id) && order.state !== "none");

function composed(given: DraftCase) {
  const { content, language } = composeDraft(draftInput(given));
  return { content, about: { language, record: recordOf(given) } };
}

describe("the eval's own check of support", () => {
  it("catches one wrong digit wherever it stands in a figure", () => {
    const random = generator(11);
    const missed = open.flatMap((given) => {
      const { content, about } = composed(given);
      const at = [...content.text.matchAll(/\d/gu)].map(({ index }) => index);
      const chosen = at[Math.floor(random() * at.length)];
      if (chosen === undefined) return [];
      const digit = (Number(content.text.charAt(chosen)) + 1 + Math.floor(random() * 8)) % 10;
      const text = `${content.text.slice(0, chosen)}${digit}${content.text.slice(chosen + 1)}`;
      const before = supportOf(content, about).unsupported.length;
      return supportOf({ ...content, text }, about).unsupported.length > before
        ? []
        : [`${given.id}: ${text.slice(Math.max(0, chosen - 12), chosen + 12)}`];
    });
    // A day may fall on another day of the same record, and 1 in 2 × a title on the count of parcels.
    expect(open.length).toBeGreaterThan(80);
    expect(missed.length / open.length).toBeLessThan(0.06);
  });

  it("catches another currency, another host and a statement that cites nothing", () => {
    const given = open.find(({ id }) => id === "draft-en-33");
    if (!given) throw new Error("No such case");
    const { content, about } = composed(given);
    const { facts, sentences } = content;
    const unsupported = (text: string, more = sentences) =>
      supportOf({ text, sentences: more, facts }, about).unsupported;
    expect(unsupported(content.text.replace("€", "£")).join()).toContain("GBP");
    expect(unsupported(`${content.text} https://elsewhere.example/4707`).join()).toContain("elsewhere");
    expect(unsupported(`${content.text} Write to boss@elsewhere.example`).join()).toContain("boss@");
    expect(
      unsupported(content.text, [{ text: "It left today.", kind: "fact", cites: [], stage: "answer" }]),
    ).toEqual(["cites nothing: It left today."]);
  });

  it("holds a sentence to the facts it cites, not to the whole record", () => {
    const given = open.find(({ order }) => order.state === "inTransit");
    if (!given) throw new Error("No such case");
    const { content, about } = composed(given);
    const sentences = content.sentences.map((sentence) => ({ ...sentence, cites: ["shop:name"] }));
    const found = supportOf({ ...content, sentences }, about).unsupported;
    expect(found.some((one) => one.startsWith("not in a cited fact"))).toBe(true);
  });
});

describe("statedIn", () => {
  const read = (text: string, language = "en") => statedIn(text, { language, known: [] });

  it.each([
    ["en", "It left on March 9 and came on 10 March 2026.", ["03-09", "2026-03-10"]],
    ["de", "Zuletzt am 2. März und am 3.4. gesehen.", ["03-02", "04-03"]],
    ["fr", "Le 1er avril, puis le 2 août.", ["04-01", "08-02"]],
    ["es", "El 5 de mayo de 2026.", ["2026-05-05"]],
    ["ja", "3月21日に届きます。", ["03-21"]],
  ])("reads days in %s", (language, text, days) => {
    expect(read(text, language).days.toSorted()).toEqual([...days].toSorted());
    expect(read(text, language).numbers).toEqual([]);
  });

  it.each([
    ["en", "$42.99", "42.99 USD/MXN/CAD/AUD"],
    ["de", "1.234,50 €", "1234.5 EUR"],
    ["pt", "R$ 44,61", "44.61 BRL"],
    ["ja", "5,900円", "5900 JPY"],
    ["en", "CHF 61.02", "61.02 CHF"],
  ])("reads money in %s", (language, text, money) => {
    expect(read(text, language)).toMatchObject({ money: [money], days: [], numbers: [] });
  });

  it("takes the last separator for the decimals' only before one or two digits", () => {
    expect(["1.234", "1,234.5", "12,30", "1 234"].map(amount)).toEqual([1234, 1234.5, 12.3, 1234]);
  });
});
