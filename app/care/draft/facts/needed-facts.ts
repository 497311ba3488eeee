import type { Fact } from "#app/care/draft/draft.ts";
import { orderFactKeys, type OrderFactKey } from "#app/care/draft/facts/draw-fact.ts";
import { mayBeTold } from "#app/care/draft/proof.ts";
import type { Intent } from "#app/care/understand/reading.ts";
import type { IdentityProof } from "#app/conversation/message-content.ts";

/** Which order it is and whether anything stands in the way of an answer: whatever is asked. */
const ALWAYS: OrderFactKey[] = ["name", "label", "placed", "status", "cancelledAt", "disputeStatus"];
const PARCEL: OrderFactKey[] = [
  "placedAgo",
  "parcels",
  "carrier",
  "tracking",
  "link",
  "eta",
  "etaIn",
  "deliveredAt",
  "deliveredAgo",
  "lastStatus",
  "lastAt",
  "lastAgo",
  "city",
];
const ARRIVED: OrderFactKey[] = ["parcels", "carrier", "deliveredAt", "deliveredAgo", "lastStatus"];
const REFUND: OrderFactKey[] = ["refundAmount", "refundAt", "refundAgo", "refundState", "returnStatus"];

/** What of an order an answer needs, by what is asked. */
const NEEDED: Record<Intent, OrderFactKey[]> = {
  order_status: PARCEL,
  delivery_problem: PARCEL,
  wrong_or_damaged_item: ["items", ...ARRIVED, ...REFUND],
  return: ["items", ...ARRIVED, ...REFUND],
  refund: ["total", ...ARRIVED, ...REFUND],
  cancel: ["items", "placedAgo", ...PARCEL, ...REFUND],
  change_order: ["items", "placedAgo", ...PARCEL, ...REFUND],
  change_address: ["placedAgo", ...PARCEL],
  payment: ["total", ...REFUND],
  // A grievance may be about any of it.
  complaint: ["items", ...PARCEL, ...REFUND],
  praise: ["items"],
  product_question: ["items"],
  account: [],
  spam_or_auto: [],
  other: [],
};

const OF_ORDERS: ReadonlySet<string> = new Set(["order", "fulfillment", "refund", "return", "dispute"]);
const KEYS: ReadonlySet<string> = new Set(orderFactKeys);

export type Need = {
  intent: Intent;
  proof: IdentityProof;
  /** What the plan cites anyway, whatever the table says. */
  cited?: Iterable<string>;
};

/**
 * Divides what the records say into what this message needs and its writer may be told, and the rest. The rest is neither shown
 * nor given to a model; the guard knows it, to find it in a text: above the writer's proof it is a leak, else it is true.
 */
export function neededFacts(
  known: Fact[],
  { intent, proof, cited = [] }: Need,
): { facts: Fact[]; withheld: Fact[] } {
  const citedIds = new Set(cited);
  const needed = new Set<string>([...ALWAYS, ...NEEDED[intent]]);
  const isNeeded = ({ id, source }: Fact) => {
    const key = id.slice(id.lastIndexOf(":") + 1);
    return citedIds.has(id) || !OF_ORDERS.has(source.entity) || !KEYS.has(key) || needed.has(key);
  };
  const shown = (fact: Fact) => mayBeTold(fact, proof) && isNeeded(fact);
  return { facts: known.filter(shown), withheld: known.filter((fact) => !shown(fact)) };
}
