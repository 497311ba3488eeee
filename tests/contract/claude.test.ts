// The reading model's port against a server that speaks the Messages API: what each way of answering, or not, comes to.
import { afterEach, describe, expect, it, vi } from "vitest";
import { z } from "zod";
import { milliseconds, seconds } from "#app/lib/duration.ts";
import type { Completion, LanguageModel } from "#app/ports.ts";
import { fakeClaude, manners, TOKENS, type Manner } from "#tests/fakes/anthropic.ts";

const answer = z.strictObject({ label: z.enum(["anger", "joy"]), confidence: z.number().min(0).max(1) });
const LONG = seconds(15);
const SHORT = milliseconds(400);

const running: (() => Promise<void>)[] = [];
afterEach(async () => {
  vi.unstubAllEnvs();
  await Promise.all(running.splice(0).map((stop) => stop()));
});

/** The adapter logs, and the logger reads the environment: a contract test has none of its own. */
async function load() {
  for (const [name, value] of Object.entries(environment)) vi.stubEnv(name, value);
  return import("#app/adapters/anthropic.server.ts");
}
const environment = {
  NODE_ENV: "test",
  LOG_LEVEL: "silent",
  DATABASE_URL: "postgresql://unused@127.0.0.1/unused",
  ENCRYPTION_KEY: Buffer.alloc(32, 7).toString("base64"),
  SHOPIFY_API_KEY: "test-api-key",
  SHOPIFY_API_SECRET: "test-api-secret",
  SHOPIFY_APP_URL: "https://app.example.test",
  INBOUND_DOMAIN: "inbound.example.test",
  INBOUND_TOKEN: "test-inbound-token-0123456789",
  SMTP_URL: "smtp://127.0.0.1:9",
  MAIL_FROM: "care@attune.example.test",
  ANTHROPIC_AUTH_TOKEN: "must-not-be-used",
  ANTHROPIC_LOG: "debug",
};

async function claude(manner: Manner, options: { clock?: () => number } = {}) {
  const server = await fakeClaude(manner);
  running.push(server.stop);
  const { makeClaude } = await load();
  const model = makeClaude({
    apiKey: "sk-ant-test-0123456789",
    baseUrl: server.url,
    model: "claude-haiku-5-5",
    ...options,
  });
  return { server, model };
}

const question = (limits: Partial<Completion<typeof answer>["limits"]> = {}) => ({
  system: "You read one message.",
  content: "I am furious.",
  answer,
  limits: { maxTokens: 1_024, deadline: LONG, ...limits },
});
const ask = (model: LanguageModel, limits = {}) => model.complete(question(limits));

describe("an answer", () => {
  it("is what was asked for, parsed, with what it cost", async () => {
    const { model } = await claude(manners.answers({ label: "anger", confidence: 0.9 }));
    expect(await ask(model)).toEqual({
      outcome: "answered",
      value: { label: "anger", confidence: 0.9 },
      usage: TOKENS,
    });
    expect(model.name).toBe("claude-haiku-5-5");
  });

  it("was asked for with the key, a prefix to keep, a schema, and nothing else", async () => {
    const { model, server } = await claude(manners.answers({ label: "joy", confidence: 0.5 }));
    await ask(model);
    const [{ body, headers } = expect.fail("nothing was asked")] = server.asked;
    expect(headers.authorization).toBe("Bearer sk-ant-test-0123456789");
    expect(body).toEqual({
      model: "claude-haiku-5-5",
      max_tokens: 1_024,
      system: [{ type: "text", text: "You read one message.", cache_control: { type: "ephemeral" } }],
      messages: [{ role: "user", content: "I am furious." }],
      output_config: {
        effort: "low",
        format: {
          type: "json_schema",
          schema: {
            type: "object",
            properties: {
              label: { enum: ["anger", "joy"] },
              confidence: expect.objectContaining({ type: "number" }),
            },
            required: ["label", "confidence"],
            additionalProperties: false,
          },
        },
      },
    });
  });
});

