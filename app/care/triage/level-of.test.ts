import { describe, expect, it } from "vitest";
import { usualCalendar } from "#app/care/triage/business-time.ts";
import { levelOf, targetsFor, toTell, type LevelInput, type Moment } from "#app/care/triage/level-of.ts";
import { hours, minutes } from "#app/lib/duration.ts";
import { serviceLevelSettingsSchema } from "#app/shop/service-level-settings.ts";

/** Monday, 16 March 2026; in UTC the office is there from 9 to 17. */
const on = (clock: string, day = 16) => new Date(`2026-03-${day}T${clock}:00Z`);
const was = (what: Moment["what"], clock: string, day = 16): Moment => ({ what, at: on(clock, day) });
const settings = serviceLevelSettingsSchema.parse({});

const level = (moments: Moment[], now: Date, other: Partial<LevelInput> = {}) =>
  levelOf({
    moments,
    status: "open",
    changedAt: moments.at(-1)?.at ?? now,
    targets: { first: 120, next: 60, resolve: 480 },
    warn: { by: "share", share: 0.25, minutes: 30 },
    calendar: usualCalendar("UTC"),
    now,
    ...other,
  });
const clock = (of: ReturnType<typeof level>, name: string) => of.clocks.find((one) => one.clock === name);

describe("the first reply", () => {
  it("is due in business time from the first message on, and warned of before", () => {
    const first = clock(level([was("asked", "16:00")], on("16:30")), "first");
    expect(first).toMatchObject({
      running: true,
      dueAt: on("10:00", 17),
      warnAt: on("09:30", 17),
      metAt: null,
    });
    expect(first?.left).toBe(minutes(90));
  });

  it("is met by the first word of ours, in time or not", () => {
    const inTime = clock(level([was("asked", "10:00"), was("answered", "11:00")], on("15:00")), "first");
    expect(inTime).toMatchObject({ running: false, metAt: on("11:00"), missedAt: null });
    const late = clock(level([was("asked", "10:00"), was("answered", "14:00")], on("15:00")), "first");
    expect(late).toMatchObject({ metAt: on("14:00"), missedAt: on("12:00") });
  });

  it("waits for no more than the first of several messages", () => {
    const moments = [was("asked", "10:00"), was("asked", "11:30")];
    expect(clock(level(moments, on("11:45")), "first")?.dueAt).toEqual(on("12:00"));
    expect(clock(level(moments, on("11:45")), "next")).toBeUndefined();
  });

  it("is due of nothing where we wrote and nobody asked", () => {
    const ours = level([was("answered", "10:00")], on("12:00"));
    expect(ours).toEqual({ clocks: [], keys: [], dueAt: null, atRiskAt: null });
    // An answer to what we wrote first is a question like any other.
    expect(
      clock(level([was("answered", "10:00"), was("asked", "11:00")], on("12:00")), "first")?.dueAt,
    ).toEqual(on("13:00"));
  });
});

describe("each further reply", () => {
  const moments = [
    was("asked", "09:00"),
    was("answered", "10:00"),
    was("asked", "11:00"),
    was("asked", "11:20"),
  ];

  it("is due from the first message that our last one did not answer", () => {
    const next = clock(level(moments, on("11:30")), "next");
    expect(next).toMatchObject({ running: true, dueAt: on("12:00"), key: "next:2026-03-16T11:00:00.000Z" });
  });

  it("has a key of its own", () => {
    const more = [...moments, was("answered", "11:40"), was("asked", "13:00")];
    expect(clock(level(more, on("13:10")), "next")).toMatchObject({
      key: "next:2026-03-16T13:00:00.000Z",
      dueAt: on("14:00"),
    });
  });

  it("begins anew with what they write after it was closed, and goes on where somebody only took it up again", () => {
    const closed = [...moments, was("closed", "11:30")];
    const asked = level([...closed, was("asked", "15:00")], on("15:10"));
    expect(clock(asked, "next")).toMatchObject({ key: "next:2026-03-16T15:00:00.000Z", dueAt: on("16:00") });
    const opened = level([...closed, was("opened", "15:00")], on("15:10"));
    expect(clock(opened, "next")).toMatchObject({ key: "next:2026-03-16T11:00:00.000Z", dueAt: on("15:30") });
  });
});

describe("the end", () => {
  it("is due without the time it waited on the shopper", () => {
    const moments = [was("asked", "09:00"), was("answered", "10:00"), was("asked", "14:00")];
    const resolve = clock(level(moments, on("15:00")), "resolve");
    // One hour before the answer, and seven from 14:00 on: three today.
    expect(resolve).toMatchObject({ running: true, dueAt: on("13:00", 17) });
    expect(resolve?.left).toBe(hours(6));
  });

  it("has no time while it waits, is closed or is spam", () => {
    const waits = level([was("asked", "09:00"), was("answered", "10:00")], on("15:00"), {
      status: "waiting",
    });
    expect(waits).toMatchObject({ dueAt: null, atRiskAt: null });
    expect(clock(waits, "resolve")).toMatchObject({ running: false, dueAt: null, left: hours(7) });
    const closed = level([was("asked", "09:00"), was("closed", "10:00")], on("15:00"), { status: "closed" });
    expect(closed.dueAt).toBeNull();
    expect(clock(closed, "resolve")).toMatchObject({ metAt: on("10:00"), missedAt: null });
    expect(clock(closed, "first")).toMatchObject({ running: false, metAt: null, missedAt: null });
  });

  it("goes on when it is taken up again", () => {
    const moments = [
      was("asked", "09:00"),
      was("answered", "10:00"),
      was("closed", "11:00"),
      was("opened", "14:00"),
    ];
    expect(clock(level(moments, on("15:00")), "resolve")).toMatchObject({
      running: true,
      metAt: null,
      dueAt: on("13:00", 17),
    });
  });
});

