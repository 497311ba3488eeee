import { describe, expect, it } from "vitest";
import { formatDate, formatMoney, localeFor } from "#app/care/draft/format-value.ts";
import { now } from "#app/care/draft/situations.fixture.ts";

describe("values", () => {
  const format = { timeZone: "Europe/Berlin", now };
  it("writes days where the shop is, in the shopper's language", () => {
    const late = "2026-03-01T23:30:00Z";
    expect(formatDate(late, { ...format, locale: "de" })).toBe("2. März");
    expect(formatDate("2026-03-01T10:00:00Z", { ...format, locale: "fr" })).toBe("1er mars");
    expect(formatDate("2025-12-24T10:00:00Z", { ...format, locale: "es" })).toBe("24 de diciembre de 2025");
    expect(formatDate(late, { ...format, locale: "en-GB" })).toBe("2 March");
  });

  it("writes money by its currency", () => {
    expect(formatMoney({ amount: "4800", currency: "JPY" }, "en")).toBe("¥4,800");
    expect(formatMoney({ amount: "1234.5", currency: "EUR" }, "de")).toBe("1.234,50\u00a0€");
  });

  it("takes the order's locale when it is of the reply's language", () => {
    expect(localeFor("en", "en-GB")).toBe("en-GB");
    expect(localeFor("en", "de-DE")).toBe("en");
    expect(localeFor("pt", "pt_BR")).toBe("pt-BR");
    expect(localeFor("en", "en-???")).toBe("en");
  });
});
