import { describe, expect, it } from "vitest";
import { findUntold } from "./find-untold.ts";
import type { SideFact } from "./side-facts.ts";

const facts: SideFact[] = [
  { id: "1:order", kind: "order", value: "#1001", personal: false },
  { id: "1:name", kind: "name", value: "Ada Müller-Berg", personal: true },
  { id: "1:address", kind: "address", value: "Lindenallee 4\n10115\nBerlin", personal: true },
  { id: "1:phone", kind: "phone", value: "+49 (0) 30 1234567", personal: true },
  { id: "1:email", kind: "email", value: "Ada@shopper.example", personal: true },
];
const untold = (text: string, told: string[] = []) => findUntold(text, facts, told).map(({ kind }) => kind);

describe("findUntold", () => {
  it("finds nothing where the order alone is spoken of", () => {
    expect(untold("Order #1001: where is parcel JD0001? It should be in Hamburg by now.")).toEqual([]);
  });

  it.each([
    ["The parcel of Mrs. Müller, please.", "name"],
    ["for ADA, as always", "name"],
    ["Deliver to lindenallee 4.", "address"],
    ["Call 030 / 123 45 67", "phone"],
    ["Write to ada@shopper.example.", "email"],
  ])("finds what nobody chose to tell: %s", (text, kind) => {
    expect(untold(text)).toContain(kind);
  });

  it.each<[string, SideFact["kind"], string]>([
    ["田中太郎様の荷物はどこですか。", "name", "田中太郎"],
    ["田中太郎様の荷物はどこですか。", "name", "太郎 田中"],
    ["田中様の荷物はどこですか。", "name", "田中太郎"],
    ["林様の荷物はどこですか。", "name", "林"],
    ["김민수님의 소포", "name", "김민수"],
    ["配達先は東京都渋谷区神南1-2-3です。", "address", "神南１−２−３\n150-0041\n渋谷区"],
    ["〒1500041に送りました。", "address", "神南1-2-3\n150-0041\n渋谷区"],
    ["メールはada@x.testです", "email", "Ada@x.test"],
    ["The parcel of Li Wu, please.", "name", "Li Wu"],
    ["The parcel of Wu Li, please.", "name", "Li Wu"],
    ["Müllers Paket fehlt.", "name", "Ada Müller"],
    ["Paket fuer Mueller fehlt.", "name", "Ada Müller"],
    ["The parcel of Jose Garcia", "name", "José García"],
    ["Bitte an Hauptstr. 5", "address", "Hauptstraße 5\n10115\nBerlin"],
    ["Bitte in die Haupt-Straße 5", "address", "Hauptstr. 5\n10115\nBerlin"],
    ["To 12 Baker St, please.", "address", "12 Baker Street\nNW1 6XE\nLondon"],
    ["It is sorted by nw16xe.", "address", "12 Baker Street\nNW1 6XE\nLondon"],
    ["Das Paket nach 10115 fehlt.", "address", "Hauptstr. 5\n10115\nBerlin"],
    ["اتصلوا على ٠٣٠ ١٢٣٤٥٦٧", "phone", "+49 (0) 30 1234567"],
    ["Call 030 1234567", "phone", "+٤٩ ٣٠ ١٢٣٤٥٦٧"],
    ["الرمز ١٠١١٥", "address", "Hauptstr. 5\n10115\nBerlin"],
    ["The parcel of OBrien, please.", "name", "Mary O'Brien"],
    ["The parcel of O’Brien, please.", "name", "Mary OBrien"],
    ["Paket von Muellerberg", "name", "Ada Müller-Berg"],
    ["Посылка для Анны не пришла.", "name", "Анна Иванова"],
    ["Где посылка Ивановой?", "name", "Анна Иванова"],
    ["Передайте Сергею.", "name", "Сергей Достоевский"],
    ["Посылка Достоевского", "name", "Сергей Достоевский"],
    ["Лист для Шевченка", "name", "Тарас Шевченко"],
    ["Deliver to rue de la Paix 5.", "address", "5 rue de la Paix\n75002\nParis"],
    ["À livrer 5, rue de la Paix", "address", "rue de la Paix 5\n75002\nParis"],
  ])("finds it in any script, and however it is bent: %s", (text, kind, value) => {
    expect(findUntold(text, [{ id: "1", kind, value, personal: true }], [])).toHaveLength(1);
  });

  it.each<[string, SideFact["kind"], string]>([
    ["A parcel is missing.", "name", "A"],
    ["Ask Lin whether it is wusthof.", "name", "Li Wu"],
    ["Hauptstraße 52 is not meant.", "address", "Hauptstraße 5\n10115\nBerlin"],
    ["Parcel 4101159 is in Berlin.", "address", "Hauptstraße 5\n10115\nBerlin"],
    ["森の荷物です。", "name", "森本健"],
    ["Das Paket kam nicht an.", "name", "An"],
    ["An das Lager: bitte nachsehen.", "name", "An Li"],
    ["Это верно, заказ оплачен.", "name", "Вера"],
    ["Аннотация приложена.", "name", "Анна"],
    ["Rue de la Paix is not meant.", "address", "5 rue de la Paix\n75002\nParis"],
    ["Parcel 1234567 of 890", "phone", "+49 30 7654321"],
  ])("takes nothing else for it: %s", (text, kind, value) => {
    expect(findUntold(text, [{ id: "1", kind, value, personal: true }], [])).toEqual([]);
  });

  it("does not take a part of another word for a name", () => {
    expect(untold("The adapter and the canada label are missing.")).toEqual([]);
  });

  it("takes what was chosen of one order for chosen of the other", () => {
    const again: SideFact = { id: "2:name", kind: "name", value: "ada müller-berg", personal: true };
    expect(findUntold("Ada", [...facts, again], ["1:name"])).toEqual([]);
  });

  it("lets through what was ticked, and only that", () => {
    expect(untold("Ada, Lindenallee 4", ["1:name"])).toEqual(["address"]);
    expect(untold("Ada, Lindenallee 4", ["1:name", "1:address"])).toEqual([]);
  });
});
