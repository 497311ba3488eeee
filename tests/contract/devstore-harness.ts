import { createServer, type IncomingHttpHeaders } from "node:http";
import type { AddressInfo } from "node:net";
import type { StartOptions } from "#devstore/options.ts";
import { startDevstore, type Devstore } from "#devstore/start.ts";

export const shop = "attune-demo.myshopify.com";
export const apiKey = "test-key";
export const apiSecret = "test-secret";

export type Received = {
  topic: string;
  headers: IncomingHttpHeaders;
  raw: string;
  body: Record<string, unknown>;
};

/** What the stub app answers to the next deliveries; 200 when the list is empty. */
export type StubApp = { url: string; received: Received[]; answers: number[]; close: () => Promise<void> };

/** An app that only takes webhooks down. */
export async function startStubApp(): Promise<StubApp> {
  const received: Received[] = [];
  const answers: number[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      const raw = Buffer.concat(chunks).toString("utf8");
      const topic = String(request.headers["x-shopify-topic"]);
      received.push({
        topic,
        headers: request.headers,
        raw,
        body: raw ? (JSON.parse(raw) as Received["body"]) : {},
      });
      response.writeHead(answers.shift() ?? 200).end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    received,
    answers,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** A dev store for one test file, listening to every topic it can cause unless `toml` says otherwise. */
export function startTestStore(appUrl: string, options: Partial<StartOptions> = {}): Promise<Devstore> {
  return startDevstore({ appUrl, apiKey, apiSecret, toml: "/none", webhookBackoffMs: [5, 5, 5], ...options });
}

/** GET without a body, POST with one. */
export function call(store: Devstore, path: string, body?: unknown) {
  return send(store, path, { method: body === undefined ? "GET" : "POST", body });
}

export function put(store: Devstore, path: string, body: unknown) {
  return send(store, path, { method: "PUT", body });
}

async function send(store: Devstore, path: string, { method, body }: { method: string; body: unknown }) {
  const response = await fetch(store.url + path, {
    method,
    headers: { "content-type": "application/json" },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  const json = text.startsWith("{") ? (JSON.parse(text) as Record<string, unknown>) : {};
  return { status: response.status, text, json };
}

const EXCHANGE = {
  client_id: apiKey,
  client_secret: apiSecret,
  grant_type: "urn:ietf:params:oauth:grant-type:token-exchange",
  subject_token_type: "urn:ietf:params:oauth:token-type:id_token",
  requested_token_type: "urn:shopify:params:oauth:token-type:offline-access-token",
  expiring: "1",
};

export function exchange(store: Devstore, changes: Record<string, unknown> = {}) {
  const subject_token = store.context.sessionToken({ shop });
  return call(store, `/${shop}/admin/oauth/access_token`, { ...EXCHANGE, subject_token, ...changes });
}

export function refresh(store: Devstore, refreshToken: unknown) {
  const { client_id, client_secret } = EXCHANGE;
  const body = { client_id, client_secret, grant_type: "refresh_token", refresh_token: refreshToken };
  return call(store, `/${shop}/admin/oauth/access_token`, body);
}

/** Installs the app and gives a function that asks the Admin API. */
export async function adminOf(store: Devstore) {
  await call(store, "/control/grant", {});
  const token = String((await exchange(store)).json["access_token"]);
  return (query: string, variables: Record<string, unknown> = {}) =>
    admin(store, { token, query, variables });
}

export type Answer = {
  status: number;
  data: unknown;
  errors: { message: string; path?: unknown; extensions?: Record<string, unknown> }[] | undefined;
  extensions: { cost: { throttleStatus: { currentlyAvailable: number } } } | undefined;
  text: string;
};

export async function admin(
  store: Devstore,
  input: { token: string; query: string; variables?: Record<string, unknown>; version?: string },
): Promise<Answer> {
  const response = await fetch(`${store.url}/${shop}/admin/api/${input.version ?? "2026-10"}/graphql.json`, {
    method: "POST",
    headers: { "content-type": "application/json", "x-shopify-access-token": input.token },
    body: JSON.stringify({ query: input.query, variables: input.variables ?? {} }),
  });
  const text = await response.text();
  return { ...(JSON.parse(text) as Omit<Answer, "status" | "text">), status: response.status, text };
}
