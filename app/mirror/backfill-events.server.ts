import type { Run } from "#app/job.ts";
import { partsAnswer } from "#app/mirror/admin-answers.ts";
import { isSettled, stockOf } from "#app/mirror/admin-rows.ts";
import { withTotal, type Cursor } from "#app/mirror/backfill-cursor.ts";
import { notePace } from "#app/mirror/backfill-pace.ts";
import type { StageEnd } from "#app/mirror/backfill-shop-record.server.ts";
import { startSlice } from "#app/mirror/backfill-slice.ts";
import { advance } from "#app/mirror/backfill-state.server.ts";
import { placeParcels, type LeftFrom } from "#app/mirror/place-parcels.server.ts";
import { READ_PARTS } from "#app/mirror/operations/bulk-queries.ts";
import { ask } from "#app/mirror/ask.server.ts";
import { allEvents } from "#app/mirror/read-carrier-events.server.ts";
import type { EventRow } from "#app/mirror/rows.ts";
import { settleRefunds } from "#app/mirror/settle-refunds.server.ts";
import { writeRows } from "#app/mirror/write-rows.server.ts";
import type { Ports } from "#app/ports.ts";
import type { ShopKeys } from "#app/shop/seal.ts";

/** About 30 points each, under Shopify's limit of 1,000 for one query. */
const BATCH = 20;

type Found = { events: EventRow[]; settled: string[]; left: LeftFrom[] };

/**
 * Last stage: the carriers' events, where parcels left from and whether refunds were paid out, which a bulk query cannot carry. A few at a time, in
 * the order of their ids, so that a crash repeats one batch.
 */
export async function backfillEvents(
  ports: Ports,
  run: Run,
  { cursor, keys }: { cursor: Cursor; keys: ShopKeys },
): Promise<StageEnd> {
  let current = cursor.totals.events === undefined ? await count(run, cursor) : cursor;
  const giveWay = startSlice(ports.now, run);
  for (;;) {
    giveWay();
    const ids = await nextIds(run, current);
    if (ids.length === 0) {
      if (current.after.kind === "refunds") return { outcome: "next", cursor: current };
      current = { ...current, after: { kind: "refunds", id: "" } };
      continue;
    }
    const found = await readParts(ports, run, { kind: current.after.kind, ids });
    if (found.outcome !== "found") return { ...found, cursor: current };
    current = await store(run, keys, { from: current, ids, found, now: ports.now() });
  }
}

/** How many parcels and refunds there are to ask about. */
async function count(run: Run, from: Cursor): Promise<Cursor> {
  return run.inShopSql(async (sql) => {
    const [row] = await sql<{ count: number }>(
      `SELECT ((SELECT count(*) FROM fulfillments WHERE shop_id = $1)
             + (SELECT count(*) FROM refunds WHERE shop_id = $1 AND NOT settled))::int AS count`,
      [run.shopId],
    );
    return advance(sql, run.shopId, { from, to: withTotal(from, row?.count ?? 0) });
  });
}

async function nextIds(run: Run, { after }: Cursor): Promise<string[]> {
  const where = { shopId: run.shopId, id: { gt: after.id } };
  const rows = await run.inShop((tx) =>
    after.kind === "fulfillments"
      ? tx.fulfillment.findMany({ where, orderBy: { id: "asc" }, take: BATCH, select: { id: true } })
      : tx.refund.findMany({
          where: { ...where, settled: false },
          orderBy: { id: "asc" },
          take: BATCH,
          select: { id: true },
        }),
  );
  return rows.map(({ id }) => id);
}

type Asked = { kind: Cursor["after"]["kind"]; ids: string[] };

async function readParts(
  ports: Ports,
  run: Run,
  { kind, ids }: Asked,
): Promise<({ outcome: "found" } & Found) | Exclude<StageEnd, { outcome: "next" }>> {
  const type = kind === "fulfillments" ? "Fulfillment" : "Refund";
  const answer = await ask(ports, {
    shopId: run.shopId,
    document: READ_PARTS,
    variables: { ids: ids.map((id) => `gid://shopify/${type}/${id}`) },
    data: partsAnswer,
    purpose: "background",
  });
  if (answer.outcome === "uninstalled") return answer;
  if (answer.outcome === "refused")
    return { outcome: "failed", error: answer.errors[0]?.message ?? "Shopify refused" };
  const found: Found = { events: [], settled: [], left: [] };
  for (const node of answer.data.nodes) {
    if (!node) continue;
    if (isSettled(node.transactions?.nodes ?? [])) found.settled.push(node.id.replace(/^.*\//, ""));
    const location = stockOf(node.fulfillmentOrders);
    if (location) found.left.push({ fulfillmentId: node.id.replace(/^.*\//, ""), location });
    found.events.push(...(await allEvents(ports, run.shopId, node)).events);
  }
  return { outcome: "found", ...found };
}

async function store(
  run: Run,
  keys: ShopKeys,
  step: { from: Cursor; ids: string[]; found: Found; now: Date },
): Promise<Cursor> {
  const { from, ids, found, now } = step;
  return run.inShopSql(async (sql) => {
    const after = { kind: from.after.kind, id: ids.at(-1) ?? from.after.id };
    const pace = notePace(from.pace, { done: from.stageDone + ids.length, now });
    const next = await advance(sql, run.shopId, {
      from,
      to: { cursor: { ...from, after, pace }, done: ids.length },
    });
    await writeRows(sql, keys, { events: found.events, announce: "known" });
    await placeParcels(sql, run.shopId, found.left);
    await settleRefunds(sql, run.shopId, found.settled);
    return next;
  });
}
