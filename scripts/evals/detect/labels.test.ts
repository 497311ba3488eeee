import { describe, expect, it } from "vitest";
import { issueKinds, type IssueKind } from "#app/care/detect/issue.ts";
import { mirroredOrderSchema, type MirroredOrder } from "#app/mirror/order.ts";
import { problems, type Label } from "#devstore/history/problems.ts";
import { datedOrders, stateAt, type DatedOrder } from "./dated-states.ts";

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const orders = datedOrders({ orders: 1500, seed: 4 });
const byShopper = Map.groupBy(orders, ({ plan }) => plan.shopper.key);

const eventsOf = (order: MirroredOrder) => order.fulfillments.flatMap(({ events }) => events);
const undelivered = (order: MirroredOrder) => order.fulfillments.some(({ deliveredAt }) => !deliveredAt);
const LABELS = new Set(["confirmed", "label_purchased", "label_printed"]);

/** Monday to Friday since then, not counting its own day. */
function weekdaysSince(at: string, now: number): number {
  let count = 0;
  for (let day = Math.floor(Date.parse(at) / DAY) + 1; day * DAY < now - 2 * HOUR; day += 1)
    if (![0, 6].includes(new Date(day * DAY).getUTCDay())) count += 1;
  return count;
}

type Shown = { order: MirroredOrder; now: number; dated: DatedOrder };

/** What the record shows while a problem is true, by the plain words of each kind, and not by how it was planned. */
const shows: Record<IssueKind, (shown: Shown) => boolean> = {
  unfulfilled: ({ order, now }) =>
    order.fulfillmentStatus === "unfulfilled" &&
    !order.cancelledAt &&
    weekdaysSince(order.placedAt, now) >= 3,
  preorder_slipped: ({ order }) =>
    order.tags.some((tag) => /order/u.test(tag)) &&
    order.fulfillmentStatus === "unfulfilled" &&
    (order.attributes.length > 0 || order.fulfillmentOrders.some(({ fulfillAt }) => fulfillAt)),
  not_picked_up: ({ order, now }) =>
    order.fulfillments.some(
      ({ events, createdAt }) =>
        events.every(({ status }) => LABELS.has(status)) && now - Date.parse(createdAt ?? "") > 1.5 * DAY,
    ),
  stalled: ({ order, now }) =>
    undelivered(order) && eventsOf(order).every(({ at }) => now - Date.parse(at) > 3.9 * DAY),
  past_estimate: ({ order, now }) =>
    order.fulfillments.some(
      ({ estimatedDeliveryAt, deliveredAt }) => !deliveredAt && Date.parse(estimatedDeliveryAt ?? "") < now,
    ),
  delivery_failed: ({ order }) =>
    undelivered(order) &&
    eventsOf(order).some(({ status }) => status === "attempted_delivery" || status === "failure"),
  carrier_exception: ({ order }) =>
    eventsOf(order).some(
      ({ status, message }) =>
        status === "failure" || /return|damage|exception|beschädigt|zurück|endommagé/iu.test(message ?? ""),
    ),
  delivered_oddly: ({ order }) =>
    order.fulfillments.some(({ deliveredAt, createdAt, events }) => {
      const last = events.find(({ status }) => status === "delivered");
      const early = Date.parse(deliveredAt ?? "") - Date.parse(createdAt ?? "") < 3 * HOUR;
      const address = order.shippingAddress;
      return early || last?.country !== address?.countryCode || last?.city !== address?.city;
    }),
  partly_shipped: ({ order, dated }) =>
    order.fulfillmentStatus === "partial" &&
    !dated.plan.words.some(({ about }) => about.includes("partly_shipped")),
  cancelled_unsaid: ({ order, dated, now }) =>
    (order.cancelledAt !== null || order.lines.some((line) => (line.currentQuantity ?? 0) < line.quantity)) &&
    !dated.plan.words.some(({ at }) => at < now),
  refund_not_executed: ({ order }) =>
    order.refunds.some(({ settled }) => !settled) ||
    (order.cancelledAt !== null && order.financialStatus === "paid" && order.refunds.length === 0),
  payment_pending: ({ order }) => ["pending", "expired"].includes(order.financialStatus ?? ""),
  bad_address: ({ order: { shippingAddress: to } }) =>
    !to?.zip ||
    !to.city ||
    !/\p{L}{4}/u.test(to.address1 ?? "") ||
    !/\d/u.test(to.address1 ?? "") ||
    unlikeZip(to.countryCode, to.zip),
  placed_twice: ({ order, dated, now }) =>
    !order.cancelledAt &&
    (byShopper.get(dated.plan.shopper.key) ?? []).some((one) => {
      const other = one === dated ? null : stateAt(one, now);
      if (!other || other.cancelledAt) return false;
      const apart = Math.abs(Date.parse(order.placedAt) - Date.parse(other.placedAt));
      return apart < 6 * HOUR && skus(other) === skus(order) && street(other) === street(order);
    }),
  needed_by_at_risk: ({ order }) =>
    (order.note !== null || order.attributes.length > 0) &&
    (order.fulfillments.length === 0 || undelivered(order)),
  return_unsettled: ({ order }) =>
    order.returns.some(({ status }) => status === "closed") && order.refunds.every(({ settled }) => !settled),
};

