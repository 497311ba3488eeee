// Anthropic's Messages API on this machine. Answers have the shape that platform.claude.com/docs/en/api/messages gives them
// (handwritten, November 2026); each way of not answering is one that a provider or a proxy before it has.
import { createServer, type IncomingHttpHeaders, type ServerResponse } from "node:http";
import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { z } from "zod";

const usage = {
  input_tokens: 212,
  cache_creation_input_tokens: 0,
  cache_read_input_tokens: 1_100,
  output_tokens: 41,
};
export const TOKENS = { tokensIn: 1_312, tokensOut: 41, tokensCached: 1_100, tokensWritten: 0 };

type Json = Record<string, unknown>;

const message = (given: Json): Json => ({
  id: "msg_013Zva2CMHLNnXjNJJKqJ2EF",
  type: "message",
  role: "assistant",
  model: "claude-haiku-5-5",
  content: [],
  stop_reason: "end_turn",
  stop_sequence: null,
  stop_details: null,
  usage,
  ...given,
});
const text = (value: string) => ({ type: "text", text: value, citations: null });
const failure = (type: string, words: string): Json => ({
  type: "error",
  error: { type, message: words },
  request_id: "req_011CSHoEeqs5C35K2UUqR7Fy",
});

/** How the server answers one question, which some look at first. */
export type Manner = (response: ServerResponse, asked: AskedClaude) => void;

const json =
  (status: number, body: unknown, headers: Record<string, string> = {}): Manner =>
  (response) => {
    response.writeHead(status, {
      "content-type": "application/json",
      "request-id": "req_011CSHoEeqs5C35K2UUqR7Fy",
      ...headers,
    });
    response.end(JSON.stringify(body));
  };

const event = (type: string, given: Json): string =>
  `event: ${type}\ndata: ${JSON.stringify({ type, ...given })}\n\n`;
const said = (words: string) =>
  event("content_block_delta", { index: 0, delta: { type: "text_delta", text: words } });

/** An answer in pieces, each of which waits until it is let go. */
function flows(pieces: string[], ending: "ends" | "breaks" | "fails", pause: () => Promise<void>): Manner {
  return (response) => {
    response.writeHead(200, { "content-type": "text/event-stream" });
    response.write(event("message_start", { message: message({ stop_reason: null }) }));
    response.write(event("content_block_start", { index: 0, content_block: text("") }));
    const go = async () => {
      for (const piece of pieces) {
        response.write(said(piece));
        await pause();
      }
      if (ending === "breaks") return void response.socket?.destroy();
      if (ending === "fails")
        return void response.end(
          event("error", { error: { type: "overloaded_error", message: "Overloaded" } }),
        );
      response.write(event("content_block_stop", { index: 0 }));
      const delta = { stop_reason: "end_turn", stop_sequence: null };
      response.write(event("message_delta", { delta, usage: { output_tokens: usage.output_tokens } }));
      response.end(event("message_stop", {}));
    };
    void go();
  };
}

const thought = { type: "thinking", thinking: "", signature: "EuYBCkQYAiJA" };

export const manners = {
  /** What was asked for, as a model that thinks first gives it. */
  answers: (value: unknown): Manner =>
    json(200, message({ content: [thought, text(JSON.stringify(value))] })),
  /** The same in pieces of some letters. `ending`: the connection breaks, or the provider fails, before the end. */
  flows: (
    value: unknown,
    given: { ending?: "ends" | "breaks" | "fails"; pause?: () => Promise<void> } = {},
  ): Manner =>
    flows(
      JSON.stringify(value).match(/[^]{1,40}/gu) ?? [],
      given.ending ?? "ends",
      given.pause ?? (() => Promise.resolve()),
    ),
  says: (words: string): Manner => json(200, message({ content: [text(words)] })),
  refuses: json(200, message({ stop_reason: "refusal", stop_details: { type: "refusal", category: null } })),
  isCutOff: json(200, message({ stop_reason: "max_tokens", content: [text('{"label":"ang')] })),
  sendsHtml: ((response) => {
    response.writeHead(200, { "content-type": "text/html" });
    response.end("<!doctype html><title>Maintenance</title>");
  }) satisfies Manner,
  sendsHtmlAsJson: ((response) => {
    response.writeHead(200, { "content-type": "application/json" });
    response.end("<!doctype html><title>Maintenance</title>");
  }) satisfies Manner,
  sendsNothing: json(200, {}),
  throttles: (headers: Record<string, string> = {}): Manner =>
    json(429, failure("rate_limit_error", "This request would exceed your rate limit."), headers),
  isOverloaded: (headers: Record<string, string> = {}): Manner =>
    json(529, failure("overloaded_error", "Overloaded"), headers),
  fails: (status: number): Manner =>
    json(status, failure("api_error", "The words: I am furious, eva@shopper.example")),
  stallsBeforeHeaders: (() => undefined) satisfies Manner,
  stallsInBody: ((response) => {
    response.writeHead(200, { "content-type": "application/json" });
    response.write('{"id":"msg_013Zva2CMHLNnXjNJJKqJ2EF",');
  }) satisfies Manner,
  stallsInFailure: ((response) => {
    response.writeHead(500, { "content-type": "application/json" });
    response.write('{"type":"error",');
  }) satisfies Manner,
  closes: ((response) => void response.socket?.destroy()) satisfies Manner,
  closesInBody: ((response) => {
    response.writeHead(200, { "content-type": "application/json", "content-length": "500" });
    response.write('{"id":', () => response.socket?.destroy());
  }) satisfies Manner,
  floods: ((response) => {
    response.writeHead(200, { "content-type": "application/json" });
    const more = () => {
      while (!response.destroyed && response.write(" ".repeat(64 * 1024)));
    };
    response.on("drain", more);
    more();
  }) satisfies Manner,
  redirects: (to: string): Manner =>
    ((response) => {
      response.writeHead(307, { location: to });
      response.end();
    }) satisfies Manner,
};

const askedSchema = z.object({
  model: z.string(),
  max_tokens: z.number(),
  system: z.array(z.object({ text: z.string(), cache_control: z.unknown() }).loose()),
  messages: z.array(z.object({ role: z.string(), content: z.string() })),
  output_config: z.unknown(),
  stream: z.boolean().optional(),
});
export type AskedClaude = { body: z.infer<typeof askedSchema>; raw: string; headers: IncomingHttpHeaders };

/** A server that answers each question in its manner; `asked` is everything it was told. */
export async function fakeClaude(given: Manner) {
  const asked: AskedClaude[] = [];
  const waiting: (() => void)[] = [];
  let manner = given;
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      const raw = Buffer.concat(chunks).toString("utf8");
      const question = { body: askedSchema.parse(JSON.parse(raw)), raw, headers: request.headers };
      asked.push(question);
      for (const tell of waiting.splice(0)) tell();
      manner(response, question);
    });
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    asked,
    behave: (next: Manner) => {
      manner = next;
    },
    /** When the next question has arrived. */
    heard: () => new Promise<void>((resolve) => waiting.push(resolve)),
    stop: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
}
