import type { Tx } from "#app/db.server.ts";
import { emit } from "#app/emit.server.ts";

/** Has a promise looked at then. The row is the truth: who is woken looks at it again, and at whether this is still its time. */
export async function wakeForPromise(
  tx: Tx,
  { shopId, promiseId, at }: { shopId: string; promiseId: string; at: Date },
): Promise<void> {
  await emit(tx, "promise-due-soon", { data: { shopId, promiseId, at: at.toISOString() }, runAt: at });
}
