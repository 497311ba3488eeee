import { createHmac, randomUUID } from "node:crypto";
import type { PoolClient } from "pg";
import { durableWithin, inboundLimits } from "#app/ingest/inbound-limits.ts";
import { sealInbound, type InboundContent } from "#app/ingest/inbound-content.ts";
import { withinDeadline } from "#app/ingest/within-deadline.server.ts";
import type { Duration } from "#app/lib/duration.ts";
import { logger } from "#app/lib/logger.server.ts";
import { pipeline } from "#app/pipeline.ts";
import { shopKeys } from "#app/shop/keys.server.ts";
import { blindIndex, type ShopKeys } from "#app/shop/seal.ts";
import { systemPool } from "#app/system-db.server.ts";

export type MessageRecorded =
  | { outcome: "recorded"; messageId: string } // durable -> 202, 250
  | { outcome: "duplicate"; messageId: string } // these bytes are here already -> 202, 250
  | { outcome: "too_many"; limit: "sender" | "shop" } // over the hour's cap, not kept -> 429, 451
  | { outcome: "unavailable" }; // not durable: the sender tries again -> 503, 451

export type IncomingMessage = {
  shopId: string;
  /** The writer's address, for the cap per sender; null when there is none. */
  sender: string | null;
  content: InboundContent;
  /** What makes a storefront post one post. A mail is one by its bytes. */
  nonce?: string;
};

/**
 * Makes a message durable exactly once, sealed, together with the intent to handle it. Answers within two seconds (a mail of
 * many megabytes may take longer to write); an answer of `unavailable` may still have been committed, and the sender's next
 * try then finds its duplicate.
 */
export async function recordMessage(message: IncomingMessage): Promise<MessageRecorded> {
  try {
    const keys = await withinDeadline(shopKeys(message.shopId), inboundLimits.durableWithin);
    const row = toRow(keys, message);
    const client = await connect();
    return await insertWith(client, row);
  } catch (err) {
    logger.warn({ err, shop: message.shopId }, "an incoming message could not be made durable");
    return { outcome: "unavailable" };
  }
}

/** A connection that comes too late goes back to the pool. */
async function connect(): Promise<PoolClient> {
  const connecting = systemPool.connect();
  try {
    return await withinDeadline(connecting, inboundLimits.durableWithin);
  } catch (error) {
    connecting.then((client) => client.release()).catch(() => {});
    throw error;
  }
}

/** A connection that fails or hangs is closed, which is the rollback, so that the pool is whole again when the database is. */
async function insertWith(client: PoolClient, row: Row): Promise<MessageRecorded> {
  const within = durableWithin(row.size);
  let recorded: MessageRecorded;
  try {
    recorded = await withinDeadline(transact(client, row, within), within);
  } catch (error) {
    client.release(true);
    throw error;
  }
  client.release();
  return recorded;
}

async function transact(client: PoolClient, row: Row, within: Duration): Promise<MessageRecorded> {
  // The server stops waiting before the door does: a locked table must not gather forgotten statements.
  await client.query(`BEGIN; SET LOCAL lock_timeout = 1500; SET LOCAL statement_timeout = ${within - 200}`);
  const outcome = await insert(client, row);
  await client.query("COMMIT");
  return outcome;
}

type Row = {
  id: string;
  shopId: string;
  channel: string;
  contentHash: string;
  sealed: Uint8Array;
  size: number;
  senderIndex: string | null;
};

function toRow(keys: ShopKeys, { shopId, sender, content, nonce }: IncomingMessage): Row {
  const id = randomUUID();
  const hash = createHmac("sha256", keys.index).update(`${content.channel}|${nonce ?? ""}|`);
  if (content.channel === "email") hash.update(content.raw);
  return {
    id,
    shopId,
    channel: content.channel,
    contentHash: hash.digest("base64url"),
    sealed: sealInbound(keys, id, content),
    size: content.channel === "email" ? content.raw.length : Buffer.byteLength(content.message),
    senderIndex: sender ? blindIndex(keys, "email", sender) : null,
  };
}

async function insert(client: PoolClient, row: Row): Promise<MessageRecorded> {
  const known = await client.query<{ existing: string | null; by_sender: string; by_shop: string }>(
    `SELECT (SELECT id FROM inbound_messages WHERE shop_id = $1 AND content_hash = $2) AS existing,
            (SELECT count(*) FROM inbound_messages
              WHERE shop_id = $1 AND sender_index = $3 AND received_at > now() - interval '1 hour') AS by_sender,
            (SELECT count(*) FROM inbound_messages
              WHERE shop_id = $1 AND received_at > now() - interval '1 hour') AS by_shop`,
    [row.shopId, row.contentHash, row.senderIndex],
  );
  const before = known.rows[0];
  if (before?.existing) return { outcome: "duplicate", messageId: before.existing };
  if (Number(before?.by_sender) >= inboundLimits.perSenderAnHour)
    return { outcome: "too_many", limit: "sender" };
  if (Number(before?.by_shop) >= inboundLimits.perShopAnHour) return { outcome: "too_many", limit: "shop" };
  return put(client, row);
}

/** The row and its jobs in one statement: what emit.server.ts does, in the SQL of a door. */
async function put(client: PoolClient, row: Row): Promise<MessageRecorded> {
  const data = pipeline["message-recorded"].data.parse({ shopId: row.shopId, inboundId: row.id });
  const inserted = await client.query<{ id: string }>(
    `WITH put AS (
       INSERT INTO inbound_messages (id, shop_id, channel, content_hash, sealed, size, sender_index)
       VALUES ($1, $2, $3, $4, $5, $6, $7)
       ON CONFLICT (shop_id, content_hash) DO NOTHING
       RETURNING id
     ), intended AS (
       INSERT INTO jobs (shop_id, event, name, data)
       SELECT $2, 'message-recorded', job.name, $9::jsonb FROM put, unnest($8::text[]) AS job(name)
     )
     SELECT id, pg_notify('attune_jobs', '') FROM put`,
    [
      row.id,
      row.shopId,
      row.channel,
      row.contentHash,
      row.sealed,
      row.size,
      row.senderIndex,
      pipeline["message-recorded"].jobs,
      JSON.stringify(data),
    ],
  );
  if (inserted.rows[0]) return { outcome: "recorded", messageId: inserted.rows[0].id };
  // The same bytes came through another connection meanwhile.
  const other = await client.query<{ id: string }>(
    "SELECT id FROM inbound_messages WHERE shop_id = $1 AND content_hash = $2",
    [row.shopId, row.contentHash],
  );
  const [existing] = other.rows;
  if (!existing) throw new Error("A message was neither inserted nor found");
  return { outcome: "duplicate", messageId: existing.id };
}
