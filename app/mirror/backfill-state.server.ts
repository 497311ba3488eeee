import type { Sql } from "#app/db.server.ts";
import { emitAll } from "#app/emit.server.ts";
import type { Run } from "#app/job.ts";
import { cursorSchema, type Cursor } from "#app/mirror/backfill-cursor.ts";
import { scheduleReconcile } from "#app/mirror/reconcile-state.server.ts";

/** Another run of the same backfill went on meanwhile: this one has nothing to do. */
export class Overtaken extends Error {
  override name = "Overtaken";
}

export type BackfillRow = { state: string; cursor: Cursor };

/** The backfill as it stands; begun when there is none. */
export async function loadBackfill(run: Run, now: Date): Promise<BackfillRow> {
  const [row] = await run.inShopSql((sql) =>
    sql<{ state: string; cursor: unknown }>(
      `INSERT INTO backfills AS b (shop_id, state, started_at, updated_at) VALUES ($1, 'running', $2, now())
       ON CONFLICT (shop_id) DO UPDATE SET started_at = COALESCE(b.started_at, excluded.started_at),
         state = CASE WHEN b.state = 'waiting' THEN 'running' ELSE b.state END
       RETURNING state, cursor`,
      [run.shopId, now],
    ),
  );
  if (!row) throw new Error("There is no backfill");
  return { state: row.state, cursor: cursorSchema.parse(row.cursor) };
}

export type Change = {
  cursor: Cursor;
  /** Records mirrored in this step; below zero when the stage begins anew. */
  done?: number;
  /** Records that turned out to exist, beyond those counted so far. */
  more?: number;
};

/**
 * Moves the backfill on from `from`, in the caller's transaction: what was mirrored and where to go on commit together.
 * Throws Overtaken when another run moved it first.
 */
export async function advance(
  sql: Sql,
  shopId: string,
  { from, to }: { from: Cursor; to: Change },
): Promise<Cursor> {
  const { cursor, done = 0, more = 0 } = to;
  const next = { ...cursor, version: from.version + 1, stageDone: cursor.stageDone + done };
  const moved = await sql(
    `UPDATE backfills SET state = 'running', stage = $1, cursor = $2::jsonb, error = NULL,
       done = done + $3::int, total = COALESCE(total, 0) + $4::int, updated_at = now()
     WHERE shop_id = $5 AND COALESCE((cursor->>'version')::int, 0) = $6::int RETURNING shop_id`,
    [next.stage, JSON.stringify(next), done, more, shopId, from.version],
  );
  if (moved.length === 0) throw new Overtaken("Another run of the backfill went on");
  return next;
}

/** Ends it. A failed one is started over when the app is opened next. */
export async function finish(
  run: Run,
  from: Cursor,
  end: { state: "done" | "failed"; error?: string; at: Date },
): Promise<void> {
  const next = { ...from, version: from.version + 1 };
  await run.inShopSql(async (sql) => {
    const moved = await sql(
      `UPDATE backfills SET state = $1, cursor = $2::jsonb, error = $3,
         total = CASE WHEN $1 = 'done' THEN done ELSE total END, finished_at = $4, updated_at = now()
       WHERE shop_id = $5 AND COALESCE((cursor->>'version')::int, 0) = $6::int RETURNING shop_id`,
      [end.state, JSON.stringify(next), end.error ?? null, end.at, run.shopId, from.version],
    );
    if (moved.length === 0) throw new Overtaken("Another run of the backfill went on");
    if (end.state !== "done") return;
    await scheduleReconcile(sql, run.shopId);
    await emitAll(sql, [{ event: "detection-due", data: { shopId: run.shopId } }]);
  });
}
