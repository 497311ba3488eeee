// Brings the dev store's webhooks to the app as the world does: late, twice, in another order, some never.
import { randomUUID } from "node:crypto";
import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { minutes, seconds } from "#app/lib/duration.ts";
import type { Random } from "#devstore/seed/random.ts";
import { deliverOnce } from "#devstore/webhooks/deliver-once.ts";

/** One webhook as the dev store signed it. */
export type Webhook = {
  topic: string;
  webhookId: string;
  eventId: string;
  body: string;
  headers: Record<string, string>;
};

/** One answer of the app. `status` 0 is none: refused, reset, or not within Shopify's five seconds. */
export type Answer = { topic: string; webhookId: string; eventId: string; status: number; took: number };

export type Courier = {
  url: string;
  /** Everything the dev store sent, and what of it is never brought. */
  taken: Webhook[];
  withheld: Webhook[];
  answers: Answer[];
  accepted: () => Answer[];
  /** How many of the deliveries were said yes to. */
  count: () => number;
  /** Sends what is still held back for shuffling; resolves when the app has said yes to everything. */
  settle: () => Promise<void>;
  /** Brings, a day late, what was withheld: as it was sent then. */
  bringLate: () => Promise<void>;
  /** From now on nothing is withheld, and nothing waits to be shuffled. */
  hurry: (on: boolean) => void;
  stop: () => Promise<void>;
};

type Given = {
  random: Random;
  /** Resolves when the dev store has sent everything it had to tell. */
  idle: () => Promise<unknown>;
  /** Where the app's web processes listen; asked at every attempt. */
  app: () => string[];
  /** Shares of all webhooks. */
  duplicates: number;
  withheld: number;
  mayWithhold: (topic: string) => boolean;
  /** How many wait to be drawn from at random. */
  window: number;
};

const AT_ONCE = 16;
/** Shopify tries again for hours; an outage here takes seconds. */
const PAUSE = { first: 50, longest: 500 };

export async function startCourier(given: Given): Promise<Courier> {
  const { random } = given;
  const bag: Webhook[] = [];
  const line: Webhook[] = [];
  const courier = { taken: [] as Webhook[], withheld: [] as Webhook[], answers: [] as Answer[] };
  const closing = new AbortController();
  const running = new Set<Promise<void>>();
  let saidYes = 0;
  let hurried = false;

  const bring = async (webhook: Webhook) => {
    for (let attempt = 0; !closing.signal.aborted; attempt += 1) {
      const answer = await attemptOnce(webhook, { url: random.pick(given.app()), signal: closing.signal });
      courier.answers.push(answer);
      if (answer.status === 200) {
        saidYes += 1;
        return;
      }
      const pause = Math.min(PAUSE.first * 2 ** attempt, PAUSE.longest);
      await new Promise((next) => setTimeout(next, pause * (0.5 + random.next())));
    }
  };
  const pump = () => {
    while (running.size < AT_ONCE && !closing.signal.aborted) {
      const next = line.shift();
      if (!next) return;
      const task = bring(next).finally(() => {
        running.delete(task);
        pump();
      });
      running.add(task);
    }
  };
  const draw = (keep: number) => {
    while (bag.length > keep) line.push(...bag.splice(random.integer(0, bag.length - 1), 1));
    pump();
  };
  const take = (webhook: Webhook) => {
    courier.taken.push(webhook);
    const withheld = given.mayWithhold(webhook.topic) && random.next() < given.withheld;
    if (withheld && !hurried) courier.withheld.push(webhook);
    else {
      bag.push(skewed(webhook, random));
      if (random.next() < given.duplicates) bag.push(repeated(webhook, random));
    }
    draw(hurried ? 0 : given.window);
  };
  const settle = async () => {
    await given.idle();
    draw(0);
    while (running.size > 0) await Promise.race(running);
  };

  const server = createServer((request, response) => {
    void readWebhook(request).then((webhook) => {
      response.writeHead(200).end();
      take(webhook);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    ...courier,
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/webhooks`,
    accepted: () => courier.answers.filter(({ status }) => status === 200),
    count: () => saidYes,
    hurry: (on) => {
      hurried = on;
      if (on) draw(0);
    },
    settle,
    bringLate: async () => {
      bag.push(...courier.withheld.splice(0));
      await settle();
    },
    stop: async () => {
      closing.abort();
      await Promise.allSettled(running);
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

async function readWebhook(request: IncomingMessage): Promise<Webhook> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const headers = Object.fromEntries(
    Object.entries(request.headers).filter(
      ([name]) => name.startsWith("x-shopify-") || name === "content-type",
    ),
  ) as Record<string, string>;
  return {
    topic: headers["x-shopify-topic"] ?? "",
    webhookId: headers["x-shopify-webhook-id"] ?? "",
    eventId: headers["x-shopify-event-id"] ?? "",
    body: Buffer.concat(chunks).toString("utf8"),
    headers,
  };
}

/** The sender's clock is up to ten minutes off, either way. The header is not signed and proves nothing. */
function skewed(webhook: Webhook, random: Random): Webhook {
  const at = new Date(Date.now() + minutes(random.integer(-10, 10))).toISOString().replace("Z", "000000Z");
  return { ...webhook, headers: { ...webhook.headers, "x-shopify-triggered-at": at } };
}

/** The same delivery again, or the same event under another delivery's id: Shopify does both. */
function repeated(webhook: Webhook, random: Random): Webhook {
  if (random.next() < 0.5) return skewed(webhook, random);
  const webhookId = randomUUID();
  return skewed(
    { ...webhook, webhookId, headers: { ...webhook.headers, "x-shopify-webhook-id": webhookId } },
    random,
  );
}

async function attemptOnce(
  webhook: Webhook,
  { url, signal }: { url: string; signal: AbortSignal },
): Promise<Answer> {
  const startedAt = performance.now();
  const { topic, webhookId, eventId, body, headers } = webhook;
  const { httpStatus } = await deliverOnce({ url: `${url}/webhooks`, body, headers, signal });
  return { topic, webhookId, eventId, status: httpStatus ?? 0, took: performance.now() - startedAt };
}

/** What Shopify may be answered besides 200: a deliberate "not now" within two seconds. The rest is a fault of ours. */
export function wrongAnswers(answers: Answer[]): string[] {
  return answers.flatMap(({ topic, status, took }) => {
    if (status === 0 && took > seconds(4.9)) return [`${topic}: no answer in time`];
    if (status === 503 && took > seconds(2)) return [`${topic}: 503 after ${Math.round(took)} ms`];
    return [0, 200, 503].includes(status) ? [] : [`${topic}: ${status}`];
  });
}
