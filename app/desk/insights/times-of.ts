import type { Duration } from "#app/lib/duration.ts";
import type { Case } from "./case.ts";
import { quantileOf, type Quantile } from "./quantile.ts";

export type Times = {
  first: { median: Quantile; p90: Quantile };
  resolution: { median: Quantile; p90: Quantile };
  /** Of those a shopper began: nobody has answered yet. */
  unanswered: number;
  /** Of those a shopper began: not closed yet, so that nobody knows how long they take. */
  open: number;
};

/**
 * First response: from the shopper's first message to our first after it, by people alone; what leaves by itself (a receipt) is none.
 * Resolution: to when it was closed last (Zendesk's "first reply time" and "full resolution time"). Conversations that we began have
 * no first response.
 */
export function timesOf(cases: readonly Case[], elapsed: (from: Date, to: Date) => Duration): Times {
  const begun = cases.filter(({ wroteAt, begunByUs }) => wroteAt !== null && !begunByUs);
  const until = (end: (one: Case) => Date | null) =>
    begun.flatMap((one) => {
      const at = end(one);
      return one.wroteAt && at ? [Math.max(0, elapsed(one.wroteAt, at))] : [];
    });
  const both = (times: Duration[]) => ({ median: quantileOf(times, 0.5), p90: quantileOf(times, 0.9) });
  return {
    first: both(until(({ answeredAt }) => answeredAt)),
    resolution: both(until(({ closedAt }) => closedAt)),
    unanswered: begun.filter(({ answeredAt, closedAt }) => !answeredAt && !closedAt).length,
    open: begun.filter(({ closedAt }) => !closedAt).length,
  };
}
