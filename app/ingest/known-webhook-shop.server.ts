import { minutes, seconds, type Duration } from "#app/lib/duration.ts";
import { logger } from "#app/lib/logger.server.ts";
import { unwrapShopKeys } from "#app/shop/keys.server.ts";
import type { ShopKeys } from "#app/shop/seal.ts";
import { doorPool } from "#app/system-db.server.ts";

/** `wrappedKey` in base64, as it stood in the shop's row: a shop that was erased and made anew has another. */
export type WebhookShop = { id: string; wrappedKey: string; keys: ShopKeys };
type Remembered = { shop: Promise<WebhookShop | null>; until: number };

const remembered = new Map<string, Remembered>();
const MOST = 50_000;

/**
 * The shop of a domain and its keys, uninstalled ones too (their shop/redact comes two days later); null when we never saw
 * it. Remembered in this process: a shop for minutes, since recording checks that it is still the same, its absence for a
 * second, since a shop's first webhooks may overtake its installation.
 */
export async function knownWebhookShop(domain: string): Promise<WebhookShop | null> {
  const cached = remembered.get(domain);
  if (cached && cached.until > Date.now()) return cached.shop;
  const shop = look(domain);
  remember(domain, shop, seconds(1));
  try {
    const found = await shop;
    if (found) remember(domain, shop, minutes(5));
    return found;
  } catch (error) {
    remembered.delete(domain);
    throw error;
  }
}

export function forgetWebhookShop(domain: string): void {
  remembered.delete(domain);
}

function remember(domain: string, shop: Promise<WebhookShop | null>, time: Duration): void {
  remembered.delete(domain);
  const [oldest] = remembered.keys();
  if (remembered.size >= MOST && oldest !== undefined) remembered.delete(oldest);
  remembered.set(domain, { shop, until: Date.now() + time });
}

async function look(domain: string): Promise<WebhookShop | null> {
  const { rows } = await doorPool.query<{ id: string; wrappedKey: Buffer }>({
    name: "webhook-shop",
    text: `SELECT id, wrapped_key AS "wrappedKey" FROM shops WHERE domain = $1`,
    values: [domain],
  });
  const row = rows[0];
  if (!row) return null;
  try {
    const keys = unwrapShopKeys(row.id, row.wrappedKey);
    return { id: row.id, wrappedKey: row.wrappedKey.toString("base64"), keys };
  } catch (err) {
    // A key that was destroyed by a redaction, or a deployment key that is missing: the delivery is kept all the same.
    logger.error({ err, shop: row.id }, "the shop's key does not open");
    return null;
  }
}
