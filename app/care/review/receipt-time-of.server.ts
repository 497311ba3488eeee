import { answerDay } from "#app/care/draft/facts/answer-by.ts";
import { calendarOf, closesOn } from "#app/care/triage/business-time.ts";
import { targetsFor } from "#app/care/triage/level-of.ts";
import { readPace } from "#app/care/triage/read-pace.server.ts";
import { receiptTime, type ReceiptTime } from "#app/care/triage/receipt-time.ts";
import type { Tx } from "#app/db.server.ts";
import { minutes } from "#app/lib/duration.ts";
import type { Settings } from "#app/shop/settings.ts";

type Asked = {
  shopId: string;
  settings: Settings;
  timeZone: string;
  about: { priority: string; channel: string; tags: readonly string[] };
  askedAt: Date;
  now: Date;
};

/** By when somebody who wrote is told that they are answered, by what the shop set and what its queue can hold. */
export async function receiptTimeOf(tx: Tx, asked: Asked): Promise<ReceiptTime> {
  const { shopId, settings, timeZone, about, askedAt, now } = asked;
  const { serviceLevels, answerWithinHours: within } = settings;
  const calendar = calendarOf(serviceLevels, timeZone);
  const { first } = serviceLevels.on ? targetsFor(serviceLevels, about) : { first: null };
  const day = answerDay(now, { within, timeZone, calendar });
  return receiptTime({
    ...{ now, askedAt, calendar },
    target: first === null ? null : minutes(first),
    term: closesOn(calendar, day) ?? new Date(`${day}T23:00:00Z`),
    ...(await readPace(tx, { shopId, now })),
  });
}
