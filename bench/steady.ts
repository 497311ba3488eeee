import { startBenchDatabase } from "./bench-shop.ts";
import { claim } from "./claim.ts";
import { chooseQueue, mirrorTimes, printTimes, startApp, untilNone, waitingOf } from "./flow.ts";
import { offer } from "./offer.ts";
import { realOrders } from "./real-orders.ts";
import { printSpace } from "./space.ts";

const SECONDS = Number(process.env["BENCH_SECONDS"] ?? 30);
const PER_SECOND = 200;

/** Webhook accepted → order in the mirror, at a steady 200 a second of one shop: one web and one worker process. */
export async function bench(): Promise<void> {
  const queue = await chooseQueue();
  const database = await startBenchDatabase();
  const app = await startApp(database, queue);
  try {
    console.log(
      `${PER_SECOND} webhooks of 10.7 kB a second for ${SECONDS} s, each an order of its own; queue on ${queue.name}`,
    );
    app.startWorker();
    const warm = await database.makeShop("warm");
    const warmOrder = realOrders(warm.domain);
    await offer(app.web, { perSecond: PER_SECOND, total: PER_SECOND, next: warmOrder });
    await untilNone(() => waitingOf(database, warm.id));
    const shop = await database.makeShop("steady");
    const answers = await offer(app.web, {
      perSecond: PER_SECOND,
      total: PER_SECOND * SECONDS,
      next: realOrders(shop.domain),
    });
    const refused = answers.filter(({ status }) => status !== 200).length;
    await untilNone(() => waitingOf(database, shop.id));
    const times = await mirrorTimes(database, shop.id);
    printTimes("accepted → mirrored", times);
    await printSpace(database.sql, { tables: ["webhook_deliveries"], per: "webhook_deliveries" });
    await printSpace(database.sql, { tables: ["jobs"], per: "jobs" });
    claim("answers other than 200", refused, { atMost: 0 });
    claim("p95, ms", times.p95, { atMost: 1_000 });
  } finally {
    await app.stop();
    await database.stop();
    await queue.stop();
  }
}
