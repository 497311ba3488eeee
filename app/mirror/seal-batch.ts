import { bulkKinds, type BulkBatch, type BulkKind } from "#app/mirror/bulk-batch.ts";
import type { RowOf } from "#app/mirror/fold/rules.ts";
import { stampRow } from "#app/mirror/fold/stamp.ts";
import { versionText } from "#app/mirror/fold/version.ts";
import { rowRecord } from "#app/mirror/row-record.ts";
import type { OrderRow } from "#app/mirror/rows.ts";
import type { ShopKeys } from "#app/shop/seal.ts";

/** A row by the columns of its table, everything personal in it sealed. */
export type SealedRow = { id: string; orderId: string | null; record: Record<string, unknown> };
export type SealedBatch = { [K in BulkKind]: SealedRow[] };

/**
 * The rows of a batch as their tables keep them. A generator, since sealing takes as long as writing: between
 * two of its steps the caller lets others have their turn.
 */
export function* sealBatch(keys: ShopKeys, batch: BulkBatch): Generator<void, SealedBatch> {
  const sealed: SealedBatch = {
    orders: [],
    customers: [],
    fulfillments: [],
    fulfillmentOrders: [],
    refunds: [],
    returns: [],
    disputes: [],
  };
  for (const kind of bulkKinds) {
    const rows: RowOf[BulkKind][] = kind === "orders" ? [...batch.orders.values()] : batch[kind];
    for (let from = 0; from < rows.length; from += STEP) {
      for (const row of rows.slice(from, from + STEP)) sealed[kind].push(sealRow(keys, kind, row));
      yield;
    }
  }
  return sealed;
}

/** About a millisecond. */
const STEP = 30;

function sealRow<K extends BulkKind>(keys: ShopKeys, kind: K, row: RowOf[K]): SealedRow {
  const record = "lines" in row ? orderRecord(keys, row) : rowRecord(keys, kind, stampRow(keys, kind, row));
  return { id: row.id, orderId: "orderId" in row ? row.orderId : null, record };
}

/** As an order without lines to which addLines adds them: which lines stand in the same batch must make no difference. */
function orderRecord(keys: ShopKeys, row: OrderRow): Record<string, unknown> {
  const { lines } = row;
  const stamped = stampRow(keys, "orders", { ...row, lines: [] });
  const linesVersion = lines.length > 0 ? versionText(stamped) : "";
  return rowRecord(keys, "orders", { ...stamped, lines, linesVersion });
}
