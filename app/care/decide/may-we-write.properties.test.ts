import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ago, circumstances, NOON, settings } from "#app/care/decide/circumstances.fixture.ts";
import type { Circumstances, DecidedIssue, OtherIssue } from "#app/care/decide/circumstances.ts";
import { mayWeWrite } from "#app/care/decide/may-we-write.ts";
import { outreachStages, outreachStates } from "#app/care/decide/outreach.ts";
import { isQuiet } from "#app/care/decide/quiet-hours.ts";
import { countriesOfZones } from "#app/care/decide/zones/zones-of-countries.ts";
import { issueKinds, issueStatuses, stakes } from "#app/care/detect/issue.ts";
import { riskFlags } from "#app/care/understand/reading.ts";

const day = fc.double({ min: -3, max: 40, noNaN: true }).map((days) => ago(days));
const orNull = <T>(of: fc.Arbitrary<T>) => fc.option(of, { nil: null });
const rarely = fc.integer({ min: 0, max: 9 }).map((n) => n === 0);
const severity = fc.constantFrom(1 as const, 2 as const, 3 as const, 4 as const);
const subject = fc.constantFrom("order", "fulfillment:12@1", "fulfillment:13@1", "refund:9");

const issue: fc.Arbitrary<DecidedIssue> = fc.record({
  id: fc.uuid(),
  kind: fc.constantFrom(...issueKinds),
  subject,
  severity,
  status: fc.constantFrom("open" as const, "open" as const, ...issueStatuses),
  knownSince: day,
  snoozedUntil: orNull(day),
});
const outreach = fc.record({
  stage: fc.constantFrom(...outreachStages),
  state: fc.constantFrom(...outreachStates),
  at: day,
});
const other: fc.Arbitrary<OtherIssue> = fc
  .tuple(issue, fc.array(outreach, { maxLength: 2 }))
  .map(([one, outreaches]) => ({ ...one, outreaches }));

const anyCase: fc.Arbitrary<Circumstances> = fc.record({
  now: fc.date({ min: ago(400), max: ago(-400), noInvalidDate: true }),
  shop: fc.record({
    uninstalled: rarely,
    installedAt: day,
    settings: fc
      .record({ on: rarely.map((off) => !off), perWeek: fc.integer({ min: 1, max: 3 }), held: fc.boolean() })
      .map(({ on, perWeek, held }) =>
        settings({ on, perWeek, holdOut: { on: held, share: 0.1, acknowledged: held } }),
      ),
  }),
  issue: fc.tuple(issue, fc.subarray([...stakes])).map(([one, of]) => ({ ...one, stakes: of })),
  stage: fc.constantFrom(...outreachStages),
  newsAt: day,
  order: fc.record({
    placedAt: day,
    test: rarely,
    disputed: rarely,
    country: fc.constantFrom("DE", "US", null),
  }),
  shopper: fc.record({
    hasAddress: rarely.map((none) => !none),
    suppressed: fc.constantFrom<("all" | "outreach")[]>([], [], [], ["outreach"], ["all"]),
    redacted: rarely,
    zones: fc.constantFrom(...Object.keys(countriesOfZones)).map((zone) => [zone]),
    riskFlags: fc.constantFrom<Circumstances["shopper"]["riskFlags"]>(
      [],
      [],
      [],
      ...riskFlags.map((one) => [one]),
    ),
  }),
  talk: fc.record({ unanswered: rarely, draftWaits: rarely, replyUnderWay: rarely, answeredAt: orNull(day) }),
  said: fc.record({ toldAt: fc.constant(null), promisedUntil: orNull(day), sameLeft: rarely }),
  others: fc.array(other, { maxLength: 3 }),
  week: fc.record({ left: fc.array(day, { maxLength: 3 }), underWay: fc.integer({ min: 0, max: 2 }) }),
  arm: fc.constantFrom("written" as const, "held_out" as const),
});
/** Half of them near the ordinary case, so that many are written. */
const someCase = fc.oneof(
  anyCase,
  anyCase.map(({ now, shopper, order, others, arm }) => {
    const plain = circumstances();
    return {
      ...plain,
      now,
      newsAt: now,
      arm,
      shop: { ...plain.shop, installedAt: new Date(0) },
      shopper: { ...plain.shopper, zones: shopper.zones },
      order: { ...plain.order, country: order.country, placedAt: now },
      others: others.slice(0, 1),
    };
  }),
);

