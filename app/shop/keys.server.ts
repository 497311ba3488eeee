import { randomBytes } from "node:crypto";
import { env } from "#app/env.server.ts";
import {
  deriveShopKeys,
  openWithDeploymentKey,
  sealWithDeploymentKey,
  type ShopKeys,
} from "#app/shop/seal.ts";
import { systemPrisma } from "#app/system-db.server.ts";

const known = new Map<string, ShopKeys>();

/** The shop's keys, unwrapped once per process. Throws when there is no such shop. */
export async function shopKeys(shopId: string): Promise<ShopKeys> {
  const cached = known.get(shopId);
  if (cached) return cached;
  const shop = await systemPrisma.shop.findUniqueOrThrow({
    where: { id: shopId },
    select: { wrappedKey: true },
  });
  const keys = unwrapShopKeys(shopId, shop.wrappedKey);
  known.set(shopId, keys);
  return keys;
}

/** For a caller that has read the shop's row itself. Throws when no deployment key opens it. */
export function unwrapShopKeys(shopId: string, wrappedKey: Uint8Array): ShopKeys {
  return deriveShopKeys(shopId, openWithDeploymentKey(env.ENCRYPTION_KEY, wrapContext(shopId), wrappedKey));
}

/** A new data key for a shop, wrapped by the deployment's key. */
export function newWrappedKey(shopId: string): Uint8Array<ArrayBuffer> {
  return sealWithDeploymentKey(env.ENCRYPTION_KEY, wrapContext(shopId), randomBytes(32));
}

/** After a shop was redacted its key must not be used again by this process. */
export function forgetShopKeys(shopId: string): void {
  known.delete(shopId);
}

const wrapContext = (shopId: string) => `shops.wrapped_key:${shopId}`;
