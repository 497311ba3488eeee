// The worker process: runs the jobs, and drains them when it is asked to stop. Nothing else.
import { loadModels } from "#app/care/understand/models.server.ts";
import { env } from "#app/env.server.ts";
import { handlers } from "#app/handlers.server.ts";
import { logger } from "#app/lib/logger.server.ts";
import { serveMetrics } from "#app/metrics-door.server.ts";
import { parseJob } from "#app/parse-job.ts";
import { together } from "#app/pipeline.ts";
import { mostConnections } from "#app/pool-sizes.ts";
import { startErasing } from "#app/privacy/erase-overdue.server.ts";
import { startExpiring } from "#app/privacy/expire-emotions.server.ts";
import { startFiring } from "#app/queue/fire-watches.server.ts";
import { startScheduling } from "#app/queue/schedule-due.server.ts";
import { startSettlingLeftovers } from "#app/queue/settle-leftovers.server.ts";
import { startWorker } from "#app/queue/start-worker.server.ts";
import { startKeepingTime } from "#app/queue/shared-clock.server.ts";
import { DRAIN_WITHIN, onStop } from "#app/entry.stop.server.ts";
import { startTracing } from "#app/tracing.server.ts";
import { ports } from "#app/wiring.server.ts";

const tracing = await startTracing("worker");
const time = await startKeepingTime();
// Before any message waits for it, and while nothing else is under way: it holds the process for most of a second.
loadModels();
const worker = startWorker({
  handlers,
  together,
  ports,
  parse: parseJob,
  onDeaf: () => {
    logger.fatal("new connections do not make the queue deliver: whoever runs this process starts it again");
    process.exit(1);
  },
});
const leftovers = startSettlingLeftovers({ known: Object.keys(handlers) });
const schedules = [
  startScheduling({ table: "reconciles", event: "reconcile-due" }),
  startScheduling({ table: "detections", event: "detection-due" }),
  startFiring({ table: "order_watches", event: "orders-to-look-at" }, ports),
  startFiring({ table: "conversations", event: "snoozes-ended" }, ports),
  startFiring({ table: "conversations", event: "words-outdated" }, ports),
  startFiring({ table: "service_levels", event: "levels-to-look-at" }, ports),
  startFiring({ table: "alerts", event: "alerts-to-look-at" }, ports),
  startFiring({ table: "csat_requests", event: "csat-to-ask" }, ports),
];
const expiry = startExpiring(ports);
const erasing = startErasing(ports);
const metrics = serveMetrics();
logger.info(
  {
    backend: worker.backend,
    slots: env.WORKER_CONCURRENCY,
    databaseConnections: mostConnections("worker", env),
  },
  "worker started",
);

onStop({
  tracing,
  drain: async () => {
    await Promise.all([
      leftovers.stop(),
      ...schedules.map(({ stop }) => stop()),
      expiry.stop(),
      erasing.stop(),
      worker.close(DRAIN_WITHIN),
    ]);
    metrics?.close();
    time.stop();
  },
});
