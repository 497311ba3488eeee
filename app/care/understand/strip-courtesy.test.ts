import { expect, it } from "vitest";
import { stripCourtesy } from "./strip-courtesy.ts";

it.each([
  [
    "en",
    "Could you send me the invoice? Thank you so much for your kind help.",
    "Could you send me the invoice?",
  ],
  ["en", "Would you be so kind as to cancel it?", "cancel it?"],
  ["en", "It is too small, I'm afraid. Can I return it?", "It is too small .\nCan I return it?"],
  [
    "de",
    "Können Sie mir die Rechnung schicken? Haben Sie vielen Dank.",
    "Können Sie mir die Rechnung schicken?",
  ],
  ["de", "Wären Sie so nett, nachzufragen?", ", nachzufragen?"],
  ["es", "¿Me pueden enviar la factura? Muchísimas gracias.", "¿Me pueden enviar la factura?"],
  ["fr", "Pourriez-vous vérifier ? Je vous remercie infiniment.", "Pourriez-vous vérifier ?"],
  ["pt", "Podem verificar? Muito obrigada.", "Podem verificar?"],
  ["it", "Potete controllare? Grazie mille.", "Potete controllare?"],
  ["nl", "Kunt u dit nakijken? Hartelijk dank.", "Kunt u dit nakijken?"],
  ["pl", "Czy mogą Państwo sprawdzić? Bardzo dziękuję.", "Czy mogą Państwo sprawdzić?"],
  ["ro", "Puteți verifica? Vă mulțumesc mult.", "Puteți verifica?"],
  ["sv", "Kan ni kontrollera? Tusen tack.", "Kan ni kontrollera?"],
  ["ru", "Можете проверить? Большое спасибо.", "Можете проверить?"],
  ["uk", "Можете перевірити? Щиро дякую.", "Можете перевірити?"],
  ["hi", "क्या आप देख सकते हैं? बहुत धन्यवाद।", "क्या आप देख सकते हैं?"],
  ["ja", "確認できますか？どうぞよろしくお願いいたします。", "確認できますか？"],
])("takes the manners out of a request, %s: %s", (language, text, kept) => {
  expect(stripCourtesy(text, language).kept).toBe(kept);
});

it.each([
  ["en", "The vase is beautiful. Thank you so much!"],
  ["en", "Thank you so much for the quick delivery. I love it."],
  ["de", "Die Vase ist wunderschön. Haben Sie vielen Dank!"],
  ["en", "I am afraid of losing it."],
])("leaves thanks that are the message, and feelings, %s: %s", (language, text) => {
  expect(stripCourtesy(text, language).kept.replaceAll("\n", " ")).toBe(text);
});
