import type { IssueKind } from "#app/care/detect/issue.ts";
import type { Sql } from "#app/db.server.ts";

type Soon = {
  orderIds: readonly string[];
  at: Date;
  /** Only those with an open issue of this kind. */
  kind?: IssueKind;
};

/**
 * Has watched orders, and those with an open issue, looked at at once: something has changed that no record of theirs tells, as when
 * the shop wrote to the shopper.
 */
export async function lookSoon(sql: Sql, shopId: string, { orderIds, at, kind }: Soon): Promise<void> {
  if (orderIds.length === 0) return;
  await sql(
    `INSERT INTO order_watches AS w (shop_id, order_id, look_at)
     SELECT $1, order_id, $3 FROM (
       SELECT order_id FROM order_issues
       WHERE shop_id = $1 AND order_id = ANY($2::text[]) AND status = 'open' AND kind = COALESCE($4, kind)
       UNION SELECT order_id FROM order_watches WHERE shop_id = $1 AND order_id = ANY($2::text[]) AND $4::text IS NULL) AS known
     ORDER BY order_id
     ON CONFLICT (shop_id, order_id) DO UPDATE SET look_at = excluded.look_at WHERE w.look_at > excluded.look_at`,
    [shopId, orderIds, at.toISOString(), kind ?? null],
  );
}
