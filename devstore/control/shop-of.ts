import type { Request } from "express";
import { z } from "zod";
import { RefusedChange } from "../changes/change.ts";
import type { DevstoreContext } from "../context.ts";
import type { ShopState } from "../state/model.ts";

/** The shop a call means: `shop` in the body or query, else the default one. */
export function shopOf(context: DevstoreContext, request: Request): ShopState {
  const body = z.object({ shop: z.string().optional() }).safeParse(request.body ?? {});
  const domain = (body.success ? body.data.shop : undefined) ?? request.query["shop"];
  if (typeof domain !== "string") return context.store.defaultShop();
  const shop = context.store.shop(domain) ?? context.store.shopByHandle(domain);
  if (!shop) throw new RefusedChange(`there is no shop ${domain}`, "shop");
  return shop;
}
