import { z } from "zod";
import type { CostReport } from "#app/adapters/admin-bucket.ts";
import { seconds, type Duration } from "#app/lib/duration.ts";
import type { AdminAnswer } from "#app/ports.ts";

/** One HTTP answer of the Admin API, as it came. `retryAfter` is the header's value. */
export type RawAnswer = { status: number; retryAfter: string | null; body: string };

/** What one call came to. `token_refused` is not yet `uninstalled`: the token may have been renewed by another process. */
export type OneAnswer<T> = AdminAnswer<T> | { outcome: "token_refused" };

/** `cost` is null where Shopify says nothing of it: a failure, or a refusal before it was counted. */
export type ReadAnswer<T> = { answer: OneAnswer<T>; cost: CostReport | null };

const errorSchema = z.object({
  message: z.string().default(""),
  extensions: z.object({ code: z.string().optional() }).loose().optional(),
});

const bodySchema = z.object({
  data: z.unknown().optional(),
  errors: z.union([z.array(errorSchema), z.string()]).optional(),
  extensions: z
    .object({
      cost: z
        .object({
          requestedQueryCost: z.number(),
          actualQueryCost: z.number().nullish(),
          throttleStatus: z.object({
            currentlyAvailable: z.number(),
            restoreRate: z.number(),
            maximumAvailable: z.number().optional(),
          }),
        })
        .optional(),
    })
    .loose()
    .optional(),
});
type Body = z.infer<typeof bodySchema>;

/** Statuses that say something about the shop or the request, and not about the moment. */
const REFUSALS: Record<number, string> = {
  400: "BAD_REQUEST",
  403: "FORBIDDEN",
  404: "NOT_FOUND",
  406: "NOT_ACCEPTABLE",
  422: "UNPROCESSABLE",
};
const CLOSED: Record<number, string> = { 402: "the shop is frozen", 423: "the shop is locked" };

/** Names every outcome of one Admin GraphQL call: Shopify answers throttling and refusals with status 200. */
export function readAdminAnswer<T extends z.ZodType>(raw: RawAnswer, schema: T): ReadAnswer<z.infer<T>> {
  if (raw.status !== 200) return { answer: readStatus(raw), cost: null };
  const body = parseBody(raw.body);
  if (!body)
    return { answer: { outcome: "unavailable", reason: "the answer is not GraphQL JSON" }, cost: null };
  return { answer: readBody(body, schema), cost: costOf(body) };
}

function readStatus({ status, retryAfter }: RawAnswer): OneAnswer<never> {
  if (status === 401) return { outcome: "token_refused" };
  if (status === 429) return { outcome: "throttled", retryAfter: headerDelay(retryAfter) };
  const refusal = REFUSALS[status];
  if (refusal) return { outcome: "refused", errors: [{ message: `HTTP ${status}`, code: refusal }] };
  return { outcome: "unavailable", reason: CLOSED[status] ?? `HTTP ${status}` };
}

function costOf({ extensions }: Body): CostReport | null {
  const cost = extensions?.cost;
  if (!cost) return null;
  const { currentlyAvailable, restoreRate, maximumAvailable } = cost.throttleStatus;
  return {
    requested: cost.requestedQueryCost,
    actual: cost.actualQueryCost ?? null,
    available: currentlyAvailable,
    maximum: maximumAvailable ?? Math.max(currentlyAvailable, cost.requestedQueryCost),
    restoreRate,
  };
}

function readBody<T extends z.ZodType>(body: Body, schema: T): OneAnswer<z.infer<T>> {
  const errors = errorsOf(body);
  if (errors.some(({ code }) => code === "THROTTLED"))
    return { outcome: "throttled", retryAfter: costDelay(body) };
  // Before what came with it is looked at: a null that such a fault left must not read as "there is none".
  if (errors.some(({ code }) => code === "INTERNAL_SERVER_ERROR" || code === "TIMEOUT")) {
    return { outcome: "unavailable", reason: "Shopify reports an internal error" };
  }
  // Fields of protected customer data that were not granted come back null beside an error: what is there is used.
  const data = schema.safeParse(body.data);
  if (data.success) return { outcome: "answered", data: data.data };
  if (errors.length > 0) return { outcome: "refused", errors };
  return {
    outcome: "unavailable",
    reason: `the answer has another shape at ${data.error.issues[0]?.path.join(".") ?? "the top"}`,
  };
}

function parseBody(text: string): Body | null {
  try {
    const parsed = bodySchema.safeParse(JSON.parse(text));
    return parsed.success && (parsed.data.data !== undefined || parsed.data.errors !== undefined)
      ? parsed.data
      : null;
  } catch {
    return null;
  }
}

function errorsOf(body: Body): { message: string; code?: string }[] {
  if (typeof body.errors === "string") return [{ message: body.errors }];
  return (body.errors ?? []).map(({ message, extensions }) => ({
    message,
    ...(extensions?.code ? { code: extensions.code } : {}),
  }));
}

const SHORTEST = seconds(1);
const LONGEST = seconds(60);
const bounded = (delay: Duration) => Math.min(Math.max(delay, SHORTEST), LONGEST);

/** How long until the bucket holds what the query costs. */
function costDelay(body: Body): Duration {
  const cost = body.extensions?.cost;
  if (!cost || cost.throttleStatus.restoreRate <= 0) return SHORTEST;
  const missing = cost.requestedQueryCost - cost.throttleStatus.currentlyAvailable;
  return bounded(seconds(missing / cost.throttleStatus.restoreRate));
}

function headerDelay(value: string | null): Duration {
  const count = Number(value ?? "");
  return bounded(Number.isFinite(count) ? seconds(count) : SHORTEST);
}
