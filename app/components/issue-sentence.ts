import type { Evidence, IssueKind } from "#app/care/detect/issue.ts";
import type { Say, Values } from "#app/words/say.ts";
import { evidenceDay, evidenceValue } from "./evidence-value.ts";
import { issueKindLabel } from "./issue-labels.ts";
import { listed, withinSentence } from "./labels.ts";

type Zone = string | null;
/**
 * What the evidence says under a key, as people read it; `day` without the hour, `raw` as it is kept. What is not known is the
 * word `unknown`, which each sentence has a way to do without.
 */
type Says = Record<"of" | "day" | "raw", (key: string) => string>;
const UNKNOWN = "unknown";

const happened = ({ of }: Says) =>
  of("cancelledAt") !== UNKNOWN ? "cancelled" : of("refundAmount") !== UNKNOWN ? "refunded" : "removed";

/** What each sentence is filled with. */
const VALUES: Record<IssueKind, (says: Says, say: Say) => Values> = {
  unfulfilled: ({ day }) => ({ placed: day("placed"), shipBy: day("shipBy") }),
  preorder_slipped: ({ day }) => ({ fulfillAt: day("fulfillAt") }),
  not_picked_up: ({ of, day }) => ({ carrier: of("carrier"), shippedAt: day("shippedAt") }),
  stalled: ({ of }) => ({ carrier: of("carrier"), lastAt: of("lastAt"), city: of("city") }),
  past_estimate: ({ of, day }) => ({ carrier: of("carrier"), eta: day("eta") }),
  delivery_failed: ({ of, day }) => ({ carrier: of("carrier"), lastAt: day("lastAt"), city: of("city") }),
  carrier_exception: ({ of, day, raw }) => ({
    ...{ carrier: of("carrier"), exception: raw("exception") },
    ...{ lastAt: day("lastAt"), city: of("city") },
  }),
  delivered_oddly: ({ of, day, raw }) => ({
    deliveredAt: day("deliveredAt"),
    odd: raw("odd"),
    city: of("city"),
  }),
  partly_shipped: ({ day, raw }) => ({ parcels: raw("parcels"), shipBy: day("shipBy") }),
  cancelled_unsaid: (says) => ({
    ...{ happened: happened(says), cancelledAt: says.day("cancelledAt"), removed: says.of("removed") },
    ...{ refundAmount: says.of("refundAmount"), refundAt: says.day("refundAt") },
  }),
  refund_not_executed: ({ of, day }) => ({
    ...{ refundAmount: of("refundAmount"), refundAt: day("refundAt") },
    ...{ cancelledAt: day("cancelledAt"), total: of("total") },
  }),
  payment_pending: ({ of, day }, say) => ({
    placed: day("placed"),
    payment: withinSentence(say, of("payment")),
  }),
  bad_address: ({ raw }) => ({ fault: raw("addressFault") }),
  placed_twice: ({ of }) => ({ other: of("other") }),
  needed_by_at_risk: ({ of, day }) => ({
    neededBy: day("neededBy"),
    shipped: of("shippedAt") === UNKNOWN ? "no" : "yes",
  }),
  return_unsettled: ({ day }) => ({ closedAt: day("closedAt") }),
};

type Issue = { kind: IssueKind; orderId: string; evidence: readonly Evidence[] };

/** What is wrong in one sentence, with what its evidence says; the kind's own words where it says nothing. */
export function issueSentence(say: Say, { kind, orderId, evidence }: Issue, zone: Zone): string {
  if (evidence.length === 0) return say("issueSentence.nothingKnown", { kind: issueKindLabel(say, kind) });
  const find = (key: string) => evidence.filter((one) => evidenceKeyOf(one, orderId) === key);
  const says: Says = {
    raw: (key) => find(key)[0]?.value ?? UNKNOWN,
    of: (key) =>
      listed(
        say,
        find(key).map((one) => evidenceValue(say, one, zone)),
      ) || UNKNOWN,
    day: (key) => {
      const [one] = find(key);
      if (!one) return UNKNOWN;
      return one.value.length > 10 && !Number.isNaN(Date.parse(one.value))
        ? evidenceDay(say, one, zone)
        : evidenceValue(say, one, zone);
    },
  };
  return say(`issueSentence.${kind}`, VALUES[kind](says, say));
}

const OF_ANOTHER: Record<string, string> = { name: "other", placed: "otherPlaced" };

/** `fulfillment:12:lastAt` → `lastAt`; `order:1:removed:7` → `removed`; another order's name → `other`. */
export function evidenceKeyOf({ id }: Pick<Evidence, "id">, orderId: string): string {
  const [entity, of, key = ""] = id.split(":");
  return (entity === "order" && of !== orderId && OF_ANOTHER[key]) || key;
}
