import { orderFact, silent, type ClaimRecord, type Evidence, type Finding } from "./claim-record.ts";
import type { PatternKind } from "./claim-words/claim-words.ts";
import type { Claim } from "./reading.ts";
import { FAULTS, type RecordedOrder } from "./record-events.ts";
import { deliveredAt, lastEvent, plain } from "./shipments.ts";

/** What the record shows to a claim of this kind. */
export function checkClaim(kind: PatternKind, record: ClaimRecord): Finding {
  const { order, now } = record;
  if (!order) return silent;
  switch (kind) {
    case "marked_delivered":
    case "received":
      return delivered(order, "agrees", "conflicts");
    case "not_received":
      return delivered(order, "conflicts", "agrees");
    case "overdue":
      return overdue(order, now);
    case "not_shipped":
      return unshipped(order);
    case "refund_not_received":
      return refunded(order);
    case "cancelled":
      return order.cancelledAt
        ? { verdict: "agrees", evidence: [orderFact(order, `cancelled ${order.cancelledAt}`)] }
        : { verdict: "conflicts", evidence: [orderFact(order, "not cancelled")] };
    case "returned_item":
      return known(
        (order.returns ?? []).map(({ id, status }) => ({
          entity: "return",
          id,
          shows: `return, ${status.toLowerCase()}`,
        })),
      );
    case "missing_item":
      return unshippedRest(order);
    case "wrong_item":
    case "damaged_item":
      return known(faults(order));
    case "promised":
      return promised(record);
    case "charged_twice":
      return silent; // payments are not in the order
  }
}

/** What is on record agrees; that nothing is says nothing. */
const known = (evidence: Evidence[]): Finding =>
  evidence.length > 0 ? { verdict: "agrees", evidence } : silent;

function delivered(order: RecordedOrder, whenAll: Claim["verdict"], whenNone: Claim["verdict"]): Finding {
  const shipments = order.fulfillments.filter(({ status }) => plain(status) !== "cancelled");
  if (shipments.length === 0)
    return { verdict: whenNone, evidence: [orderFact(order, "nothing has shipped")] };
  const arrived = shipments.map(deliveredAt);
  const evidence = shipments.map((shipment, at) => {
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

function unshipped(order: RecordedOrder): Finding {
  const shipments = order.fulfillments.filter(({ status }) => plain(status) !== "cancelled");
  if (shipments.length === 0)
    return { verdict: "agrees", evidence: [orderFact(order, "nothing has shipped")] };
  const evidence = shipments.map(({ id }) => ({ entity: "fulfillment" as const, id, shows: "it was sent" }));
  // A part that has not shipped may be the one that is meant.
  return { verdict: isPartial(order) ? "unknown" : "conflicts", evidence };
}

function overdue(order: RecordedOrder, now: Date): Finding {
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

function refunded(order: RecordedOrder): Finding {
  if (order.refunds.length === 0)
    return { verdict: "agrees", evidence: [orderFact(order, "no refund is recorded")] };
  const evidence = order.refunds.map(({ id, at, amount, settled }) => ({
    entity: "refund",
    id,
    shows: `refund${amount ? ` of ${amount.amount} ${amount.currency}` : ""}${at ? ` made ${at}` : ""}${settled === false ? ", not through yet" : ""}`,
  }));
  // A refund that is not through has not come.
  return {
    verdict: order.refunds.every(({ settled }) => settled === false) ? "agrees" : "conflicts",
    evidence,
  };
}

function unshippedRest(order: RecordedOrder): Finding {
  return isPartial(order)
    ? { verdict: "agrees", evidence: [orderFact(order, "a part of the order has not shipped")] }
    : silent;
}

const isPartial = ({ fulfillmentStatus }: RecordedOrder): boolean =>
  ["partial", "partially_fulfilled"].includes(plain(fulfillmentStatus));

function faults(order: RecordedOrder): Evidence[] {
  return (order.returns ?? []).flatMap(({ id, reason }) =>
    reason && FAULTS.test(reason.toLowerCase())
      ? [{ entity: "return", id, shows: `returned as ${plain(reason).replaceAll("_", " ")}` }]
      : [],
  );
}

function promised({ history }: ClaimRecord): Finding {
  return known(
    (history?.promises ?? []).map(({ id, state, dueAt }) => ({
      entity: "promise",
      id,
      shows: `promised${dueAt ? ` for ${dueAt}` : ""}, ${state}`,
    })),
  );
}
