import Anthropic, { APIConnectionError, APIError } from "@anthropic-ai/sdk";
import { zodOutputFormat } from "@anthropic-ai/sdk/helpers/zod";
import type { z } from "zod";
import { abandoned, admit, closed, failed, succeeded, type Circuit } from "#app/adapters/circuit.ts";
import { readClaudeAnswer, readClaudeFailure } from "#app/adapters/claude-answer.ts";
import { hearClaude } from "#app/adapters/hear-claude.ts";
import { boundedFetch, flowingFetch, tooLarge } from "#app/adapters/bounded-fetch.server.ts";
import { logger } from "#app/lib/logger.server.ts";
import { traced } from "#app/lib/trace.server.ts";
import type { Completion, CompletionOutcome, LanguageModel } from "#app/ports.ts";

type Connection = {
  apiKey: string;
  /** Another address that speaks the same protocol. */
  baseUrl?: string | undefined;
  /** Milliseconds of a clock that nobody sets. */
  clock?: () => number;
};

/**
 * Claude by Anthropic's Messages API. Every outcome is named; nothing is thrown and nothing is tried again here. The deadline is
 * our own and holds for the body as well: the library's ends with the headers. After several failures in a row this process
 * leaves the provider alone for a while, whatever model was asked, so that one that is away does not cost every message its time.
 */
export function connectClaude({
  apiKey,
  baseUrl,
  clock = () => performance.now(),
}: Connection): (model: string) => LanguageModel {
  const client = new Anthropic({
    apiKey,
    // Given, so that the library does not look for them in the environment.
    authToken: null,
    baseURL: baseUrl ?? "https://api.anthropic.com",
    maxRetries: 0,
    fetch: boundedFetch,
    // What it would log or trace may carry the question.
    logLevel: "off",
    openTelemetry: false,
  });
  const flowing = client.withOptions({ fetch: flowingFetch });
  let circuit: Circuit = closed;
  return (model) => ({
    name: model,
    complete: async (completion) => {
      const admitted = admit(circuit, clock());
      if (!admitted) return { outcome: "unavailable", reason: "paused" };
      circuit = admitted;
      const answer = await traced("claude", { attributes: { model } }, () =>
        askWithin(completion.hear ? flowing : client, model, completion),
      );
      circuit = after(circuit, answer, clock());
      return answer;
    },
  });
}

/** One model with a connection of its own. */
export const makeClaude = ({ model, ...connection }: Connection & { model: string }): LanguageModel =>
  connectClaude(connection)(model);

function after(circuit: Circuit, answer: CompletionOutcome<unknown>, now: number): Circuit {
  if (answer.outcome === "unavailable")
    return answer.reason === "stopped" ? abandoned(circuit) : failed(circuit, now);
  return answer.outcome === "throttled" ? failed(circuit, now) : succeeded();
}

async function askWithin<T extends z.ZodType>(
  client: Anthropic,
  model: string,
  completion: Completion<T>,
): Promise<CompletionOutcome<z.infer<T>>> {
  const { deadline, signal: given } = completion.limits;
  const late = AbortSignal.timeout(deadline);
  const signal = given ? AbortSignal.any([late, given]) : late;
  const ended = (): CompletionOutcome<never> => ({
    outcome: "unavailable",
    reason: late.aborted ? "timed_out" : "stopped",
  });
  try {
    return await Promise.race([ask({ client, model, signal }, completion), rejecting(signal)]);
  } catch (error) {
    return signal.aborted ? ended() : outcomeOf(error);
  }
}

async function ask<T extends z.ZodType>(
  { client, model, signal }: { client: Anthropic; model: string; signal: AbortSignal },
  { system, content, answer, hear, limits }: Completion<T>,
): Promise<CompletionOutcome<z.infer<T>>> {
  const question = {
    model,
    max_tokens: limits.maxTokens,
    system: [system].flat().map((text) => ({
      type: "text" as const,
      text,
      cache_control: { type: "ephemeral" as const },
    })),
    messages: [{ role: "user" as const, content }],
    output_config: { format: zodOutputFormat(answer), effort: "low" as const },
  };
  const options = { signal, timeout: limits.deadline };
  if (hear) {
    const events = await client.messages.create({ ...question, stream: true }, options);
    return readClaudeAnswer(await hearClaude(events, hear), answer);
  }
  const response = await client.messages.create(question, options).asResponse();
  const raw = { contentType: response.headers.get("content-type") ?? "", body: await response.text() };
  return readClaudeAnswer(raw, answer);
}

/** Whatever does not listen to the signal is left behind. */
function rejecting(signal: AbortSignal): Promise<never> {
  return new Promise((_resolve, reject) => {
    const give = () => reject(new Error("The question was given up"));
    if (signal.aborted) give();
    else signal.addEventListener("abort", give, { once: true });
  });
}

/** The words of an error may quote the question: its status and the provider's id of the request are enough. */
function outcomeOf(error: unknown): CompletionOutcome<never> {
  if (error instanceof APIError && typeof error.status === "number") {
    const { status, requestID } = error;
    logger.warn({ status, requestId: requestID ?? undefined }, "the model did not answer");
    const header = (name: string) => error.headers?.get(name) ?? null;
    return readClaudeFailure({
      status,
      retryAfter: header("retry-after"),
      retryAfterMs: header("retry-after-ms"),
    });
  }
  if (tooLarge(error) || (error instanceof APIConnectionError && tooLarge(error.cause)))
    return { outcome: "invalid", reason: "too_large", usage: null };
  logger.warn(
    { error: error instanceof Error ? error.name : typeof error },
    "the model could not be reached",
  );
  return { outcome: "unavailable", reason: isUnconnected(error) ? "unreachable" : "broken_off" };
}

/** What Node says when there was no connection that a question could have left by. */
const UNCONNECTED = new Set([
  "ECONNREFUSED",
  "EHOSTUNREACH",
  "ENETUNREACH",
  "ENOTFOUND",
  "EAI_AGAIN",
  "UND_ERR_CONNECT_TIMEOUT",
]);

function isUnconnected(error: unknown): boolean {
  for (let one = error; one instanceof Error; one = one.cause)
    if ("code" in one && UNCONNECTED.has(String(one.code))) return true;
  return false;
}
