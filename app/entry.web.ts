// The web process: the raw doors, then the screens. It needs the database and no queue.
import { once } from "node:events";
import { createServer } from "node:http";
import { closeLive } from "#app/desk/live/live.server.ts";
import { serveRequest } from "#app/doors.server.ts";
import { env } from "#app/env.server.ts";
import { startSmtpListener } from "#app/ingest/smtp-listener.server.ts";
import { seconds } from "#app/lib/duration.ts";
import { logger } from "#app/lib/logger.server.ts";
import { serveMetrics } from "#app/metrics-door.server.ts";
import { serveScreens } from "#app/serve-screens.server.ts";
import { DRAIN_WITHIN, onStop } from "#app/entry.stop.server.ts";
import { mostConnections } from "#app/pool-sizes.ts";
import { startTracing } from "#app/tracing.server.ts";

const tracing = await startTracing("web");
const screens = await serveScreens();
const server = createServer(
  {
    // A client that dribbles its request must not hold a connection.
    headersTimeout: seconds(10),
    requestTimeout: seconds(60),
    connectionsCheckingInterval: seconds(5),
    keepAliveTimeout: seconds(65), // longer than a load balancer's, so that it never writes to a closing connection
  },
  (request, response) => serveRequest(request, response, screens),
);
server.listen(env.PORT, env.HOST);
await once(server, "listening");
const metrics = serveMetrics();
const smtp =
  env.INBOUND_SMTP_PORT === undefined ? null : await startSmtpListener({ port: env.INBOUND_SMTP_PORT });
logger.info(
  {
    port: env.PORT,
    ...(smtp ? { smtpPort: smtp.port } : {}),
    databaseConnections: mostConnections("web", env),
  },
  "web started",
);

// A load balancer asks /readyz every few seconds: until it has, it sends requests here.
const notice = seconds(env.DRAIN_NOTICE_SECONDS ?? (env.NODE_ENV === "production" ? 5 : 0));
onStop({
  notice,
  tracing,
  drain: async () => {
    const closed = once(server, "close");
    server.close();
    await closeLive();
    const impatient = setTimeout(() => server.closeAllConnections(), DRAIN_WITHIN - notice);
    await Promise.all([closed, smtp?.close()]);
    clearTimeout(impatient);
    metrics?.close();
  },
});
