import type { Tx } from "#app/db.server.ts";

export type BackfillProgress = {
  state: "waiting" | "running" | "done" | "failed";
  stage: string | null;
  /** Records mirrored, of all that are known to exist; `total` is null until Shopify has told. */
  done: number;
  total: number | null;
  error: string | null;
  /** `read_all_orders` is not granted: Shopify shows orders of the last 60 days only. */
  olderOrdersUnseen: boolean;
};

const STATES = ["waiting", "running", "done", "failed"] as const;

/** How far the shop's data has arrived. */
export async function readBackfill(tx: Tx): Promise<BackfillProgress> {
  const [backfill, shop] = [
    await tx.backfill.findFirst(),
    await tx.shop.findFirst({ select: { scopes: true } }),
  ];
  return {
    state: STATES.find((state) => state === backfill?.state) ?? "waiting",
    stage: backfill?.stage ?? null,
    done: backfill?.done ?? 0,
    total: backfill?.total ?? null,
    error: backfill?.error ?? null,
    olderOrdersUnseen: !shop?.scopes.includes("read_all_orders"),
  };
}
