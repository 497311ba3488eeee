import { describe, expect, it } from "vitest";
import { isOwnWork, makerLine } from "#app/care/draft/maker-line.ts";

const draftText =
  "Hi Anna,\n\nYour order #1001 is on its way with DHL. The last scan was on March 19 in Leipzig.\n\nBest wishes";
const line = (sentText: string, language = "en") => makerLine({ language, name: "Mia", draftText, sentText });

describe("makerLine", () => {
  it("says that AI drafted what was sent as it was, and what was edited", () => {
    expect(line(draftText)).toBe("Drafted with AI, checked by Mia.");
    expect(line(draftText.replace("Leipzig.", "Leipzig. I called the depot and they found it."))).toBe(
      "Drafted with AI, checked by Mia.",
    );
    expect(line("Your order #1001 is on its way with DHL.")).toBe("Drafted with AI, checked by Mia.");
  });

  it("says nothing of AI when a person wrote it all", () => {
    const own =
      "Hi Anna,\n\nI just spoke to the depot: they will bring the blanket round tonight, sorry about the mess.\n\nBest wishes";
    expect(line(own)).toBeNull();
    expect(isOwnWork("", own)).toBe(true);
  });

  it("tells a Japanese text of one's own from an edited one, though it has no spaces", () => {
    const drafted =
      "山田 太郎様\n\nお問い合わせいただき、ありがとうございます。ご注文（#1001）は、現在DHLにて配送中です。配送状況の最新の更新は3月19日（Leipzig）です。\n\nどうぞよろしくお願いいたします。";
    const edited = drafted.replace("配送中です。", "配送中です。営業所に電話で確認しました。");
    const own =
      "山田様\n\n先ほど営業所の者と話しました。毛布は今夜うちの車でお持ちしますので、玄関先に置かせてください。ばたばたしてしまい申し訳ございません。\n\n店長の佐藤より";
    expect(isOwnWork(drafted, drafted)).toBe(false);
    expect(isOwnWork(drafted, edited)).toBe(false);
    expect(isOwnWork(drafted, own)).toBe(true);
  });

  it("counts a text too short to tell as the draft's", () => {
    expect(isOwnWork(draftText, "Done.")).toBe(false);
  });

  it.each([
    ["de", "Mit KI entworfen, geprüft von Mia."],
    ["es", "Redactado con IA, revisado por Mia."],
    ["fr", "Rédigé avec l’aide d’une IA, vérifié par Mia."],
    ["pt-BR", "Redigido com IA, revisado por Mia."],
    ["it", "Testo preparato con l’IA, verificato da Mia."],
    ["nl", "Opgesteld met AI, gecontroleerd door Mia."],
    ["ja", "AIで下書きし、Miaが確認しました。"],
    ["pl", "Drafted with AI, checked by Mia."],
  ])("speaks %s", (language, expected) => {
    expect(line(draftText, language)).toBe(expected);
  });

  it("keeps a name to one line", () => {
    expect(makerLine({ language: "en", name: "Mia\nBcc: x", draftText, sentText: draftText })).toBe(
      "Drafted with AI, checked by Mia Bcc: x.",
    );
  });
});
