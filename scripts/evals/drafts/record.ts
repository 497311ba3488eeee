import { answerDay } from "#app/care/draft/facts/answer-by.ts";
import type { DraftOrder } from "#app/care/draft/order-situation.ts";
import type { DraftCase, FactKey } from "./cases.ts";
import { ordersOf, policyUrl, SHOP } from "./draft-input.ts";
import { amount } from "./read-values.ts";

/** All that a case's records say, as figures and words, drawn from the orders themselves and not from the app's fact sheet. */
export type CaseRecord = {
  links: Set<string>;
  addresses: Set<string>;
  /** `MM-DD` and `YYYY-MM-DD` where the shop is. */
  days: Set<string>;
  money: Set<string>;
  numbers: Set<string>;
  /** Words that may hold figures and are repeated as they are. */
  words: string[];
};

export function recordOf(given: DraftCase, orders: DraftOrder[] = ordersOf(given)): CaseRecord {
  const parcels = orders.flatMap(({ fulfillments }) => fulfillments);
  const counts = [
    given.policyDays ?? 0,
    given.writer.attachments,
    ...orders.flatMap((order) => [order.fulfillments.length, ...order.lines.map(({ quantity }) => quantity)]),
  ];
  return {
    links: new Set([policyUrl, ...parcels.flatMap(({ trackingUrl }) => trackingUrl ?? [])]),
    addresses: new Set(),
    days: new Set([...orders.flatMap((order) => instantsOf(order)).flatMap(daysOf), ...termOf(given)]),
    money: new Set(orders.flatMap((order) => [...moneyOf(order.total), ...refundsOf(order)])),
    numbers: new Set(counts.filter((count) => count > 0).map(String)),
    words: [
      SHOP.name,
      given.writer.name,
      ...orders.flatMap((order) => [
        order.name,
        order.name.slice(1),
        ...order.lines.map(({ title }) => title),
      ]),
      ...parcels.flatMap(({ trackingNumber, trackingCompany }) => [
        trackingNumber ?? "",
        trackingCompany ?? "",
      ]),
    ],
  };
}

function instantsOf(order: DraftOrder): string[] {
  return [
    order.placedAt,
    order.cancelledAt,
    ...order.refunds.map(({ at }) => at),
    ...order.fulfillments.flatMap((parcel) => [
      parcel.estimatedDeliveryAt,
      parcel.deliveredAt,
      ...parcel.events.map(({ at }) => at),
    ]),
  ].filter((at) => typeof at === "string");
}

/** The day by which the shop answers: within 24 hours, where it has set nothing else. */
function termOf({ now }: DraftCase): string[] {
  const day = answerDay(new Date(now), { within: 24, timeZone: SHOP.timeZone });
  return [day.slice(5), day];
}

const ISO_DAY = new Intl.DateTimeFormat("en-CA", { timeZone: SHOP.timeZone, dateStyle: "short" });

/** The day of an instant where the shop is, with its year and without. */
function daysOf(at: string): [string, string] {
  const day = ISO_DAY.format(new Date(at));
  return [day.slice(5), day];
}

const moneyOf = (money: DraftOrder["total"]): string[] =>
  money ? [`${amount(money.amount)} ${money.currency}`] : [];
const refundsOf = ({ refunds }: DraftOrder) => refunds.flatMap((refund) => moneyOf(refund.amount));

/** What stands for a fact in a text: days and amounts by value, the rest word for word; null when only a citation can show it. */
export type Shown = { days?: string[]; money?: string[]; words?: string[] };

/** Of every order that a case has: a draft about several says the fact when it says one of them. */
export function shownFor(
  key: FactKey,
  given: DraftCase,
  orders: DraftOrder[] = ordersOf(given),
): Shown | null {
  const parcels = orders.flatMap(({ fulfillments }) => fulfillments);
  const days = (instants: (string | null | undefined)[]): Shown => ({
    days: instants.flatMap((at) => (at ? daysOf(at) : [])),
  });
  const words = (values: (string | null | undefined)[]): Shown => ({
    words: values.flatMap((value) => value || []),
  });
  switch (key) {
    case "name":
      return words(orders.map(({ name }) => name.slice(1)));
    case "placed":
      return days(orders.map(({ placedAt }) => placedAt));
    case "cancelledAt":
      return days(orders.map((order) => order.cancelledAt));
    case "eta":
      return days(parcels.map((parcel) => parcel.estimatedDeliveryAt));
    case "deliveredAt":
      return days(parcels.map((parcel) => parcel.deliveredAt));
    case "lastAt":
      return days(parcels.flatMap(({ events }) => events.map(({ at }) => at)));
    case "refundAt":
      return days(orders.flatMap(({ refunds }) => refunds.map(({ at }) => at)));
    case "tracking":
      return words(parcels.map(({ trackingNumber }) => trackingNumber));
    case "link":
      return words(parcels.map(({ trackingUrl }) => trackingUrl));
    case "policyLink":
      return words([policyUrl]);
    case "policyDays":
      return words([given.policyDays === null ? null : String(given.policyDays)]);
    case "address":
      return words(orders.map(({ shippingAddress }) => shippingAddress?.address1));
    case "total":
      return { money: orders.flatMap(({ total }) => moneyOf(total)) };
    case "refundAmount":
      return { money: orders.flatMap(refundsOf) };
    case "status":
    case "lastStatus":
    case "refundState":
    case "returnStatus":
    case "parcels":
    case "attachments":
      return null;
  }
}
