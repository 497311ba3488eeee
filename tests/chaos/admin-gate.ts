// Stands between the app and the dev store's Admin API, and fails as Shopify's own does.
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { gate } from "#tests/factories/gate.ts";
import type { Random } from "#devstore/seed/random.ts";

export type AdminGate = {
  url: string;
  /** Every so many GraphQL requests are answered (0 = none fails). */
  fail: (share: number) => void;
  /**
   * Holds the answers to requests that speak of `words`, also of processes that are gone since. `reached` resolves at the next
   * one, `times` says how many there were.
   */
  hold: (words: string) => { reached: () => Promise<void>; times: () => number; release: () => void };
  /** How many requests failed on purpose, by kind. */
  failed: Record<string, number>;
  /** How many requests Shopify itself refused as too many. */
  throttled: () => number;
  stop: () => Promise<void>;
};

type Fault = (response: ServerResponse) => void;

/** What faults.md's S1 names: throttled as Shopify writes it, and as a proxy does; errors, nonsense, and nothing at all. */
const faults: Record<string, Fault> = {
  throttled: (response) =>
    json(response, 200, {
      errors: [{ message: "Throttled", extensions: { code: "THROTTLED" } }],
      extensions: {
        cost: {
          requestedQueryCost: 100,
          actualQueryCost: null,
          throttleStatus: { maximumAvailable: 2000, currentlyAvailable: 50, restoreRate: 100 },
        },
      },
    }),
  "too many requests": (response) =>
    json(response, 429, { errors: "Too Many Requests" }, { "retry-after": "1" }),
  "server error": (response) => json(response, 500, { errors: "Internal Server Error" }),
  "bad gateway": (response) => response.writeHead(502, { "content-type": "text/html" }).end("<h1>502</h1>"),
  "not JSON": (response) =>
    response.writeHead(200, { "content-type": "text/html" }).end("<h1>Soon back</h1>"),
  "half an answer": (response) => {
    response.writeHead(200, { "content-type": "application/json", "content-length": "500" });
    response.write('{"data":{"order":');
    response.destroy();
  },
  reset: (response) => void response.destroy(),
};

export async function startAdminGate(given: { shopify: string; random: Random }): Promise<AdminGate> {
  const failed: AdminGate["failed"] = {};
  const holds = new Set<{ words: string; arrived: () => void; open: Promise<void> }>();
  let share = 0;
  let throttled = 0;
  let origin = "";

  const serve = async (request: IncomingMessage, response: ServerResponse) => {
    const body = await read(request);
    const isGraphql = (request.url ?? "").endsWith("/graphql.json");
    for (const one of holds) {
      if (!body.includes(one.words)) continue;
      one.arrived();
      await one.open;
    }
    if (isGraphql && given.random.next() < share) {
      const kind = given.random.pick(Object.keys(faults));
      failed[kind] = (failed[kind] ?? 0) + 1;
      return faults[kind]?.(response);
    }
    const answer = await forward(request, response, { body, shopify: given.shopify, origin });
    if (isGraphql && answer.includes('"THROTTLED"')) throttled += 1;
  };
  const server = createServer((request, response) => {
    serve(request, response).catch(() => response.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url: origin,
    failed,
    throttled: () => throttled,
    fail: (next) => {
      share = next;
    },
    hold: (words) => {
      const open = gate();
      let next = gate();
      let times = 0;
      const one = {
        words,
        open: open.promise,
        arrived: () => {
          times += 1;
          next.resolve();
        },
      };
      holds.add(one);
      return {
        reached: async () => {
          await next.promise;
          next = gate();
        },
        times: () => times,
        release: () => {
          holds.delete(one);
          open.resolve();
        },
      };
    },
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

type Forwarded = { body: string; shopify: string; origin: string };

async function forward(
  request: IncomingMessage,
  response: ServerResponse,
  given: Forwarded,
): Promise<string> {
  const { host: _host, connection: _connection, "content-length": _length, ...headers } = request.headers;
  const answer = await fetch(given.shopify + (request.url ?? ""), {
    method: request.method ?? "GET",
    headers: headers as Record<string, string>,
    ...(given.body ? { body: given.body } : {}),
    redirect: "manual",
  });
  // The address of a bulk result comes in an answer, and lies behind this gate for the app.
  const text = (await answer.text()).replaceAll(given.shopify, given.origin);
  response
    .writeHead(answer.status, { "content-type": answer.headers.get("content-type") ?? "application/json" })
    .end(text);
  return text;
}

async function read(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString("utf8");
}

// oxlint-disable-next-line max-params
function json(response: ServerResponse, status: number, body: unknown, headers: Record<string, string> = {}) {
  response.writeHead(status, { "content-type": "application/json", ...headers }).end(JSON.stringify(body));
}
