import { drawFrom, type Drawn } from "#app/care/draft/facts/draw-fact.ts";
import type { Format } from "#app/care/draft/format-value.ts";
import type { DraftOrder, Situation } from "#app/care/draft/order-situation.ts";

/** The newest refund, the open return and the open dispute of an order. */
export function moneyFacts(
  order: DraftOrder,
  { refund: known, openReturn, openDispute }: Situation,
  format: Format,
): Drawn[] {
  const drawn: Drawn[] = [];
  const refund = order.refunds.find(({ id }) => id === known?.id);
  if (refund && known) {
    const { plain, date, relative, money } = drawFrom({ entity: "refund", id: refund.id }, format);
    drawn.push(
      ...plain({ key: "refundState", label: "Refund", field: "settled" }, "status", known.state),
      ...money({ key: "refundAmount", label: "Refunded amount", field: "amount" }, refund.amount),
      ...date({ key: "refundAt", label: "Refund made", field: "at" }, refund.at),
      ...relative({ key: "refundAgo", label: "Refund made, from today", field: "at" }, refund.at),
    );
  }
  if (openReturn) {
    const { plain } = drawFrom({ entity: "return", id: openReturn.id }, format);
    drawn.push(
      ...plain({ key: "returnStatus", label: "Return", field: "status" }, "status", openReturn.status),
    );
  }
  if (openDispute) {
    const { plain } = drawFrom({ entity: "dispute", id: openDispute }, format);
    drawn.push(...plain({ key: "disputeStatus", label: "Dispute", field: "status" }, "status", "open"));
  }
  return drawn;
}
