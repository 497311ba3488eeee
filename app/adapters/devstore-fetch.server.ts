import { setAbstractFetchFunc } from "@shopify/shopify-api/runtime";
import { env } from "#app/env.server.ts";

const SHOP_HOST = /^[a-z0-9][a-z0-9-]*\.myshopify\.com$/i;

/**
 * Where a call to Shopify goes: `https://{shop}/…` becomes `{DEVSTORE_ORIGIN}/{shop}/…` when a dev store stands in for
 * Shopify, and stays as it is otherwise. Other hosts are never redirected.
 */
export function originOf(url: string, devstoreOrigin: string | undefined): string {
  if (!devstoreOrigin) return url;
  const parsed = new URL(url);
  if (!SHOP_HOST.test(parsed.hostname)) return url;
  return `${devstoreOrigin.replace(/\/$/, "")}/${parsed.hostname}${parsed.pathname}${parsed.search}`;
}

/** `fetch` for calls to Shopify. */
export function originFetch(url: string, init?: RequestInit): Promise<Response> {
  return fetch(originOf(url, env.DEVSTORE_ORIGIN), init);
}

/** Points Shopify's own library at the same place. Called once, where the library is set up. */
export function pointLibraryAtOrigin(): void {
  if (!env.DEVSTORE_ORIGIN) return;
  setAbstractFetchFunc((input, init) => {
    const url = input instanceof Request ? input.url : String(input);
    return originFetch(url, init);
  });
}
