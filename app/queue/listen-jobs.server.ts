import { listen, type Listener } from "#app/queue/listen.server.ts";
import { systemPool } from "#app/system-db.server.ts";

const APPLICATION = "attune-worker:";

/** Hears of new jobs. The connection's name tells the other relays how many slots this process has. */
export function listenForJobs(slots: number, heard: () => void): Listener {
  return listen({ channel: "attune_jobs", application: `${APPLICATION}${slots}`, heard, connected: heard });
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
