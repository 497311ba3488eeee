import { describe, expect, it } from "vitest";
import { loadModels } from "./models.server.ts";
import { readMessage } from "./read-message.ts";
import type { CareEmotion } from "./reading.ts";

const models = loadModels();
const emotionOf = (text: string, language?: string) =>
  readMessage(models, { text, language, now: new Date("2026-11-21T12:00:00Z") }).emotion;

describe("the words reading", () => {
  it.each<[string, CareEmotion]>([
    ["Thank you so much, it is beautiful!", "gratitude"],
    ["I am furious, you are thieves!", "anger"],
    ["My husband passed away last week.", "grief"],
    ["Mein Vater ist gestern verstorben.", "grief"],
    ["Estoy muy preocupada, ¿se ha perdido?", "worry"],
    ["Je suis très déçue de la qualité.", "disappointment"],
    ["Estou farta de esperar, ninguém me responde.", "frustration"],
    ["I'm so confused, which of the two orders is the right one?", "confusion"],
    ["Sorry, my mistake, I feel silly for ordering twice.", "embarrassment"],
    ["Bitte senden Sie mir die Rechnung zu.", "neutral"],
  ])("%s → %s", (text, label) => {
    expect(emotionOf(text).label).toBe(label);
  });

  it("hears a negated joy as none", () => {
    expect(emotionOf("I am not happy with this at all.").label).toBe("disappointment");
  });

  it("does not take thanks in advance for gratitude", () => {
    const { label } = emotionOf(
      "Please send me the invoice for my order. Thank you very much in advance.\nKind regards,\nAnna",
    );
    expect(label).toBe("neutral");
  });

  it("hears sarcasm as frustration", () => {
    expect(emotionOf("Oh great, another automated reply. Thanks for nothing.").label).toBe("frustration");
  });

  it("hears shouting as stronger than the same words said calmly", () => {
    const calm = emotionOf("this is unacceptable.");
    const loud = emotionOf("THIS IS UNACCEPTABLE!!!");
    expect(loud.intensity).toBeGreaterThan(calm.intensity);
  });

  it.each([
    "Πού είναι η παραγγελία μου;",
    "Ble mae fy archeb? Rwy'n aros ers pythefnos ac rwy'n drist iawn.",
    "Agizo langu liko wapi? Nimesubiri wiki mbili na nimekasirika sana.",
    "Nasaan na ang order ko? Dalawang linggo na akong naghihintay at galit na galit ako.",
    "blorf grindle snaxo wimple fratz yondle",
  ])("is not sure in a language nobody trained it for: %s", (text) => {
    expect(emotionOf(text).confidence).toBeLessThanOrEqual(0.45);
  });

  it("gives shares that add up to one and the 28 probabilities", () => {
    const { distribution, goemotions } = emotionOf("Where is my parcel? 😡");
    const sum = Object.values(distribution).reduce((total, share) => total + share, 0);
    expect(sum).toBeCloseTo(1, 1);
    expect(Object.keys(goemotions)).toHaveLength(28);
  });
});
