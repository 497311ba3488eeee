import { chosenDay } from "#app/care/detect/ahead.ts";
import { addBusinessDays, endOfBusinessDay } from "#app/care/detect/business-days.ts";
import { isPaidLater, says } from "#app/care/detect/evidence.ts";
import type { Evidence, Seen } from "#app/care/detect/issue.ts";
import { startOfDay } from "#app/lib/local-day.ts";
import { timeOf } from "#app/care/detect/parcel.ts";
import { days } from "#app/lib/duration.ts";

/** A shop that usually ships within the hour is not late after two. */
const USUAL_AT_LEAST = days(1);
/** Business days after which waiting weighs more. */
const LONG_AT_LEAST = 3;

/**
 * When an order should have left, in epoch milliseconds: by the end of the day that the shop promises, or by the time it usually
 * takes, whichever is later. Both begin when it was paid: a wait for money or for a right address is not the shop's. A day the
 * shopper chose comes first.
 */
export function shipBy({ order, shop, history }: Seen): number {
  const { payment_pending: paid, bad_address: corrected } = history.over ?? {};
  const start = Math.max(
    Date.parse(order.placedAt),
    timeOf(order.paidAt) ?? 0,
    timeOf(paid) ?? 0,
    timeOf(corrected) ?? 0,
  );
  const promised = endOfBusinessDay(start, shop.handlingDays, shop);
  const usual = shop.usualHandling === null ? 0 : start + Math.max(shop.usualHandling, USUAL_AT_LEAST);
  const wanted = chosenDay(order);
  return Math.max(promised, usual, wanted === null ? 0 : startOfDay(wanted, shop.timeZone));
}

/** When it has waited so long again that it weighs more. */
export const longAfter = (due: number, { shop }: Seen): number =>
  addBusinessDays(due, Math.max(LONG_AT_LEAST, shop.handlingDays), shop);

export const shipBySays = ({ order }: Seen, due: number): Evidence[] =>
  says(order, {
    key: "shipBy",
    label: "Should have left by",
    kind: "date",
    field: isPaidLater(order) ? "paidAt" : "placedAt",
    value: new Date(due).toISOString(),
  });
