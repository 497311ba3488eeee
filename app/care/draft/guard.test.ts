import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { composedLanguages } from "#app/care/draft/catalogue/catalogue.ts";
import { composeDraft, type DraftInput } from "#app/care/draft/compose-draft.ts";
import { knownFacts, type Check } from "#app/care/draft/draft.ts";
import { checkEdit, checkText, isBlocked } from "#app/care/draft/guard.ts";
import { cases, inputs, type Case } from "#app/care/draft/situations.fixture.ts";

const SHOP = ["fernweh.example"];

/** What a text tells changes what is asked (already-told.ts). */
const TEXTS = [
  "",
  "Nothing at my door, nothing with the neighbours.",
  "The blanket is too big. What was the total?",
  "My wife died on Sunday.",
];

function draftOf(given: Case, language: string, { messageId = "m1", text = "" } = {}) {
  const { facts, reading } = inputs(given, language);
  const input: DraftInput = {
    facts: { ...facts, message: { ...facts.message, id: messageId } },
    reading: { ...reading, language },
    text,
    voice: "friendly",
    shopDomains: SHOP,
    seesAllOrders: true,
  };
  return composeDraft(input).content;
}

const blocks = (checks: Check[]) => checks.filter(({ outcome }) => outcome === "block");
const aCase = fc.constantFrom(...Object.keys(cases)).map((name) => cases[name] as Case);
const aLanguage = fc.constantFrom(...composedLanguages);

describe("a composed draft", () => {
  it("passes, in every language, situation and variant", () => {
    fc.assert(
      fc.property(
        aCase,
        aLanguage,
        fc.record({ messageId: fc.uuid(), text: fc.constantFrom(...TEXTS) }),
        (given, language, more) => {
          expect(blocks(draftOf(given, language, more).checks)).toEqual([]);
        },
      ),
      { numRuns: 800 },
    );
  });

  it("passes as a person's text too, when nothing was changed", () => {
    fc.assert(
      fc.property(aCase, aLanguage, (given, language) => {
        const draft = draftOf(given, language);
        expect(blocks(checkEdit(draft, draft.text))).toEqual([]);
      }),
    );
  });
});

describe("a composed draft from any record", () => {
  const title = fc.constantFrom(
    "Mug (350 ml)",
    "Gift card",
    "T-Shirt *free* of charge",
    "Level 2 set, 3 pieces",
    "Noël – boîte n° 5",
    "May 5 poster",
    "100% wool",
    "Guarantee+ 24",
    "DHL box",
  );
  const carrier = fc.constantFrom("DHL", "UPS", "Royal Mail", "Colis Privé 24", "Österreichische Post", null);
  const code = fc.stringMatching(/^[A-Z0-9][A-Z0-9 -]{6,20}[A-Z0-9]$/u);
  const money = fc.record({
    amount: fc.integer({ min: 1, max: 9_999_999 }).map((cents) => (cents / 100).toFixed(2)),
    currency: fc.constantFrom("EUR", "USD", "GBP", "JPY", "CHF", "SEK", "INR", "BRL", "PLN"),
  });
  const day = fc
    .date({ min: new Date("2025-01-01"), max: new Date("2026-03-19"), noInvalidDate: true })
    .map((at) => at.toISOString());
  const locale = fc.constantFrom(
    "en-US",
    "en-GB",
    "de-CH",
    "fr-CA",
    "es-MX",
    "pt-PT",
    "pt-BR",
    "ja-JP",
    "it-IT",
    "nl-BE",
    "not a locale",
    null,
  );

  it("passes, whatever titles, carriers, amounts, days and numbers say", () => {
    const record = fc.record({ title, carrier, code, money, day, locale, placed: day });
    fc.assert(
      fc.property(aCase, aLanguage, record, (given, language, one) => {
        const { facts, reading } = inputs(given, language);
        const orders = facts.orders.map((order) => ({
          ...order,
          placedAt: one.placed,
          locale: one.locale,
          total: one.money,
          lines: [{ id: "1", title: one.title, quantity: 2, price: null }],
          refunds: order.refunds.map((refund) => ({ ...refund, amount: one.money, at: one.day })),
          fulfillments: order.fulfillments.map((parcel) => ({
            ...parcel,
            trackingCompany: one.carrier,
            trackingNumber: one.code,
            trackingUrl: null,
            estimatedDeliveryAt: one.day,
          })),
        }));
        const input = {
          facts: { ...facts, orders },
          reading: { ...reading, language },
          text: "",
          voice: "formal" as const,
          shopDomains: SHOP,
          seesAllOrders: true,
        };
        const { content } = composeDraft(input);
        expect({ text: content.text, blocks: blocks(content.checks) }).toEqual({
          text: content.text,
          blocks: [],
        });
      }),
      { numRuns: 500 },
    );
  });
});

