import { BARE_TABLE } from "./bare-insert.ts";
import { startBenchDatabase, type BenchDatabase } from "./bench-shop.ts";
import { claim, median } from "./claim.ts";
import { load, type Measured } from "./load.ts";
import { realOrders } from "./real-orders.ts";
import { startServer, type StartedServer } from "./start-process.ts";

const ROUNDS = Number(process.env["BENCH_ROUNDS"] ?? 5);
const SECONDS = Number(process.env["BENCH_SECONDS"] ?? 4);
const CONNECTIONS = 64;
const peers = ["bare", "remix", "remix-memory", "bare-unsealed"] as const;
type Name = "door" | (typeof peers)[number];

/**
 * The webhook door of one web process against two peers: a bare node:http server that checks the HMAC, seals as the door does
 * and does one prepared insert; and a Remix route that calls `authenticate.webhook` and does the same insert. One order of
 * 10.7 kB, 64 connections, a PostgreSQL that really syncs to disk. Each round loads them in turn, so that all meet the same
 * machine, and gives one ratio; the claim is the median ratio. The bare server without sealing, and the route with its sessions
 * in memory, are for reference.
 */
export async function bench(): Promise<void> {
  const database = await startBenchDatabase();
  const servers: Partial<Record<Name, StartedServer>> = {};
  try {
    await database.sql(BARE_TABLE);
    const { domain } = await database.makeShop("bench-store");
    const { body, headers } = realOrders(domain)(1);
    const given = { body, headers, connections: CONNECTIONS };
    console.log(
      `${body.length} bytes, ${CONNECTIONS} connections, ${ROUNDS} rounds of ${SECONDS} s each; CPU is the server process's own`,
    );
    let answered = 0;
    const measure = async (name: Name, seconds: number) => {
      const server = (servers[name] ??= await startServer(name, database.environment));
      const measured = await load(server, { ...given, seconds });
      answered += measured.answered;
      return measured;
    };
    for (const name of ["door", ...peers] as const) await measure(name, 2); // warm
    const rounds: Record<"door" | "bare" | "remix", Measured>[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      rounds.push({
        bare: await measure("bare", SECONDS),
        door: await measure("door", SECONDS),
        remix: await measure("remix", SECONDS),
      });
    }
    report(rounds, {
      "bare-unsealed": await measure("bare-unsealed", SECONDS),
      "remix-memory": await measure("remix-memory", SECONDS),
    });
    await checkNothingWasLost(database, answered);
  } finally {
    for (const server of Object.values(servers)) await server.stop();
    await database.stop();
  }
}

function report(
  rounds: Record<"door" | "bare" | "remix", Measured>[],
  reference: Record<"bare-unsealed" | "remix-memory", Measured>,
): void {
  const line = (name: string, { perSecond, p50, p99, cpuMicros }: Measured) =>
    console.log(
      `${name.padEnd(14)}${perSecond.toFixed(0).padStart(7)}/s ${cpuMicros.toFixed(0).padStart(5)} µs CPU   p50 ${p50} ms   p99 ${p99} ms`,
    );
  for (const round of rounds) for (const name of ["bare", "door", "remix"] as const) line(name, round[name]);
  for (const name of ["bare-unsealed", "remix-memory"] as const) line(name, reference[name]);
  const ratio = (of: (round: (typeof rounds)[number]) => number) => median(rounds.map(of));
  claim(
    "door ÷ bare, requests per second",
    ratio(({ door, bare }) => door.perSecond / bare.perSecond),
    { atLeast: 0.8 },
  );
  claim(
    "door ÷ bare, CPU per request",
    ratio(({ door, bare }) => door.cpuMicros / bare.cpuMicros),
    { atMost: 1.5 },
  );
  claim(
    "door ÷ Remix route, requests per second",
    ratio(({ door, remix }) => door.perSecond / remix.perSecond),
    { atLeast: 6 },
  );
}

/** Every 200 is a row: the load generator's count and the database's must agree. */
async function checkNothingWasLost(database: BenchDatabase, answered: number): Promise<void> {
  const [row] = await database.sql<{ kept: string; without: string }>(
    `SELECT (SELECT count(*) FROM bare_deliveries) + (SELECT count(*) FROM webhook_deliveries) AS kept,
            (SELECT count(*) FROM webhook_deliveries) - (SELECT count(*) FROM jobs) AS without`,
  );
  console.log(`answered 200: ${answered}; rows: ${row?.kept}; deliveries without their job: ${row?.without}`);
  if (Number(row?.kept) < answered || Number(row?.without) !== 0) throw new Error("A delivery was lost");
}
