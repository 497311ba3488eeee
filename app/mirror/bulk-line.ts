import type { z } from "zod";
import {
  customerNodeSchema,
  fulfillmentOrderNodeSchema,
  lineNodeSchema,
  orderNodeSchema,
  returnNodeSchema,
} from "#app/mirror/admin-node.ts";
import {
  customerNodeRow,
  fulfillmentOrderNodeRow,
  lineNodeRow,
  orderNodeRows,
  returnNodeRow,
} from "#app/mirror/admin-rows.ts";
import type { LineRow, MirrorRows, SaidRows } from "#app/mirror/rows.ts";

/** One line of a bulk result: rows, lines of an order that came before, or nothing the mirror keeps. */
export type BulkLine =
  | { outcome: "rows"; rows: MirrorRows; root: boolean }
  | { outcome: "line"; orderId: string; line: LineRow }
  | { outcome: "unreadable"; why: string };

/** What every line has. By hand: it is looked at once more by its type's schema. */
type Head = { id: string; __parentId?: string };

function isHead(value: unknown): value is Head {
  if (typeof value !== "object" || value === null || !("id" in value)) return false;
  const parent = "__parentId" in value ? value.__parentId : "";
  return typeof value.id === "string" && typeof parent === "string";
}

const TYPE = /^gid:\/\/shopify\/(\w+)\//;

/**
 * Reads one line of JSONL. Children come somewhere after their parents, ungrouped, so each line is read alone and nothing
 * is held in memory.
 *
 * @param readAt when the operation was started: the version of what has none
 */
export function readBulkLine(json: string, readAt: string): BulkLine {
  const value = parse(json);
  if (!isHead(value)) return { outcome: "unreadable", why: "no id" };
  const type = TYPE.exec(value.id)?.[1] ?? "";
  const { __parentId: parent = "" } = value;
  const orderId = parent.slice(parent.lastIndexOf("/") + 1);
  const read = readers[type];
  return read
    ? read(value, { orderId, readAt })
    : { outcome: "unreadable", why: `an object of type ${type}` };
}

/** The global id of a line's record, if it has one. */
export function idOfLine(json: string): string | null {
  const value = parse(json);
  return isHead(value) ? value.id : null;
}

type Place = { orderId: string; readAt: string };

function reader<T extends z.ZodType>(schema: T, toLine: (node: z.infer<T>, place: Place) => BulkLine) {
  return (value: unknown, place: Place): BulkLine => {
    const parsed = schema.safeParse(value);
    if (parsed.success) return toLine(parsed.data, place);
    return {
      outcome: "unreadable",
      why: `another shape at ${parsed.error.issues[0]?.path.join(".") ?? "the top"}`,
    };
  };
}

const readers: Record<string, (value: unknown, place: Place) => BulkLine> = {
  Customer: reader(customerNodeSchema, (node, { readAt }) => ({
    outcome: "rows",
    rows: { customers: [customerNodeRow(node, readAt)] },
    root: true,
  })),
  Order: reader(orderNodeSchema, (node, { readAt }) => ({
    outcome: "rows",
    rows: orderNodeRows(node, readAt),
    root: true,
  })),
  LineItem: reader(lineNodeSchema, (node, { orderId }) => ({
    outcome: "line",
    orderId,
    line: lineNodeRow(node),
  })),
  Return: reader(returnNodeSchema, (node, place) => ({
    outcome: "rows",
    rows: { returns: [returnNodeRow(node, place)] },
    root: false,
  })),
  FulfillmentOrder: reader(fulfillmentOrderNodeSchema, (node, { orderId }) => ({
    outcome: "rows",
    rows: { fulfillmentOrders: [fulfillmentOrderNodeRow(node, orderId || null)] },
    root: false,
  })),
};

function parse(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return null;
  }
}

/** Several lines' or webhooks' rows as one. */
export function joinRows(all: SaidRows[]): SaidRows {
  return {
    orders: all.flatMap((one) => one.orders ?? []),
    customers: all.flatMap((one) => one.customers ?? []),
    fulfillments: all.flatMap((one) => one.fulfillments ?? []),
    events: all.flatMap((one) => one.events ?? []),
    fulfillmentOrders: all.flatMap((one) => one.fulfillmentOrders ?? []),
    refunds: all.flatMap((one) => one.refunds ?? []),
    returns: all.flatMap((one) => one.returns ?? []),
    disputes: all.flatMap((one) => one.disputes ?? []),
    payments: all.flatMap((one) => one.payments ?? []),
  };
}
