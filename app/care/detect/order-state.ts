import { namesLeaving } from "#app/care/understand/leaving-words.ts";
import type { SaidOfOrder, Seen } from "#app/care/detect/issue.ts";
import { isLive } from "#app/care/detect/parcel.ts";
import { fold } from "#app/care/understand/fold.ts";
import { occasionOf, type Occasion } from "#app/care/understand/occasion.ts";
import { plain } from "#app/care/understand/shipments.ts";
import type { MirroredOrder } from "#app/mirror/order.ts";

/** Nothing of it is to leave any more, or Shopify says that nothing ever was. */
const SENT = new Set(["fulfilled", "restocked", "fulfillment_not_required"]);
const PARTLY = new Set(["partial", "partially_fulfilled"]);
/** The shop has the money, or may take it when it ships. */
const PAID = new Set(["paid", "authorized", "partially_refunded"]);
const CLOSED_PARTS = new Set(["closed", "cancelled", "canceled"]);
const OVER_RETURNS = new Set(["declined", "canceled", "cancelled"]);

/** Paid, or nothing to pay. */
export const isPaid = ({ financialStatus, total }: MirroredOrder): boolean =>
  PAID.has(plain(financialStatus)) || Number(total.amount) === 0;

/** All that was paid went back: what becomes of the parcel matters to the shop alone. */
export const isRefunded = ({ financialStatus }: MirroredOrder): boolean =>
  plain(financialStatus) === "refunded";

export const isPartlyShipped = ({ fulfillmentStatus }: MirroredOrder): boolean =>
  PARTLY.has(plain(fulfillmentStatus));

/**
 * Whether all of an order is still to leave for an address. One without an address is digital or picked up in the shop, and an
 * archived one is done with.
 */
export function awaitsShipping(order: MirroredOrder): boolean {
  return (
    order.cancelledAt == null &&
    order.closedAt == null &&
    order.shippingAddress != null &&
    !SENT.has(plain(order.fulfillmentStatus)) &&
    !isPartlyShipped(order) &&
    !order.fulfillments.some(isLive) &&
    hasGoods(order)
  );
}

const hasGoods = ({ lines }: MirroredOrder): boolean =>
  lines.length === 0 || lines.some(({ quantity, currentQuantity }) => (currentQuantity ?? quantity) > 0);

/** Whether what became of its parcels may be an issue: not of an order that was called off, paid back, or came back. */
export const isOnTheWay = (order: MirroredOrder): boolean =>
  order.cancelledAt == null && !isRefunded(order) && !hasReturn(order);

/** Something of it comes or came back: its parcel had arrived, whatever its carrier says. */
export const hasReturn = ({ returns }: MirroredOrder): boolean =>
  returns.some(({ status }) => !OVER_RETURNS.has(plain(status)));

/** What is still to be shipped, as Shopify hands it to whoever ships it. */
export const openParts = ({ fulfillmentOrders }: MirroredOrder) =>
  fulfillmentOrders.filter(({ status }) => !CLOSED_PARTS.has(plain(status)));

/**
 * Holds for which nobody is late: the shopper asked for it or owes something, nobody knows the day yet, or another issue says it.
 * Goods that ran out and what a shop does not explain make an order late.
 */
const EXCUSED = new Set([
  "awaiting_payment",
  "awaiting_return_items",
  "high_risk_of_fraud",
  "incorrect_address",
  "online_store_post_purchase_cross_sell",
  "unknown_delivery_date",
]);
const wished =
  /\b(?:customers?|client[ea]?s?|shopper|buyer|kund(?:e|in|en)|klant|cliente|requested|on request|asked|wunsch|auf wunsch|vacation|holiday|urlaub|vacances|vacaciones|vacanza|vakantie)\b|お客様|ご要望/;

/** Whether all that is still to leave waits for a reason that is not the shop's delay. */
export function isHeld(order: MirroredOrder): boolean {
  const parts = openParts(order);
  return (
    parts.length > 0 &&
    parts.every(({ holds }) =>
      holds.some(
        ({ reason, notes }) =>
          EXCUSED.has(plain(reason)) ||
          (plain(reason) === "other" && wished.test(fold((notes ?? "").slice(0, 300)))),
      ),
    )
  );
}

/**
 * Whether an order is a gift, and by when it is needed, by its record and by what the shopper wrote. Of several days the earliest
 * counts, of those that were still to come when the last one was named: a later word replaces a day that is over. `by` is the message
 * that names it; null where the record does.
 */
export function occasion({
  order,
  said,
}: Pick<Seen, "order" | "said">): Occasion & { by: SaidOfOrder | null } {
  const noted = notedOccasion(order);
  const gift = noted.gift || said.some((one) => one.gift);
  const days: Named[] = said.flatMap((by) =>
    by.neededBy === null ? [] : [{ until: Date.parse(by.neededBy) + DAY, at: Date.parse(by.at), by }],
  );
  if (noted.neededBy !== null)
    days.unshift({ until: noted.neededBy, at: Date.parse(order.placedAt), by: null });
  const last = Math.max(...days.map(({ at }) => at));
  const toCome = days.filter(({ until }) => until > last);
  const [first] = (toCome.length > 0 ? toCome : days).toSorted((one, other) => one.until - other.until);
  return { gift, neededBy: first?.until ?? null, by: first?.by ?? null };
}

/** A day that was named: when it ends, when it was said, and where. */
type Named = { until: number; at: number; by: SaidOfOrder | null };

const occasions = new WeakMap<MirroredOrder, Occasion>();

/** What the record says of it; read once for all that ask. */
function notedOccasion(order: MirroredOrder): Occasion {
  const found = occasions.get(order);
  if (found) return found;
  const made = isBare(order) ? BARE : occasionOf(withoutLeaving(order));
  occasions.set(order, made);
  return made;
}

/** "Ships by 3 May" is a day of the shop's, not one on which the shopper needs it. */
const withoutLeaving = (order: MirroredOrder): MirroredOrder => ({
  ...order,
  attributes: order.attributes.filter(({ name }) => !namesLeaving(name)),
});

const BARE: Occasion = { gift: false, neededBy: null };
const isBare = ({ note, tags, attributes }: MirroredOrder): boolean =>
  !note && tags.length === 0 && attributes.length === 0;

/**
 * Whether the shop has told the shopper of a kind of problem since it came up. A mail that somebody wrote without saying what it is
 * about counts; so does one of the day before, for who agrees on something writes first and does it then.
 */
export const wasTold = (
  { told }: Seen,
  kind: Seen["told"][number]["about"][number],
  since: number,
): boolean =>
  told.some(({ at, about }) => Date.parse(at) >= since - DAY && (about.length === 0 || about.includes(kind)));
const DAY = 86_400_000;
