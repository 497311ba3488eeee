import { randomUUID } from "node:crypto";
import autocannon from "autocannon";
import type { StartedServer } from "./start-process.ts";

export type Measured = { perSecond: number; p50: number; p99: number; cpuMicros: number; answered: number };

/**
 * One body again and again under new webhook ids, from so many connections, each sending its next when it was answered.
 * `cpuMicros` is the server process's CPU per request. Throws when any answer is not 2xx.
 */
export async function load(
  server: StartedServer,
  given: { body: Buffer; headers: Record<string, string>; connections: number; seconds: number },
): Promise<Measured> {
  const before = await server.cost();
  const result = await autocannon({
    url: server.url,
    connections: given.connections,
    duration: given.seconds,
    method: "POST",
    body: given.body,
    headers: given.headers,
    requests: [
      {
        setupRequest: (request) => ({
          ...request,
          headers: {
            ...request.headers,
            "x-shopify-webhook-id": randomUUID(),
            "x-shopify-event-id": randomUUID(),
          },
        }),
      },
    ],
  });
  const after = await server.cost();
  if (result.non2xx + result.errors > 0) throw new Error(`${result.non2xx} refused, ${result.errors} failed`);
  return {
    perSecond: result.requests.average,
    p50: result.latency.p50,
    p99: result.latency.p99,
    cpuMicros: (after.cpuMicros - before.cpuMicros) / result.requests.total,
    answered: result.requests.total,
  };
}
