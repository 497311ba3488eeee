import { describe, expect, it } from "vitest";
import { careEmotions, intents } from "#app/care/understand/reading.ts";
import { isLocked } from "../labelled-messages.ts";
import { draftCases, type FactKey } from "./cases.ts";
import { draftInput, ordersOf } from "./draft-input.ts";
import { shownFor } from "./record.ts";

const cases = draftCases();

describe("the 200 cases", () => {
  it("are different messages under different ids", () => {
    expect(cases).toHaveLength(200);
    expect(new Set(cases.map(({ id }) => id)).size).toBe(200);
    expect(new Set(cases.map(({ text }) => text)).size).toBe(200);
  });

  it("are in the eight languages and in ten others", () => {
    const counts = Object.entries(Object.groupBy(cases, ({ language }) => language)).map(
      ([language, all]): [string, number] => [language, all?.length ?? 0],
    );
    const eight = { en: 40, de: 26, es: 22, fr: 22, pt: 20, it: 20, nl: 20, ja: 20 };
    expect(Object.fromEntries(counts.filter(([, count]) => count > 1))).toEqual(eight);
    expect(counts.filter(([, count]) => count === 1)).toHaveLength(10);
  });

  it("are split in two about even parts by the hash of the id", () => {
    const locked = cases.filter(({ id }) => isLocked(id)).length;
    expect(Math.abs(locked - 100)).toBeLessThan(20);
  });

  it("show every intent and every emotion", () => {
    expect(new Set(cases.map(({ reading }) => reading.intent))).toEqual(new Set(intents));
    expect(new Set(cases.map(({ reading }) => reading.emotion))).toEqual(new Set(careEmotions));
  });

  it("ask only for facts that their own records hold", () => {
    const missing = cases.flatMap((given) =>
      given.must
        .flatMap((asked) => asked.split("|"))
        .filter((key) => {
          const shown = shownFor(key as FactKey, given);
          return shown && !shown.days?.length && !shown.money?.length && !shown.words?.length;
        })
        // One of two may be missing, as the days of a policy that names none.
        .filter((key) => !["policyDays", "policyLink"].includes(key))
        .map((key) => `${isLocked(given.id) ? "a locked case" : given.id}: ${key}`),
    );
    expect(missing).toEqual([]);
  });
});

describe("the order of a case", () => {
  it("is as old beside its now as the fixture's is beside its own", () => {
    const [first] = cases.filter(({ order }) => order.state === "inTransit");
    const [last] = cases.filter(({ order }) => order.state === "inTransit").slice(-1);
    const age = (given: typeof first) =>
      given ? Date.parse(given.now) - Date.parse(ordersOf(given)[0]?.placedAt ?? "") : Number.NaN;
    expect(first?.now).not.toBe(last?.now);
    expect(age(first)).toBe(age(last));
  });

  it("belongs to the writer unless nothing is proven", () => {
    const wrong = cases.filter((given) => {
      const { orders, writer } = draftInput(given).facts;
      const theirs = orders.every(({ customer }) => customer?.email === writer.email);
      return orders.length > 0 && theirs === (given.writer.proof === "none");
    });
    expect(wrong.length).toBe(0);
  });
});
