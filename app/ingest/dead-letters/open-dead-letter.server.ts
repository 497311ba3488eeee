import type { Sql } from "#app/db.server.ts";
import { env } from "#app/env.server.ts";
import type { DeadLetterRef } from "#app/ingest/dead-letters/dead-letter.ts";
import { openInbound } from "#app/ingest/inbound-content.ts";
import { logger } from "#app/lib/logger.server.ts";
import { shopKeys } from "#app/shop/keys.server.ts";
import { openBytes, openWithDeploymentKey } from "#app/shop/seal.ts";

/** Larger contents are cut: they are for a person's eyes. */
const SHOWN = 200_000;

/** What arrived, as text. `unreadable`: its key is gone, or its bytes were altered. */
export type OpenedDeadLetter =
  { outcome: "opened"; content: string; cut: boolean } | { outcome: "unreadable" } | { outcome: "gone" };

/**
 * The content of something set aside: a webhook's body, a mail or a form post, a job's data. It is personal data: every look is
 * logged with who looked.
 */
export async function openDeadLetter(sql: Sql, ref: DeadLetterRef, by: string): Promise<OpenedDeadLetter> {
  const row = await find(sql, ref);
  if (!row) return { outcome: "gone" };
  logger.info(
    { kind: ref.kind, id: ref.id, shop: row.shopId, by },
    "the content of something set aside was shown",
  );
  try {
    const content = await contentOf(ref, row);
    return { outcome: "opened", content: content.slice(0, SHOWN), cut: content.length > SHOWN };
  } catch (err) {
    logger.warn({ err, kind: ref.kind, id: ref.id }, "something set aside could not be opened");
    return { outcome: "unreadable" };
  }
}

type Row = { shopId: string | null; sealed: Uint8Array | null; data: unknown };

async function find(sql: Sql, { kind, id }: DeadLetterRef): Promise<Row | undefined> {
  const from = {
    webhook: `SELECT shop_id AS "shopId", sealed_body AS sealed, NULL AS data FROM webhook_deliveries WHERE id = $1`,
    message: `SELECT shop_id AS "shopId", sealed, NULL AS data FROM inbound_messages WHERE id = $1`,
    job: `SELECT shop_id AS "shopId", NULL AS sealed, data FROM jobs WHERE id = $1::bigint`,
  };
  return (await sql<Row>(`${from[kind]} AND state = 'quarantined'`, [id]))[0];
}

async function contentOf({ kind, id }: DeadLetterRef, { shopId, sealed, data }: Row): Promise<string> {
  if (kind === "job" || !sealed) return JSON.stringify(data, null, 2);
  if (kind === "webhook") return pretty((await openBody(shopId, id, sealed)).toString("utf8"));
  const content = openInbound(await shopKeys(shopId ?? ""), id, sealed);
  if (content.channel === "storefront") return JSON.stringify(content, null, 2);
  return Buffer.from(content.raw).toString("utf8");
}

/** A webhook of a shop we do not know is sealed with the deployment's key. */
export async function openBody(shopId: string | null, id: string, sealed: Uint8Array): Promise<Buffer> {
  const context = `webhook_deliveries.sealed_body:${id}` as const;
  if (shopId === null) return openWithDeploymentKey(env.ENCRYPTION_KEY, context, sealed);
  return openBytes(await shopKeys(shopId), context, sealed);
}

function pretty(text: string): string {
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return text;
  }
}
