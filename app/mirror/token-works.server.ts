import { scopesAnswer } from "#app/mirror/admin-answers.ts";
import { READ_SCOPES } from "#app/mirror/operations/read-shop.ts";
import { ask } from "#app/mirror/ask.server.ts";
import type { Ports } from "#app/ports.ts";

/**
 * Whether the app is installed in the shop now, as Shopify sees it: a token is kept and Shopify answers it. Without a token
 * nobody is asked.
 *
 * Throws TryAgainAt when throttled, an Error when Shopify is not available.
 */
export async function tokenWorks(ports: Ports, shopId: string): Promise<boolean> {
  const answer = await ask(ports, { shopId, document: READ_SCOPES, data: scopesAnswer });
  return answer.outcome === "answered";
}
