import { z } from "zod";
import { seconds, type Duration } from "#app/lib/duration.ts";
import type { CompletionOutcome, TokenUsage } from "#app/ports.ts";

const count = z.number().int().nonnegative();

/** What of a message is looked at. The library takes anything with status 200 for one. */
const messageSchema = z.object({
  type: z.literal("message"),
  stop_reason: z.string().nullable(),
  content: z.array(z.object({ type: z.string(), text: z.string().optional() })),
  usage: z.object({
    input_tokens: count,
    output_tokens: count,
    cache_creation_input_tokens: count.nullish(),
    cache_read_input_tokens: count.nullish(),
  }),
});
type Message = z.infer<typeof messageSchema>;

/** An answer with status 200, as it came. */
export type RawMessage = { contentType: string; body: string };

/** Names the outcome of a question that was answered with status 200: only a whole answer of the asked shape is one. */
export function readClaudeAnswer<T extends z.ZodType>(
  raw: RawMessage,
  schema: T,
): CompletionOutcome<z.infer<T>> {
  if (!/^application\/(?:[\w.-]+\+)?json\b/i.test(raw.contentType)) return invalid("not_json");
  const message = messageSchema.safeParse(jsonOf(raw.body));
  if (!message.success) return invalid("not_a_message");
  const usage = usageOf(message.data);
  switch (message.data.stop_reason ?? "none") {
    case "refusal":
      return { outcome: "refused", usage };
    case "end_turn":
    case "stop_sequence": {
      // What it thought before is no part of the answer.
      const texts = message.data.content.flatMap(({ type, text }) => (type === "text" ? (text ?? "") : []));
      const value = schema.safeParse(jsonOf(texts.join("")));
      return value.success
        ? { outcome: "answered", value: value.data, usage }
        : invalid("not_as_asked", usage);
    }
    case "max_tokens":
    case "model_context_window_exceeded":
      return invalid("cut_off", usage);
    default:
      return invalid("not_ended", usage);
  }
}

const invalid = (reason: string, usage: TokenUsage | null = null) =>
  ({ outcome: "invalid", reason, usage }) as const;

function usageOf({ usage }: Message): TokenUsage {
  const tokensCached = usage.cache_read_input_tokens ?? 0;
  const tokensWritten = usage.cache_creation_input_tokens ?? 0;
  return {
    tokensIn: usage.input_tokens + tokensCached + tokensWritten,
    tokensOut: usage.output_tokens,
    tokensCached,
    tokensWritten,
  };
}

/** Undefined when it is no JSON; no schema takes that. */
function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const LONGEST_WAIT = seconds(60);
const OVERLOADED = 529;

/** Any other status. `retryAfter` and `retryAfterMs` are the headers' values. */
export type RawFailure = { status: number; retryAfter: string | null; retryAfterMs: string | null };

export function readClaudeFailure(raw: RawFailure, now = Date.now()): CompletionOutcome<never> {
  const retryAfter = waitOf(raw, now);
  const { status } = raw;
  if (status === 429 || (retryAfter !== null && (status === 503 || status === OVERLOADED)))
    return { outcome: "throttled", retryAfter };
  if (status === OVERLOADED || status === 503) return { outcome: "unavailable", reason: "overloaded" };
  if (status === 401 || status === 403) return { outcome: "unavailable", reason: "key_refused" };
  return { outcome: "unavailable", reason: "http_error" };
}

/** Seconds or a date (RFC 9110, section 10.2.3), a minute at most; null when nothing that can be read is said. */
function waitOf({ retryAfter, retryAfterMs }: RawFailure, now: number): Duration | null {
  const wait =
    numberOf(retryAfterMs) ??
    secondsOf(retryAfter) ??
    (retryAfter ? Date.parse(retryAfter) - now : Number.NaN);
  return Number.isFinite(wait) ? Math.min(Math.max(Math.ceil(wait), 0), LONGEST_WAIT) : null;
}

function numberOf(value: string | null): number | null {
  return value !== null && /^\s*\d+(?:\.\d+)?\s*$/.test(value) ? Number(value) : null;
}

function secondsOf(value: string | null): Duration | null {
  const given = numberOf(value);
  return given === null ? null : seconds(given);
}
