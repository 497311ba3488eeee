import { z } from "zod";
import { isHostName } from "#app/shop/mail-check/mail-records.ts";

/**
 * process.env, parsed once. A missing or malformed variable stops the process with its name, before anything is served.
 * NODE_ENV unset counts as production: a deployment that forgot it is the one that must not run on development defaults.
 */
const list = z.string().transform((value) =>
  value
    .split(",")
    .map((item) => item.trim())
    .filter(Boolean),
);
const optional = z.string().optional();
const port = z.coerce.number().int().min(0).max(65_535);

const key = z
  .string()
  .refine((value) => Buffer.from(value, "base64").length === 32, "must be 32 bytes in base64")
  .transform((value) => Buffer.from(value, "base64"));

const host = z.string().trim().toLowerCase().refine(isHostName, "must be the name of a host");

/** `selector=name of the key`: the record of the selector in a shop's domain leads there. */
const dkimKey = z
  .string()
  .regex(/^[\w-]{1,63}=[^=\s]+$/u, "must be selector=name")
  .transform((pair) => ({
    selector: pair.split("=")[0] ?? "",
    target: pair.split("=")[1]?.toLowerCase() ?? "",
  }))
  .refine(({ target }) => isHostName(target), "must lead to the name of a host");

/** A job holds a connection for a part of its time only. */
const SLOTS_PER_CONNECTION = 4;

const schema = z
  .object({
    NODE_ENV: z.enum(["production", "development", "test"]).default("production"),
    PORT: port.default(3000),
    HOST: z.string().default("0.0.0.0"),
    METRICS_PORT: port.optional(),
    LOG_LEVEL: z.enum(["trace", "debug", "info", "warn", "error", "fatal", "silent"]).default("info"),
    SHOPIFY_API_KEY: z.string().min(1),
    SHOPIFY_API_SECRET: list.refine((secrets) => secrets.length > 0, "must name at least one secret"),
    SHOPIFY_APP_URL: z.url(),
    ENCRYPTION_KEY: list.pipe(z.array(key).min(1)),
    DATABASE_URL: z.string().min(1),
    DATABASE_POOL_SIZE: z.coerce.number().int().min(2).max(200).default(10),
    WORKER_CONCURRENCY: z.coerce.number().int().min(1).max(200).default(8),
    /** How long a web process that was asked to stop says so at /readyz before it takes no more requests. */
    DRAIN_NOTICE_SECONDS: z.coerce.number().int().min(0).max(15).optional(),
    /** How long handled webhooks, their raw bodies and their jobs are kept. Shopify sends one again for hours, at most a day. */
    KEEP_HANDLED_DAYS: z.coerce.number().int().min(2).max(90).default(14),
    REDIS_URL: optional,
    INBOUND_DOMAIN: z.string().min(1),
    INBOUND_TOKEN: z.string().min(16),
    INBOUND_SMTP_PORT: port.optional(),
    INBOUND_AUTHSERV_ID: optional,
    SMTP_URL: z.url(),
    MAIL_FROM: z.email(),
    /** What a shop puts into its domain so that mail by SMTP_URL's service is believed: Settings shows it, and looks for it. */
    MAIL_SPF_INCLUDE: host.optional(),
    MAIL_DKIM: list.pipe(z.array(dkimKey)).default([]),
    ANTHROPIC_API_KEY: optional,
    ANTHROPIC_BASE_URL: z.url({ protocol: /^https?$/ }).optional(),
    ANTHROPIC_MODEL: z.string().default("claude-sonnet-5-5"),
    ANTHROPIC_READING_MODEL: z.string().default("claude-haiku-5-5"),
    /** OpenTelemetry's own names. The exporter reads its further ones (OTEL_EXPORTER_OTLP_HEADERS …) itself. */
    OTEL_EXPORTER_OTLP_ENDPOINT: z.url().optional(),
    OTEL_SERVICE_NAME: z.string().default("attune"),
    OTEL_TRACES_SAMPLER_ARG: z.coerce.number().min(0).max(1).default(1),
    DEVSTORE_ORIGIN: optional,
    APP_BRIDGE_URL: optional,
  })
  .superRefine((env, context) => {
    if (env.WORKER_CONCURRENCY > env.DATABASE_POOL_SIZE * SLOTS_PER_CONNECTION) {
      const most = `is at most ${SLOTS_PER_CONNECTION} times DATABASE_POOL_SIZE: jobs would wait for connections`;
      context.addIssue({ code: "custom", path: ["WORKER_CONCURRENCY"], message: most });
    }
  })
  .superRefine((env, context) => {
    if (env.NODE_ENV !== "production") return;
    for (const name of ["DEVSTORE_ORIGIN", "APP_BRIDGE_URL"] as const) {
      if (env[name])
        context.addIssue({ code: "custom", path: [name], message: "is never set in production" });
    }
  });

export type Env = z.infer<typeof schema>;

/** Its message is for the operator: names of variables and what is wrong with them, no values. */
class EnvironmentError extends Error {
  override name = "EnvironmentError";
}

/**
 * Parses an environment; an empty variable counts as unset, as compose files write it. Throws one Error that names every
 * variable that is missing or wrong, and no value.
 */
export function parseEnv(source: Record<string, string | undefined>): Env {
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ""));
  const parsed = schema.safeParse(given);
  if (parsed.success) return parsed.data;
  const lines = parsed.error.issues.map((issue) => {
    const name = String(issue.path[0]);
    const missing = given[name] === undefined && issue.code === "invalid_type";
    return `  ${name}: ${missing ? "is not set" : issue.message}`;
  });
  throw new EnvironmentError(`The environment is not complete:\n${[...new Set(lines)].join("\n")}`);
}

export const env: Env = parseEnv(process.env);
