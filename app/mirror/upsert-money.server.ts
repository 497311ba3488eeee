import type { Sql } from "#app/db.server.ts";
import type { DisputeRow, RefundRow, ReturnRow } from "#app/mirror/rows.ts";

type Touched = { order_id: string | null };
const orderIds = (touched: Touched[]) => touched.flatMap((one) => one.order_id ?? []);

/** Writes refunds that are not older than what is known. What was settled stays settled. Ids are distinct. */
export async function upsertRefunds(sql: Sql, shopId: string, rows: RefundRow[]): Promise<string[]> {
  if (rows.length === 0) return [];
  return orderIds(
    await sql<Touched>(
      `
    INSERT INTO refunds (shop_id, id, order_id, at, amount, currency, settled, updated_at)
    SELECT $1::text, id, "orderId", at, amount, currency, settled, "updatedAt"
    FROM jsonb_to_recordset($2::jsonb) AS r(
      id text, "orderId" text, at timestamptz, amount numeric, currency text, settled boolean, "updatedAt" timestamptz)
    ON CONFLICT (shop_id, id) DO UPDATE SET
      order_id = excluded.order_id, at = excluded.at, amount = excluded.amount, currency = excluded.currency,
      settled = refunds.settled OR excluded.settled, updated_at = excluded.updated_at, mirrored_at = now()
    WHERE excluded.updated_at >= refunds.updated_at
    RETURNING order_id`,
      [shopId, JSON.stringify(rows)],
    ),
  );
}

/** Marks refunds whose money is on its way. Answers the orders of those that were not marked before. */
export async function settleRefunds(sql: Sql, shopId: string, ids: string[]): Promise<string[]> {
  if (ids.length === 0) return [];
  return orderIds(
    await sql<Touched>(
      `
    UPDATE refunds SET settled = true, mirrored_at = now()
    WHERE shop_id = $1 AND id = ANY($2::text[]) AND NOT settled RETURNING order_id`,
      [shopId, ids],
    ),
  );
}

/** Writes returns that are not older than what is known. Ids are distinct. */
export async function upsertReturns(sql: Sql, shopId: string, rows: ReturnRow[]): Promise<string[]> {
  if (rows.length === 0) return [];
  return orderIds(
    await sql<Touched>(
      `
    INSERT INTO returns (shop_id, id, order_id, name, status, updated_at)
    SELECT $1::text, id, "orderId", name, status, "updatedAt"
    FROM jsonb_to_recordset($2::jsonb) AS r(
      id text, "orderId" text, name text, status text, "updatedAt" timestamptz)
    ON CONFLICT (shop_id, id) DO UPDATE SET
      order_id = COALESCE(excluded.order_id, returns.order_id), name = COALESCE(excluded.name, returns.name),
      status = excluded.status, updated_at = excluded.updated_at, mirrored_at = now()
    WHERE excluded.updated_at >= returns.updated_at
    RETURNING order_id`,
      [shopId, JSON.stringify(rows)],
    ),
  );
}

/** Writes disputes that are not older than what is known. Ids are distinct. */
export async function upsertDisputes(sql: Sql, shopId: string, rows: DisputeRow[]): Promise<string[]> {
  if (rows.length === 0) return [];
  return orderIds(
    await sql<Touched>(
      `
    INSERT INTO disputes (shop_id, id, order_id, type, status, reason, amount, currency, evidence_due_by, updated_at)
    SELECT $1::text, id, "orderId", type, status, reason, amount, currency, "evidenceDueBy", "updatedAt"
    FROM jsonb_to_recordset($2::jsonb) AS r(
      id text, "orderId" text, type text, status text, reason text, amount numeric, currency text,
      "evidenceDueBy" timestamptz, "updatedAt" timestamptz)
    ON CONFLICT (shop_id, id) DO UPDATE SET
      order_id = COALESCE(excluded.order_id, disputes.order_id), type = COALESCE(excluded.type, disputes.type),
      status = excluded.status, reason = COALESCE(excluded.reason, disputes.reason),
      amount = COALESCE(excluded.amount, disputes.amount), currency = COALESCE(excluded.currency, disputes.currency),
      evidence_due_by = COALESCE(excluded.evidence_due_by, disputes.evidence_due_by),
      updated_at = excluded.updated_at, mirrored_at = now()
    WHERE excluded.updated_at >= disputes.updated_at
    RETURNING order_id`,
      [shopId, JSON.stringify(rows)],
    ),
  );
}
