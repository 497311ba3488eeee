import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fold } from "./fold.ts";
import { isDayOf, meantDay, writtenDays } from "./written-days.ts";

const read = (text: string, language: string) =>
  writtenDays(fold(text), language).map(({ readings }) =>
    readings.map(({ year, month, day }) => `${year ?? "?"}-${month ?? "?"}-${day}`).join(" or "),
  );

describe("days as people write them", () => {
  it.each([
    ["en", "you said it would come on 12 May", ["?-5-12"]],
    ["en", "I ordered on May 12th, 2026", ["2026-5-12"]],
    ["en", "ordered on the 3rd of November", ["?-11-3"]],
    ["en", "I ordered on the 3rd and again on Nov 5", ["?-?-3", "?-11-5"]],
    ["en", "It was due 05/12", ["?-12-5 or ?-5-12"]],
    ["en", "It was due 05/05", ["?-5-5"]],
    ["en", "It was due 25/12/2026", ["2026-12-25"]],
    ["en", "It was due 12/25/26", ["2026-12-25"]],
    ["en", "placed 2026-11-03", ["2026-11-3"]],
    ["de", "am 12.05. bestellt", ["?-5-12"]],
    ["de", "am 12. Mai bestellt", ["?-5-12"]],
    ["de", "am 3.11.26 bestellt", ["2026-11-3"]],
    ["de", "am 3. bestellt", ["?-?-3"]],
    ["de", "bis 24.12 brauche ich es", ["?-12-24"]],
    ["es", "lo pedí el 3 de mayo de 2026", ["2026-5-3"]],
    ["es", "lo pedí el día 3", ["?-?-3"]],
    ["fr", "commandé le 3 mai", ["?-5-3"]],
    ["fr", "commandé le 05/12", ["?-12-5"]],
    ["fr", "le 1er août", ["?-8-1"]],
    ["pt", "encomendei a 12 de março", ["?-3-12"]],
    ["it", "ordinato il 3 maggio", ["?-5-3"]],
    ["nl", "besteld op 3 mei", ["?-5-3"]],
    ["pl", "zamówiłam 3 maja", ["?-5-3"]],
    ["ru", "заказал 12 мая 2026", ["2026-5-12"]],
    ["uk", "замовила 3 січня", ["?-1-3"]],
    ["ro", "am comandat pe 3 iunie", ["?-6-3"]],
    ["sv", "beställde den 3 maj", ["?-5-3"]],
    ["ja", "5月12日に注文しました", ["?-5-12"]],
    ["hi", "मैंने 12 मई को ऑर्डर किया", ["?-5-12"]],
  ])("%s: %s", (language, text, expected) => {
    expect(read(text, language)).toEqual(expected);
  });

  it.each([
    ["en", "I ordered 2 mugs and 3 plates"],
    ["en", "the 3rd time I write"],
    ["en", "on the 3rd parcel"],
    ["en", "it came 1-2 days late, 2/3 of it broken"],
    ["en", "it was 49.90 and weighs 12.05 kg"],
    ["en", "call me at 10:30 on +49 170 1234567"],
    ["de", "es hat 12.05 € gekostet, um 18.30 Uhr"],
    ["de", "am 31.02. und am 45.13."],
    ["fr", "pour la 2e fois, 12,05 €"],
    ["en", "tracking 00340434161094042557, order #20261103"],
  ])("%s: no day in %s", (language, text) => {
    expect(read(text, language)).toEqual([]);
  });
});

it.each([
  ["12 May", "2026-05-12T22:30:00Z", "yes"],
  ["12 May", "2026-05-13T09:00:00Z", "yes"],
  ["12 May", "2026-05-14T09:00:00Z", "no"],
  ["30 December", "2027-01-01T00:00:00Z", "no"],
  ["31 December", "2027-01-01T00:00:00Z", "yes"],
  ["05/12", "2026-12-05T09:00:00Z", "maybe"],
  ["05/06", "2026-05-06T09:00:00Z", "maybe"],
  ["05/12", "2026-08-01T09:00:00Z", "no"],
  ["on the 3rd", "2026-11-03T09:00:00Z", "yes"],
  ["on the 3rd", "2026-11-10T09:00:00Z", "no"],
  ["12 May 2025", "2026-05-12T09:00:00Z", "no"],
] as const)("%s is the day of %s: %s", (text, at, expected) => {
  const [day] = writtenDays(fold(text), "en");
  expect(day && isDayOf(day, Date.parse(at))).toBe(expected);
});

it("never takes longer than it should, and never gives a day that does not exist", () => {
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom(...Array.from("0123456789./- ,年月日maymai")), maxLength: 400 }),
      (text) => {
        for (const language of ["en", "de", "fr", "ja"])
          for (const { readings } of writtenDays(text, language))
            for (const reading of readings)
              expect(Number.isFinite(meantDay(reading, Date.UTC(2026, 10, 21)))).toBe(true);
      },
    ),
  );
});
