import { GraphQLError } from "graphql";
import type { BulkSlice } from "./request-context.ts";
import { matchesSearch, textOf } from "./search.ts";
import { fieldOf, type View } from "./views/view.ts";

export type ConnectionArguments = {
  first?: number | null;
  last?: number | null;
  after?: string | null;
  before?: string | null;
  reverse?: boolean | null;
  query?: string | null;
  sortKey?: string | null;
};

/** Shopify's largest page. */
const MOST = 250;

type Asking = {
  args: ConnectionArguments;
  /** In a bulk operation: which part, instead of `first` and `after`. */
  slice: BulkSlice | null;
  typeName: string;
};

/** A page of views as edges, nodes and page info, with Shopify's own refusals. */
export function connectionOf(all: View[], { args, slice, typeName }: Asking): View {
  const found = all.filter((view) => !args.query || matchesSearch(view, args.query));
  const sorted = args.sortKey ? sortBy(found, args.sortKey) : found;
  const ordered = args.reverse ? [...sorted].reverse() : sorted;
  const page = slice
    ? { from: slice.from, to: Math.min(ordered.length, slice.from + slice.size) }
    : pageOf(ordered, args);
  if (slice && page.to < ordered.length) slice.more = true;
  const nodes = ordered.slice(page.from, page.to);
  const edgeType = typeName.replace(/Connection$/, "Edge");
  const edges = nodes.map((node, index) => ({
    __typename: edgeType,
    cursor: cursorOf(node, page.from + index),
    node,
  }));
  return {
    __typename: typeName,
    nodes,
    edges,
    pageInfo: {
      __typename: "PageInfo",
      hasNextPage: page.to < ordered.length,
      hasPreviousPage: page.from > 0,
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
  };
}

function pageOf(views: View[], args: ConnectionArguments): { from: number; to: number } {
  const { first, last } = args;
  if (first == null && last == null) throw refusal("you must provide one of first or last");
  if (first != null && last != null) throw refusal("providing both first and last is not supported");
  const size = first ?? last ?? 0;
  if (size < 0) throw refusal("first and last cannot be negative");
  if (size > MOST) throw refusal(`first and last cannot exceed ${MOST}`);
  let from = args.after ? positionOf(views, args.after) + 1 : 0;
  let to = args.before ? positionOf(views, args.before) : views.length;
  if (first != null) to = Math.min(to, from + first);
  if (last != null) from = Math.max(from, to - last);
  return { from, to };
}

function refusal(message: string): GraphQLError {
  return new GraphQLError(message, { extensions: { code: "BAD_USER_INPUT" } });
}

/** Cursors name the node, so that what arrives in between does not shift the pages; nodes without an id are counted. */
function cursorOf(view: View, position: number): string {
  const id = fieldOf(view, "id");
  return Buffer.from(
    JSON.stringify(typeof id === "string" ? { last_id: id } : { offset: position }),
  ).toString("base64");
}

function positionOf(views: View[], cursor: string): number {
  let told: { last_id?: string; offset?: number } = {};
  try {
    told = JSON.parse(Buffer.from(cursor, "base64").toString("utf8")) as typeof told;
  } catch {
    throw refusal("Invalid cursor for current pagination sort.");
  }
  const position = told.last_id
    ? views.findIndex((view) => fieldOf(view, "id") === told.last_id)
    : (told.offset ?? -1);
  if (position < 0) throw refusal("Invalid cursor for current pagination sort.");
  return position;
}

const SORT_FIELDS: Record<string, string> = {
  ORDER_NUMBER: "number",
  NAME: "displayName",
  ID: "legacyResourceId",
};

function sortBy(views: View[], sortKey: string): View[] {
  const field =
    SORT_FIELDS[sortKey] ??
    sortKey.toLowerCase().replace(/_(.)/g, (_, letter: string) => letter.toUpperCase());
  return [...views].sort((left, right) => compare(fieldOf(left, field), fieldOf(right, field)));
}

function compare(left: unknown, right: unknown): number {
  if (typeof left === "number" && typeof right === "number") return left - right;
  const [one, other] = [textOf(left), textOf(right)];
  if (/^\d+$/.test(one) && /^\d+$/.test(other))
    return BigInt(one) < BigInt(other) ? -1 : BigInt(one) > BigInt(other) ? 1 : 0;
  return one < other ? -1 : one > other ? 1 : 0;
}
