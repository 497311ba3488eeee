// A PostgreSQL for one test, which can be restarted in every way it goes down: on the same port, with the same data.
/* oxlint-disable node/no-process-env -- a process is given its environment */
import { execFileSync } from "node:child_process";
import path from "node:path";
import pg from "pg";
import { startEmbeddedPostgres } from "../../scripts/embedded-postgres.mjs";
import { freePort } from "../../scripts/free-port.mjs";

const root = path.resolve(import.meta.dirname, "../..");

/** As pg_ctl names them; `killed` is SIGKILL of the server's first process, after which its children end by themselves. */
const signals = { fast: "SIGINT", immediate: "SIGQUIT", killed: "SIGKILL" } as const;
export type Ending = keyof typeof signals;

export type Postgres = {
  url: string;
  /** Takes it down; resolves when it is gone. */
  down: (how: Ending) => Promise<void>;
  up: () => Promise<void>;
  /** One statement of the test's own, on a connection that outlives no restart. */
  query: <Row extends pg.QueryResultRow>(text: string, values?: unknown[]) => Promise<Row[]>;
  /** Holds a lock (`LOCK TABLE …`, `SELECT … FOR UPDATE`) until it is let go. */
  hold: (statement: string, values?: unknown[]) => Promise<() => Promise<void>>;
  stop: () => Promise<void>;
};

// A commit is in the system's hands before it is told, so that a kill of the server loses nothing; only a power cut would.
const FLAGS = ["fsync=off", "max_wal_size=192MB"];

export async function startPostgres(dataDir: string): Promise<Postgres> {
  const port = await freePort();
  let server = await startEmbeddedPostgres({ dataDir, port, flags: FLAGS });
  const { url } = server;
  execFileSync(process.execPath, ["scripts/migrate.ts"], {
    cwd: root,
    env: { ...process.env, DATABASE_URL: url },
    stdio: "pipe",
  });
  let pool = connect(url);
  const down = async (how: Ending) => {
    await pool.end();
    process.kill(server.pid, signals[how]);
    await server.exited;
  };
  return {
    url,
    down,
    up: async () => {
      server = await startAgain(() => startEmbeddedPostgres({ dataDir, port, flags: FLAGS }));
      pool = connect(url);
    },
    query: async <Row extends pg.QueryResultRow>(text: string, values: unknown[] = []) =>
      (await pool.query<Row>(text, values)).rows,
    hold: (statement, values) => hold(url, statement, values),
    stop: () => down("fast"),
  };
}

function connect(url: string): pg.Pool {
  const pool = new pg.Pool({ connectionString: url, max: 3 });
  pool.on("error", () => undefined);
  return pool;
}

async function hold(url: string, statement: string, values: unknown[] = []) {
  const client = new pg.Client({ connectionString: url });
  client.on("error", () => undefined);
  await client.connect();
  await client.query("BEGIN");
  await client.query(statement, values);
  return async () => {
    await client.query("ROLLBACK");
    await client.end();
  };
}

/** After a SIGKILL the children need a moment to notice, and a new server refuses to start beside them. */
async function startAgain<T>(start: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await start();
    } catch (error) {
      if (attempt === 50) throw error;
      await new Promise((next) => setTimeout(next, 100));
    }
  }
}
