import { makeInTime } from "#app/ingest/in-time.server.ts";
import { forgetWebhookShop, knownWebhookShop } from "#app/ingest/known-webhook-shop.server.ts";
import { makeLine } from "#app/ingest/make-line.ts";
import type { WebhookHeaders } from "#app/ingest/read-webhook-headers.ts";
import {
  recordDeliveries,
  type ProvenDelivery,
  type RowOutcome,
} from "#app/ingest/record-deliveries.server.ts";
import { milliseconds, seconds } from "#app/lib/duration.ts";
import { logger } from "#app/lib/logger.server.ts";
import { activeTrace } from "#app/lib/trace.server.ts";
import { doorPool } from "#app/system-db.server.ts";

/** `unavailable`: not known to be durable, so to be sent again. */
export type Recorded = { outcome: Exclude<RowOutcome, "not-the-shop"> };

type Waiting = ProvenDelivery & { bytes: number; settle: (outcome: RowOutcome) => void };

const ROWS = 64;
const line = makeLine<Waiting>({ rows: ROWS, bytes: 1024 * 1024 });
/** Statements at once, when so many deliveries come, or when they take long. */
const STATEMENTS = 4;
/** What comes while a statement is under way gathers for the next, but not longer than this. */
const GATHER_FOR = milliseconds(20);
/** So many need not wait for it: this process seals their bodies while the database writes the others'. */
const ENOUGH = 32;
let running = 0;
/** Of the statements under way, those that began so recently that it is worth waiting for them. */
let recent = 0;

/** Leaves a busy process time to answer within two seconds. What commits later is a duplicate when it comes again. */
const inTime = makeInTime<Recorded["outcome"]>({
  within: seconds(1.4),
  instead: "unavailable",
  tell: (deliveries) => logger.error({ deliveries }, "webhooks were not made durable in time"),
});
/** More than the database takes in that time. */
const MOST_WAITING = 5_000;

/** Whether so many deliveries wait for the database that another one would wait in vain. */
export function recordingIsFull(): boolean {
  return inTime.waiting() >= MOST_WAITING;
}

/** Keeps one proven delivery, sealed, and the intent to handle it, in one statement with those that wait beside it. */
export async function recordDelivery(headers: WebhookHeaders, body: Buffer): Promise<Recorded> {
  const waiting: Waiting = {
    shop: null,
    headers,
    body,
    trace: activeTrace(),
    bytes: body.length,
    settle: () => {},
  };
  try {
    return { outcome: await inTime.wait(record(waiting), () => line.leave(waiting)) };
  } catch (err) {
    logger.error({ err }, "a webhook could not be made durable");
    return { outcome: "unavailable" };
  }
}

async function record(waiting: Waiting): Promise<Recorded["outcome"]> {
  const { shopDomain } = waiting.headers;
  waiting.shop = shopDomain === "" ? null : await knownWebhookShop(shopDomain);
  const first = await gather(waiting);
  if (first !== "not-the-shop") return first;
  // The shop was redacted and perhaps installed again since this process read it.
  forgetWebhookShop(shopDomain);
  waiting.shop = await knownWebhookShop(shopDomain);
  const second = await gather(waiting);
  return second === "not-the-shop" ? "unavailable" : second;
}

function gather(waiting: Waiting): Promise<RowOutcome> {
  return new Promise((resolve) => {
    waiting.settle = resolve;
    line.join(waiting);
    go();
  });
}

/** A delivery that finds no statement under way goes at once. The others go together: when it ends, or when they are enough. */
function go(): void {
  while (line.length() > 0 && running < STATEMENTS && (recent === 0 || line.length() >= ENOUGH))
    void write(line.next());
}

async function write(batch: Waiting[]): Promise<void> {
  running += 1;
  const stopWaitingForIt = countAsRecent();
  const outcomes = await recordDeliveries(batch);
  running -= 1;
  stopWaitingForIt(); // first the next statement, then our answers
  for (const [at, waiting] of batch.entries()) waiting.settle(outcomes[at] ?? "unavailable");
  if (outcomes.includes("recorded")) tellRelay();
}

function countAsRecent(): () => void {
  recent += 1;
  let timer: NodeJS.Timeout | undefined;
  const stop = () => {
    if (timer) recent -= 1;
    clearTimeout(timer);
    timer = undefined;
    go();
  };
  timer = setTimeout(stop, GATHER_FOR);
  return stop;
}

let telling = false;

/**
 * The relay polls each second; this only saves the wait. Not part of the insert: PostgreSQL lets one notifying transaction
 * commit at a time, which would put all deliveries in one line. There is nothing in it to make durable.
 */
function tellRelay(): void {
  if (telling) return;
  telling = true;
  setTimeout(() => {
    telling = false;
    doorPool.query(TELL).catch((err: unknown) => {
      logger.warn({ err }, "the relay was not told");
    });
  }, milliseconds(5)).unref();
}

const TELL = `SELECT set_config('synchronous_commit', 'off', true), pg_notify('attune_jobs', '')`;
