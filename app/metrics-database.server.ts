import { Gauge, Registry } from "prom-client";
import { seconds } from "#app/lib/duration.ts";
import { logger } from "#app/lib/logger.server.ts";
import { systemPool } from "#app/system-db.server.ts";

/** A process reads the database this often at most, however often it is scraped. */
const EVERY = seconds(5);
/** A scraper gives up after ten seconds; what the process itself knows must be answered well before. */
const WITHIN = seconds(2);
/** Counting stops here: beyond, "at least so many" says enough and costs no more. */
const MOST_ROWS = 20_000;
const MOST_LINES = 2_000;

/** What every process would say the same of. Apart from the process's own, so that nothing stale is said in an outage. */
const registry = new Registry();
const gauge = (name: string, help: string, labelNames: string[] = []) =>
  new Gauge({ name, help, labelNames, registers: [registry] });

const gauges = {
  jobs: gauge("attune_jobs", `Jobs that are due, queued and running (counted up to ${MOST_ROWS})`, ["state"]),
  shops: gauge("attune_shops_waiting", `Shops that have a due job waiting (of ${MOST_LINES} lines at most)`),
  outboxAge: gauge(
    "attune_outbox_age_seconds",
    "How long the oldest due job has waited for the queue or in it",
  ),
  mirrorLag: gauge("attune_mirror_lag_seconds", "How old the oldest webhook is that is not mirrored yet"),
  replies: gauge("attune_replies", "Replies that are not settled, by status", ["status"]),
  quarantined: gauge(
    "attune_quarantined",
    `What was recorded and set aside for an operator, also of shops we do not know (up to ${MOST_ROWS})`,
    ["what"],
  ),
  backfills: gauge("attune_backfills", "Backfills that are not done, by state", ["state"]),
  connections: gauge("attune_database_connections", "Connections to this database, of every process", [
    "state",
  ]),
};

type Read = { outcome: "read"; text: string } | { outcome: "unanswered" };

const unanswered: Read = { outcome: "unanswered" };
let reading: Promise<Read> = Promise.resolve(unanswered);
let busy = false;
let readAt = -Infinity;

/** The shared gauges as Prometheus text, read anew every few seconds at most. Never throws, never takes long. */
export async function readDatabaseMetrics(): Promise<Read> {
  const now = performance.now();
  // A query that hangs is not joined by another: it ends with the pool's statement timeout.
  if (!busy && now - readAt >= EVERY) {
    readAt = now;
    busy = true;
    reading = read().finally(() => {
      busy = false;
    });
  }
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<Read>((resolve) => {
    timer = setTimeout(() => resolve(unanswered), WITHIN);
  });
  const found = await Promise.race([reading, late]);
  clearTimeout(timer);
  return found;
}

type Row = { metric: keyof typeof gauges; label: string | null; value: string };

async function read(): Promise<Read> {
  try {
    const { rows } = await systemPool.query<Row>({ name: "metrics", text: READ });
    for (const one of Object.values(gauges)) one.reset();
    for (const { metric, label, value } of rows) {
      const of: Gauge = gauges[metric];
      if (label === null) of.set(Number(value));
      else of.labels(label).set(Number(value));
    }
    return { outcome: "read", text: await registry.metrics() };
  } catch (err) {
    logger.warn({ err }, "the database could not be read for the metrics");
    return unanswered;
  }
}

const quarantined = (what: string, table: string) => `
  SELECT 'quarantined' AS metric, '${what}' AS label, count(*)::float8 AS value
  FROM (SELECT FROM ${table} WHERE state = 'quarantined' LIMIT ${MOST_ROWS}) AS counted`;

// From entry to entry of an index that begins with what distinguishes them, taking the oldest row of each: the time it takes
// grows with the shops that wait, not with their rows. A line is what waits of one name in one shop (queue/pick-jobs.server.ts).
const LINES = `
lines(shop_id, name, again, since, place) AS (
  (SELECT shop_id, name, attempts > 0, run_at, 1 FROM jobs WHERE state = 'waiting'
   ORDER BY shop_id, name, attempts > 0, run_at LIMIT 1)
  UNION ALL
  SELECT next.shop_id, next.name, next.again, next.run_at, place + 1 FROM lines CROSS JOIN LATERAL (
    SELECT shop_id, name, attempts > 0 AS again, run_at FROM jobs
    WHERE state = 'waiting' AND (shop_id, name, attempts > 0) > (lines.shop_id, lines.name, lines.again)
    ORDER BY shop_id, name, attempts > 0, run_at LIMIT 1) AS next
  WHERE place < ${MOST_LINES}
)`;
const RECORDED = `
recorded(shop_id, since, place) AS (
  (SELECT shop_id, received_at, 1 FROM webhook_deliveries WHERE state = 'recorded' AND shop_id IS NOT NULL
   ORDER BY shop_id, received_at LIMIT 1)
  UNION ALL
  SELECT next.shop_id, next.received_at, place + 1 FROM recorded CROSS JOIN LATERAL (
    SELECT shop_id, received_at FROM webhook_deliveries WHERE state = 'recorded' AND shop_id > recorded.shop_id
    ORDER BY shop_id, received_at LIMIT 1) AS next
  WHERE place < ${MOST_LINES}
)`;

// Every part reads a partial index, and no more of it than the limits say.
const READ = `
WITH RECURSIVE ${LINES}, ${RECORDED}
SELECT 'shops' AS metric, NULL AS label, count(DISTINCT shop_id)::float8 AS value FROM lines WHERE since <= now()
UNION ALL
SELECT 'jobs', 'waiting', count(*) FROM (
  SELECT FROM lines CROSS JOIN LATERAL (
    SELECT FROM jobs WHERE state = 'waiting' AND jobs.shop_id = lines.shop_id AND jobs.name = lines.name
      AND (attempts > 0) = lines.again AND run_at <= now() ORDER BY run_at LIMIT ${MOST_ROWS}) AS due
  LIMIT ${MOST_ROWS}) AS counted
UNION ALL
SELECT 'jobs', 'queued', count(*) FROM (SELECT FROM jobs WHERE state = 'queued' LIMIT ${MOST_ROWS}) AS counted
UNION ALL
SELECT 'jobs', 'running', count(*) FROM (SELECT FROM jobs WHERE state = 'running' LIMIT ${MOST_ROWS}) AS counted
UNION ALL
SELECT 'outboxAge', NULL, greatest(0, coalesce(extract(epoch FROM now() - min(since)), 0)) FROM (
  SELECT since FROM lines
  UNION ALL
  (SELECT queued_at FROM jobs WHERE state = 'queued' ORDER BY queued_at LIMIT 1)) AS since
UNION ALL
SELECT 'mirrorLag', NULL, greatest(0, coalesce(extract(epoch FROM now() - min(since)), 0)) FROM recorded
UNION ALL
SELECT 'replies', status, count(*) FROM deliveries WHERE status IN ('queued', 'sending', 'uncertain') GROUP BY status
UNION ALL ${quarantined("webhook", "webhook_deliveries")}
UNION ALL ${quarantined("message", "inbound_messages")}
UNION ALL ${quarantined("job", "jobs")}
UNION ALL
SELECT 'backfills', state, count(*) FROM backfills WHERE state <> 'done' GROUP BY state
UNION ALL
SELECT 'connections', 'open', count(*) FROM pg_stat_activity WHERE datname = current_database()
UNION ALL
SELECT 'connections', 'most', current_setting('max_connections')::float8`;
