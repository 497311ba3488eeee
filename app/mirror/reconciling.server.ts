import { TryAgainAt, type Run } from "#app/job.ts";
import { seconds } from "#app/lib/duration.ts";
import type { ReconcileCursor } from "#app/mirror/reconcile-cursor.ts";
import type { ReconcileRow } from "#app/mirror/reconcile-state.server.ts";
import type { Ports } from "#app/ports.ts";
import type { ShopKeys } from "#app/shop/seal.ts";

/** What a stage of a run works with. `startedAt` is performance.now(): no clock that somebody may set. */
export type Reconciling = {
  ports: Ports;
  run: Run;
  keys: ShopKeys;
  row: ReconcileRow;
  scopes: string[];
  startedAt: number;
};

/** `refused`: Shopify does not let the app see this; the other stages go on. */
export type ReconcileEnd =
  | { outcome: "next"; cursor: ReconcileCursor }
  | { outcome: "uninstalled" }
  | { outcome: "refused"; error: string; cursor: ReconcileCursor };

export type ReconcileStageRun = (given: Reconciling, cursor: ReconcileCursor) => Promise<ReconcileEnd>;

/** A run holds a worker's slot this long at most; then other shops have their turn. */
const LONGEST_TURN = seconds(30);

/** Called between pages: throws TryAgainAt when the process stops, or the turn is over. */
export function stopBetweenPages({ ports, run, startedAt }: Reconciling): void {
  if (run.signal.aborted) throw new TryAgainAt(ports.now(), "this process is stopping");
  if (performance.now() - startedAt > LONGEST_TURN)
    throw new TryAgainAt(ports.now(), "other shops have their turn");
}

export const refusal = (errors: { message: string }[]) => errors[0]?.message ?? "Shopify refused";
