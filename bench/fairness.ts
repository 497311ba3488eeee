import { startBenchDatabase, type BenchShop } from "./bench-shop.ts";
import { claim } from "./claim.ts";
import { chooseQueue, mirrorTimes, offerAll, printTimes, startApp, untilNone, waitingOf } from "./flow.ts";
import { offer } from "./offer.ts";
import { realOrders } from "./real-orders.ts";

const BACKLOG = Number(process.env["BENCH_BACKLOG"] ?? 20_000);
const PER_SECOND = 5;
/** The quiet shop sends in pieces of this many, until the other's backlog is used up. */
const PIECE = 5;

/**
 * One shop has 20,000 deliveries waiting when the worker starts; another shop's webhooks come at 5 a second meanwhile: how long
 * from accepted to mirrored? One web and one worker process. Only what came while the backlog lasted counts.
 */
export async function bench(): Promise<void> {
  const queue = await chooseQueue();
  const database = await startBenchDatabase();
  const app = await startApp(database, queue);
  try {
    const loud = await database.makeShop("loud");
    const quiet = await database.makeShop("quiet");
    await offerAll(app.web, { total: BACKLOG, next: realOrders(loud.domain) });
    const began = performance.now();
    app.startWorker();
    // The worker's start is not what is measured: it has begun when the first delivery is done.
    await untilNone(async () => Math.max(0, (await waitingOf(database, loud.id)) - BACKLOG + 1));
    console.log(`${await waitingOf(database, loud.id)} of one shop wait; queue on ${queue.name}`);
    const sent = await meanwhile(app.web, { quiet, left: () => waitingOf(database, loud.id) });
    await untilNone(() => waitingOf(database, quiet.id));
    await untilNone(() => waitingOf(database, loud.id));
    const rate = BACKLOG / ((performance.now() - began) / 1_000);
    printTimes(
      `the other shop, ${PER_SECOND}/s, ${sent} sent meanwhile`,
      await mirrorTimes(database, quiet.id),
    );
    console.log(`the backlog went at ${rate.toFixed(0)} a second`);
    claim("p99 of the other shop, ms", (await mirrorTimes(database, quiet.id)).p99, { atMost: 500 });
  } finally {
    await app.stop();
    await database.stop();
    await queue.stop();
  }
}

async function meanwhile(
  web: Parameters<typeof offer>[0],
  { quiet, left }: { quiet: BenchShop; left: () => Promise<number> },
): Promise<number> {
  const next = realOrders(quiet.domain);
  let sent = 0;
  while ((await left()) > BACKLOG / 100) {
    const already = sent;
    const answers = await offer(web, {
      perSecond: PER_SECOND,
      total: PIECE,
      next: (at) => next(already + at),
    });
    const refused = answers.filter(({ status }) => status !== 200).length;
    if (refused > 0) throw new Error(`${refused} were refused`);
    sent += PIECE;
  }
  return sent;
}
