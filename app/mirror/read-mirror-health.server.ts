import { sqlOf, type Tx } from "#app/db.server.ts";
import { repairedSchema, type Repaired } from "#app/mirror/reconcile-cursor.ts";

/** How fresh the mirror is. Times are ISO 8601 UTC, null when there was none yet. */
export type MirrorHealth = {
  /** Age of the oldest webhook that is not in the mirror yet, in milliseconds; 0 when all are. */
  mirrorLagMs: number;
  lastWebhookAt: string | null;
  /** When the mirror was last compared with Shopify, and when that last repaired something. */
  lastReconciledAt: string | null;
  lastRepairedAt: string | null;
  /** What was repaired then; zeros when nothing ever was. */
  repaired: Repaired;
};

/** One read by indexes, on the database's clock: what is waiting was recorded by it. The state is written out for the partial index. */
export async function readMirrorHealth(tx: Tx, shopId: string): Promise<MirrorHealth> {
  const [row] = await sqlOf(tx)<Row>(
    `SELECT
       (SELECT greatest(0, round(extract(epoch FROM now() - d.received_at) * 1000))::float8 FROM webhook_deliveries d
         WHERE d.shop_id = $1 AND d.state = 'recorded' ORDER BY d.received_at LIMIT 1) AS lag,
       (SELECT d.received_at FROM webhook_deliveries d
         WHERE d.shop_id = $1 ORDER BY d.received_at DESC LIMIT 1) AS "lastWebhookAt",
       r.last_at AS "lastReconciledAt", r.last_repaired_at AS "lastRepairedAt", r.repaired
     FROM (SELECT) AS one LEFT JOIN reconciles r ON r.shop_id = $1`,
    [shopId],
  );
  return {
    mirrorLagMs: row?.lag ?? 0,
    lastWebhookAt: iso(row?.lastWebhookAt),
    lastReconciledAt: iso(row?.lastReconciledAt),
    lastRepairedAt: iso(row?.lastRepairedAt),
    repaired: repairedSchema.parse(row?.repaired ?? {}),
  };
}

type Row = {
  lag: number | null;
  lastWebhookAt: Date | null;
  lastReconciledAt: Date | null;
  lastRepairedAt: Date | null;
  repaired: unknown;
};

const iso = (at: Date | null | undefined) => at?.toISOString() ?? null;
