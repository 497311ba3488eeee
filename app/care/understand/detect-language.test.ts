import { expect, it } from "vitest";
import { detectLanguage } from "./detect-language.ts";

it.each([
  ["Where is my order?", "en"],
  ["Meine Bestellung ist kaputt angekommen", "de"],
  ["Quiero un reembolso", "es"],
  ["Je voudrais changer l'adresse", "fr"],
  ["Gostaria de cancelar meu pedido", "pt"],
  ["Dov'è il mio pacco?", "it"],
  ["Waar blijft mijn pakket?", "nl"],
  ["注文はいつ届きますか", "ja"],
])("%s is %s", (text, language) => {
  expect(detectLanguage(text)).toBe(language);
});

it("lends the expected region when the language agrees", () => {
  expect(detectLanguage("Gostaria de cancelar meu pedido", ["pt-BR"])).toBe("pt-BR");
});

it("goes by the expected language where there are too few letters, and else says it does not know", () => {
  expect(detectLanguage("#1023 ??", ["de"])).toBe("de");
  expect(detectLanguage("#1023 ??")).toBe("und");
});

it("does not let the expected language talk over a clear text", () => {
  expect(detectLanguage("Wo bleibt meine Bestellung, ich warte seit Wochen", ["en"])).toBe("de");
});