describe("one changed digit", () => {
  const digits = /\d/gu;

  it("in a tracking number, amount, date, order number or link blocks", () => {
    fc.assert(
      fc.property(
        aCase,
        aLanguage,
        fc.tuple(fc.nat(), fc.integer({ min: 1, max: 9 })),
        (given, language, [at, by]) => {
          const draft = draftOf(given, language);
          const places = [...draft.text.matchAll(digits)].map(({ index }) => index);
          fc.pre(places.length > 0);
          const place = places[at % places.length] ?? 0;
          const digit = String((Number(draft.text[place]) + by) % 10);
          const mutated = draft.text.slice(0, place) + digit + draft.text.slice(place + 1);
          expect({ mutated, blocked: isBlocked(checkEdit(draft, mutated)) }).toEqual({
            mutated,
            blocked: true,
          });
        },
      ),
      { numRuns: 500 },
    );
  });
});

describe("checkText", () => {
  const draft = draftOf(cases["where is it, in transit"] as Case, "en");
  const edited = (extra: string) =>
    blocks(checkEdit(draft, `${draft.text}\n${extra}`)).map(({ rule }) => rule);

  it.each([
    ["It costs €12.00.", "money"],
    ["Das kostet 12,00 €.", "money"],
    ["It will be with you on April 2.", "date"],
    ["Es kommt am 2. April 2026.", "date"],
    ["Il arrive le 2/4/2026.", "date"],
    ["See https://evil.example/track", "link"],
    ["See www.fernweh.example.evil.example/x", "link"],
    ["See https://fernweh.example@evil.example/", "link"],
    ["Write to anna@other.example.", "email"],
    ["It takes 12 hours.", "number"],
    ["It takes three weeks.", "number"],
    ["Das dauert zwei Wochen.", "number"],
    ["FedEx has it now.", "carrier"],
    ["Your order #1002 is here.", "number"],
    ["We guarantee it will arrive.", "promise"],
    ["Wir erstatten den Betrag.", "promise"],
    ["Te reembolsaremos el importe.", "promise"],
    ["Nous vous rembourserons.", "promise"],
    ["Vamos dar um desconto.", "promise"],
    ["We have refunded you.", "done"],
    ["Wir haben die Bestellung storniert.", "done"],
    ["Costa 12,00 €.", "money"],
    ["Arriva l’8 aprile.", "date"],
    ["Ci vogliono tre settimane.", "number"],
    ["Le rimborseremo tutto.", "promise"],
    ["Riceverà un buono sconto.", "promise"],
    ["Abbiamo annullato l’ordine.", "done"],
    ["Dat kost € 12,00.", "money"],
    ["Het komt op 2 april.", "date"],
    ["Dat duurt twee weken.", "number"],
    ["We betalen het bedrag terug.", "promise"],
    ["Je krijgt korting.", "promise"],
    ["We hebben het bedrag terugbetaald.", "done"],
    ["料金は4,800円です。", "money"],
    ["お届けは4月2日です。", "date"],
    ["二週間ほどかかります。", "number"],
    ["お届けまで12時間かかります。", "number"],
    ["ご注文は#1002です。", "number"],
    ["お荷物は佐川急便にございます。", "carrier"],
    ["全額返金いたします。", "promise"],
    ["必ずお届けします。", "promise"],
    ["返金いたしました。", "done"],
    ["ご注文をキャンセルいたしました。", "done"],
  ])("blocks %j", (extra, rule) => {
    expect(edited(extra)).toContain(rule);
  });

  it.each([
    "The parcel 0034 0434 1610 9404 2557 is with DHL.",
    "It was scanned on 19 March 2026 in Leipzig.",
    "Zuletzt gescannt am 19.03.2026.",
    "Dernier scan le 19/3.",
    "Our pages: https://www.fernweh.example/help",
    "Sorry again for the trouble.",
    "Order 1001 has the Wool blanket.",
    "L’ultima scansione è del 19 marzo 2026.",
    "De laatste scan was op 19 maart in Leipzig.",
    "最終更新は2026年3月19日です。",
    "3月19日にLeipzigで更新されています。",
    "ご注文#1001はDHLにて配送中です。申し訳ございません。",
  ])("lets a person write %j", (extra) => {
    expect(edited(extra)).toEqual([]);
  });

  it("warns of a person's own feelings and of days by name, and blocks a machine's", () => {
    const warned = checkEdit(draft, `${draft.text}\nI feel with you. It comes on Friday.`).filter(
      ({ outcome }) => outcome === "warn",
    );
    expect(warned.map(({ rule }) => rule)).toEqual(expect.arrayContaining(["inner_state", "deadline"]));
    for (const own of [
      "Capisco bene la rabbia. Arriva venerdì.",
      "Ik begrijp hoe dat voelt. Het komt vrijdag.",
      "お気持ちお察しいたします。金曜日に届きます。",
    ]) {
      const rules = checkEdit(draft, `${draft.text}\n${own}`)
        .filter(({ outcome }) => outcome === "warn")
        .map(({ rule }) => rule);
      expect({ own, rules }).toEqual({ own, rules: expect.arrayContaining(["inner_state", "deadline"]) });
    }
    const sentence = {
      text: "I understand how you feel.",
      kind: "empathy" as const,
      cites: [draft.facts[0]?.id ?? ""],
      stage: "name" as const,
    };
    const machine = checkText({
      facts: draft.facts,
      sentences: [sentence],
      text: sentence.text,
      proof: "address_match",
    });
    expect(blocks(machine)).toEqual([expect.objectContaining({ rule: "inner_state", sentence: 0 })]);
  });

  it("blocks what is true but above the writer's proof", () => {
    const unproven = draftOf(cases["unproven"] as Case, "en");
    const rules = blocks(checkEdit(unproven, `${unproven.text}\nYour order #1001 is on its way.`)).map(
      ({ rule }) => rule,
    );
    expect(rules).toContain("proof");
  });

  it("holds a sentence to the facts it cites, not to all there are", () => {
    const proven = draftOf({ order: "inTransit", intent: "payment", proof: "signed_in" }, "en");
    const facts = knownFacts(proven);
    const total = facts.find(({ label }) => label === "Total");
    const name = facts.find(({ label }) => label === "Order");
    const text = `Order #1001 comes to ${total?.value}.`;
    const check = (cites: string[]) =>
      isBlocked(
        checkText({
          facts,
          sentences: [{ text, kind: "fact", cites, stage: "answer" }],
          text,
          proof: "signed_in",
        }),
      );
    expect(check([name?.id ?? "", total?.id ?? ""])).toBe(false);
    expect(check([name?.id ?? ""])).toBe(true);
  });

  it("blocks a promise where a person takes over, and a statement without evidence", () => {
    const promise = {
      text: "We will look into it.",
      kind: "promise" as const,
      cites: ["shop:name"],
      stage: "next" as const,
    };
    const bare = { text: "It is on its way.", kind: "fact" as const, cites: [], stage: "answer" as const };
    const checks = checkText({
      facts: draft.facts,
      sentences: [promise, bare],
      text: `${promise.text} ${bare.text}`,
      proof: "address_match",
      plan: { approach: "hand_over" },
    });
    expect(blocks(checks).map(({ rule, sentence }) => [rule, sentence])).toEqual(
      expect.arrayContaining([
        ["promise", 0],
        ["evidence", 1],
      ]),
    );
  });
});
