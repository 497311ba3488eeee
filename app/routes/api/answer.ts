/** Answers carry personal data, so nothing between here and the browser keeps them; any origin may ask, no cookies are read. */
const HEADERS = {
  "Access-Control-Allow-Origin": "*",
  "Access-Control-Expose-Headers": "Retry-After",
  "Cache-Control": "no-store",
  "X-Content-Type-Options": "nosniff",
};

export type Problem = { code: string; message: string; field?: string | undefined };

export function json(body: unknown, status = 200): Response {
  return Response.json(body, { status, headers: HEADERS });
}

export function noContent(): Response {
  return new Response(null, { status: 204, headers: HEADERS });
}

/** `{ "error": { "code", "message", "field"? } }`; `more` adds what a caller can act on (the checks, the delivery). */
export function problem(
  status: number,
  error: Problem,
  more: { body?: Record<string, unknown>; headers?: Record<string, string> } = {},
): Response {
  return Response.json({ error, ...more.body }, { status, headers: { ...HEADERS, ...more.headers } });
}

/** One answer for what is not there and for what is another shop's. */
export const notFound = (what: string) =>
  problem(404, { code: "not_found", message: `There is no such ${what}.` });

/** The answer to a browser that asks whether it may ask. */
export function preflight(methods: string[]): Response {
  return new Response(null, {
    status: 204,
    headers: {
      ...HEADERS,
      "Access-Control-Allow-Methods": [...methods, "OPTIONS"].join(", "),
      "Access-Control-Allow-Headers": "Authorization, Content-Type",
      "Access-Control-Max-Age": "86400",
    },
  });
}
