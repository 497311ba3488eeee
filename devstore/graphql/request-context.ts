import type { DevstoreContext } from "../context.ts";
import type { Order, ShopState } from "../state/model.ts";
import type { View } from "./views/view.ts";

export type BulkSlice = {
  from: number;
  size: number;
  /** Whether a connection at the root has more than this slice. */
  more: boolean;
};

/** What resolvers see. One per request. */
export type RequestContext = {
  devstore: DevstoreContext;
  shop: ShopState;
  scopes: string[];
  /** Set in bulk operations: connections give everything, those at the root a slice at a time. */
  bulk: BulkSlice | null;
  /** Objects resolved so far: the actual cost. */
  counted: { objects: number };
  /** The order as a view. Here, because nearly every other view leads back to it. */
  orderView: (order: Order) => View;
  customerViews: Map<string, View>;
};

/** Shopify shows orders of the last 60 days unless `read_all_orders` is granted. */
const VISIBLE_MS = 60 * 24 * 60 * 60 * 1000;

export function visibleOrders(request: Pick<RequestContext, "shop" | "scopes" | "devstore">) {
  if (request.scopes.includes("read_all_orders")) return request.shop.orders;
  const oldest = request.devstore.now().getTime() - VISIBLE_MS;
  return request.shop.orders.filter((order) => new Date(order.createdAt).getTime() >= oldest);
}

/** A write scope implies its read scope. */
export function hasScope(scopes: string[], wanted: string): boolean {
  return (
    scopes.includes(wanted) ||
    (wanted.startsWith("read_") && scopes.includes(wanted.replace("read_", "write_")))
  );
}
