import type { RawMessage } from "#app/adapters/claude-answer.ts";

/** What of a streamed event is looked at. */
type StreamedEvent = {
  type: string;
  message?: { usage: { output_tokens: number } };
  delta?: { type?: string; text?: string; stop_reason?: string | null };
  usage?: { output_tokens: number };
};

/**
 * A message that comes in pieces, as one that came whole: `hear` is told all of its text so far, each time there is more of it. What
 * breaks off throws; what ends without saying how is a message that has not ended.
 */
export async function hearClaude(
  events: AsyncIterable<StreamedEvent>,
  hear: (soFar: string) => void,
): Promise<RawMessage> {
  let text = "";
  let begun: StreamedEvent["message"] = undefined;
  let stopped: string | null = null;
  let written: number | undefined = undefined;
  for await (const { type, message, delta, usage } of events) {
    if (type === "message_start") begun = message;
    if (type === "message_delta") {
      stopped = delta?.stop_reason ?? null;
      written = usage?.output_tokens;
    }
    if (type === "content_block_delta" && delta?.type === "text_delta" && delta.text) {
      text += delta.text;
      hear(text);
    }
  }
  const whole = begun && {
    ...begun,
    content: [{ type: "text", text }],
    stop_reason: stopped,
    usage: { ...begun.usage, output_tokens: written ?? begun.usage.output_tokens },
  };
  return { contentType: "application/json", body: JSON.stringify(whole ?? null) };
}
