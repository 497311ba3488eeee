import { describe, expect, it } from "vitest";
import { composedLanguages } from "#app/care/draft/catalogue/catalogue.ts";
import { composeReceipt, type ReceiptToCompose } from "#app/care/review/compose-receipt.ts";

const usual: ReceiptToCompose = {
  language: "en",
  locale: "en-GB",
  form: "formal",
  shop: { id: "s1", name: "Fernweh Supply", timeZone: "Europe/Berlin", domains: ["fernweh.example"] },
  by: new Date("2026-11-24T15:00:00Z"),
  now: new Date("2026-11-24T10:20:00Z"),
};

describe("a receipt", () => {
  it("says that it arrived, by when a person answers, and that no person wrote it", () => {
    expect(composeReceipt(usual)).toMatchObject({
      subject: "Fernweh Supply has your message",
      text: "Thank you for writing to Fernweh Supply. We have received your message.\n\nSomebody of our team will write back to you by Tuesday 24 November at 16:00 CET.\n\nIf you want to add something, simply answer this mail.",
      makerLine: "This receipt was sent automatically. Nobody has read your message yet.",
      promise: "Somebody of our team will write back to you by Tuesday 24 November at 16:00 CET.",
    });
  });

  it("promises nothing where no time can be held", () => {
    const { promise, text } = composeReceipt({ ...usual, by: null });
    expect(promise).toBeNull();
    expect(text).not.toMatch(/\d/u);
  });

  it("is written in the region of who reads it, and by the shop's clock", () => {
    expect(composeReceipt({ ...usual, locale: "en-US" }).text).toContain(
      "Tuesday, November 24 at 4:00 PM GMT+1",
    );
    expect(composeReceipt({ ...usual, language: "de", locale: "de" }).text).toContain(
      "bis Dienstag, 24. November um 16:00 MEZ.",
    );
  });

  it.each(
    composedLanguages.flatMap((language) =>
      (["formal", "friendly"] as const).map((form) => ({ language, form })),
    ),
  )("in $language, $form, passes the guard", ({ language, form }) => {
    for (const by of [usual.by, null]) {
      const made = composeReceipt({ ...usual, language, locale: language, form, by });
      expect(made.checks.filter(({ outcome }) => outcome !== "pass")).toEqual([]);
      expect(made.text).not.toMatch(/none|[{}]/u);
    }
  });
});
