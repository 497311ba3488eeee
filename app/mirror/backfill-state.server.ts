import type { Tx } from "#app/db.server.ts";
import type { Run } from "#app/job.ts";
import { cursorSchema, type Cursor } from "#app/mirror/backfill-cursor.ts";

/** Another run of the same backfill went on meanwhile: this one has nothing to do. */
export class Overtaken extends Error {
  override name = "Overtaken";
}

export type BackfillRow = { state: string; cursor: Cursor };

/** The backfill as it stands; begun when there is none. */
export async function loadBackfill(run: Run, now: Date): Promise<BackfillRow> {
  return run.inShop(async (tx) => {
    const row = await tx.backfill.upsert({
      where: { shopId: run.shopId },
      create: { shopId: run.shopId },
      update: {},
    });
    if (!row.startedAt)
      await tx.backfill.update({ where: { shopId: run.shopId }, data: { startedAt: now, state: "running" } });
    return { state: row.state, cursor: cursorSchema.parse(row.cursor) };
  });
}

export type Change = {
  cursor: Cursor;
  /** Records mirrored in this step. */
  done?: number;
  /** Records that turned out to exist, beyond those counted so far. */
  more?: number;
};

/**
 * Moves the backfill on from `from`, in the caller's transaction: what was mirrored and where to go on commit together.
 * Throws Overtaken when another run moved it first.
 */
export async function advance(
  tx: Tx,
  shopId: string,
  { from, to }: { from: Cursor; to: Change },
): Promise<Cursor> {
  const next = { ...to.cursor, version: from.version + 1 };
  const moved = await tx.$executeRaw`
    UPDATE backfills SET state = 'running', stage = ${next.stage}, cursor = ${JSON.stringify(next)}::jsonb, error = NULL,
      done = done + ${to.done ?? 0}, total = COALESCE(total, 0) + ${to.more ?? 0}, updated_at = now()
    WHERE shop_id = ${shopId} AND COALESCE((cursor->>'version')::int, 0) = ${from.version}`;
  if (moved === 0) throw new Overtaken("Another run of the backfill went on");
  return next;
}

/** Ends it. A failed one is started over when the app is opened next. */
export async function finish(
  run: Run,
  from: Cursor,
  end: { state: "done" | "failed"; error?: string; at: Date },
): Promise<void> {
  await run.inShop(async (tx) => {
    const next = { ...from, version: from.version + 1 };
    const moved = await tx.$executeRaw`
      UPDATE backfills SET state = ${end.state}, cursor = ${JSON.stringify(next)}::jsonb, error = ${end.error ?? null},
        total = CASE WHEN ${end.state} = 'done' THEN done ELSE total END, finished_at = ${end.at}, updated_at = now()
      WHERE shop_id = ${run.shopId} AND COALESCE((cursor->>'version')::int, 0) = ${from.version}`;
    if (moved === 0) throw new Overtaken("Another run of the backfill went on");
  });
}
