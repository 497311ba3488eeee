import type { IncomingMessage, ServerResponse } from "node:http";
import { liveDoor } from "#app/desk/live/live-door.server.ts";
import { env } from "#app/env.server.ts";
import { isStopping, readiness } from "#app/health.server.ts";
import { inboundDoor } from "#app/ingest/inbound-door.server.ts";
import { webhookDoor } from "#app/ingest/webhook-door.server.ts";
import { metricsDoor } from "#app/metrics-door.server.ts";
import { observeRequest } from "#app/observe-request.server.ts";

type Screens = (request: IncomingMessage, response: ServerResponse) => void;

/** Serves one request of the web process: a door's, else the screens'. */
export function serveRequest(request: IncomingMessage, response: ServerResponse, screens: Screens): void {
  const path = pathOf(request);
  // Who keeps a connection open to a process that is about to end would lose its next request.
  if (isStopping()) response.setHeader("Connection", "close");
  observeRequest({ path, method: request.method ?? "" }, response, () => {
    if (!openDoor(request, response)) screens(request, response);
  });
}

/** The doors that stand before the framework: what must stay open and fast whatever the screens do. False: not one of them. */
export function openDoor(request: IncomingMessage, response: ServerResponse): boolean {
  switch (pathOf(request)) {
    case "/webhooks":
      void webhookDoor(request, response);
      return true;
    case "/inbound/email":
      void inboundDoor(request, response);
      return true;
    case "/live":
      void liveDoor(request, response);
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

function pathOf({ url = "" }: IncomingMessage): string {
  const query = url.indexOf("?");
  return query === -1 ? url : url.slice(0, query);
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
