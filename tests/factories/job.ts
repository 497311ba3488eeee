import { forShop } from "#app/db.server.ts";
import { milliseconds, seconds } from "#app/lib/duration.ts";
import type { Ports } from "#app/ports.ts";
import type { ParseJob } from "#app/queue/run-jobs.server.ts";
import { systemPool } from "#app/system-db.server.ts";

/** A due job that no stage knows, with data the test's own handler reads. */
export async function makeJob(
  shopId: string,
  given: { name?: string; data?: Record<string, unknown>; attempts?: number } = {},
) {
  const { rows } = await systemPool.query<{ id: string }>(
    `INSERT INTO jobs (shop_id, event, name, data, attempts) VALUES ($1, 'tested', $2, $3, $4) RETURNING id`,
    [shopId, given.name ?? "try", JSON.stringify(given.data ?? {}), given.attempts ?? 0],
  );
  await systemPool.query("SELECT pg_notify('attune_jobs', '')");
  const id = rows[0]?.id;
  if (!id) throw new Error("No job was made");
  return id;
}

/** So many of them at once, whose data is `{ n }`, from 0. Their ids, in that order. */
export async function makeJobs(shopId: string, count: number, name = "try"): Promise<string[]> {
  const { rows } = await systemPool.query<{ id: string }>(
    `INSERT INTO jobs (shop_id, event, name, data)
     SELECT $1, 'tested', $2, jsonb_build_object('n', n) FROM generate_series(0, $3::int - 1) AS n RETURNING id`,
    [shopId, name, count],
  );
  await systemPool.query("SELECT pg_notify('attune_jobs', '')");
  return rows.map(({ id }) => id);
}

export type JobRow = {
  state: string;
  attempts: number;
  fence: number;
  outcome: string | null;
  error: string | null;
  runAt: Date;
  later: boolean;
};

export async function readJob(id: string): Promise<JobRow> {
  const { rows } = await systemPool.query<JobRow>(
    `SELECT state, attempts, fence, outcome, error, run_at AS "runAt", run_at > now() AS later FROM jobs WHERE id = $1`,
    [id],
  );
  const row = rows[0];
  if (!row) throw new Error(`There is no job ${id}`);
  return row;
}

export async function jobStates(): Promise<Record<string, number>> {
  const { rows } = await systemPool.query<{ state: string; count: string }>(
    "SELECT state, count(*) FROM jobs GROUP BY state",
  );
  return Object.fromEntries(rows.map(({ state, count }) => [state, Number(count)]));
}

/** Takes any payload whose `refuse` is not set. */
export const parseTried: ParseJob = ({ data }) =>
  typeof data === "object" && data !== null && "refuse" in data
    ? { outcome: "refused", reason: "data.refuse: Unrecognized key" }
    : { outcome: "parsed", data };

/** The queue hands the ports through and uses none: touching one fails the test. */
export const noPorts: Ports = new Proxy({} as Ports, {
  get: (_target, name) => {
    throw new Error(`The port ${String(name)} is not here`);
  },
});

/** What a handler wrote, kept where every stage may write: the shop's name. */
export async function nameOf(shopId: string): Promise<string> {
  const shop = await forShop(shopId)((tx) => tx.shop.findUniqueOrThrow({ where: { id: shopId } }));
  return shop.name;
}

/** Ends a job's wait. */
export async function dueNow(id: string): Promise<void> {
  await systemPool.query("UPDATE jobs SET run_at = now() WHERE id = $1", [id]);
  await systemPool.query("SELECT pg_notify('attune_jobs', '')");
}

/** A promise that the test settles. */
export function makeGate<T>() {
  let resolve: (value: T) => void = () => {};
  const promise = new Promise<T>((settle) => {
    resolve = settle;
  });
  return { promise, resolve };
}

/** For expect.poll: a busy machine may take its time. */
export const patience = { timeout: seconds(15), interval: milliseconds(20) };
