import { setTimeout as sleep } from "node:timers/promises";
import { handlers } from "#app/handlers.server.ts";
import { TryAgainAt } from "#app/job.ts";
import { parseJob } from "#app/parse-job.ts";
import { together } from "#app/pipeline.ts";
import type { Ports } from "#app/ports.ts";
import { fireWatches } from "#app/queue/fire-watches.server.ts";
import type { Work } from "#app/queue/run-jobs.server.ts";
import { systemPool } from "#app/system-db.server.ts";
import { makeRun } from "#tests/factories/delivery.ts";

type Row = { id: string; shopId: string; name: string; event: string; data: unknown };
export type FailedJob = { name: string; data: unknown; error: unknown };

const AT_ONCE = 500;
/** A job that puts itself off to the moment at hand, again and again, has hung. */
const MOST_ROUNDS = 200;
/** What meets another at work in the database is tried again, as the queue does. */
const MOST_ATTEMPTS = 5;

/** `atOnce`: how many batches run beside each other; `again`: whether a batch that is done runs once more, as after a crash. */
export type Worked = { atOnce: number; again: () => boolean };
const inOrder: Worked = { atOnce: 1, again: () => false };

/**
 * Lets the app live in a time that the test drives and that is long past by the machine's: what the database writes down as its own
 * now is that time, and jobs run when they are due by it, by their own handlers. Of the test's own database.
 */
export async function simulatedTime(ports: Omit<Ports, "now">, start: Date, worked = inOrder) {
  let now = start;
  const timed: Ports = { ...ports, now: () => now };
  const works: Readonly<Record<string, Work>> = handlers;
  const most: Readonly<Record<string, number>> = together;
  const failed: FailedJob[] = [];
  /** By job: what it said, and how often. */
  const said = new Map<string, Map<string, number>>();
  await followTime(start);

  async function moveTo(at: Date): Promise<void> {
    now = at;
    await systemPool.query("UPDATE simulated_clock SET at = $1", [at]);
  }

  const due = async () => {
    const { rows } = await systemPool.query<Row>(
      `SELECT id, shop_id AS "shopId", name, event, data FROM jobs WHERE state = 'waiting' AND run_at <= $1
       ORDER BY run_at, id LIMIT ${AT_ONCE}`,
      [now],
    );
    return rows;
  };

  /** Runs what is due, what that causes, too. Answers how many jobs ran. */
  async function drain(): Promise<number> {
    let count = 0;
    for (let round = 0; round < MOST_ROUNDS; round += 1) {
      const rows = await due();
      if (rows.length === 0) return count;
      count += rows.length;
      const batches = batchesOf(rows, most);
      await Promise.all(
        Array.from({ length: worked.atOnce }, async () => {
          for (let next = batches.shift(); next; next = batches.shift()) await runBatch(next);
        }),
      );
    }
    throw new Error(`jobs that never end: ${JSON.stringify(await due())}`);
  }

  async function runBatch(rows: Row[], attempt = 1): Promise<void> {
    const [first] = rows;
    if (!first) return;
    const given = rows.map((row) => {
      const parsed = parseJob(row);
      if (parsed.outcome !== "parsed") throw new Error(`${row.name}: ${parsed.reason}`);
      return parsed.data;
    });
    const batched = Object.hasOwn(most, first.name);
    const items = batched ? given.map((data) => ({ data, trace: null })) : given[0];
    try {
      // `never`: the parser has just checked the data against the schema that the handler's type comes from.
      const work = async () => works[first.name]?.(timed, makeRun(first.shopId), items as never);
      const answer = await work();
      if (worked.again()) await work();
      await settle(
        rows,
        [answer ?? ""].flat().map((text) => ({ state: "done", text, at: null })),
      );
    } catch (error) {
      if (error instanceof TryAgainAt) {
        // Shopify's bulk operations go by the machine's time.
        if (first.name === "backfillShop") await sleep(20);
        await settle([first], [{ state: "waiting", text: error.message, at: error.at }]);
      } else if (rows.length > 1) for (const row of rows) await runBatch([row]);
      else if (attempt < MOST_ATTEMPTS && isCollision(error)) await runBatch(rows, attempt + 1);
      else {
        failed.push({ name: first.name, data: first.data, error });
        await settle([first], [{ state: "quarantined", text: String(error), at: null }]);
      }
    }
  }

  async function settle(rows: Row[], ends: { state: string; text: string; at: Date | null }[]) {
    await systemPool.query(
      `UPDATE jobs SET state = ours.state, outcome = ours.text, run_at = coalesce(ours.at, run_at)
       FROM unnest($1::bigint[], $2::text[], $3::text[], $4::timestamptz[]) AS ours(id, state, text, at) WHERE jobs.id = ours.id`,
      [
        rows.map(({ id }) => id),
        ends.map(({ state }) => state),
        ends.map(({ text }) => text),
        ends.map(({ at }) => at),
      ],
    );
    rows.forEach(({ name }, place) => {
      const texts = said.get(name) ?? new Map<string, number>();
      const text = ends[place]?.text.replaceAll(/\d+/gu, "n") ?? "";
      said.set(name, texts.set(text, (texts.get(text) ?? 0) + 1));
    });
  }

  /** What is looked at because its time has come, by the function that the worker calls every few seconds. */
  const fire = () => fireWatches({ table: "order_watches", event: "orders-to-look-at" }, now);

  return { ports: timed, now: () => now, moveTo, drain, fire, failed, said };
}

