import { readBulkLine, type BulkLine } from "#app/mirror/bulk-line.ts";
import type { Kind, RowOf } from "#app/mirror/fold/rules.ts";
import type { LineRow, MirrorRows, OrderRow } from "#app/mirror/rows.ts";

/** What a bulk result brings: all kinds but carriers' events, which a bulk query cannot carry. */
export type BulkKind = Exclude<Kind, "events">;

/** In the order they are written. */
export const bulkKinds = [
  "orders",
  "customers",
  "fulfillments",
  "fulfillmentOrders",
  "refunds",
  "returns",
  "disputes",
] as const satisfies BulkKind[];

/** Some lines of a bulk result as rows, an order's line items joined to it where both are here. */
export type BulkBatch = { [K in Exclude<BulkKind, "orders">]: RowOf[K][] } & {
  orders: Map<string, OrderRow>;
  /** Line items of orders that came before this batch. */
  lines: Map<string, LineRow[]>;
  /** Orders and customers. */
  roots: number;
  /** Why lines could not be read. One record that cannot be read must not keep the shop's others out. */
  leftOut: string[];
};

export const emptyBatch = (): BulkBatch => ({
  orders: new Map(),
  customers: [],
  fulfillments: [],
  fulfillmentOrders: [],
  refunds: [],
  returns: [],
  disputes: [],
  lines: new Map(),
  roots: 0,
  leftOut: [],
});

/** @param readAt when the operation was started: the version of what has none */
export const addToBatch = (batch: BulkBatch, text: string, readAt: string): void =>
  addRead(batch, readBulkLine(text, readAt));

export function addRead(batch: BulkBatch, read: BulkLine): void {
  switch (read.outcome) {
    case "unreadable":
      batch.leftOut.push(read.why);
      return;
    case "line":
      addLine(linesFor(batch, read.orderId), read.line);
      return;
    case "rows":
      if (read.root) batch.roots += 1;
      addRows(batch, read.rows);
  }
}

/** What is written in some other way than the rest: its rows, and line items apart from their orders. */
export type Rest = { rows: { [K in BulkKind]: RowOf[K][] }; lines: Map<string, LineRow[]> };

/**
 * The rows that were not `taken`. An order's line items go apart from it: the mirror may know it with other lines, of which the
 * newer ones stay, and some of its lines may come in a later batch (addLines).
 *
 * @param lines line items that go with them
 */
export function restOf(
  batch: BulkBatch,
  taken: (kind: BulkKind, row: { id: string; orderId?: string | null }) => boolean,
  lines: ReadonlyMap<string, LineRow[]> = new Map(),
): Rest {
  const rest: Rest = {
    rows: {
      orders: [],
      customers: batch.customers.filter((row) => !taken("customers", row)),
      fulfillments: batch.fulfillments.filter((row) => !taken("fulfillments", row)),
      fulfillmentOrders: batch.fulfillmentOrders.filter((row) => !taken("fulfillmentOrders", row)),
      refunds: batch.refunds.filter((row) => !taken("refunds", row)),
      returns: batch.returns.filter((row) => !taken("returns", row)),
      disputes: batch.disputes.filter((row) => !taken("disputes", row)),
    },
    lines: new Map(lines),
  };
  for (const order of batch.orders.values()) {
    if (taken("orders", order)) continue;
    rest.rows.orders.push({ ...order, lines: [] });
    if (order.lines.length > 0) rest.lines.set(order.id, order.lines);
  }
  return rest;
}

function linesFor(batch: BulkBatch, orderId: string): LineRow[] {
  const order = batch.orders.get(orderId);
  if (order) return order.lines;
  const lines = batch.lines.get(orderId) ?? [];
  batch.lines.set(orderId, lines);
  return lines;
}

/** The same line again changes nothing. */
export function addLine(lines: LineRow[], line: LineRow): void {
  const known = lines.findIndex(({ id }) => id === line.id);
  if (known < 0) lines.push(line);
  else lines[known] = line;
}

function addRows(batch: BulkBatch, rows: MirrorRows): void {
  for (const order of rows.orders ?? []) {
    const before = batch.orders.get(order.id)?.lines ?? batch.lines.get(order.id) ?? [];
    batch.lines.delete(order.id);
    batch.orders.set(order.id, { ...order, lines: [...before, ...order.lines] });
  }
  batch.customers.push(...(rows.customers ?? []));
  batch.fulfillments.push(...(rows.fulfillments ?? []));
  batch.fulfillmentOrders.push(...(rows.fulfillmentOrders ?? []));
  batch.refunds.push(...(rows.refunds ?? []));
  batch.returns.push(...(rows.returns ?? []));
  batch.disputes.push(...(rows.disputes ?? []));
}
