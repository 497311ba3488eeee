import pino from "pino";
import { env } from "#app/env.server.ts";

/** The log: ids and outcomes only. What could carry a person's data or a secret is removed even when it is passed by mistake. */
export const logger = pino({
  level: env.LOG_LEVEL,
  redact: {
    paths: [
      ...[
        "email",
        "phone",
        "address",
        "name",
        "text",
        "body",
        "html",
        "subject",
        "token",
        "accessToken",
        "refreshToken",
      ].flatMap((field) => [field, `*.${field}`]),
      "req.headers",
      "request.headers",
      "authorization",
      "*.authorization",
    ],
    remove: true,
  },
  serializers: { err: safeError },
});

/** Messages of third-party errors quote values (a unique key, a token): the class, code and our own frames are enough. */
function safeError(error: unknown) {
  if (!(error instanceof Error)) return { type: typeof error };
  const code = "code" in error ? String(error.code) : undefined;
  return { type: error.name, code, message: scrub(error.message), stack: scrub(error.stack ?? "") };
}

/** A third party's words without addresses, tokens and secrets. */
export function scrub(text: string): string {
  return text
    .replace(/[\w.+-]+@[\w-]+\.[\w.-]+/g, "[address]")
    .replace(/eyJ[\w-]+\.[\w-]+\.[\w-]+/g, "[token]")
    .replace(/\b(?:shpat|shpca|shpss|sk-ant)[\w-]+/g, "[secret]");
}