/** A deadlock, or two transactions that cannot both be; Prisma says it in its own words. */
const isCollision = (error: unknown): boolean =>
  error instanceof Error &&
  (("code" in error && ["40001", "40P01", "P2034"].includes(String(error.code))) ||
    /deadlock|could not serialize|write conflict/iu.test(error.message));

/** As the queue hands them out: those of one name that may come together in one batch, in the order they are due. */
function batchesOf(rows: Row[], most: Readonly<Record<string, number>>): Row[][] {
  const batches: Row[][] = [];
  const open = new Map<string, Row[]>();
  for (const row of rows) {
    const limit = most[row.name] ?? 1;
    const key = `${row.shopId} ${row.name}`;
    const batch = open.get(key);
    if (batch && batch.length < limit) batch.push(row);
    else {
      const fresh = [row];
      open.set(key, fresh);
      batches.push(fresh);
    }
  }
  return batches;
}

/** Nothing in the simulated time is so near to the machine's. */
const NEAR = "interval '10 minutes'";

/** Columns that the database fills in by its own clock get the simulated time instead, whoever writes them. */
async function followTime(start: Date): Promise<void> {
  await systemPool.query("CREATE TABLE simulated_clock (at timestamptz NOT NULL)");
  await systemPool.query("GRANT SELECT ON simulated_clock TO PUBLIC");
  await systemPool.query("INSERT INTO simulated_clock VALUES ($1)", [start]);
  const { rows } = await systemPool.query<{ table: string; columns: string[] }>(
    `SELECT table_name AS "table", array_agg(column_name::text) AS columns FROM information_schema.columns
     WHERE table_schema = 'public' AND data_type LIKE 'timestamp%' AND column_default ~* '(now\\(\\)|current_timestamp)'
     GROUP BY table_name`,
  );
  for (const { table, columns } of rows) {
    const body = columns
      .map(
        (column) =>
          `IF abs(extract(epoch FROM NEW.${column} - clock_timestamp())) < extract(epoch FROM ${NEAR}) THEN NEW.${column} := lived; END IF;`,
      )
      .join("\n");
    await systemPool.query(
      `CREATE FUNCTION simulate_${table}() RETURNS trigger LANGUAGE plpgsql AS $$
       DECLARE lived timestamptz := (SELECT at FROM public.simulated_clock);
       BEGIN ${body} RETURN NEW; END $$`,
    );
    await systemPool.query(
      `CREATE TRIGGER simulate BEFORE INSERT OR UPDATE ON ${table} FOR EACH ROW EXECUTE FUNCTION simulate_${table}()`,
    );
  }
}
