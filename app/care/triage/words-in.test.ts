import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { says, wordsIn, wordsOf } from "./words-in.ts";

const finds = (phrase: string, text: string) => says(wordsIn(text), wordsOf(phrase));

describe("words in a text", () => {
  it.each([
    ["refund", "I want a REFUND, now!", true],
    ["refund", "I was refunded already", false],
    ["gift card", "Is the gift-card still valid?", true],
    ["gift card", "a card with the gift", false],
    ["réclamation", "Une reclamation, svp", true],
    ["reclamacion", "Quiero poner una RECLAMACIÓN", true],
    ["größe", "Falsche GROESSE? Nein, falsche Grösse", true],
    ["strasse", "Meine Straße stimmt nicht", true],
    ["возврат", "Где мой Возврат?", true],
    ["возврат", "возвратить", false],
    ["キャンセル", "注文をキャンセルしたいです", true],
    ["ｷｬﾝｾﾙ", "注文をキャンセルしたいです", true],
    ["返品", "返金してください", false],
    ["취소", "주문을 취소해 주세요", true],
    ["ยกเลิก", "ขอยกเลิกคำสั่งซื้อ", true],
    ["वापसी", "मुझे वापसी चाहिए", true],
    ["استرداد", "أريد استرداد المبلغ", true],
    ["החזר", "אני רוצה החזר כספי", true],
    ["👎", "Not good 👎👎", true],
    ["don't like", "I really don’t like it", true],
    ["order 1001", "About order #1001:", true],
    ["a b a c", "a b a b a c", true],
  ])("%s in “%s”: %s", (phrase, text, found) => {
    expect(finds(phrase, text)).toBe(found);
  });

  it("are none where nothing is a word", () => {
    expect(wordsOf(" … !? ")).toEqual([]);
    expect(finds("!?", "What!?")).toBe(false);
  });

  it("stand together wherever they stand, and are found however often what comes before is like them", () => {
    const words = fc.array(fc.constantFrom("a", "b"), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(fc.array(fc.constantFrom("a", "b", "c"), { maxLength: 30 }), words, (text, phrase) => {
        const plain = ` ${text.join(" ")} `.includes(` ${phrase.join(" ")} `);
        expect(finds(phrase.join(" "), text.join(", "))).toBe(plain);
      }),
    );
  });

  it("are found the same however they are composed", () => {
    fc.assert(
      fc.property(fc.constantFrom("café crème", "größe", "возврат ещё", "キャンセル"), (phrase) => {
        for (const form of ["NFC", "NFD", "NFKC", "NFKD"] as const)
          expect(finds(phrase.normalize(form), `… ${phrase.toUpperCase()} …`)).toBe(true);
      }),
    );
  });

  it("cost no more for a text that is made to be slow", () => {
    const text = wordsIn("a ".repeat(3_000));
    const began = performance.now();
    for (let n = 0; n < 200; n += 1) says(text, [...Array.from({ length: 99 }, () => "a"), "b"]);
    for (let n = 0; n < 200; n += 1)
      expect(
        says(
          text,
          Array.from({ length: 50 }, () => "a"),
        ),
      ).toBe(true);
    expect(performance.now() - began).toBeLessThan(2_000);
  });
});
