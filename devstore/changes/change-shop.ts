import { exactNumber } from "../ids.ts";
import type { AppManifest } from "../context.ts";
import type { ShopState } from "../state/model.ts";
import { seconds } from "../time.ts";
import { scopesPayload, shopPayload } from "../webhooks/payloads/shop.ts";
import { startChange, type Doing } from "./change.ts";

/** The merchant opens the app: managed installation grants what the manifest asks for. Does nothing when installed. */
export function installApp(doing: Doing & { manifest: AppManifest }, shop: ShopState): void {
  if (shop.installed) return;
  shop.installed = true;
  shop.grantedScopes = [...doing.manifest.scopes];
  shop.tokens = [];
  doing.store.changed();
}

/** Tokens die at once, `app/uninstalled` follows, and nothing else until the app is opened again. */
export function uninstallApp(doing: Doing, shop: ShopState): void {
  if (!shop.installed) return;
  shop.installed = false;
  shop.tokens = [];
  doing.store.changed();
  doing.webhooks.emit({ shop, topic: "app/uninstalled", payload: shopPayload(shop), always: true });
}

export type ShopFields = Partial<
  Pick<ShopState, "name" | "email" | "phone" | "timezone" | "primaryLocale" | "owner">
> & {
  /** New HTML bodies by policy type. Changes no webhook at Shopify either. */
  policies?: Record<string, string> | undefined;
};

/** `shop/update`. */
export function updateShop(doing: Doing, shop: ShopState, { policies, ...fields }: ShopFields): void {
  const change = startChange(doing, shop);
  Object.assign(shop, fields);
  shop.updatedAt = change.at(shop.updatedAt);
  for (const policy of shop.policies) {
    const body = policies?.[policy.type];
    if (body === undefined) continue;
    policy.body = body;
    policy.updatedAt = shop.updatedAt;
  }
  change.emit("shop/update", shopPayload(shop));
}

/** `shop/redact`: 48 hours after an uninstall at Shopify, on request here. */
export function redactShop(doing: Doing, shop: ShopState): void {
  doing.webhooks.emit({
    shop,
    topic: "shop/redact",
    payload: { shop_id: exactNumber(shop.id), shop_domain: shop.domain },
    always: true,
  });
}

/** The merchant grants more or less: `app/scopes_update`. Tokens carry the scopes of the moment they are used. */
export function updateScopes(doing: Doing, shop: ShopState, scopes: string[]): void {
  const change = startChange(doing, shop);
  const previous = shop.grantedScopes;
  shop.grantedScopes = [...scopes];
  change.emit(
    "app/scopes_update",
    scopesPayload(shop, { previous, current: scopes, at: seconds(doing.now()) }),
  );
}
