import type { Handler, Run } from "#app/job.ts";
import { nextStage, type Cursor, type Stage } from "#app/mirror/backfill-cursor.ts";
import { again, bulkResult } from "#app/mirror/backfill-bulk.server.ts";
import { backfillEvents } from "#app/mirror/backfill-events.server.ts";
import { backfillShopRecord, type StageEnd } from "#app/mirror/backfill-shop-record.server.ts";
import { advance, finish, loadBackfill, Overtaken } from "#app/mirror/backfill-state.server.ts";
import { mirrorBulkResult } from "#app/mirror/backfill-stream.server.ts";
import { BULK_CUSTOMERS, BULK_ORDERS } from "#app/mirror/operations/bulk-queries.ts";
import type { Ports } from "#app/ports.ts";
import { shopKeys } from "#app/shop/keys.server.ts";
import type { ShopKeys } from "#app/shop/seal.ts";

/**
 * Fetches what was in the shop before the app was: shop and policies, customers, orders with all their parts, carriers'
 * events. Goes on where it stopped, also after a crash; what webhooks told meanwhile is newer and stays.
 */
export const backfillShop: Handler<"backfillShop"> = async (ports, run) => {
  const keys = await shopKeys(run.shopId);
  const loaded = await loadBackfill(run, ports.now());
  if (loaded.state === "done" || loaded.state === "failed") return `the backfill is ${loaded.state}`;
  try {
    return await runStages(ports, run, { cursor: loaded.cursor, keys });
  } catch (error) {
    if (error instanceof Overtaken) return "another run goes on with it";
    throw error;
  }
};

type Place = { cursor: Cursor; keys: ShopKeys };

async function runStages(ports: Ports, run: Run, { cursor, keys }: Place): Promise<string> {
  let current = cursor;
  for (;;) {
    const end = await runStage[current.stage](ports, run, { cursor: current, keys });
    if (end.outcome !== "next") {
      // Also without a token: a shop that only lost it is opened again as a known one, which starts a failed backfill over.
      const error = end.outcome === "failed" ? end.error : "Shopify no longer accepts the app's access token";
      await finish(run, end.cursor ?? current, { state: "failed", error, at: ports.now() });
      return end.outcome === "failed" ? "the backfill failed" : "the app is uninstalled";
    }
    if (end.cursor.stage !== current.stage) {
      current = end.cursor;
      continue;
    }
    const next = nextStage(end.cursor);
    if (!next) {
      await finish(run, end.cursor, { state: "done", at: ports.now() });
      return "the backfill is done";
    }
    current = await run.inShopSql((sql) =>
      advance(sql, run.shopId, { from: end.cursor, to: { cursor: next } }),
    );
  }
}

type RunStage = (ports: Ports, run: Run, place: Place) => Promise<StageEnd>;

const bulkStage =
  (query: string): RunStage =>
  async (ports, run, { cursor, keys }) => {
    const bulk = await bulkResult(ports, run, { cursor, query });
    if (bulk.outcome !== "ready") return bulk;
    if (bulk.url === null) return { outcome: "next", cursor: bulk.cursor };
    const mirrored = await mirrorBulkResult(ports, run, { cursor: bulk.cursor, url: bulk.url, keys });
    if (mirrored.outcome === "gone") return again(ports, run, { cursor: mirrored.cursor, query });
    return { outcome: "next", cursor: mirrored.cursor };
  };

const runStage: Record<Stage, RunStage> = {
  shop: (ports, run, { cursor }) =>
    backfillShopRecord(ports, run, { from: cursor, to: nextStage(cursor) ?? cursor }),
  customers: bulkStage(BULK_CUSTOMERS),
  orders: bulkStage(BULK_ORDERS),
  events: backfillEvents,
};
