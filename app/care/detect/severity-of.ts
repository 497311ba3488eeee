import { days } from "#app/lib/duration.ts";
import type { IssueKind, Seen, Severity, Stake } from "#app/care/detect/issue.ts";
import { occasion } from "#app/care/detect/order-state.ts";
import type { WatchClock } from "#app/care/detect/watch-clock.ts";
import type { Money } from "#app/mirror/order.ts";

/** What is at stake on an order beside what went wrong, from its record and from days and gifts that the shopper named: never from what somebody feels. */
export type Judged = { severity: Severity; stakes: Stake[] };

/**
 * The weight a rule gives (1 to 4) is raised by what is at stake, to 4 at most:
 *
 * | stake          | when                                                                           | raises by |
 * | -------------- | ------------------------------------------------------------------------------ | --------- |
 * | needed_by      | it is needed by a day that is at most a week off, or over; shipping only       | 1         |
 * | perishable     | a tag of the order is one of the shop's for perishables; shipping only         | 1         |
 * | second_failure | another issue of this order, or of this shopper in the last 90 days            | 1         |
 * | lost_money     | the shopper has paid for what they neither have nor were paid back             | 1         |
 * | gift           | record or shopper say that it is one; shipping                                 | 1 in all  |
 * | first_order    | they never ordered here before                                                 | 1 in all  |
 * | high_value     | the order is worth about 250 euros or more                                     | 1 in all  |
 *
 * The last three are frequent: together they raise by one.
 */
export function severityOf(
  seen: Seen,
  { kind, weight }: { kind: IssueKind; weight: Severity },
  clock: WatchClock,
): Judged {
  const stakes = stakesOf(seen, kind, clock);
  const heavy = stakes.filter((stake) => HEAVY.has(stake)).length;
  const light = stakes.length > heavy ? 1 : 0;
  return { severity: capped(weight + heavy + light), stakes };
}

const HEAVY: ReadonlySet<Stake> = new Set(["needed_by", "perishable", "second_failure", "lost_money"]);
const capped = (sum: number): Severity => (sum <= 1 ? 1 : sum === 2 ? 2 : sum === 3 ? 3 : 4);

/** Issues that are about money alone, or about which of two orders is meant: the day and the goods do not make them worse. */
const NOT_OF_GOODS: ReadonlySet<IssueKind> = new Set([
  "refund_not_executed",
  "return_unsettled",
  "cancelled_unsaid",
  "placed_twice",
]);
const LOST_MONEY: ReadonlySet<IssueKind> = new Set([
  "refund_not_executed",
  "return_unsettled",
  "carrier_exception",
  "delivered_oddly",
]);
const NEAR = days(7);

function stakesOf(seen: Seen, kind: IssueKind, clock: WatchClock): Stake[] {
  const { order, shop, history } = seen;
  const ofGoods = !NOT_OF_GOODS.has(kind);
  const { gift, neededBy } = occasion(seen);
  const perishable = order.tags.some((tag) => shop.perishableTags.includes(tag.trim().toLowerCase()));
  const found: [Stake, boolean][] = [
    ["needed_by", ofGoods && neededBy !== null && clock.passed(neededBy - NEAR)],
    ["gift", ofGoods && gift],
    ["first_order", history.earlierOrders === 0],
    ["second_failure", history.earlierIssues > 0],
    ["perishable", ofGoods && perishable],
    ["high_value", isHigh(order.total)],
    ["lost_money", LOST_MONEY.has(kind)],
  ];
  return found.filter(([, at]) => at).map(([stake]) => stake);
}

/** Units of a currency that make about one euro, for those where one makes less than half of it or more than two. */
const PER_EURO: Record<string, number> = {
  AED: 4,
  BRL: 6,
  CNY: 8,
  CZK: 25,
  DKK: 7.5,
  HKD: 9,
  HUF: 400,
  ILS: 4,
  INR: 95,
  JPY: 165,
  KRW: 1_600,
  MXN: 21,
  MYR: 5,
  NOK: 11.5,
  PHP: 65,
  PLN: 4.3,
  RON: 5,
  SEK: 11,
  THB: 38,
  TRY: 45,
  TWD: 36,
  UAH: 48,
  ZAR: 20,
};
const HIGH = 250;
const isHigh = ({ amount, currency }: Money): boolean => Number(amount) >= HIGH * (PER_EURO[currency] ?? 1);
