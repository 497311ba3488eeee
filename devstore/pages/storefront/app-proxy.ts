import { createHmac } from "node:crypto";
import type { Request, Response } from "express";
import type { DevstoreContext } from "../../context.ts";
import type { ShopState } from "../../state/model.ts";

type Visit = { shop: ShopState; customerId: string };

/** Shopify neither passes a shopper's cookies on nor lets the app set any. */
const PASSED_ON = ["content-type", "accept", "accept-language", "user-agent"];

/**
 * Forwards a storefront request under the App Proxy's prefix to the app, signed as Shopify signs it. What the shopper's own
 * query already holds is kept, so that a repeated reserved parameter arrives repeated.
 */
export async function forwardToApp(
  context: DevstoreContext,
  visit: Visit,
  { request, response }: { request: Request; response: Response },
): Promise<void> {
  if (!visit.shop.installed) {
    response
      .status(404)
      .json({ error: { code: "not_found", message: "The app is not installed in this shop." } });
    return;
  }
  const { proxy } = context.manifest;
  const prefix = `/${proxy.prefix}/${proxy.subpath}`;
  const asked = new URL(request.originalUrl, "http://storefront");
  const rest = asked.pathname.slice(asked.pathname.indexOf(prefix) + prefix.length);
  const target = new URL(`${proxy.url}${rest}`, context.options.appUrl);
  const parameters = new URLSearchParams(asked.search);
  parameters.append("shop", visit.shop.domain);
  parameters.append("logged_in_customer_id", visit.customerId);
  parameters.append("path_prefix", prefix);
  parameters.append("timestamp", String(Math.floor(context.options.now().getTime() / 1000)));
  parameters.append("signature", proxySignature(parameters, context.options.apiSecret));
  target.search = parameters.toString();

  const headers = new Headers();
  for (const name of PASSED_ON) {
    const value = request.get(name);
    if (value) headers.set(name, value);
  }
  headers.set("X-Forwarded-For", request.ip ?? "");
  headers.set("X-Forwarded-Host", visit.shop.domain);

  const body: unknown = request.body;
  const answer = await fetch(target, {
    method: request.method,
    headers,
    body: Buffer.isBuffer(body) && body.length > 0 ? new Uint8Array(body) : undefined,
    redirect: "manual",
    signal: AbortSignal.timeout(15_000),
  });
  response.status(answer.status);
  for (const name of ["content-type", "location", "retry-after"]) {
    const value = answer.headers.get(name);
    if (value) response.set(name, value);
  }
  response.send(Buffer.from(await answer.arrayBuffer()));
}

/** Hex HMAC-SHA256 over `key=value` of every parameter, sorted and joined by nothing; repeated values joined by commas. */
export function proxySignature(parameters: URLSearchParams, secret: string): string {
  const message = [...new Set(parameters.keys())]
    .map((key) => `${key}=${parameters.getAll(key).join(",")}`)
    .sort()
    .join("");
  return createHmac("sha256", secret).update(message).digest("hex");
}