const worse: ((given: Circumstances) => Circumstances)[] = [
  (given) => ({ ...given, shop: { ...given.shop, uninstalled: true } }),
  (given) => ({ ...given, shop: { ...given.shop, settings: { ...given.shop.settings, on: false } } }),
  (given) => ({ ...given, order: { ...given.order, test: true } }),
  (given) => ({ ...given, order: { ...given.order, disputed: true } }),
  (given) => ({ ...given, shopper: { ...given.shopper, hasAddress: false } }),
  (given) => ({ ...given, shopper: { ...given.shopper, redacted: true } }),
  (given) => ({ ...given, shopper: { ...given.shopper, suppressed: ["all"] } }),
  (given) => ({ ...given, issue: { ...given.issue, status: "dismissed" } }),
  (given) => ({ ...given, said: { ...given.said, sameLeft: true } }),
  (given) => ({ ...given, newsAt: new Date(given.now.getTime() - 15 * 86_400_000) }),
];
const slower: ((given: Circumstances) => Circumstances)[] = [
  (given) => ({ ...given, talk: { ...given.talk, unanswered: true } }),
  (given) => ({ ...given, talk: { ...given.talk, draftWaits: true } }),
  // Not where the law may require the notice.
  (given) => ({
    ...given,
    order: { ...given.order, country: "DE" },
    shopper: { ...given.shopper, riskFlags: ["vulnerable"] },
  }),
  (given) => ({ ...given, issue: { ...given.issue, snoozedUntil: new Date(given.now.getTime() + 1) } }),
];

const written = (given: Circumstances) => mayWeWrite(given).outcome === "write";

describe("mayWeWrite, whatever the case", () => {
  it("writes in some of the cases tried here, and in some not", () => {
    const tried = fc.sample(someCase, { numRuns: 500, seed: 7 }).map(written);
    expect(tried).toContain(true);
    expect(tried).toContain(false);
  });

  it("never writes with the kill switch off", () => {
    fc.assert(
      fc.property(someCase, (given) => {
        const off = { ...given, shop: { ...given.shop, settings: settings({ on: false }) } };
        expect(mayWeWrite(off).outcome).toBe("refuse");
      }),
    );
  });

  it("refuses with any one reason to refuse, and never writes with any one to hold", () => {
    const reasons = fc.record({ refusing: fc.constantFrom(...worse), holding: fc.constantFrom(...slower) });
    fc.assert(
      fc.property(someCase, reasons, (given, { refusing, holding }) => {
        expect(mayWeWrite(refusing(given)).outcome).toBe("refuse");
        expect(mayWeWrite(refusing(holding(given))).outcome).toBe("refuse");
        const before = mayWeWrite(given).outcome;
        expect(mayWeWrite(holding(given)).outcome).toBe(before === "refuse" ? "refuse" : "hold");
      }),
    );
  });

  it("lets nothing leave in the quiet hours of the shopper", () => {
    fc.assert(
      fc.property(someCase, (given) => {
        const { outcome, notBefore } = mayWeWrite(given);
        const leavesAt = notBefore ?? given.now;
        const awake = given.shopper.zones.every(
          (zone) => !isQuiet(leavesAt, zone, given.shop.settings.quietHours),
        );
        expect(outcome === "write" ? awake : notBefore === null).toBe(true);
      }),
      { numRuns: 1_000 },
    );
  });

  it("says of what is held when it is decided anew, later than now, unless it hangs on a person", () => {
    fc.assert(
      fc.property(someCase, (given) => {
        const { outcome, lookAt, reasons } = mayWeWrite(given);
        const named = reasons.some(({ until }) => until === lookAt?.toISOString());
        expect(lookAt === null || (outcome === "hold" && lookAt > given.now && named)).toBe(true);
      }),
    );
  });

  it("has one voice: of the issues of an order decided together at most one is written, and one where nothing else stops it", () => {
    const together = fc.uniqueArray(
      fc.record({
        id: fc.uuid(),
        kind: fc.constantFrom(...issueKinds),
        subject,
        severity,
        knownSince: fc.constant(NOON),
      }),
      { minLength: 1, maxLength: 5, selector: ({ id }) => id },
    );
    const all = settings({
      kinds: Object.fromEntries(
        issueKinds.map((kind) => [kind, { on: true, from: 1, toldBy: "attune" as const }]),
      ),
    });
    fc.assert(
      fc.property(together, (given) => {
        const open = given.map((one) => ({
          ...one,
          ...{ status: "open" as const, snoozedUntil: null, outreaches: [] },
        }));
        const plain = circumstances();
        const voices = open.filter((one) =>
          written({
            ...plain,
            newsAt: NOON,
            shop: { ...plain.shop, settings: all },
            issue: { ...one, stakes: [] },
            others: open.filter(({ id }) => id !== one.id),
          }),
        );
        expect(voices).toHaveLength(1);
        expect(voices[0]?.severity).toBe(Math.max(...open.map((one) => one.severity)));
      }),
    );
  });
});
