import type { IncomingMessage, ServerResponse } from "node:http";
import type { DeskEvent } from "#app/desk/live/desk-event.ts";
import { countScreens, hub, isHearing } from "#app/desk/live/live.server.ts";
import { minutes, seconds } from "#app/lib/duration.ts";
import { logger } from "#app/lib/logger.server.ts";
import { liveStreams } from "#app/metrics.server.ts";
import { authenticateStaff } from "#app/shop/authenticate-staff.server.ts";

/** So that nothing between here and the browser takes the stream for dead. */
const BEATS_EVERY = seconds(15);
/** A session token proves somebody for a minute: after some minutes they prove it anew. Not all at once. */
const LASTS = { least: minutes(4), spread: minutes(2) };
/** In bytes. Who lets so much pile up reads no more. */
const MOST_UNREAD = 256 * 1024;

/**
 * `GET /live`: server-sent events for one open screen of a member of staff, as JSON (desk-event.ts). 401: no valid session token; 503:
 * nothing can be told now, the screen polls and asks again later.
 */
export async function liveDoor(request: IncomingMessage, response: ServerResponse): Promise<void> {
  try {
    if (request.method !== "GET") return refuse(response, 405, "method");
    const now = new Date();
    const proven = await authenticateStaff(request.headers.authorization ?? null, now);
    if (proven.outcome === "refused") return refuse(response, 401, "refused");
    if (!(await isHearing())) return refuse(response, 503, "not_hearing");
    open(response, proven.session.shop.id);
  } catch (err) {
    logger.error({ err }, "a stream of news could not be opened");
    if (!response.headersSent) refuse(response, 503, "failed");
  }
}

function refuse(response: ServerResponse, status: number, outcome: string): void {
  liveStreams.inc({ outcome });
  response.writeHead(status, {
    "Cache-Control": "no-store",
    ...(status === 503 ? { "Retry-After": "5" } : {}),
    // App Bridge then asks once more, with a new token.
    ...(status === 401 ? { "X-Shopify-Retry-Invalid-Session-Request": "1" } : {}),
  });
  response.end();
}

function open(response: ServerResponse, shopId: string): void {
  // Who went away while they were being proven will not go away again: nobody would take them out of the hub.
  if (response.destroyed || response.closed) return;
  const say = (text: string) => {
    if (response.writableEnded || response.destroyed) return;
    response.write(text);
    if (response.writableLength <= MOST_UNREAD) return;
    liveStreams.inc({ outcome: "too_slow" });
    response.destroy();
  };
  const hear = (event: DeskEvent) => say(`data: ${JSON.stringify(event)}\n\n`);
  const end = () => {
    hear({ kind: "again" });
    response.end();
  };
  const joined = hub.join(shopId, { hear, end });
  if (joined.outcome === "full") return refuse(response, 503, "full");
  liveStreams.inc({ outcome: "opened" });
  countScreens();
  const beating = setInterval(() => say(": \n\n"), BEATS_EVERY);
  const ending = setTimeout(end, LASTS.least + Math.random() * LASTS.spread);
  response.once("close", () => {
    clearInterval(beating);
    clearTimeout(ending);
    joined.leave();
    countScreens();
  });
  response.writeHead(200, {
    "Content-Type": "text/event-stream",
    "Cache-Control": "no-store, no-transform",
    "X-Accel-Buffering": "no",
    "X-Content-Type-Options": "nosniff",
  });
  hear({ kind: "hello" });
}
