import type { DevstoreContext } from "../context.ts";
import type { ShopState } from "../state/model.ts";
import type { RequestContext } from "./request-context.ts";
import { orderView } from "./views/order-view.ts";

/** What one Admin API request works on. Scopes are those granted now, not those of the token's day. */
export function createRequest(devstore: DevstoreContext, shop: ShopState): RequestContext {
  const request: RequestContext = {
    devstore,
    shop,
    scopes: shop.grantedScopes,
    bulk: null,
    counted: { objects: 0 },
    customerViews: new Map(),
    orderView: (order) => orderView(request, order),
  };
  return request;
}
