import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { z } from "zod";
import type { MailboxMessage, WebhookKnobs } from "#devstore/context.ts";
import type { Order } from "#devstore/state/model.ts";
import { connectShop, startShopify } from "#tests/factories/connected-shop.ts";
import type { Worked } from "#tests/factories/simulated-time.ts";
import { backfill, control } from "#tests/factories/reconciled-shop.ts";

const at = z.iso.datetime();
const labelSchema = z.object({
  kind: z.string(),
  from: at,
  until: at.nullable(),
  asked: z.boolean(),
});
const historySchema = z.object({
  next: at.nullable(),
  items: z.array(
    z.object({
      key: z.string(),
      orderId: z.string().nullable(),
      story: z.string(),
      planted: z.string().nullable(),
      words: z.array(z.object({ at })),
      labels: z.array(labelSchema),
    }),
  ),
});
export type PlantedLabel = z.infer<typeof labelSchema>;
/** An order of the history, and what is true of it. */
export type LivedOrder = z.infer<typeof historySchema>["items"][number];

type Given = { start: Date; orders: number; days: number; seed: number; worked?: Worked };

/**
 * A dev store without a past whose shop begins to live through a planned history, with the app installed: its webhooks come through
 * the app's own door, and what the app sends lies in the dev store's mailbox. Both live in the same time, which the test drives.
 * Call before anything of the app is imported.
 */
export async function livingShop({ start, worked, ...history }: Given) {
  const began = Date.now();
  // Replaced once the app may be imported: it reads its environment then.
  let open: ((request: IncomingMessage, response: ServerResponse) => boolean) | null = null;
  const web = createServer((request, response) => {
    if (open?.(request, response) !== true) response.writeHead(404).end();
  });
  web.listen(0, "127.0.0.1");
  await once(web, "listening");
  const address = web.address();
  if (address === null || typeof address === "string") throw new Error("No port");
  const store = await startShopify(`http://127.0.0.1:${address.port}`, {
    now: () => new Date(start.getTime() + Date.now() - began),
  });
  await control(store, "/history", { body: { ...history, empty: true } });
  await control(store, "/graphql/plan", { method: "PUT", body: { pointsPerSecond: 10_000 } });

  const { simulatedTime } = await import("#tests/factories/simulated-time.ts");
  const { openDoor } = await import("#app/doors.server.ts");
  const { makeSmtpMail } = await import("#app/adapters/smtp-mail.server.ts");
  const { makeShopAdmin } = await import("#app/adapters/shop-admin.server.ts");
  const { readBulkResult } = await import("#app/adapters/read-bulk-result.server.ts");
  const { makeParseMail } = await import("#app/adapters/parse-mail.server.ts");
  const { systemPrisma } = await import("#app/system-db.server.ts");
  open = openDoor;
  const time = await simulatedTime(
    {
      sendMail: makeSmtpMail({ url: `smtp://127.0.0.1:${store.smtpPort}` }),
      callWebhook: () => Promise.reject(new Error("No shop here names a webhook")),
      shopAdmin: makeShopAdmin(),
      readBulkResult,
      parseMail: makeParseMail(),
      readingModel: null,
      draftingModel: null,
    },
    start,
    worked,
  );
  const connected = await connectShop(store);
  await systemPrisma.job.deleteMany({ where: { shopId: connected.shopId, name: "backfillShop" } });
  await backfill(time.ports, connected);

  /** The shop lives until then: what happens in it arrives at the app, which has not looked at it yet. Answers whether more is to come. */
  async function liveUntil(until: Date): Promise<boolean> {
    const answer = await fetch(`${store.url}/control/history/live`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ until }),
    });
    if (!answer.ok) throw new Error(`living: ${answer.status} ${await answer.text()}`);
    await store.context.webhooks.idle();
    await time.moveTo(until);
    return historySchema.pick({ next: true }).parse(await answer.json()).next !== null;
  }

  return {
    ...connected,
    time,
    liveUntil,
    /** How webhooks arrive from now on: kept back, more than once, in a mixed order. */
    arrive: (knobs: Partial<WebhookKnobs>) => store.context.webhooks.set(knobs),
    /** What was kept back arrives. */
    flush: () => store.context.webhooks.flush(),
    /** Every order that was placed, and what is true of it. */
    lived: async (): Promise<LivedOrder[]> => {
      const answer = await fetch(`${store.url}/control/history`);
      return historySchema.parse(await answer.json()).items.filter(({ orderId }) => orderId !== null);
    },
    orders: (): readonly Order[] => store.context.store.defaultShop().orders,
    /** Oldest first. */
    mailbox: (): MailboxMessage[] => store.context.mail.messages().toReversed(),
    undelivered: () => store.context.webhooks.deliveries().filter(({ status }) => status !== "delivered"),
    stop: async () => {
      await store.close();
      web.closeAllConnections();
      web.close();
    },
  };
}
