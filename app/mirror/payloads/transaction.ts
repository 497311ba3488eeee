import { z } from "zod";
import { paidAtOf } from "#app/mirror/paid-at.ts";
import * as part from "#app/mirror/payloads/parts.ts";
import type { Payment } from "#app/mirror/rows.ts";

/** `order_transactions/create`: also told when the status of one changes. */
export const transactionPayloadSchema = z.object({
  id: part.id,
  admin_graphql_api_id: part.gidOf("OrderTransaction"),
  order_id: part.id,
  kind: part.lower,
  status: part.lower,
  created_at: part.time,
  processed_at: part.maybeTime,
  manual_payment_gateway: z.boolean().nullish(),
});
export type TransactionPayload = z.infer<typeof transactionPayloadSchema>;

/** What it says of its order: nothing when it moves no money to the shop. */
export function paymentOf(payload: TransactionPayload): Payment {
  const paidAt = paidAtOf([
    {
      kind: payload.kind,
      status: payload.status,
      manual: payload.manual_payment_gateway ?? false,
      at: payload.processed_at ?? payload.created_at,
    },
  ]);
  return { orderId: payload.order_id, paidAt };
}
