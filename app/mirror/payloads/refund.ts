import { z } from "zod";
import type { Origin } from "#app/mirror/fold/version.ts";
import type { RefundRow } from "#app/mirror/rows.ts";
import * as part from "#app/mirror/payloads/parts.ts";

const shopMoney = z.object({ shop_money: z.object({ amount: part.amount, currency_code: part.currency }) });

/** `refunds/create`, and the refunds inside an order. */
export const refundPayloadSchema = z.object({
  id: part.id,
  admin_graphql_api_id: part.gidOf("Refund"),
  order_id: part.id,
  created_at: part.time,
  processed_at: part.maybeTime,
  transactions: z
    .array(
      z.object({
        kind: part.lower,
        status: part.lower,
        amount: part.amount,
        currency: part.currency.nullish(),
      }),
    )
    .default([]),
  refund_line_items: z
    .array(z.object({ subtotal_set: shopMoney.nullish(), total_tax_set: shopMoney.nullish() }))
    .default([]),
  refund_shipping_lines: z.array(z.object({ subtotal_amount_set: shopMoney.nullish() })).default([]),
});
export type RefundPayload = z.infer<typeof refundPayloadSchema>;

/** @param currency the order's, for a refund that moves no money and names none */
export function refundRow(payload: RefundPayload, currency: string, origin?: Origin): RefundRow {
  const moved = movedBy(payload);
  const at = payload.processed_at ?? payload.created_at;
  return {
    id: payload.admin_graphql_api_id,
    orderId: payload.order_id,
    at,
    amount: part.sumAmounts(
      moved.length > 0 ? moved.map((one) => one.amount) : linesOf(payload).map((money) => money.amount),
    ),
    currency: namedCurrency(payload) ?? currency,
    settled: moved.some(({ status }) => status === "success"),
    updatedAt: at,
    origin,
  };
}

/** The currency a refund names; null when it moves no money and takes no line back. */
export const namedCurrency = (payload: RefundPayload): string | null =>
  movedBy(payload)[0]?.currency ?? linesOf(payload)[0]?.currency_code ?? null;

const movedBy = ({ transactions }: RefundPayload) =>
  transactions.filter(({ kind, status }) => kind === "refund" && status !== "failure" && status !== "error");

const linesOf = (payload: RefundPayload) =>
  [
    ...payload.refund_line_items.map((line) => line.subtotal_set?.shop_money),
    ...payload.refund_shipping_lines.map((line) => line.subtotal_amount_set?.shop_money),
  ].filter((money) => money !== undefined);
