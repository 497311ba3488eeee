import { updateOrder } from "../../changes/edit-order.ts";
import { parseGid } from "../../ids.ts";
import type { Address } from "../../state/model.ts";
import { visibleOrders, type RequestContext } from "../request-context.ts";
import { orderView } from "../views/order-view.ts";
import { userErrors, type View } from "../views/view.ts";

type Input = {
  id: string;
  note?: string | null;
  tags?: string[] | null;
  email?: string | null;
  phone?: string | null;
  customAttributes?: { key: string; value: string }[] | null;
  shippingAddress?: (Partial<Address> & { countryCode?: string }) | null;
};

/** `orderUpdate`. */
export function orderUpdate(request: RequestContext, args: Record<string, unknown>): View {
  const input = args["input"] as Input;
  const order = visibleOrders(request).find((one) => one.id === parseGid(input.id).id);
  if (!order) {
    return {
      __typename: "OrderUpdatePayload",
      order: null,
      userErrors: userErrors([{ field: ["id"], message: "Order does not exist" }]),
    };
  }
  const { shippingAddress, tags, customAttributes } = input;
  updateOrder(request.devstore, request.shop, {
    order,
    fields: {
      ...(input.note !== undefined && { note: input.note }),
      ...(input.email !== undefined && { email: input.email }),
      ...(input.phone !== undefined && { phone: input.phone }),
      ...(tags && { tags: [...new Set(tags)] }),
      ...(customAttributes && {
        attributes: customAttributes.map(({ key, value }) => ({ name: key, value })),
      }),
      ...(shippingAddress && { shippingAddress: { ...shippingAddress } }),
    },
  });
  return { __typename: "OrderUpdatePayload", order: () => orderView(request, order), userErrors: [] };
}
