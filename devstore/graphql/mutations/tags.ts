import { updateCustomer } from "../../changes/change-customer.ts";
import { updateOrder } from "../../changes/edit-order.ts";
import { parseGid } from "../../ids.ts";
import { findRecord } from "../find-record.ts";
import { visibleOrders, type RequestContext } from "../request-context.ts";
import { userErrors, type View } from "../views/view.ts";

/** `tagsAdd` on orders and customers. */
export function tagsAdd(request: RequestContext, args: Record<string, unknown>): View {
  return retag(request, {
    ...(args as Arguments),
    payload: "TagsAddPayload",
    change: (held, given) => [...new Set([...held, ...given])],
  });
}

/** `tagsRemove` on orders and customers. */
export function tagsRemove(request: RequestContext, args: Record<string, unknown>): View {
  return retag(request, {
    ...(args as Arguments),
    payload: "TagsRemovePayload",
    change: (held, given) => held.filter((tag) => !given.includes(tag)),
  });
}

type Arguments = { id: string; tags: string[] };
type Retagging = Arguments & { payload: string; change: (held: string[], given: string[]) => string[] };

function retag(request: RequestContext, input: Retagging): View {
  const { type, id } = parseGid(input.id);
  const order = type === "Order" ? visibleOrders(request).find((one) => one.id === id) : undefined;
  const customer = type === "Customer" ? request.shop.customers.find((one) => one.id === id) : undefined;
  const given = input.tags.flatMap((tag) => tag.split(",")).map((tag) => tag.trim());
  if (order)
    updateOrder(request.devstore, request.shop, { order, fields: { tags: input.change(order.tags, given) } });
  else if (customer)
    updateCustomer(request.devstore, request.shop, {
      customer,
      fields: { tags: input.change(customer.tags, given) },
    });
  else
    return {
      __typename: input.payload,
      node: null,
      userErrors: userErrors([{ field: ["id"], message: "Resource not found" }]),
    };
  return { __typename: input.payload, node: () => findRecord(request, input.id), userErrors: [] };
}
