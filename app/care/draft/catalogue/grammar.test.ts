import { describe, expect, it } from "vitest";
import { goOnAfterGreeting, joinSentences, joinValues } from "#app/care/draft/catalogue/grammar.ts";
import {
  formatCounted,
  formatDate,
  formatList,
  formatMoney,
  formatNoted,
} from "#app/care/draft/format-value.ts";

describe("how a value changes the word before it", () => {
  it.each([
    ["La consegna è prevista per il 8 aprile.", "La consegna è prevista per l’8 aprile."],
    ["Non ci sono notizie dal 11 marzo.", "Non ci sono notizie dall’11 marzo."],
    ["Il 8 marzo", "L’8 marzo"],
    ["L’ultimo aggiornamento è del 11 marzo.", "L’ultimo aggiornamento è dell’11 marzo."],
    ["L’ordine è del 18 marzo e il 1º aprile arriva.", "L’ordine è del 18 marzo e il 1º aprile arriva."],
  ])("%s", (written, right) => {
    expect(joinValues(written, "it")).toBe(right);
    expect(joinValues(written, "es")).toBe(written);
  });
});

describe("after the greeting", () => {
  it("German and Italian go on in lower case, but not with a name", () => {
    expect(goOnAfterGreeting("L’ordine #1 è partito.", "it")).toBe("l’ordine #1 è partito.");
    expect(goOnAfterGreeting("DHL ha provato.", "it")).toBe("DHL ha provato.");
    expect(goOnAfterGreeting("Bestelling #1 is onderweg.", "nl")).toBe("Bestelling #1 is onderweg.");
    expect(goOnAfterGreeting("Die Bestellung", "de")).toBe("die Bestellung");
  });
});

describe("sentences of a paragraph", () => {
  it("are joined by a space, in Japanese by nothing, and after a link by a new line", () => {
    expect(joinSentences(["One.", "Two."], "it")).toBe("One. Two.");
    expect(joinSentences(["一。", "二。"], "ja")).toBe("一。二。");
    expect(joinSentences(["こちら：https://a.example/x", "二。"], "ja")).toBe(
      "こちら：https://a.example/x\n二。",
    );
  });
});

describe("values", () => {
  const now = new Date("2026-03-20T10:00:00Z");
  const on = (locale: string, iso: string) => formatDate(iso, { locale, timeZone: "Europe/Rome", now });

  it("dates", () => {
    expect(on("it", "2026-04-01T09:00:00Z")).toBe("1º aprile");
    expect(on("it-CH", "2025-12-11T09:00:00Z")).toBe("11 dicembre 2025");
    expect(on("nl", "2026-03-01T09:00:00Z")).toBe("1 maart");
    expect(on("ja-JP", "2026-03-12T09:00:00Z")).toBe("3月12日");
    expect(on("ja", "2025-03-12T09:00:00Z")).toBe("2025年3月12日");
  });

  it("money", () => {
    const plain = (text: string) => text.replaceAll(/[\u00a0\u202f]/gu, " ");
    expect(plain(formatMoney({ amount: "1234.5", currency: "EUR" }, "it"))).toBe("1234,50 €");
    expect(plain(formatMoney({ amount: "1234.5", currency: "EUR" }, "nl"))).toBe("€ 1.234,50");
    expect(formatMoney({ amount: "4800", currency: "JPY" }, "ja-JP")).toBe("4,800円");
    expect(formatMoney({ amount: "24.5", currency: "EUR" }, "ja")).toBe("€24.50");
  });

  it("lists, counts and notes", () => {
    expect(formatList(["毛布", "皿", "鉢"], "ja")).toBe("毛布、皿、鉢");
    expect(formatList(["a", "b", "c"], "nl")).toBe("a, b en c");
    expect(formatCounted(2, "マグカップ", "ja-JP")).toBe("マグカップ × 2");
    expect(formatCounted(2, "Mug", "it")).toBe("2 × Mug");
    expect(formatNoted("#1001", "3月9日", "ja")).toBe("#1001（3月9日）");
  });
});
