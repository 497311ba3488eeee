import { expect, it } from "vitest";
import { crossCheck } from "#app/care/understand/cross-check.ts";
import type { CareEmotion, EmotionReading } from "#app/care/understand/reading.ts";
import { asSentence } from "#app/components/labels.ts";
import en from "#app/words/en.json" with { type: "json" };
import { brokenPromise, event, late, parcel, readRecord } from "#tests/factories/recorded-order.ts";
import { english } from "#tests/setup/english.ts";
import { readingWhy } from "./reading-why.ts";

const voice = (label: CareEmotion, confidence: number): EmotionReading => ({
  label,
  intensity: 0.5,
  confidence,
});
const texts = [
  null,
  ...(["anger", "worry", "gratitude", "neutral", "sadness"] as const).flatMap((label) => [
    ...[0.2, 0.4, 0.6, 0.9].map((confidence) => voice(label, confidence)),
  ]),
];
const often = { contacts: 4, earlierOrders: 0 };
const records = [
  null,
  { ...voice("worry", 0.6) },
  readRecord({}),
  readRecord({ ...late("2026-11-09T00:00:00Z"), note: "Geburtstag!" }, { ...often, ...brokenPromise }),
  readRecord(late("2026-11-15T00:00:00Z")),
  readRecord({ ...late("2026-11-09T00:00:00Z"), note: "needed by 14 November" }),
  readRecord({ note: "needed by 22 November" }),
  readRecord(parcel({ deliveredAt: "2026-11-20T00:00:00Z", estimatedDeliveryAt: "2026-11-05T00:00:00Z" })),
  readRecord(parcel({ deliveredAt: "2026-11-20T00:00:00Z" })),
  readRecord(parcel({ events: [event("failure", "2026-11-20T00:00:00Z")] })),
  readRecord(parcel({ events: [event("attempted_delivery", "2026-11-20T00:00:00Z")] })),
  readRecord(parcel({ events: [event("in_transit", "2026-11-01T00:00:00Z")] })),
  readRecord(
    parcel({ events: ["2026-11-18", "2026-11-19"].map((day) => event("delayed", `${day}T00:00:00Z`)) }),
  ),
  readRecord({ placedAt: "2026-11-01T00:00:00Z" }),
  readRecord({
    placedAt: "2026-11-01T00:00:00Z",
    fulfillmentStatus: "partial",
    fulfillments: [{ id: "f", events: [], deliveredAt: "2026-11-05T00:00:00Z", status: "success" }],
  }),
  readRecord({ cancelledAt: "2026-11-20T00:00:00Z", financialStatus: "paid" }),
  readRecord({ cancelledAt: "2026-11-20T00:00:00Z" }),
  readRecord({ returns: [{ id: "r", status: "open", reason: "WRONG_ITEM" }] }),
  readRecord({ returns: [{ id: "r", status: "open" }] }),
  ...["2026-11-20", "2026-11-15", "2026-11-01"].map((day) =>
    readRecord({ financialStatus: "paid", refunds: [{ id: "r", at: `${day}T00:00:00Z`, amount: null }] }),
  ),
  readRecord({}, { contacts: 3 }),
  readRecord({}, brokenPromise),
  readRecord({ financialStatus: "partially_refunded" }),
  ...[
    late("2026-11-09T00:00:00Z"),
    parcel({ deliveredAt: "2026-11-20T00:00:00Z" }),
    { cancelledAt: "2026-11-20T00:00:00Z", financialStatus: "paid" },
  ].map((given) => readRecord({ placedAt: "2026-11-05T00:00:00Z", note: "needed by 14 November", ...given })),
  readRecord({ placedAt: "2026-11-05T00:00:00Z", ...parcel({ deliveredAt: "2026-11-10T00:00:00Z" }) }),
];

it("says by its code what the reading says in English", () => {
  const said = new Set<string>();
  const grounds = [{}, { suspect: true }, { grave: true }];
  for (const words of texts)
    for (const model of texts)
      for (const record of records)
        for (const ground of grounds) {
          const { why, because } = crossCheck({ words, model, record, ...ground });
          said.add(`reading.why.${because.rule}`);
          if (because.shows) said.add(`reading.shows.${because.shows.code}`);
          for (const one of because.shows?.more ?? []) said.add(`reading.weighs.${one}`);
          expect(readingWhy(english, { why: "Kept in English", because })).toBe(asSentence(why));
        }
  const all = Object.keys(en).filter((key) => /^reading\.(?:why|shows|weighs)\./u.test(key));
  const parts = ["reading.why.weak", "reading.why.after", "reading.why.plain", "reading.why.sentence"].concat(
    "reading.shows.with",
  );
  expect(all.filter((key) => !said.has(key) && !parts.includes(key))).toEqual([]);
  expect([...said].filter((key) => !all.includes(key))).toEqual([]);
});

it("says what made it more urgent, and what was kept before there were codes", () => {
  const because = { rule: "text_alone", words: "worry", after: "anger" } as const;
  expect(readingWhy(english, { why: "", because })).toBe(
    "The words sound like worry; more urgent because an earlier message showed anger.",
  );
  expect(readingWhy(english, { why: "the words sound like joy" })).toBe("The words sound like joy.");
  expect(readingWhy(english, { why: "as it was", because: { rule: "unheard_of" } })).toBe("As it was.");
});