const skus = ({ lines }: MirroredOrder) => lines.map(({ sku, quantity }) => `${sku}×${quantity}`).join();
const street = ({ shippingAddress }: MirroredOrder) => shippingAddress?.address1;
const digits: Record<string, number> = { DE: 5, AT: 4, FR: 5, ES: 5, US: 5, PT: 7, JP: 7 };
const unlikeZip = (country: string | null | undefined, zip: string) =>
  zip === "00000" ||
  (country === "GB" ? /^\d/u.test(zip) : zip.replace(/\D/gu, "").length !== digits[country ?? ""]);

const labelled = orders.flatMap((dated) => dated.plan.labels.map((label) => ({ dated, label })));
const shownAt = (dated: DatedOrder, kind: IssueKind, now: number): boolean => {
  const order = stateAt(dated, now);
  return order !== null && shows[kind]({ order, now, dated });
};

describe("labels", () => {
  it("name the app's kinds of issues", () => {
    expect(problems).toEqual(issueKinds);
  });

  it("are of orders such as the mirror has", () => {
    const unlike = orders
      .flatMap(({ states }) => states)
      .filter(({ order }) => !mirroredOrderSchema.safeParse(order).success);
    expect(unlike).toEqual([]);
  });

  it.each(issueKinds)(
    "%s: every order it is asked of shows it, from when it begins until it ends",
    (kind) => {
      const asked = labelled.filter(({ label }) => label.kind === kind && label.asked);
      expect(asked.length).toBeGreaterThan(10);
      const unshown = asked.filter(
        ({ dated, label }) => !momentsOf(label).every((now) => shownAt(dated, kind, now)),
      );
      expect(
        unshown.map(
          ({ dated, label }) => `${dated.plan.key} ${dated.plan.story} ${new Date(label.from).toISOString()}`,
        ),
      ).toEqual([]);
    },
  );

  const endsInRecord = [
    "unfulfilled",
    "not_picked_up",
    "past_estimate",
    "delivery_failed",
    "partly_shipped",
    "payment_pending",
    "refund_not_executed",
    "return_unsettled",
    "placed_twice",
  ] as const;
  it.each(endsInRecord)("%s: is no longer shown where it ended", (kind) => {
    const ended = labelled.filter(({ label }) => label.kind === kind && label.asked && label.until !== null);
    expect(ended.length).toBeGreaterThan(2);
    const lasting = ended.filter(
      ({ dated, label }) => !isOver(dated, label) && shownAt(dated, kind, (label.until ?? 0) + 2 * HOUR),
    );
    expect(lasting.map(({ dated }) => `${dated.plan.key} ${dated.plan.story}`)).toEqual([]);
  });

  const onlyWhereTrue = [
    "delivery_failed",
    "past_estimate",
    "refund_not_executed",
    "placed_twice",
    "return_unsettled",
  ] as const;
  it.each(onlyWhereTrue)("%s: is shown for a day only where it is labelled", (kind) => {
    const unlabelled = orders.filter(({ plan }) => !plan.labels.some((label) => label.kind === kind));
    const shown = unlabelled.filter((dated) => lastsIn(dated, kind) > (WAITS[kind] ?? DAY));
    expect(shown.map(({ plan }) => `${plan.key} ${plan.story}`)).toEqual([]);
  });
});

/** What is unsettled for up to five days is not unsettled yet. */
const WAITS: Partial<Record<IssueKind, number>> = { refund_not_executed: 5 * DAY, return_unsettled: 5 * DAY };

/** Just after it begins, halfway, and just before it ends; a week is enough of what does not. */
function momentsOf({ from, until }: Label): number[] {
  const end = Math.min(until ?? Infinity, from + 7 * DAY);
  return [from + HOUR, (from + end) / 2, end - HOUR / 2];
}

/** Given back or called off: what the record shows besides matters to nobody. */
const isOver = (dated: DatedOrder, { until }: Label): boolean => {
  const order = stateAt(dated, (until ?? 0) + 2 * HOUR);
  return order?.cancelledAt != null || order?.financialStatus === "refunded";
};

/** How long the record shows it at a stretch, at most. */
function lastsIn(dated: DatedOrder, kind: IssueKind): number {
  const end = (dated.states.at(-1)?.at ?? 0) + 3 * DAY;
  let longest = 0;
  let since: number | null = null;
  for (let now = dated.states[0]?.at ?? 0; now < end; now += 6 * HOUR) {
    if (!shownAt(dated, kind, now)) since = null;
    else since ??= now;
    if (since !== null) longest = Math.max(longest, now - since);
  }
  return longest;
}
