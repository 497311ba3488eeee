import { once } from "node:events";
import type { ServerResponse } from "node:http";
import { env } from "#app/env.server.ts";
import { kindOfRequest } from "#app/kind-of-request.ts";
import { traced } from "#app/lib/trace.server.ts";
import { requestSeconds } from "#app/metrics.server.ts";

const tracing = env.OTEL_EXPORTER_OTLP_ENDPOINT !== undefined;

/**
 * Serves one request, and notes how long it took and as what it was answered. The webhook door does both itself: at its pace
 * a listener per request shows.
 */
export function observeRequest(
  { path, method }: { path: string; method: string },
  response: ServerResponse,
  serve: () => void,
): void {
  const kind = kindOfRequest(path);
  // A stream lasts for minutes: its time says nothing, and liveStreams counts it.
  if (kind === "webhook" || kind === "live") return serve();
  const startedAt = performance.now();
  response.once("close", () => {
    const status = response.writableEnded ? `${Math.floor(response.statusCode / 100)}xx` : "aborted";
    requestSeconds.observe({ kind, status }, (performance.now() - startedAt) / 1_000);
  });
  if (!tracing || kind === "health" || kind === "asset") return serve();
  // A trace of its own: what a caller says of itself is not taken over.
  const attributes = { "attune.kind": kind, "http.request.method": method };
  void traced(`request ${kind}`, { attributes }, async () => {
    const closed = once(response, "close");
    serve();
    await closed;
  });
}