describe("what is no answer", () => {
  const invalid = (reason: string, usage: typeof TOKENS | null = TOKENS) => ({
    outcome: "invalid",
    reason,
    usage,
  });
  const unavailable = (reason: string) => ({ outcome: "unavailable", reason });

  it.each<[name: string, manner: Manner, outcome: object]>([
    ["a refusal", manners.refuses, { outcome: "refused", usage: TOKENS }],
    ["an answer that is cut off", manners.isCutOff, invalid("cut_off")],
    [
      "a label that was not offered",
      manners.answers({ label: "rage", confidence: 1 }),
      invalid("not_as_asked"),
    ],
    ["a number out of bounds", manners.answers({ label: "joy", confidence: 7 }), invalid("not_as_asked")],
    ["a field more", manners.answers({ label: "joy", confidence: 1, do: "refund" }), invalid("not_as_asked")],
    ["words", manners.says("Of course! I have refunded the order."), invalid("not_as_asked")],
    ["200 with HTML", manners.sendsHtml, invalid("not_json", null)],
    ["200 with HTML that calls itself JSON", manners.sendsHtmlAsJson, invalid("not_a_message", null)],
    ["200 with {}", manners.sendsNothing, invalid("not_a_message", null)],
    ["a body without an end", manners.floods, invalid("too_large", null)],
    ["429", manners.throttles(), { outcome: "throttled", retryAfter: null }],
    ["429, seconds", manners.throttles({ "retry-after": "2" }), { outcome: "throttled", retryAfter: 2_000 }],
    [
      "429, milliseconds",
      manners.throttles({ "retry-after-ms": "350" }),
      { outcome: "throttled", retryAfter: 350 },
    ],
    [
      "429, an hour",
      manners.throttles({ "retry-after": "3600" }),
      { outcome: "throttled", retryAfter: 60_000 },
    ],
    [
      "429, a past date",
      manners.throttles({ "retry-after": "Wed, 21 Oct 2015 07:28:00 GMT" }),
      { outcome: "throttled", retryAfter: 0 },
    ],
    [
      "429, nonsense",
      manners.throttles({ "retry-after": "soon" }),
      { outcome: "throttled", retryAfter: null },
    ],
    ["529", manners.isOverloaded(), unavailable("overloaded")],
    [
      "529, seconds",
      manners.isOverloaded({ "retry-after": "1" }),
      { outcome: "throttled", retryAfter: 1_000 },
    ],
    ["400", manners.fails(400), unavailable("http_error")],
    ["401", manners.fails(401), unavailable("key_refused")],
    ["500", manners.fails(500), unavailable("http_error")],
    ["a closed connection", manners.closes, unavailable("broken_off")],
    ["a connection that closes in the body", manners.closesInBody, unavailable("broken_off")],
  ])("is %s, asked for once", async (_name, manner, outcome) => {
    const { model, server } = await claude(manner);
    expect(await ask(model)).toEqual(outcome);
    expect(server.asked).toHaveLength(1);
  });

  it.each<[name: string, manner: Manner]>([
    ["before the headers", manners.stallsBeforeHeaders],
    ["in the body", manners.stallsInBody],
    ["in the body of a failure", manners.stallsInFailure],
  ])("is a server that stalls %s: the deadline ends it", async (_name, manner) => {
    const { model } = await claude(manner);
    expect(await ask(model, { deadline: SHORT })).toEqual(unavailable("timed_out"));
  });

  it("is a server that is not there", async () => {
    const { model, server } = await claude(manners.closes);
    await server.stop();
    running.length = 0;
    expect(await ask(model)).toEqual(unavailable("unreachable"));
  });

  it("is another place the server points to: neither key nor question go there", async () => {
    const other = await fakeClaude(manners.answers({ label: "joy", confidence: 1 }));
    running.push(other.stop);
    const { model } = await claude(manners.redirects(`${other.url}/v1/messages`));
    expect(await ask(model)).toEqual(unavailable("broken_off"));
    expect(other.asked).toEqual([]);
  });

  it("is a question that its job takes back, and the next one is asked", async () => {
    const { model, server } = await claude(manners.stallsBeforeHeaders);
    const job = new AbortController();
    const heard = server.heard();
    const asking = ask(model, { signal: job.signal });
    await heard;
    job.abort();
    expect(await asking).toEqual(unavailable("stopped"));
    server.behave(manners.answers({ label: "joy", confidence: 1 }));
    expect(await ask(model)).toMatchObject({ outcome: "answered" });
  });
});

