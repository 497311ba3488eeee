import { gid } from "../../ids.ts";
import { included } from "../../state/order-totals.ts";
import type { Line, Order } from "../../state/model.ts";
import { shippedQuantity } from "../../webhooks/payloads/line-item.ts";
import { moneyBag, type View } from "./view.ts";

/** A line as Shopify's `LineItem`. */
export function lineItemView(order: Order, line: Line): View {
  const total = line.price * line.quantity;
  const unfulfilled = Math.max(0, line.currentQuantity - shippedQuantity(order, line.id));
  const bag = (minor: number) => moneyBag(order, minor);
  return {
    __typename: "LineItem",
    id: gid("LineItem", line.id),
    name: line.variantTitle ? `${line.title} - ${line.variantTitle}` : line.title,
    title: line.title,
    variantTitle: line.variantTitle,
    sku: line.sku,
    vendor: line.vendor,
    quantity: line.quantity,
    currentQuantity: line.currentQuantity,
    refundableQuantity: line.currentQuantity,
    unfulfilledQuantity: unfulfilled,
    nonFulfillableQuantity: line.quantity - line.currentQuantity,
    requiresShipping: true,
    taxable: true,
    isGiftCard: false,
    merchantEditable: true,
    restockable: true,
    customAttributes: [],
    originalUnitPriceSet: bag(line.price),
    discountedUnitPriceSet: bag(line.price),
    discountedUnitPriceAfterAllDiscountsSet: bag(line.price),
    originalTotalSet: bag(total),
    discountedTotalSet: bag(total),
    priceAfterAllDiscountsBeforeTaxesSet: bag(total),
    totalDiscountSet: bag(0),
    unfulfilledOriginalTotalSet: bag(line.price * unfulfilled),
    unfulfilledDiscountedTotalSet: bag(line.price * unfulfilled),
    taxLines: () => taxLineViews(order, total),
    product: {
      __typename: "Product",
      id: gid("Product", line.productId),
      legacyResourceId: line.productId,
      title: line.title,
      vendor: line.vendor,
    },
    variant: {
      __typename: "ProductVariant",
      id: gid("ProductVariant", line.variantId),
      legacyResourceId: line.variantId,
      title: line.variantTitle ?? "Default Title",
      sku: line.sku,
    },
  };
}

export function taxLineViews(order: Order, gross: number): View[] {
  if (order.taxRate === 0) return [];
  return [
    {
      __typename: "TaxLine",
      title: order.taxTitle,
      rate: order.taxRate,
      ratePercentage: order.taxRate * 100,
      priceSet: moneyBag(order, included(gross, order.taxRate)),
      channelLiable: false,
    },
  ];
}