describe("what is snoozed", () => {
  it("has no time until it is back, by itself or by a message", () => {
    const moments = [was("asked", "10:00"), was("snoozed", "11:00")];
    const asleep = level(moments, on("16:00"), { status: "snoozed" });
    expect(asleep.dueAt).toBeNull();
    expect(clock(asleep, "first")).toMatchObject({ running: false, dueAt: null, left: hours(1) });
    const woke = level([...moments, was("opened", "10:00", 18)], on("10:30", 18));
    expect(clock(woke, "first")?.dueAt).toEqual(on("11:00", 18));
    const wrote = level([...moments, was("asked", "15:00")], on("15:30"));
    expect(clock(wrote, "first")?.dueAt).toEqual(on("16:00"));
  });

  it("was missed all the same where its time was over before", () => {
    const asleep = level([was("asked", "10:00"), was("snoozed", "14:00")], on("16:00"), {
      status: "snoozed",
    });
    expect(clock(asleep, "first")).toMatchObject({ running: false, missedAt: on("12:00") });
  });
});

describe("what no moment told of", () => {
  it("counts from when the conversation last changed", () => {
    const closed = level([was("asked", "10:00")], on("16:00"), { status: "closed", changedAt: on("11:00") });
    expect(closed.dueAt).toBeNull();
    expect(clock(closed, "resolve")?.metAt).toEqual(on("11:00"));
    const opened = level([was("asked", "10:00"), was("closed", "10:30")], on("16:00"), {
      changedAt: on("15:00"),
    });
    expect(clock(opened, "first")?.dueAt).toEqual(on("16:30"));
  });
});

describe("a target of nothing", () => {
  it("is no clock", () => {
    const none = level([was("asked", "10:00")], on("11:00"), {
      targets: { first: null, next: 60, resolve: null },
    });
    expect(none).toEqual({ clocks: [], keys: ["first", "resolve"], dueAt: null, atRiskAt: null });
  });
});

describe("warnings", () => {
  const told = (now: Date, before: { warned?: string[]; missed?: string[] } = {}) => {
    const of = level([was("asked", "10:00")], now, { targets: { first: 120, next: null, resolve: null } });
    const { warn, miss, lookAt } = toTell(of, { warned: [], missed: [], now, ...before });
    return { warn: warn.map(({ key }) => key), miss: miss.map(({ key }) => key), lookAt };
  };

  it("come once, before the time is over and after it", () => {
    expect(told(on("11:00"))).toEqual({ warn: [], miss: [], lookAt: on("11:30") });
    expect(told(on("11:30"))).toEqual({ warn: ["first"], miss: [], lookAt: on("12:00") });
    expect(told(on("11:45"), { warned: ["first"] })).toEqual({ warn: [], miss: [], lookAt: on("12:00") });
    expect(told(on("12:00"))).toEqual({ warn: [], miss: ["first"], lookAt: null });
    expect(told(on("12:01"), { warned: ["first"] })).toEqual({ warn: [], miss: ["first"], lookAt: null });
    expect(told(on("13:00"), { missed: ["first"] })).toEqual({ warn: [], miss: [], lookAt: null });
  });

  it("are left out for what is over already", () => {
    expect(told(on("15:00"))).toEqual({ warn: [], miss: ["first"], lookAt: null });
  });

  it("come so many minutes of business time before, where the shop says so", () => {
    const warn = { by: "minutes", share: 0.25, minutes: 90 } as const;
    expect(clock(level([was("asked", "16:00")], on("16:10"), { warn }), "first")?.warnAt).toEqual(
      on("16:30"),
    );
    const long = { ...warn, minutes: 600 };
    expect(clock(level([was("asked", "16:00")], on("16:10"), { warn: long }), "first")?.warnAt).toEqual(
      on("16:00"),
    );
  });
});

describe("whose targets count", () => {
  const chat = { ...settings.targets, normal: { first: 10, next: 10, resolve: null } };
  const given = {
    targets: settings.targets,
    exceptions: [
      {
        channel: "storefront" as const,
        tag: "vip",
        targets: { ...chat, normal: { first: 5, next: 5, resolve: 60 } },
      },
      { channel: "storefront" as const, tag: null, targets: chat },
    ],
  };
  const first = (about: Parameters<typeof targetsFor>[1]) => targetsFor(given, about).first;

  it("is the first exception that fits, else everybody's, by priority", () => {
    expect(first({ priority: "normal", channel: "email", tags: ["vip"] })).toBe(480);
    expect(first({ priority: "urgent", channel: "email", tags: [] })).toBe(60);
    expect(first({ priority: "normal", channel: "storefront", tags: [] })).toBe(10);
    expect(first({ priority: "normal", channel: "storefront", tags: ["vip", "b2b"] })).toBe(5);
    expect(first({ priority: "a later release's", channel: "email", tags: [] })).toBe(480);
  });
});
