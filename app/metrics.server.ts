import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from "prom-client";
import { systemPool } from "#app/system-db.server.ts";

/** What GET /metrics says: outcomes, counts and times. Labels are names from our own code, never a person's or a shop's. */
export const registry = new Registry();

/** Includes the event loop's lag. */
collectDefaultMetrics({ register: registry, prefix: "attune_" });

export const doorOutcomes = new Counter({
  name: "attune_webhook_door_total",
  help: "Webhooks answered, by outcome",
  labelNames: ["outcome"],
  registers: [registry],
});

export const doorSeconds = new Histogram({
  name: "attune_webhook_door_seconds",
  help: "From the request's head to our answer",
  buckets: [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2, 5],
  registers: [registry],
});

export const jobOutcomes = new Counter({
  name: "attune_jobs_total",
  help: "Claims of jobs in this process, by how they ended",
  labelNames: ["name", "outcome"],
  registers: [registry],
});

export const jobSeconds = new Histogram({
  name: "attune_job_seconds",
  help: "From claim to settled",
  labelNames: ["name"],
  buckets: [0.01, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 15, 60, 300],
  registers: [registry],
});

/** Read from the database at each scrape, so that every web process says the same. */
registry.registerMetric(
  new Gauge({
    name: "attune_jobs",
    help: "Jobs that are not done, by state",
    labelNames: ["state"],
    registers: [],
    async collect() {
      const { rows } = await systemPool.query<{ state: string; count: string }>(
        `SELECT 'waiting' AS state, count(*) FROM jobs WHERE state = 'waiting' AND run_at <= now()
       UNION ALL SELECT 'later', count(*) FROM jobs WHERE state = 'waiting' AND run_at > now()
       UNION ALL SELECT 'queued', count(*) FROM jobs WHERE state = 'queued'
       UNION ALL SELECT 'running', count(*) FROM jobs WHERE state = 'running'`,
      );
      for (const { state, count } of rows) this.set({ state }, Number(count));
    },
  }),
);

registry.registerMetric(
  new Gauge({
    name: "attune_outbox_age_seconds",
    help: "How long the oldest due job has waited to be claimed",
    registers: [],
    async collect() {
      const { rows } = await systemPool.query<{ age: string | null }>(
        `SELECT extract(epoch FROM now() - min(run_at)) AS age FROM (
         SELECT min(run_at) AS run_at FROM jobs WHERE state = 'waiting' AND run_at <= now()
         UNION ALL SELECT min(run_at) FROM jobs WHERE state = 'queued') AS oldest`,
      );
      this.set(Number(rows[0]?.age ?? 0));
    },
  }),
);

registry.registerMetric(
  new Gauge({
    name: "attune_quarantined",
    help: "What was recorded and set aside for an operator, also of shops we do not know",
    labelNames: ["what"],
    registers: [],
    async collect() {
      const { rows } = await systemPool.query<{ what: string; count: string }>(
        `SELECT 'webhook' AS what, count(*) FROM webhook_deliveries WHERE state = 'quarantined'
       UNION ALL SELECT 'message', count(*) FROM inbound_messages WHERE state = 'quarantined'
       UNION ALL SELECT 'job', count(*) FROM jobs WHERE state = 'quarantined'`,
      );
      for (const { what, count } of rows) this.set({ what }, Number(count));
    },
  }),
);
