import { createServer, type Server, type ServerResponse } from "node:http";
import { env } from "#app/env.server.ts";
import { logger } from "#app/lib/logger.server.ts";
import { readDatabaseMetrics } from "#app/metrics-database.server.ts";
import { databaseAnswers, registry } from "#app/metrics.server.ts";
import "#app/metrics-pools.server.ts";

/**
 * `GET /metrics` for Prometheus. While the database is away this process still says what it knows of itself, and
 * `attune_database_answers` is 0 and what is read from it is left out.
 */
export async function metricsDoor(response: ServerResponse): Promise<void> {
  try {
    const database = await readDatabaseMetrics();
    databaseAnswers.set(database.outcome === "read" ? 1 : 0);
    const own = await registry.metrics();
    const text = database.outcome === "read" ? `${own}\n${database.text}` : own;
    response.writeHead(200, { "Content-Type": registry.contentType }).end(text);
  } catch (err) {
    logger.warn({ err }, "metrics could not be collected");
    response.writeHead(503).end();
  }
}

/** Metrics on a port of their own, where METRICS_PORT names one. A port in use is said and does not stop the process. */
export function serveMetrics(): Server | null {
  if (env.METRICS_PORT === undefined) return null;
  const server = createServer((request, response) => {
    if (request.url === "/metrics") void metricsDoor(response);
    else response.writeHead(404).end();
  });
  server.on("error", (err) => logger.warn({ err, port: env.METRICS_PORT }, "metrics are not served"));
  return server.listen(env.METRICS_PORT, env.HOST);
}
