import pg from "pg";
import { env } from "#app/env.server.ts";
import { seconds } from "#app/lib/duration.ts";
import { logger } from "#app/lib/logger.server.ts";
import { systemPool } from "#app/system-db.server.ts";

const APPLICATION = "attune-worker:";

export type JobListener = { check: () => void; stop: () => Promise<void> };

/**
 * LISTEN on a connection of its own; `check` makes it again when it was lost. The connection's name tells the other relays
 * how many slots this process has.
 */
export function listenForJobs(slots: number, heard: () => void): JobListener {
  let client: pg.Client | null = null;
  let connecting = false;
  let stopped = false;
  const forget = (lost: pg.Client) => {
    if (client === lost) client = null;
    lost.end().catch(() => {}); // It is gone already.
  };
  const connect = async () => {
    const next = new pg.Client({
      connectionString: env.DATABASE_URL,
      application_name: `${APPLICATION}${slots}`,
      keepAlive: true,
      connectionTimeoutMillis: seconds(5),
    });
    next.on("notification", heard);
    next.on("error", () => forget(next));
    next.on("end", () => forget(next));
    try {
      await next.connect();
      await next.query("LISTEN attune_jobs");
      if (stopped) await next.end();
      else client = next;
    } catch (err) {
      logger.warn({ err }, "the relay cannot listen; it polls");
      forget(next);
    }
  };
  const check = () => {
    if (client || connecting || stopped) return;
    connecting = true;
    void connect().finally(() => {
      connecting = false;
      heard(); // What was added meanwhile was not heard.
    });
  };
  check();
  return {
    check,
    stop: async () => {
      stopped = true;
      const open = client;
      client = null;
      await open?.end();
    },
  };
}

/** How many worker processes live, and what they run at once; at least ourselves (a connection pooler may hide the names). */
export async function workersNow(own: number): Promise<{ slots: number; relays: number }> {
  const { rows } = await systemPool.query<{ slots: string | null; relays: string }>({
    name: "workers-now",
    text: `SELECT sum(substr(application_name, ${APPLICATION.length + 1})::int) AS slots, count(*) AS relays FROM pg_stat_activity
           WHERE datname = current_database() AND application_name ~ '^${APPLICATION}[0-9]{1,3}$'`,
  });
  return {
    slots: Math.max(own, Number(rows[0]?.slots ?? 0)),
    relays: Math.max(1, Number(rows[0]?.relays ?? 0)),
  };
}
