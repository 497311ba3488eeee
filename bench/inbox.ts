import { loadavg } from "node:os";
import type { InboxCase } from "#tests/factories/inbox-cases.ts";
import type { Place } from "#tests/factories/read-cases.ts";
import { withOwnDatabase } from "./own-database.ts";

const LIMITS = { p95Ms: 60, growth: 1.5 };
const ROUNDS = Number(process.env["BENCH_ROUNDS"] ?? 40);
/** Orders of the shop, a fifth as many conversations: at most so many, and a hundredth of it first. */
const MOST = Number(process.env["BENCH_ORDERS"] ?? 1_000_000);
const SIZES = [MOST / 100, MOST];
const NEIGHBOURS = Number(process.env["BENCH_NEIGHBOURS"] ?? 5_000);
const ONLY = process.env["BENCH_ONLY"] ?? "";

type Line = { name: string; took: number[] };

/**
 * Everything the inbox's loader reads, from the address to what is sent to the browser, as it is asked for: every view, filters and
 * sortings by chance, searches and deep pages, one after the other, in a shop of 10,000 and of 1,000,000 orders (2,000 and 200,000
 * conversations) with 5,000 other shops beside it. Milliseconds as the process sees them: queries, unsealing and all.
 */
export async function bench(): Promise<void> {
  await withOwnDatabase(async () => {
    const { makeShop } = await import("#tests/factories/shop.ts");
    const { growShop } = await import("#tests/factories/grown-shop.ts");
    const { addNeighbours, growRest, settleTables } = await import("#tests/factories/grown-rest.ts");
    const { growIssues } = await import("#tests/factories/grown-issues.ts");
    const { forShop, prisma, tenantPool } = await import("#app/db.server.ts");
    const { systemPool } = await import("#app/system-db.server.ts");
    const now = new Date();
    const { shop, keys } = await makeShop();
    const measured: Line[][] = [];
    try {
      await addNeighbours(systemPool, { shops: NEIGHBOURS, now });
      let from = 0;
      for (const to of SIZES) {
        const started = performance.now();
        await Promise.all([
          growShop(systemPool, { keys, from, to, now }),
          growRest(systemPool, { shopId: shop.id, from, to, now }),
          growIssues(systemPool, { keys, from, to, now }),
        ]);
        await settleTables(systemPool);
        from = to;
        console.log(`${to} orders, seeded in ${Math.round((performance.now() - started) / 1_000)} s`);
        measured.push(await measureInbox({ inShop: forShop(shop.id), keys, now, orders: to }));
      }
      report(measured);
    } finally {
      await prisma.$disconnect();
      await Promise.all([tenantPool, systemPool].filter((pool) => !pool.ended).map((pool) => pool.end()));
    }
  });
}

/** Each address so many times, each time with other values. What comes first warms what a running process has warm. */
export async function measureInbox(place: Place): Promise<Line[]> {
  const { inboxCases } = await import("#tests/factories/inbox-cases.ts");
  const { chances } = await import("#tests/factories/grown-words.ts");
  const cases = inboxCases.filter(({ name }) => name.includes(ONLY));
  const chance = chances(42);
  for (const one of cases) await ask(one, place, chance);
  const lines: Line[] = [];
  for (const one of cases) {
    const took: number[] = [];
    for (let round = 0; round < ROUNDS; round += 1) took.push(await ask(one, place, chance));
    lines.push({ name: one.name, took });
  }
  return lines;
}

async function ask(one: InboxCase, place: Place, chance: () => number): Promise<number> {
  const { readAddress } = await import("#app/desk/inbox/read-address.ts");
  const { showInbox } = await import("#app/desk/inbox/show-inbox.server.ts");
  const { grownStaffId } = await import("#tests/factories/grown-desk.ts");
  const { inShop, keys, now } = place;
  const query = one.ask(place, chance);
  const me = grownStaffId(3);
  const started = performance.now();
  await showInbox(
    { inShop, keys, now: () => now },
    { address: readAddress(new URLSearchParams(query), me), me },
  );
  return performance.now() - started;
}

const atShare = (took: readonly number[], share: number): number =>
  took.toSorted((one, other) => one - other)[Math.ceil(share * took.length) - 1] ?? Number.NaN;

export function report(measured: readonly (readonly Line[])[]): void {
  const shown = (took: readonly number[]) =>
    [0.5, 0.95, 1].map((share) => atShare(took, share).toFixed(1)).join(" / ");
  console.log(`\nMilliseconds of ${ROUNDS} calls each; p50 / p95 / max, by orders in the shop.\n`);
  console.log(`| the inbox's loader | ${SIZES.map((size) => `${size / 1_000}k`).join(" | ")} |`);
  console.log(`| --- | ${SIZES.map(() => "---:").join(" | ")} |`);
  for (const [at, { name }] of (measured[0] ?? []).entries())
    console.log(`| ${name} | ${measured.map((lines) => shown(lines[at]?.took ?? [])).join(" | ")} |`);
  const all = measured.map((lines) => lines.flatMap(({ took }) => took));
  console.log(`| **all of them** | ${all.map(shown).join(" | ")} |`);
  const [small = Number.NaN, large = Number.NaN] = all.map((took) => atShare(took, 0.95));
  const growth = large / small;
  const passed = large <= LIMITS.p95Ms && growth <= LIMITS.growth;
  if (!passed) process.exitCode = 1;
  console.log(
    `\np95 ${large.toFixed(1)} ms (limit ${LIMITS.p95Ms}), ${growth.toFixed(2)} × that of a hundredth of the size (limit ${LIMITS.growth}): ${passed ? "PASS" : "FAIL"}. Load of the machine: ${loadavg()[0]?.toFixed(1)}.`,
  );
}
