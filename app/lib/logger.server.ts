import pino from "pino";
import { env } from "#app/env.server.ts";
import { safeError } from "#app/lib/safe-error.ts";

/**
 * The log: ids and outcomes only. What could carry a person's data or a secret is removed even when it is passed by mistake.
 * An error is logged as `{ err }` with words of ours: logged bare, pino takes its message for them.
 */
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
  serializers: { err: (error: unknown) => safeError(error) },
});

/** A third party's words without addresses, tokens and secrets. */
export function scrub(text: string): string {
  return text
    .replace(/[\w.+-]+@[\w-]+\.[\w.-]+/g, "[address]")
    .replace(/eyJ[\w-]+\.[\w-]+\.[\w-]+/g, "[token]")
    .replace(/\b(?:shpat|shpca|shpss|sk-ant)[\w-]+/g, "[secret]");
}
