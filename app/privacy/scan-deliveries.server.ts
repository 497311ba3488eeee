import { logger } from "#app/lib/logger.server.ts";
import type { Tx } from "#app/db.server.ts";
import type { Run } from "#app/job.ts";
import { mentions, type Person } from "#app/privacy/person.ts";
import { openBytes, UnknownSeal, type ShopKeys } from "#app/shop/seal.ts";

const BATCH = 100;
/** Bodies may have 5 MB each: a batch holds at least one and otherwise not more than this. */
const BATCH_BYTES = 8_000_000;

export type RawDelivery = { id: string; topic: string; state: string; receivedAt: Date; body: string };

/** Where a scan stands: webhooks are gone through in the order they came. */
type Place = { at: Date; id: string };

type Scan = {
  keys: ShopKeys;
  person: Person;
  /** Where to go on; from the first when null. */
  after: Place | null;
  visit: (tx: Tx, delivery: RawDelivery) => Promise<void>;
  /** Called in a batch's transaction, so that what was done and where to go on commit together. */
  keep?: (tx: Tx, place: Place) => Promise<void>;
};

/**
 * Goes through the raw webhooks of the shop and visits those about the person, a batch in one transaction. Sealed bodies
 * cannot be searched: each is opened. One that does not open tells nobody anything, and is passed over.
 */
export async function scanDeliveries(run: Run, scan: Scan): Promise<void> {
  let { after } = scan;
  for (;;) {
    const from = after;
    const last = await run.inShop(async (tx) => {
      const batch = await nextBatch(tx, scan.keys.shopId, from);
      await visitAmong(tx, scan, { id: { in: batch.map(({ id }) => id) } });
      const end = batch.at(-1);
      if (end) await scan.keep?.(tx, end);
      return end;
    });
    if (!last) return;
    after = last;
  }
}

/** Visits the named webhooks that are about the person. */
export async function visitAmong(
  tx: Tx,
  { keys, person, visit }: Pick<Scan, "keys" | "person" | "visit">,
  among: { id: { in: string[] } },
): Promise<void> {
  const rows = await tx.webhookDelivery.findMany({
    where: { shopId: keys.shopId, ...among },
    orderBy: [{ receivedAt: "asc" }, { id: "asc" }],
    select: { id: true, topic: true, state: true, receivedAt: true, sealedBody: true },
  });
  for (const { sealedBody, ...row } of rows) {
    const body = open(keys, row.id, sealedBody);
    if (body !== null && mentions(body, person)) await visit(tx, { ...row, body });
  }
}

function open(keys: ShopKeys, id: string, sealedBody: Uint8Array): string | null {
  try {
    return openBytes(keys, `webhook_deliveries.sealed_body:${id}`, sealedBody).toString("utf8");
  } catch (error) {
    // A later release wrote it: not to be passed over, but left to a worker that can read it.
    if (error instanceof UnknownSeal && sealedBody.length > 0) throw error;
    logger.warn({ shopId: keys.shopId, deliveryId: id }, "a stored webhook does not open");
    return null;
  }
}

type Sized = Place & { size: number };

/** The next webhooks by their sizes, before any body is read. */
async function nextBatch(tx: Tx, shopId: string, after: Place | null): Promise<Place[]> {
  const { at, id } = after ?? { at: new Date(0), id: "" };
  const rows = await tx.$queryRaw<Sized[]>`
    SELECT id, received_at AS at, octet_length(sealed_body) AS size FROM webhook_deliveries
    WHERE shop_id = ${shopId} AND received_at >= ${at} AND (received_at, id) > (${at}, ${id})
    ORDER BY received_at, id LIMIT ${BATCH}`;
  let bytes = 0;
  return rows.filter(({ size }, index) => {
    bytes += size;
    return index === 0 || bytes <= BATCH_BYTES;
  });
}
