import type { Tx } from "#app/db.server.ts";
import { cursorSchema } from "#app/mirror/backfill-cursor.ts";
import { secondsLeft } from "#app/mirror/backfill-pace.ts";
import type { Now } from "#app/ports.ts";

export type BackfillProgress = {
  state: "waiting" | "running" | "done" | "failed";
  /** shop, customers, orders or events: what is being read. */
  stage: string | null;
  /** Records mirrored, of all that are known to exist; `total` is null until Shopify has told. */
  done: number;
  total: number | null;
  /** The same of the stage under way. */
  stageDone: number;
  stageTotal: number | null;
  /** What the stage under way still takes, at the rate of the last two minutes; null when there is nothing honest to say. */
  secondsLeft: number | null;
  error: string | null;
};

const STATES = ["waiting", "running", "done", "failed"] as const;

/** How far the shop's data has arrived. */
export async function readBackfill(tx: Tx, now: Now): Promise<BackfillProgress> {
  const row = await tx.backfill.findFirst();
  const state = STATES.find((one) => one === row?.state) ?? "waiting";
  const { bulk, stage, stageDone, totals, pace } = cursorSchema.parse(row?.cursor ?? {});
  // A result's lines are counted, not its orders: what is left of it may be lines of orders that are done.
  const units = bulk ? bulk.objects : totals[stage];
  return {
    state,
    stage: row?.stage ?? null,
    done: row?.done ?? 0,
    total: row?.total ?? null,
    stageDone,
    stageTotal: totals[stage] ?? null,
    secondsLeft: state === "running" ? secondsLeft(pace, { total: units, now: now() }) : null,
    error: row?.error ?? null,
  };
}

/** `read_all_orders` is not granted: Shopify shows orders of the last 60 days only. */
export async function olderOrdersUnseen(tx: Tx): Promise<boolean> {
  const shop = await tx.shop.findFirst({ select: { scopes: true } });
  return !shop?.scopes.includes("read_all_orders");
}