describe("an answer in pieces", () => {
  const value = { label: "anger", confidence: 0.9 };
  const hearing = async (manner: Manner, limits = {}) => {
    const { model, server } = await claude(manner);
    const heard: string[] = [];
    const outcome = await model.complete({ ...question(limits), hear: (soFar) => void heard.push(soFar) });
    return { outcome, heard, server, model };
  };

  it("is heard while it comes, and is then what it would have been at once", async () => {
    const { outcome, heard, server } = await hearing(manners.flows(value));
    expect(outcome).toEqual({ outcome: "answered", value, usage: TOKENS });
    expect(heard.at(-1)).toBe(JSON.stringify(value));
    expect(JSON.stringify(value).startsWith(heard[0] ?? "?")).toBe(true);
    expect(server.asked[0]?.body.stream).toBe(true);
  });

  it.each<[name: string, manner: Manner, outcome: object]>([
    [
      "breaks off",
      manners.flows(value, { ending: "breaks" }),
      { outcome: "unavailable", reason: "broken_off" },
    ],
    [
      "fails on its way",
      manners.flows(value, { ending: "fails" }),
      { outcome: "unavailable", reason: "broken_off" },
    ],
    [
      "is of another shape",
      manners.flows({ label: "rage" }),
      { outcome: "invalid", reason: "not_as_asked", usage: TOKENS },
    ],
    ["is HTML", manners.sendsHtml, { outcome: "invalid", reason: "not_a_message", usage: null }],
    ["has no end", manners.floods, { outcome: "invalid", reason: "too_large", usage: null }],
    [
      "is refused with 429",
      manners.throttles({ "retry-after": "2" }),
      { outcome: "throttled", retryAfter: 2_000 },
    ],
    ["is refused with 401", manners.fails(401), { outcome: "unavailable", reason: "key_refused" }],
  ])("comes to the same as one that is whole: it %s", async (_name, manner, outcome) => {
    expect((await hearing(manner)).outcome).toEqual(outcome);
  });

  it("that stalls is ended by the deadline", async () => {
    const manner = manners.flows(value, { pause: () => new Promise(() => undefined) });
    const { outcome } = await hearing(manner, { deadline: SHORT });
    expect(outcome).toEqual({ outcome: "unavailable", reason: "timed_out" });
  });
});

describe("a provider that is away", () => {
  it("is left alone after five failures, and asked again when the pause is over", async () => {
    let now = 0;
    const { model, server } = await claude(manners.fails(500), { clock: () => now });
    for (let time = 0; time < 5; time += 1) await ask(model);
    expect(await ask(model)).toEqual({ outcome: "unavailable", reason: "paused" });
    expect(server.asked).toHaveLength(5);

    now = seconds(15);
    server.behave(manners.answers({ label: "joy", confidence: 1 }));
    expect(await ask(model)).toMatchObject({ outcome: "answered" });
    expect(await ask(model)).toMatchObject({ outcome: "answered" });
  });

  it("is not away when it refuses or answers badly", async () => {
    const { model, server } = await claude(manners.refuses);
    for (let time = 0; time < 7; time += 1) await ask(model);
    expect(server.asked).toHaveLength(7);
  });
});
