import { businessClock } from "#app/desk/insights/business-clock.ts";
import { mattersOf, type Matters } from "#app/desk/insights/matters-of.ts";
import { moodsOf, type Moods } from "#app/desk/insights/moods-of.ts";
import type { Period } from "#app/desk/insights/period.ts";
import { readCases } from "#app/desk/insights/read-cases.server.ts";
import { readCost, type Cost } from "#app/desk/insights/read-cost.server.ts";
import { readOutreaches, type Outreaches } from "#app/desk/insights/read-outreaches.server.ts";
import { readVolume } from "#app/desk/insights/read-volume.server.ts";
import { volumeOf, type Begun, type Volume } from "#app/desk/insights/volume-of.ts";
import type { Drafts } from "#app/desk/insights/drafts-of.ts";
import { readDrafts } from "#app/desk/insights/read-drafts.server.ts";
import { readPromises, type Promises } from "#app/desk/insights/read-promises.server.ts";
import { readReadings, type Readings } from "#app/desk/insights/read-readings.server.ts";
import { shareOf, type Share } from "#app/desk/insights/share.ts";
import { timesOf, type Times } from "#app/desk/insights/times-of.ts";
import { holdOutResults, type OutcomeRow } from "#app/care/learn/hold-out-results.server.ts";
import { calendarOf } from "#app/care/triage/business-time.ts";
import type { Tx } from "#app/db.server.ts";
import { csatResults } from "#app/desk/csat-results.server.ts";
import { readSettings } from "#app/shop/read-settings.server.ts";
import type { ShopKeys } from "#app/shop/seal.ts";

/** What one period says. Everything but `outreaches` and `cost` is of the channel and language that were chosen. */
export type Side = Volume & {
  from: string;
  to: string;
  /** How many of those that began were looked at for all that follows. */
  looked: number;
  times: Times;
  matters: Matters;
  moods: Moods;
  readings: Readings;
  drafts: Drafts;
  promises: Promises;
  csat: { asked: number; answered: Share; satisfied: Share; low: Share };
  outreaches: Outreaches;
  cost: Cost;
};

export type Insights = {
  timeZone: string;
  days: number;
  /** Which time first responses and resolutions are counted in: business hours where the shop has service levels. */
  clock: "business" | "all";
  chosen: { channel: string; language: string };
  /** What there is to choose from, in both periods. */
  channels: string[];
  languages: string[];
  now: Side;
  before: Side;
  /** Whether writing first means that fewer ask: of everybody who was ever drawn, whatever the period. */
  asked: ({ kind: string } & Pick<OutcomeRow, "written" | "heldOut" | "difference" | "known">)[];
};

export type AskedInsights = { period: Period; channel: string; language: string; now: Date };

/** How the care of a shop went in a period and in the one before. Names nobody: no member of the team, no shopper. */
export async function showInsights(tx: Tx, keys: ShopKeys, asked: AskedInsights): Promise<Insights> {
  const { period, channel, language, now } = asked;
  const { shopId } = keys;
  const outreach = await holdOutResults(tx, keys, { now });
  // Many small looks into indexes follow, each of which has its own: compiling a plan costs more than it gains, and no table is read whole.
  await tx.$executeRaw`SELECT set_config('jit', 'off', true), set_config('enable_seqscan', 'off', true)`;
  const begun = await readVolume(tx, shopId, period);
  const clock = await readClock(tx, shopId, asked);
  const given = { asked, begun, elapsed: clock.elapsed };
  return {
    ...{ timeZone: period.timeZone, days: period.days, clock: clock.kind, chosen: { channel, language } },
    channels: named(begun, "channel"),
    languages: named(begun, "language"),
    now: await sideOf(tx, shopId, { ...given, which: "now" }),
    before: await sideOf(tx, shopId, { ...given, which: "before" }),
    asked: outreach.kinds.flatMap(({ kind, outcomes }) =>
      outcomes
        .filter(({ outcome, written, heldOut }) => outcome === "contact" && written.n + heldOut.n > 0)
        .map(({ written, heldOut, difference, known }) => ({ kind, written, heldOut, difference, known })),
    ),
  };
}

type Given = {
  asked: AskedInsights;
  begun: readonly Begun[];
  elapsed: (from: Date, to: Date) => number;
  which: "now" | "before";
};

async function sideOf(tx: Tx, shopId: string, { asked, begun, elapsed, which }: Given): Promise<Side> {
  const { period, channel, language, now } = asked;
  const { from, to, start, end } = period[which];
  const volume = volumeOf(begun, asked, which);
  const during = { shopId, start, end };
  const cases = await readCases(tx, { ...during, channel, language, total: volume.began, now });
  const looked = { shopId, ids: cases.map(({ id }) => id), now };
  const csat = await csatResults(tx, { from: start, to: end, channel, language });
  return {
    ...{ from, to, ...volume, looked: cases.length },
    times: timesOf(cases, elapsed),
    matters: mattersOf(cases),
    moods: moodsOf(cases),
    readings: await readReadings(tx, looked),
    drafts: await readDrafts(tx, looked),
    promises: await readPromises(tx, looked),
    csat: {
      asked: csat.asked,
      answered: shareOf(csat.answered, csat.asked),
      satisfied: shareOf(csat.satisfied, csat.answered),
      low: shareOf(csat.low, csat.answered),
    },
    outreaches: await readOutreaches(tx, during),
    cost: await readCost(tx, during),
  };
}

const named = (begun: readonly Begun[], field: "channel" | "language") =>
  [...new Set(begun.map((one) => one[field]))].filter((name) => name !== "").toSorted();

/** Business time where the shop goes by it, as its service levels do; else all of it. */
async function readClock(tx: Tx, shopId: string, { period, now }: AskedInsights) {
  const { serviceLevels } = await readSettings(tx, shopId);
  if (!serviceLevels.on)
    return { kind: "all" as const, elapsed: (from: Date, to: Date) => to.getTime() - from.getTime() };
  const calendar = calendarOf(serviceLevels, period.timeZone);
  // What began in the period may have been answered until now.
  const to = period.now.end > now ? period.now.end : now;
  return { kind: "business" as const, elapsed: businessClock(calendar, { from: period.before.start, to }) };
}
