import type { IncomingMessage, ServerResponse } from "node:http";
import { env } from "#app/env.server.ts";
import { readiness } from "#app/health.server.ts";
import { inboundDoor } from "#app/ingest/inbound-door.server.ts";
import { webhookDoor } from "#app/ingest/webhook-door.server.ts";
import { metricsDoor } from "#app/metrics-door.server.ts";

/** The doors that stand before the framework: what must stay open and fast whatever the screens do. False: not one of them. */
export function openDoor(request: IncomingMessage, response: ServerResponse): boolean {
  const [path] = (request.url ?? "").split("?", 1);
  switch (path ?? "") {
    case "/webhooks":
      void webhookDoor(request, response);
      return true;
    case "/inbound/email":
      void inboundDoor(request, response);
      return true;
    case "/healthz":
      say(response, 200, { status: "ok" });
      return true;
    case "/readyz":
      void ready(response);
      return true;
    case "/metrics":
      if (env.METRICS_PORT === undefined) void metricsDoor(response);
      else say(response, 404, { status: "metrics are on METRICS_PORT" });
      return true;
    default:
      return false;
  }
}

async function ready(response: ServerResponse): Promise<void> {
  const found = await readiness();
  if (found.outcome === "ready") say(response, 200, { status: "ready" });
  else say(response, 503, { status: "not ready", reason: found.reason });
}

function say(response: ServerResponse, status: number, body: Record<string, string>): void {
  response.writeHead(status, { "Content-Type": "application/json", "Cache-Control": "no-store" });
  response.end(JSON.stringify(body));
}
