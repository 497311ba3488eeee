import { describe, expect, it } from "vitest";
import { days } from "#app/lib/duration.ts";
import { eventOf, firstFound, habit, look, parcelOf, shipped } from "#app/care/detect/seen.fixture.ts";

/** A Friday, needed that day. */
const needed = { note: "Geburtstagsgeschenk, bitte bis 13.03.2026" };
const scan = eventOf("in_transit", "2026-03-04T18:00:00Z");
const first = (order: object, given: object = {}) =>
  firstFound("needed_by_at_risk", "2026-03-02T09:00:00Z", { order: { ...needed, ...order }, ...given });
const left = (events: ReturnType<typeof eventOf>[], given: object = {}) =>
  shipped(parcelOf({ events, ...given }));

describe("needed_by_at_risk", () => {
  it("is found when what has not left cannot be there in time any more", () => {
    // The end of the 13th, less two days and a half on the way and half a day to pack.
    expect(first({})).toBe("2026-03-10T23:00:00.000Z");
    expect(first({}, { habit: habit({ usualTransit: days(5) }) })).toBe("2026-03-09T11:00:00.000Z");
  });

  it("is found at once where the order came too late, and no sooner", () => {
    const { found } = look("needed_by_at_risk", "2026-03-12T10:00:00Z", {
      order: { ...needed, placedAt: "2026-03-12T09:00:00Z" },
    });
    expect(found).toMatchObject([
      { subject: "order:1001@2026-03-13", weight: 2, knownSince: new Date("2026-03-12T09:00:00Z") },
    ]);
  });

  it("is found when the carrier expects to come later", () => {
    const late = eventOf("delayed", "2026-03-06T08:00:00Z", { estimatedDeliveryAt: "2026-03-14T10:00:00Z" });
    expect(first(left([scan, late], { estimatedDeliveryAt: late.estimatedDeliveryAt }))).not.toBeNull();
    const { found } = look("needed_by_at_risk", "2026-03-07T09:00:00Z", {
      order: { ...needed, ...left([scan, late], { estimatedDeliveryAt: late.estimatedDeliveryAt }) },
    });
    expect(found).toMatchObject([{ knownSince: new Date("2026-03-06T08:00:00Z") }]);
  });

  it("is found when the usual way is longer than what is left", () => {
    const slow = { habit: habit({ usualTransit: days(14) }) };
    expect(first(left([scan]), slow)).toBe("2026-03-02T09:00:00.000Z");
    // In time by what is usual: found half a day before the day is over.
    expect(first(left([scan]), { habit: habit() })).toBe("2026-03-13T11:00:00.000Z");
    const out = eventOf("out_for_delivery", "2026-03-13T07:00:00Z");
    expect(first(left([scan, out]), { habit: habit() })).toBe("2026-03-13T23:00:00.000Z");
  });

  it("is found at once where the parcel is lost or comes back", () => {
    expect(first(left([scan, eventOf("lost", "2026-03-05T08:00:00Z")]))).toBe("2026-03-05T08:00:00.000Z");
  });

  it("weighs more when the day is over", () => {
    expect(look("needed_by_at_risk", "2026-03-11T09:00:00Z", { order: needed })).toMatchObject({
      found: [{ weight: 2 }],
      lookAt: "2026-03-13T23:00:00.000Z",
    });
    expect(look("needed_by_at_risk", "2026-03-14T09:00:00Z", { order: needed })).toMatchObject({
      found: [{ weight: 3 }],
      lookAt: null,
    });
  });

  it("stays the same issue when it leaves too late, and is another when it left late but in time", () => {
    const of = (given: object) =>
      look("needed_by_at_risk", "2026-03-13T12:00:00Z", {
        order: { ...needed, ...left([eventOf("in_transit", "2026-03-11T18:00:00Z")], given) },
      }).subjects;
    expect(of({ createdAt: "2026-03-11T16:00:00Z" })).toEqual(["order:1001@2026-03-13"]);
    expect(of({ createdAt: "2026-03-11T16:00:00Z", estimatedDeliveryAt: "2026-03-13T10:00:00Z" })).toEqual([
      "order:1001@2026-03-13#2",
    ]);
  });

  it.each([
    ["is not needed by a day", { note: "a gift" }],
    ["arrived", left([scan, eventOf("delivered", "2026-03-16T08:00:00Z")])],
    ["waits at a pickup point", left([scan, eventOf("ready_for_pickup", "2026-03-12T08:00:00Z")])],
    ["was cancelled", { cancelledAt: "2026-03-03T09:00:00Z" }],
    ["is not paid", { financialStatus: "pending" }],
    ["is not shipped at all", { shippingAddress: null }],
    [
      "went with who never says that it arrived",
      left([], { trackingNumber: null, trackingCompany: "Own van" }),
    ],
  ])("is not found in an order that %s", (_what, order) => {
    expect(first(order)).toBeNull();
  });
});

describe("a day that the shopper named in a message", () => {
  const said = (neededBy: string, at: string, messageId = "m1") => ({ messageId, at, neededBy, gift: false });
  const lookAt = (now: string, ...all: ReturnType<typeof said>[]) =>
    look("needed_by_at_risk", now, { said: all }).found;

  it("counts as one of the record does, and the message is what shows it", () => {
    const given = said("2026-03-13", "2026-03-03T10:00:00.000Z");
    expect(firstFound("needed_by_at_risk", "2026-03-02T09:00:00Z", { said: [given] })).toBe(
      "2026-03-10T23:00:00.000Z",
    );
    const [found] = lookAt("2026-03-11T09:00:00Z", given);
    expect(found?.subject).toBe("order:1001@2026-03-13");
    expect(found?.evidence.find(({ id }) => id === "message:m1:neededBy")).toMatchObject({
      value: "2026-03-13",
      source: { entity: "message", id: "m1", field: "text" },
      observedAt: "2026-03-03T10:00:00.000Z",
    });
  });

  it("is the earliest of all that were still to come when the last one was named", () => {
    const subjects = (...all: ReturnType<typeof said>[]) =>
      lookAt("2026-03-20T09:00:00Z", ...all).map(({ subject }) => subject);
    const early = said("2026-03-13", "2026-03-03T10:00:00Z");
    expect(subjects(early, said("2026-03-17", "2026-03-05T10:00:00Z", "m2"))).toEqual([
      "order:1001@2026-03-13",
    ]);
    expect(subjects(early, said("2026-03-19", "2026-03-16T10:00:00Z", "m2"))).toEqual([
      "order:1001@2026-03-19",
    ]);
    expect(
      look("needed_by_at_risk", "2026-03-20T09:00:00Z", {
        order: needed,
        said: [said("2026-03-12", "2026-03-03T10:00:00Z")],
      }).subjects,
    ).toEqual(["order:1001@2026-03-12"]);
  });
});
