import { logger } from "#app/lib/logger.server.ts";

/**
 * Answers with server-sent events that `work` tells, one JSON object each, and ends when it has ended. Who leaves early misses the rest and
 * stops nothing. What throws is logged, and the stream ends without a last word.
 */
export function eventStream<E>(work: (tell: (event: E) => void) => Promise<void>): Response {
  const encoder = new TextEncoder();
  let open = true;
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      const tell = (event: E) => {
        if (open) controller.enqueue(encoder.encode(`data: ${JSON.stringify(event)}\n\n`));
      };
      const run = async () => {
        try {
          await work(tell);
        } catch (error) {
          logger.error({ err: error }, "what a screen was listening to has failed");
        }
        if (open) controller.close();
        open = false;
      };
      void run();
    },
    cancel() {
      open = false;
    },
  });
  // Packed, events would wait for each other.
  const headers = { "Content-Type": "text/event-stream", "Cache-Control": "no-store, no-transform" };
  return new Response(body, { headers });
}
