import { describe, expect, it } from "vitest";
import { answerByFact, answerDay, answerDayIsOver, dayIsOverAt } from "./answer-by.ts";

const day = (now: string, within: number, timeZone = "Europe/Berlin") =>
  answerDay(new Date(now), { within, timeZone });

describe("the day an answer is due", () => {
  it.each([
    ["a Tuesday", "2026-03-17T10:00:00Z", 24, "2026-03-18"],
    ["a Friday", "2026-03-20T10:00:00Z", 24, "2026-03-23"],
    ["a Saturday", "2026-03-21T10:00:00Z", 24, "2026-03-23"],
    ["a Sunday", "2026-03-22T10:00:00Z", 24, "2026-03-23"],
    ["two business days from a Friday", "2026-03-20T10:00:00Z", 48, "2026-03-24"],
    ["the same day", "2026-03-17T08:00:00Z", 4, "2026-03-17"],
    ["hours that end on the next day", "2026-03-17T21:00:00Z", 4, "2026-03-18"],
    ["hours that end on a weekend", "2026-03-20T22:00:00Z", 4, "2026-03-23"],
    ["a day and a half", "2026-03-17T10:00:00Z", 36, "2026-03-18"],
    ["a day on which the clocks change", "2026-03-27T22:30:00Z", 24, "2026-03-30"],
    ["the turn of the year", "2026-12-31T10:00:00Z", 24, "2027-01-01"],
  ])("from %s", (_from, ...[now, within, due]) => {
    expect(day(now, within)).toBe(due);
  });

  it("is a day where the shop is", () => {
    expect(day("2026-03-17T16:00:00Z", 24, "Asia/Tokyo")).toBe("2026-03-19");
    expect(day("2026-03-17T03:00:00Z", 24, "America/Los_Angeles")).toBe("2026-03-17");
  });

  it("is written for the shopper, as the shop's own term, for whoever writes", () => {
    const now = new Date("2026-12-31T22:00:00Z");
    const fact = answerByFact({ id: "s1" }, { locale: "de", timeZone: "Pacific/Auckland", now });
    expect(fact).toMatchObject({
      value: "4. Januar",
      raw: "2027-01-04",
      kind: "date",
      source: { entity: "settings", id: "s1", field: "answerWithinHours" },
      needs: "none",
    });
  });

  it("is the day that somebody took upon them, where somebody did", () => {
    const now = new Date("2026-03-17T10:00:00Z");
    const answerBy = { id: "p1", dueAt: new Date("2026-03-19T23:30:00Z") };
    const shop = { id: "s1", answerWithinHours: 24 };
    expect(
      answerByFact({ ...shop, answerBy }, { locale: "en", timeZone: "Europe/Berlin", now }),
    ).toMatchObject({ raw: "2026-03-20", source: { entity: "promise", id: "p1", field: "dueAt" } });
    expect(
      answerByFact({ ...shop, answerBy: { id: "p1", dueAt: null } }, { locale: "en", timeZone: "UTC", now }),
    ).toMatchObject({ raw: "2026-03-18", source: { entity: "settings" } });
  });

  it("is over once that day has ended where the shop is", () => {
    const now = new Date("2026-03-17T10:00:00Z");
    const fact = answerByFact({ id: "s1" }, { locale: "en", timeZone: "Europe/Berlin", now });
    const over = (at: string) => answerDayIsOver([fact], { at: new Date(at), timeZone: "Europe/Berlin" });
    expect(over("2026-03-18T22:59:00Z")).toBe(false);
    expect(over("2026-03-18T23:01:00Z")).toBe(true);
    expect(answerDayIsOver([], { at: new Date("2027-01-01T00:00:00Z"), timeZone: "UTC" })).toBe(false);
  });
});

describe("dayIsOverAt", () => {
  it.each([
    ["Europe/Berlin", "2026-11-24", "2026-11-24T23:00:00.000Z"],
    ["Europe/Berlin", "2026-03-29", "2026-03-29T22:00:00.000Z"],
    ["America/Los_Angeles", "2026-11-24", "2026-11-25T08:00:00.000Z"],
    ["Pacific/Kiritimati", "2026-11-24", "2026-11-24T10:00:00.000Z"],
    // Half an hour after midnight there.
    ["Asia/Kolkata", "2026-11-24", "2026-11-24T19:00:00.000Z"],
  ])("in %s, %s is over by %s", (timeZone, day, over) => {
    expect(dayIsOverAt(day, timeZone).toISOString()).toBe(over);
  });
});
