import { describe, expect, it } from "vitest";
import { occasionOf, type OrderNotes } from "./occasion.ts";

const read = (given: OrderNotes) => {
  const { gift, neededBy } = occasionOf({ placedAt: "2026-12-01T10:00:00Z", ...given });
  return [gift, neededBy === null ? null : new Date(neededBy - 1).toISOString().slice(0, 10)];
};

describe("what an order's note, tags and attributes say", () => {
  it.each<[string, OrderNotes, ...[gift: boolean, neededBy: string | null]]>([
    ["nothing", {}, false, null],
    ["an ordinary note", { note: "Please leave it with the neighbour at number 24." }, false, null],
    ["a gift", { note: "This is a gift, please leave the invoice out" }, true, null],
    ["ein Geschenk", { note: "Bitte als Geschenk verpacken", locale: "de" }, true, null],
    ["a gift card bought", { tags: ["gift-card"] }, false, null],
    ["no gift wrap", { note: "no gift wrap please" }, false, null],
    ["an unticked box", { attributes: [{ name: "Gift wrap", value: "false" }] }, false, null],
    ["a ticked box", { attributes: [{ name: "Gift wrap", value: "Yes" }] }, true, null],
    [
      "a message on a card",
      { attributes: [{ name: "gift_message", value: "Happy day, Lina!" }] },
      true,
      null,
    ],
    ["nicht als Geschenk", { note: "Bitte nicht als Geschenk einpacken" }, false, null],
    ["подарок", { note: "Это подарок маме" }, true, null],
    ["подарунок", { note: "Це подарунок" }, true, null],
    ["プレゼント", { note: "プレゼント用です" }, true, null],
    ["उपहार", { note: "यह उपहार है" }, true, null],
    ["prezent", { note: "To prezent na urodziny" }, true, null],
    ["cadeau", { note: "C'est un cadeau d'anniversaire" }, true, null],
    ["regalo", { note: "Es un regalo de cumpleaños" }, true, null],
    ["presente", { note: "É um presente para a minha mãe" }, true, null],
    ["a tag with a day", { tags: ["vip", "needed-by-2026-12-24"] }, false, "2026-12-24"],
    ["a tag with a day, its own way", { tags: ["Needed by 2026-12-20"] }, false, "2026-12-20"],
    ["a tag that only holds a day", { tags: ["import-2026-12-20"] }, false, null],
    [
      "a delivery date",
      { attributes: [{ name: "Delivery Date", value: "2026-12-18" }] },
      false,
      "2026-12-18",
    ],
    [
      "ein Wunschtermin",
      { attributes: [{ name: "Wunschtermin", value: "18.12.2026" }], locale: "de" },
      false,
      "2026-12-18",
    ],
    [
      "a birthday with its day",
      { note: "Geburtstag am 20.12., bitte rechtzeitig!", locale: "de" },
      true,
      "2026-12-20",
    ],
    ["needed by a day", { note: "Needed by 24 December, thank you." }, false, "2026-12-24"],
    ["a day early next year", { note: "needed before 6 January" }, false, "2027-01-06"],
    ["an ambiguous day, the later reading", { note: "I need it by 12/11" }, false, "2026-12-11"],
    ["the earliest of two", { note: "by 24 December", tags: ["needed-by-2026-12-20"] }, false, "2026-12-20"],
    ["a day long gone", { note: "as with my order of 3 May 2024, by courier" }, false, null],
    ["誕生日", { note: "誕生日なので12月20日までにお願いします", locale: "ja" }, true, "2026-12-20"],
  ])("%s", (_, given, ...expected) => {
    expect(read(given)).toEqual(expected);
  });
});
