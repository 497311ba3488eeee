import { exactNumber, gid } from "../../ids.ts";
import { included } from "../../state/order-totals.ts";
import type { Line, Order, ShopState } from "../../state/model.ts";
import type { Writer } from "./parts.ts";

/** A line as `line_items` of orders, fulfillments and refunds carry it. */
export function lineItemPart(
  write: Writer,
  input: { shop: ShopState; order: Order; line: Line; quantity?: number },
): Record<string, unknown> {
  const { order, line } = input;
  const quantity = input.quantity ?? line.quantity;
  const shipped = shippedQuantity(order, line.id);
  return {
    id: exactNumber(line.id),
    admin_graphql_api_id: gid("LineItem", line.id),
    attributed_staffs: [],
    current_quantity: line.currentQuantity,
    fulfillable_quantity: Math.max(0, line.currentQuantity - shipped),
    fulfillment_service: "manual",
    fulfillment_status: lineStatus(line, shipped),
    gift_card: false,
    grams: line.grams,
    name: line.variantTitle ? `${line.title} - ${line.variantTitle}` : line.title,
    price: write.amount(line.price),
    price_set: write.moneySet(line.price),
    product_exists: true,
    product_id: exactNumber(line.productId),
    properties: [],
    quantity,
    requires_shipping: true,
    sales_line_item_group_id: null,
    sku: line.sku,
    taxable: true,
    title: line.title,
    total_discount: write.amount(0),
    total_discount_set: write.moneySet(0),
    variant_id: exactNumber(line.variantId),
    variant_inventory_management: "shopify",
    variant_title: line.variantTitle,
    vendor: line.vendor,
    tax_lines: taxLines(write, order, line.price * quantity),
    duties: [],
    discount_allocations: [],
  };
}

export function taxLines(write: Writer, order: Order, gross: number): unknown[] {
  if (order.taxRate === 0) return [];
  const tax = included(gross, order.taxRate);
  return [
    {
      price: write.amount(tax),
      rate: order.taxRate,
      title: order.taxTitle,
      price_set: write.moneySet(tax),
      channel_liable: false,
    },
  ];
}

export function shippedQuantity(order: Order, lineId: string): number {
  return order.fulfillments
    .filter((one) => one.status === "success")
    .flatMap((one) => one.lines)
    .filter((one) => one.lineId === lineId)
    .reduce((total, one) => total + one.quantity, 0);
}

function lineStatus(line: Line, shipped: number): "fulfilled" | "partial" | null {
  if (shipped === 0) return null;
  return shipped >= line.quantity ? "fulfilled" : "partial";
}
