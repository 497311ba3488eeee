import { splitLines } from "#app/lib/split-lines.ts";
import {
  addLine,
  addRead,
  addToBatch,
  bulkKinds,
  emptyBatch,
  type BulkBatch,
  type BulkKind,
} from "#app/mirror/bulk-batch.ts";
import { readBulkLine, type BulkLine } from "#app/mirror/bulk-line.ts";
import type { RowOf } from "#app/mirror/fold/rules.ts";
import { stampOf } from "#app/mirror/fold/stamp.ts";
import { versionText } from "#app/mirror/fold/version.ts";
import { makeColumns, type Columns } from "#app/mirror/insert-statement.ts";
import { madeColumns } from "#app/mirror/row-record.ts";
import type { LineRow, MirrorRows, OrderRow } from "#app/mirror/rows.ts";
import type { ShopKeys } from "#app/shop/seal.ts";

/**
 * Some lines of a bulk result, nearly all of it as the database takes it: sealed, and in columns. A row lives only until it is
 * in them. To keep thousands of rows until they are written costs a third of the time of a backfill, in garbage collection.
 */
export type SealedBatch = {
  columns: { [K in BulkKind]: Columns };
  /** The orders in the columns, each with what is complete only after the last line: its line items, and their version. */
  orders: Map<string, { lines: LineRow[]; version: string }>;
  /** Whose orders they are. */
  customerIds: Map<string, string>;
  /** Parts of orders that came before this batch, as rows. */
  strays: BulkBatch;
  /** What it was read from, to be read again when not all of it is new: as bytes, which the collector leaves where they are. */
  bytes: Uint8Array[];
  /** Lines. */
  size: number;
  /** Orders and customers. */
  roots: number;
  /** Why lines could not be read. */
  leftOut: string[];
};

/** An order's line items come after it, and its other columns need not wait for them. */
const LATER = ["lines", "lines_version"];

export const emptySealedBatch = (): SealedBatch => ({
  columns: {
    orders: makeColumns("orders", LATER),
    customers: makeColumns("customers"),
    fulfillments: makeColumns("fulfillments"),
    fulfillmentOrders: makeColumns("fulfillmentOrders"),
    refunds: makeColumns("refunds"),
    returns: makeColumns("returns"),
    disputes: makeColumns("disputes"),
  },
  orders: new Map(),
  customerIds: new Map(),
  strays: emptyBatch(),
  bytes: [],
  size: 0,
  roots: 0,
  leftOut: [],
});

/**
 * What the line stands in must be among the batch's bytes.
 *
 * @param readAt when the operation was started: the version of what has none
 */
export function sealLine(keys: ShopKeys, batch: SealedBatch, line: { text: string; readAt: string }): void {
  const read = readBulkLine(line.text, line.readAt);
  batch.size += 1;
  if (read.outcome === "unreadable") {
    batch.leftOut.push(read.why);
  } else if (read.outcome === "line") {
    const order = batch.orders.get(read.orderId);
    if (order) addLine(order.lines, read.line);
    else addRead(batch.strays, read);
  } else {
    if (read.root) batch.roots += 1;
    sealRows(keys, batch, read.rows);
  }
}

/** After the last line. */
export function finishBatch({ orders, columns }: SealedBatch): void {
  for (const { lines, version } of orders.values()) {
    columns.orders.put("lines", lines);
    columns.orders.put("lines_version", lines.length > 0 ? version : "");
  }
}

/** What a batch was read from. */
export const linesOf = ({ bytes }: SealedBatch): string[] => bytes.flatMap(splitLines);

/** Lines as rows, for what is not inserted as it was sealed. */
export function readLines(lines: readonly string[], readAt: string): BulkBatch {
  const batch = emptyBatch();
  for (const text of lines) addToBatch(batch, text, readAt);
  return batch;
}

function sealRows(keys: ShopKeys, batch: SealedBatch, rows: MirrorRows): void {
  for (const order of rows.orders ?? []) {
    // Told of twice: it cannot be inserted twice, and the batch will be folded.
    if (batch.orders.has(order.id)) addRead(batch.strays, rowsRead({ orders: [order] }));
    else sealOrder(keys, batch, order);
  }
  for (const kind of bulkKinds) {
    if (kind === "orders") continue;
    for (const row of (rows[kind] ?? []) as RowOf[typeof kind][]) {
      const orderId = "orderId" in row ? row.orderId : null;
      if (kind === "customers" || batch.orders.has(orderId ?? "")) {
        batch.columns[kind].add(partsOf(keys, kind, row));
      } else addRead(batch.strays, rowsRead({ [kind]: [row] }));
    }
  }
}

const partsOf = <K extends BulkKind>(keys: ShopKeys, kind: K, row: RowOf[K]) => ({
  row,
  stamp: stampOf(keys, kind, row),
  made: madeColumns(keys, kind, row),
});

const rowsRead = (rows: MirrorRows): BulkLine => ({ outcome: "rows", rows, root: false });

/** Stamped as an order without lines to which addLines adds them: which lines stand in the same batch must make no difference. */
function sealOrder(keys: ShopKeys, batch: SealedBatch, row: OrderRow): void {
  const parts = partsOf(keys, "orders", row.lines.length === 0 ? row : { ...row, lines: [] });
  batch.columns.orders.add(parts);
  const early = batch.strays.lines.get(row.id) ?? [];
  batch.strays.lines.delete(row.id);
  batch.orders.set(row.id, { lines: [...early, ...row.lines], version: versionText(parts.stamp) });
  if (row.customerId !== null) batch.customerIds.set(row.id, row.customerId);
}
