import { startDemo, type DemoFile } from "#tests/setup/demo.ts";
import { demoClient, eventually } from "#tests/setup/demo-client.ts";

const GOAL_MS = 2_000;
const MAILS = Number(process.env["BENCH_MAILS"] ?? 40);

/**
 * From a shopper's mail accepted (202) to its draft waiting: the demo as a person starts it, embedded defaults, one mail after
 * the other. The end is read from the database, on the database's clock: receipt and draft are both stamped there or by
 * processes of this machine.
 */
export async function bench(): Promise<void> {
  const demo = await startDemo();
  try {
    const took: number[] = [];
    const writers = await shoppers(demo.file, 2 * MAILS);
    for (let at = 0; at < MAILS; at += 1) took.push(await one(demo.file, writers[at], at));
    report(took);
    await allAtOnce(demo.file, writers);
  } finally {
    await demo.stop();
  }
}

/** How many drafts a second one worker makes when mails do not wait for each other. */
async function allAtOnce(file: DemoFile, writers: Writer[]): Promise<void> {
  const started = performance.now();
  const nth = Array.from({ length: MAILS }, (_, at) => at);
  await Promise.all(nth.map((at) => one(file, writers[MAILS + at], MAILS + at)));
  const seconds = (performance.now() - started) / 1_000;
  console.log(`${MAILS} mails at once: ${(MAILS / seconds).toFixed(1)} drafts a second, the polling beside`);
}

type Writer = { email: string; order: string };

/** An order for each mail, new, so that no other mail asks about it: the second one would join the first one's conversation. */
async function shoppers(file: DemoFile, count: number): Promise<Writer[]> {
  const { api, control } = demoClient(file);
  const { items } = (await control("GET", "orders")) as { items: { customer: { email: string } | null }[] };
  const emails = [...new Set(items.flatMap(({ customer }) => customer?.email || []))];
  const writers: Writer[] = [];
  for (let at = 0; at < count; at += 1) {
    const email = emails[at % emails.length] ?? "";
    const { id, name } = (await control("POST", "orders", { customer: email })) as {
      id: string;
      name: string;
    };
    writers.push({ email, order: name });
    if (at === count - 1) await eventually(async () => (await api(`orders/${id}`)).ok);
  }
  return writers;
}

/** Sends one mail and waits until its draft is in the API's answer. Returns milliseconds since the 202. */
async function one(file: DemoFile, writer: Writer | undefined, at: number): Promise<number> {
  if (!writer) throw new Error("the store has no shopper");
  const client = demoClient(file);
  const subject = `Bench ${at} ${Date.now()}`;
  const accepted = await client.mail(
    `From: <${writer.email}>\nTo: ${file.inboundAddress}\nSubject: ${subject}\nMessage-ID: <${crypto.randomUUID()}@bench.example>\n\nHello, where is my order ${writer.order}? It should have been here last week.\n`,
  );
  const started = performance.now();
  if (accepted.status !== 202) throw new Error(`mail ${at} was answered ${accepted.status}`);
  const token = await client.token();
  const get = async (path: string) =>
    (
      await fetch(`${file.appUrl}/api/${path}`, { headers: { authorization: `Bearer ${token}` } })
    ).json() as Promise<{
      items?: { id: string; subject: string }[];
      draft?: { id: string } | null;
    }>;
  for (;;) {
    const found = (await get("conversations?limit=50")).items?.find((item) => item.subject === subject);
    if (found && (await get(`conversations/${found.id}`)).draft) return performance.now() - started;
    if (performance.now() - started > 60_000) throw new Error(`mail ${at} had no draft after a minute`);
    await new Promise((next) => setTimeout(next, 25));
  }
}

function report(took: number[]): void {
  const sorted = took.toSorted((a, b) => a - b);
  const at = (share: number) =>
    sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN;
  const p95 = at(0.95);
  console.log(`${sorted.length} mails, one after the other; polled every 25 ms`);
  console.log(`p50 ${at(0.5).toFixed(0)} ms   p95 ${p95.toFixed(0)} ms   max ${at(1).toFixed(0)} ms`);
  console.log(
    `${p95 <= GOAL_MS ? "PASS" : "FAIL"}: p95 is ${(p95 / GOAL_MS).toFixed(2)} of the ${GOAL_MS} ms goal`,
  );
}
