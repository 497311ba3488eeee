import { randomUUID } from "node:crypto";
import { forShopSql, type Sql } from "#app/db.server.ts";
import type { DeadLetterRef } from "#app/ingest/dead-letters/dead-letter.ts";
import { dismissDeadLetters } from "#app/ingest/dead-letters/dismiss-dead-letters.server.ts";
import { openBody } from "#app/ingest/dead-letters/open-dead-letter.server.ts";
import { replayDeadLetters } from "#app/ingest/dead-letters/replay-dead-letters.server.ts";
import { findShop } from "#app/shop/find-shop.server.ts";
import { shopKeys } from "#app/shop/keys.server.ts";
import { sealBytes } from "#app/shop/seal.ts";
import { systemPool } from "#app/system-db.server.ts";

/** Who an operator's act is written down as. */
export const OPERATOR = "operator";

/** The operator's view: every shop's, outside the wall between them. */
export const everyShop: Sql = async (text, values) =>
  (await systemPool.query({ text, values: [...values] })).rows;

export type Operated =
  | { outcome: "done"; id?: string } // handed in, dismissed; `id`: of the webhook with the corrected body
  | { outcome: "gone" } // not set aside (any more)
  | { outcome: "unknown-shop"; domain: string }; // nobody has installed the app there

/** Hands one in again. A webhook of a shop that was unknown when it came belongs to the shop that has its domain now. */
export async function replayOne(ref: DeadLetterRef): Promise<Operated> {
  const owned = await ownerOf(ref);
  if (owned.outcome !== "owned") return owned;
  const count = await forShopSql(owned.shopId)((sql) => replayDeadLetters(sql, owned.shopId, [ref]));
  return count > 0 ? { outcome: "done" } : { outcome: "gone" };
}

export async function dismissOne(ref: DeadLetterRef): Promise<Operated> {
  const shopId = await shopOf(ref);
  if (shopId === undefined) return { outcome: "gone" };
  const count = await dismissDeadLetters(everyShop, [ref], { shopId, by: OPERATOR });
  return count > 0 ? { outcome: "done" } : { outcome: "gone" };
}

/**
 * Hands a webhook in with a corrected body. It is a delivery of its own, without Shopify's signature: the one that came stays as
 * it was, dismissed, and says which took its place.
 */
export async function replaceBody(id: string, body: Buffer): Promise<Operated> {
  const owned = await ownerOf({ kind: "webhook", id });
  if (owned.outcome !== "owned") return owned;
  const { shopId } = owned;
  const keys = await shopKeys(shopId);
  const corrected = randomUUID();
  return forShopSql(shopId)(async (sql) => {
    const dismissed = await dismissDeadLetters(sql, [{ kind: "webhook", id }], { shopId, by: OPERATOR });
    if (dismissed === 0) return { outcome: "gone" };
    await sql(
      `INSERT INTO webhook_deliveries (id, shop_id, shop_domain, topic, webhook_id, api_version, triggered_at, sealed_body, state)
       SELECT $1::text, shop_id, shop_domain, topic, 'corrected:' || $1, api_version, triggered_at, $2::bytea, 'quarantined'
       FROM webhook_deliveries WHERE id = $3`,
      [corrected, sealBytes(keys, `webhook_deliveries.sealed_body:${corrected}`, body), id],
    );
    await sql(
      "UPDATE webhook_deliveries SET reason = left(reason || '; corrected as ' || $2, 500) WHERE id = $1",
      [id, corrected],
    );
    await replayDeadLetters(sql, shopId, [{ kind: "webhook", id: corrected }]);
    return { outcome: "done", id: corrected };
  });
}

type Owner = { outcome: "owned"; shopId: string } | Exclude<Operated, { outcome: "done" }>;

async function ownerOf(ref: DeadLetterRef): Promise<Owner> {
  const shopId = await shopOf(ref);
  if (shopId === undefined) return { outcome: "gone" };
  return shopId === null ? adopt(ref.id) : { outcome: "owned", shopId };
}

/** Undefined when it is not set aside; null for a webhook of a shop that was unknown when it came. */
async function shopOf({ kind, id }: DeadLetterRef): Promise<string | null | undefined> {
  const table = { webhook: "webhook_deliveries", message: "inbound_messages", job: "jobs" }[kind];
  const rows = await everyShop<{ shopId: string | null }>(
    `SELECT shop_id AS "shopId" FROM ${table} WHERE id = $1${kind === "job" ? "::bigint" : ""} AND state = 'quarantined'`,
    [id],
  );
  return rows[0]?.shopId;
}

/** Seals the body anew with the key of the shop that has the domain now. */
async function adopt(id: string): Promise<Owner> {
  const rows = await everyShop<{ domain: string; sealed: Buffer }>(
    "SELECT shop_domain AS domain, sealed_body AS sealed FROM webhook_deliveries WHERE id = $1 AND shop_id IS NULL",
    [id],
  );
  const [row] = rows;
  if (!row) return { outcome: "gone" };
  const shop = await findShop(row.domain);
  if (!shop) return { outcome: "unknown-shop", domain: row.domain };
  const body = await openBody(null, id, row.sealed);
  const sealed = sealBytes(await shopKeys(shop.id), `webhook_deliveries.sealed_body:${id}`, body);
  await everyShop(
    "UPDATE webhook_deliveries SET shop_id = $2, sealed_body = $3 WHERE id = $1 AND shop_id IS NULL",
    [id, shop.id, sealed],
  );
  return { outcome: "owned", shopId: shop.id };
}
