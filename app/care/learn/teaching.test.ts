import { describe, expect, it } from "vitest";
import type { Fact } from "#app/care/draft/draft.ts";
import type { Edit } from "#app/care/learn/classify-edit.ts";
import { teachingOf, type Taught } from "#app/care/learn/teaching.ts";

const fact = (kind: Fact["kind"], value: string): Fact => ({
  ...{ id: value, label: kind, value, raw: value, kind, needs: "none" },
  ...{ source: { entity: "order", id: "1", field: kind }, observedAt: "2026-11-22T10:00:00.000Z" },
});

const teaching = (edit: Partial<Edit>, given: Partial<Taught> = {}) =>
  teachingOf(
    { class: "wording", before: null, after: null, ...edit },
    {
      ...{ language: "en", form: "friendly", intent: "product_question" },
      people: { shopper: ["Ada Berg", "Ada"], staff: ["Mia"] },
      facts: [fact("order_name", "#1001"), fact("money", "€59.90")],
      ...given,
    },
  );
const greeting = (after: string, language = "en") =>
  teaching({ class: "greeting", before: "Hi Ada,", after }, { language })?.text ?? null;
const answer = (after: string) => teaching({ class: "fact_added", after })?.text ?? null;

describe("a greeting", () => {
  it.each([
    ["Dear Ada,", "en", "Dear {name},"],
    ["Good day Ada Berg,", "en", "Good day {name},"],
    ["Moin Ada!", "de", "Moin {name}!"],
    ["Hello there,", "en", "Hello there,"],
    ["Coucou Ada,", "fr", "Coucou {name},"],
  ])("%s (%s) is a template of %s", (after, language, template) => {
    expect(greeting(after, language)).toBe(template);
  });

  it.each([
    ["Liebe Ada,", "de", "it says she is a woman"],
    ["Estimada Ada:", "es", "it says she is a woman"],
    ["Chère Ada,", "fr", "it says she is a woman"],
    ["Dear Mrs Berg,", "en", "it says she is a woman"],
    ["Hello Berg,", "en", "half of the name stays"],
    ["Hello Ada, order 4711,", "en", "it names an order"],
  ])("%s (%s) is none: %s", (after, language) => {
    expect(greeting(after, language)).toBeNull();
  });
});

describe("a close", () => {
  it("is a template where nobody is named", () => {
    const close = (after: string) =>
      teaching({ class: "sign_off", before: "Best wishes", after })?.text ?? null;
    expect(close("Warm regards from Kiel")).toBe("Warm regards from Kiel");
    expect(close("Warm regards,\nyour Fernweh team")).toBe("Warm regards,\nyour Fernweh team");
    expect(close("Warm regards, Mia")).toBeNull();
    expect(close("We will refund you, promised")).toBeNull();
    expect(close("Call 0171 2345678")).toBeNull();
  });
});

describe("a sentence that is left out or added", () => {
  it("is not taught where a draft could not do without it", () => {
    expect(teaching({ class: "shortened", before: "Which size do you have?", mayBeLeft: false })).toBeNull();
  });

  it("is taught where it is of nobody's case", () => {
    expect(
      teaching({ class: "warmth", before: "Thank you for your message.", mayBeLeft: true }),
    ).toMatchObject({
      rule: "never_say",
    });
    expect(teaching({ class: "warmth", after: "Enjoy the sea." })).toMatchObject({ rule: "always_say" });
    expect(teaching({ class: "warmth", after: "Thank you, Ada." })).toBeNull();
    expect(teaching({ class: "warmth", after: "Sorry, you get a discount." })).toBeNull();
    expect(teaching({ class: "warmth", after: "Sorry about 3 days of waiting." })).toBeNull();
  });
});

describe("an answer", () => {
  it("is what anybody could be told", () => {
    expect(answer("Wool blankets are washed by hand in cold water.")).not.toBeNull();
    expect(answer("Shipping to Norway costs 9.90 EUR.")).not.toBeNull();
  });

  it.each([
    "Your order is packed already.",
    "It cost €59.90.",
    "Order #1001 holds two blankets.",
    "Ada, the blanket is made of wool.",
    "Call us at +49 171 234 5678.",
    "Write to ada@example.com.",
    "We will send you the label tomorrow.",
    "It is back in stock tomorrow.",
  ])("is never of one case: %s", (text) => {
    expect(answer(text)).toBeNull();
  });

  it("is of the questions that have one answer for everybody", () => {
    const after = "Wool blankets are washed by hand.";
    expect(teaching({ class: "fact_added", after }, { intent: "order_status" })).toBeNull();
    expect(
      teaching({ class: "policy", before: "30 days.", after: "Returns take 45 days." }, { intent: "refund" }),
    ).toMatchObject({ rule: "article" });
  });
});
