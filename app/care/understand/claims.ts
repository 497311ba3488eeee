import { days } from "#app/lib/duration.ts";
import type { Order } from "#app/mirror/order.ts";
import {
  ago as agoPattern,
  amount,
  claimPatterns,
  numberWords,
  orderWord,
  paidWord,
  unitDays,
  type ClaimKind,
} from "./claim-patterns.ts";
import type { Sentence } from "./fold.ts";
import type { Claim } from "./reading.ts";
import { deliveredAt, lastEvent } from "./shipments.ts";

type Finding = Pick<Claim, "verdict" | "evidence">;
type Evidence = Claim["evidence"][number];

const silent: Finding = { verdict: "unknown", evidence: [] };

/**
 * What the shopper states against what the record shows. A conflict is a reason to look, never an accusation: a parcel marked
 * delivered may still not have reached anybody. Without an order every verdict is `unknown`.
 */
export function claims(sentences: Sentence[], order: Order | null, now: Date): Claim[] {
  const found = new Map<string, Claim>();
  for (const sentence of sentences)
    for (const claim of claimsIn(sentence, order, now))
      if (!found.has(claim.kind)) found.set(claim.kind, claim);
  // "Says delivered but I have nothing" is about a parcel that did not come.
  if (found.has("not_received")) found.delete("received");
  return [...found.values()];
}

function claimsIn(sentence: Sentence, order: Order | null, now: Date): Claim[] {
  const quote = sentence.text.slice(0, 300);
  const stated: Claim[] = claimPatterns
    .filter(({ pattern }) => pattern.test(sentence.folded))
    .map(({ kind, claim }) => ({ claim, kind, quote, ...(order ? check(kind, order, now) : silent) }));
  const ago = daysAgo(sentence.folded);
  if (ago)
    stated.push({
      claim: `ordered about ${ago.days} days ago`,
      kind: "ordered_ago",
      quote,
      ...placed(ago, order, now),
    });
  const paid = paidWord.test(sentence.folded) ? amountIn(sentence.folded) : undefined;
  if (paid !== undefined)
    stated.push({ claim: `paid ${paid}`, kind: "amount", quote, ...total(paid, order) });
  return stated;
}

function check(kind: ClaimKind, order: Order, now: Date): Finding {
  switch (kind) {
    case "marked_delivered":
      return delivered(order, "agrees", "conflicts");
    case "received":
      return delivered(order, "agrees", "conflicts");
    case "not_received":
      return delivered(order, "conflicts", "agrees");
    case "overdue":
      return overdue(order, now);
    case "refund_not_received":
      return refunded(order);
    case "cancelled":
      return order.cancelledAt
        ? { verdict: "agrees", evidence: [orderFact(order, `cancelled ${order.cancelledAt}`)] }
        : { verdict: "conflicts", evidence: [orderFact(order, "not cancelled")] };
    case "wrong_item":
    case "damaged_item":
    case "missing_item":
    case "charged_twice":
    case "returned_item":
    case "promised":
    case "ordered_ago":
    case "amount":
      return silent; // nothing in the order tells
  }
}

function delivered(order: Order, whenAll: Claim["verdict"], whenNone: Claim["verdict"]): Finding {
  if (order.fulfillments.length === 0)
    return { verdict: whenNone, evidence: [orderFact(order, "nothing has shipped")] };
  const arrived = order.fulfillments.map(deliveredAt);
  const evidence = order.fulfillments.map((shipment, at) => {
    const when = arrived[at];
    const shows = when
      ? `delivered ${new Date(when).toISOString()}`
      : `last event: ${lastEvent(shipment)?.status ?? "none"}`;
    return { entity: "fulfillment", id: shipment.id, shows };
  });
  if (arrived.every((when) => when !== null)) return { verdict: whenAll, evidence };
  // Some shipments arrived and others did not: which one is meant is not known.
  return { verdict: arrived.some((when) => when !== null) ? "unknown" : whenNone, evidence };
}

function overdue(order: Order, now: Date): Finding {
  const dated = order.fulfillments.filter(({ estimatedDeliveryAt }) => estimatedDeliveryAt);
  if (dated.length === 0) return silent;
  const evidence: Evidence[] = dated.map(({ id, estimatedDeliveryAt }) => ({
    entity: "fulfillment",
    id,
    shows: `estimated delivery ${estimatedDeliveryAt ?? ""}`,
  }));
  const late = dated.some(
    (shipment) => (deliveredAt(shipment) ?? now.getTime()) > Date.parse(shipment.estimatedDeliveryAt ?? ""),
  );
  return { verdict: late ? "agrees" : "conflicts", evidence };
}

function refunded(order: Order): Finding {
  if (order.refunds.length === 0)
    return { verdict: "agrees", evidence: [orderFact(order, "no refund is recorded")] };
  const evidence = order.refunds.map(({ id, at, amount: refund }) => ({
    entity: "refund",
    id,
    shows: `refund${refund ? ` of ${refund.amount} ${refund.currency}` : ""}${at ? ` made ${at}` : ""}`,
  }));
  return { verdict: "conflicts", evidence };
}

type Ago = { days: number; tolerance: number };

function daysAgo(folded: string): Ago | undefined {
  const groups = agoPattern.exec(folded)?.groups;
  if (!groups || !orderWord.test(folded)) return undefined;
  for (const language of ["en", "de", "es", "fr", "pt"]) {
    const word = groups[language];
    const unit = groups[`${language}Unit`];
    if (!word || !unit) continue;
    const count = numberWords[word] ?? Number(word);
    // People round: a unit either way still agrees.
    if (Number.isFinite(count))
      return { days: count * unitDays(unit), tolerance: Math.max(2, unitDays(unit)) };
  }
  return undefined;
}

function placed(ago: Ago, order: Order | null, now: Date): Finding {
  if (!order) return silent;
  const actual = (now.getTime() - Date.parse(order.placedAt)) / days(1);
  return {
    verdict: Math.abs(actual - ago.days) <= ago.tolerance ? "agrees" : "conflicts",
    evidence: [orderFact(order, `placed ${order.placedAt}`)],
  };
}

function amountIn(folded: string): string | undefined {
  const match = amount.exec(folded);
  return match ? decimal(match[1] ?? match[2] ?? "") : undefined;
}

/** "1.299,00", "1,299.00" and "49,90" as a plain decimal. */
function decimal(written: string): string {
  const plain = written.replace(/\s/g, "");
  const cents = /[.,](\d{1,2})$/.exec(plain);
  const whole = (cents ? plain.slice(0, cents.index) : plain).replace(/[.,]/g, "");
  return cents ? `${whole}.${(cents[1] ?? "").padEnd(2, "0")}` : whole;
}

function total(paid: string, order: Order | null): Finding {
  if (!order?.total) return silent;
  const same = Number(order.total.amount) === Number(paid);
  return {
    verdict: same ? "agrees" : "conflicts",
    evidence: [orderFact(order, `total ${order.total.amount} ${order.total.currency}`)],
  };
}

const orderFact = (order: Order, shows: string): Evidence => ({ entity: "order", id: order.id, shows });
