import { createHmac } from "node:crypto";

/** A session token as Shopify signs it for staff of a shop; `claims` changes single claims. */
export function sessionToken(
  shopDomain: string,
  claims: Record<string, unknown> = {},
  secret = "test-api-secret",
): string {
  const now = Math.floor(Date.now() / 1000);
  const encode = (value: unknown) => Buffer.from(JSON.stringify(value)).toString("base64url");
  const all = {
    iss: `https://${shopDomain}/admin`,
    dest: `https://${shopDomain}`,
    aud: "test-api-key",
    sub: "42",
    exp: now + 60,
    nbf: now - 1,
    iat: now,
    jti: "1",
    sid: "1",
    ...claims,
  };
  const unsigned = `${encode({ alg: "HS256", typ: "JWT" })}.${encode(all)}`;
  return `${unsigned}.${createHmac("sha256", secret).update(unsigned).digest("base64url")}`;
}

type Door = (given: { request: Request; params: Record<string, string> }) => Promise<Response> | Response;

/** Calls a route's loader or action as Remix does, as staff of a shop. */
export async function callApi(
  door: Door,
  given: {
    shop?: string;
    token?: string | null;
    method?: string;
    query?: string;
    params?: Record<string, string>;
    body?: unknown;
    raw?: string;
  },
): Promise<{ status: number; body: Record<string, unknown>; headers: Headers }> {
  const token = given.token === undefined ? sessionToken(given.shop ?? "") : given.token;
  const method = given.method ?? (given.body === undefined && given.raw === undefined ? "GET" : "POST");
  const request = new Request(`https://app.example.test/api/x${given.query ?? ""}`, {
    method,
    headers: {
      ...(token === null ? {} : { Authorization: `Bearer ${token}` }),
      "Content-Type": "application/json",
    },
    ...(method === "GET" || method === "HEAD" || method === "OPTIONS"
      ? {}
      : { body: given.raw ?? JSON.stringify(given.body ?? {}) }),
  });
  const response = await door({ request, params: given.params ?? {} });
  const text = await response.text();
  return {
    status: response.status,
    headers: response.headers,
    body: text ? (JSON.parse(text) as Record<string, unknown>) : {},
  };
}
