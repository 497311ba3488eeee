import type { Issue } from "#app/care/detect/find-issues.ts";
import type { JudgedBy, Seen } from "#app/care/detect/issue.ts";
import { pastOf } from "#app/care/detect/past-of.ts";
import type { FindIssues, KnownIssue } from "#app/care/detect/settle-issues.ts";
import { orderAsOf } from "#app/care/understand/order-as-of.ts";

/**
 * records: the events say that it is over; never_was: what was told late shows that it was not so when it was found; settings: the
 * shop promises something else now; deleted: the order is gone.
 */
export type GoneBy = "records" | "never_was" | "settings" | "deleted";

export type Gone =
  | { outcome: "gone"; by: GoneBy }
  /** It is found as it was judged then: only what was learned since is another measure. */
  | { outcome: "stands"; found: Issue }
  /** It was so, by another record than the one it was named after: a scan came late. */
  | { outcome: "moved"; found: Issue };

type Missing = { known: KnownIssue; found: readonly Issue[]; find: FindIssues };

/** An issue as it is found today by what had been learned when it was found first; undefined when it is not. */
export function asJudged(
  seen: Seen,
  { kind, subject, content }: KnownIssue,
  find: FindIssues,
): Issue | undefined {
  const { judgedBy } = content();
  if (!judgedBy) return undefined;
  const { found } = find(measured(seen, judgedBy, seen.shop));
  return found.find((one) => one.kind === kind && one.subject === subject);
}

/** Why an open issue is not found any more. */
export function whyGone(seen: Seen, { known, found, find }: Missing): Gone {
  const { judgedBy } = known.content();
  if (!judgedBy) return { outcome: "gone", by: "records" };
  const isIt = ({ kind, subject }: Issue) => kind === known.kind && subject === known.subject;
  const stands = asJudged(seen, known, find);
  if (stands) return { outcome: "stands", found: stands };
  const then = measured(seen, judgedBy, judgedBy.shop);
  if (pastOf(seen.order, known.openedAt) !== judgedBy.past) {
    const was = find(asOf(then, known.openedAt)).found;
    if (!was.some(isIt)) {
      const other = was.find((one) => one.kind === known.kind && thingOf(one) === thingOf(known));
      const now =
        other && found.find(({ kind, subject }) => kind === other.kind && subject === other.subject);
      return now ? { outcome: "moved", found: now } : { outcome: "gone", by: "never_was" };
    }
  }
  return { outcome: "gone", by: find(then).found.some(isIt) ? "settings" : "records" };
}

/** What an issue is about, without the record that tells its episodes apart: `fulfillment:12@…`. */
const thingOf = ({ subject }: { subject: string }) => subject.split("@")[0];

/** As the shop's promises are, with what had been learned of it and its carriers when the issue was found. */
function measured(seen: Seen, { shop: then, habits }: JudgedBy, shop: Seen["shop"]): Seen {
  return {
    ...seen,
    shop: { ...shop, usualHandling: then.usualHandling },
    habitOf: (carrier, country) => {
      const kept = habits.find(
        (one) => one.carrier === (carrier ?? null) && one.country === (country ?? null),
      );
      return kept ? kept.habit : seen.habitOf(carrier, country);
    },
  };
}

/** What can be said today of how it stood then. */
function asOf(seen: Seen, at: Date): Seen {
  const before = (time: string) => Date.parse(time) <= at.getTime();
  return {
    ...seen,
    order: orderAsOf(seen.order, at),
    now: at,
    told: seen.told.filter((one) => before(one.at)),
    said: seen.said.filter((one) => before(one.at)),
    history: { ...seen.history, near: seen.history.near.filter(({ placedAt }) => before(placedAt)) },
  };
}
