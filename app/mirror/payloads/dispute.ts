import { z } from "zod";
import type { Origin } from "#app/mirror/fold/version.ts";
import type { DisputeRow } from "#app/mirror/rows.ts";
import * as part from "#app/mirror/payloads/parts.ts";

/** `disputes/create` and `update`. No version: the newest of its own dates stands in for one. */
export const disputePayloadSchema = z.object({
  id: part.id,
  order_id: part.id.nullish(),
  type: part.lower,
  status: part.lower,
  reason: part.maybeLower,
  amount: part.maybeAmount,
  currency: part.currency,
  initiated_at: part.time,
  evidence_due_by: part.maybeTime,
  evidence_sent_on: part.maybeTime,
  finalized_on: part.maybeTime,
});
export type DisputePayload = z.infer<typeof disputePayloadSchema>;

export function disputeRow(payload: DisputePayload, origin?: Origin): DisputeRow {
  const dates = [payload.initiated_at, payload.evidence_sent_on, payload.finalized_on].filter(
    (date) => date !== null,
  );
  const updatedAt = dates.toSorted().at(-1) ?? payload.initiated_at;
  return {
    id: payload.id,
    updatedAt,
    origin,
    orderId: payload.order_id ?? null,
    type: payload.type,
    status: payload.status,
    reason: payload.reason,
    amount: payload.amount,
    currency: payload.currency,
    evidenceDueBy: payload.evidence_due_by,
    detailsAt: updatedAt,
    initiatedAt: payload.initiated_at,
  };
}
