import { days } from "#app/lib/duration.ts";
import { evidence, orderSays } from "#app/care/detect/evidence.ts";
import type { IssueRule, NearOrder, Seen } from "#app/care/detect/issue.ts";
import { lineKey } from "#app/care/detect/line-key.ts";
import { looked, orderTraits } from "#app/care/detect/looked.ts";
import { awaitsShipping, isRefunded } from "#app/care/detect/order-state.ts";
import type { MirroredOrder } from "#app/mirror/order.ts";

const APART = days(1);
const LIVE_TAGS = /subscription|recurring|abo\b|abonnement|draft|exchange|replacement|ersatz/i;

/** Looks like an order that the shopper placed before: the same goods to the same place within a day. The later one carries it. */
export const placedTwice: IssueRule = {
  kind: "placed_twice",
  look: (seen) =>
    looked(seen, () => {
      const { order } = seen;
      const other = earlierTwin(seen);
      if (!other) return null;
      const near = { entity: "order", id: other.id };
      return {
        subject: `order:${other.id}`,
        knownSince: new Date(order.placedAt),
        weight: 2,
        evidence: [
          ...orderSays(order, "name", "placed", "total"),
          ...evidence(order, {
            ...near,
            key: "name",
            label: "The other order",
            kind: "order_name",
            field: "name",
            value: other.name,
          }),
          ...evidence(order, {
            ...near,
            key: "placed",
            label: "The other order, placed",
            kind: "date",
            field: "placedAt",
            value: other.placedAt,
          }),
        ],
        traits: orderTraits(order),
      };
    }),
};

/** The last live order before this one that is the same. */
function earlierTwin({ order, history }: Seen): NearOrder | null {
  if (history.near.length === 0 || !awaitsShipping(order) || isRefunded(order)) return null;
  if (order.lines.length === 0 || order.tags.some((tag) => LIVE_TAGS.test(tag))) return null;
  const own = goods(order.lines.map((line) => ({ key: lineKey(line), quantity: line.quantity })));
  const twins = history.near
    .filter((one) => one.cancelledAt == null && one.samePlace && isBefore(one, order))
    .filter(({ lines }) => goods(lines) === own)
    .toSorted((one, two) => (isBefore(one, two) ? 1 : -1));
  return twins[0] ?? null;
}

type Placed = Pick<MirroredOrder, "id" | "placedAt">;

/** By at most a day; of two of the same moment the one with the lower number. */
function isBefore(one: Placed, other: Placed): boolean {
  const apart = Date.parse(other.placedAt) - Date.parse(one.placedAt);
  if (one.id === other.id || apart < 0 || apart > APART) return false;
  return apart > 0 || one.id.padStart(30, "0") < other.id.padStart(30, "0");
}

function goods(lines: readonly { key: string; quantity: number }[]): string {
  const sum = new Map<string, number>();
  for (const { key, quantity } of lines) sum.set(key, (sum.get(key) ?? 0) + quantity);
  return JSON.stringify([...sum].toSorted(([one], [other]) => (one < other ? -1 : 1)));
}
