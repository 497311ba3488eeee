import { keptOf } from "#app/mirror/fold/kept-of.ts";
import { mergeRow } from "#app/mirror/fold/merge.ts";
import type { Kind, Stamped } from "#app/mirror/fold/rules.ts";
import { compareText } from "#app/mirror/fold/version.ts";

/** One thing that happened, as a webhook or an answer of the Admin API tells it. Times are ISO 8601 UTC. */
export type Change =
  | { [K in Kind]: { change: "said"; kind: K; row: Stamped<K> } }[Kind]
  | { change: "order-deleted" | "customer-deleted" | "order-edited" | "order-paid"; id: string; at: string }
  | { change: "customers-merged"; gone: string; kept: string; at: string };

type Rows = { [K in Kind]: ReadonlyMap<string, Stamped<K>> };
type Times = ReadonlyMap<string, string>;

/** All that is known of a shop. */
export type Mirror = {
  rows: Rows;
  deleted: { orders: Times; customers: Times };
  edited: Times;
  paid: Times;
  /** gone → kept */
  merges: ReadonlyMap<string, string>;
};

/**
 * Folds a history to what it leaves: the specification that the statements of the mirror are held against. Every part of it
 * only grows by rules that are commutative, associative and idempotent, so neither order nor repetition matters.
 */
export function foldHistory(history: readonly Change[]): Mirror {
  return history.reduce<Mirror>(foldChange, NOTHING);
}

function foldChange(mirror: Mirror, given: Change): Mirror {
  switch (given.change) {
    case "said":
      return { ...mirror, rows: { ...mirror.rows, ...withRow(mirror.rows, given.kind, given.row) } };
    case "order-deleted":
      return { ...mirror, deleted: { ...mirror.deleted, orders: earlier(mirror.deleted.orders, given) } };
    case "customer-deleted":
      return {
        ...mirror,
        deleted: { ...mirror.deleted, customers: earlier(mirror.deleted.customers, given) },
      };
    case "order-edited":
      return { ...mirror, edited: latest(mirror.edited, given.id, given.at) };
    case "order-paid":
      return { ...mirror, paid: latest(mirror.paid, given.id, given.at) };
    case "customers-merged": {
      const { gone, kept, at } = given;
      return {
        ...mirror,
        // Nobody is merged twice; if it were said, the greater id stays.
        merges: latest(mirror.merges, gone, kept),
        deleted: { ...mirror.deleted, customers: earlier(mirror.deleted.customers, { id: gone, at }) },
      };
    }
  }
}

function withRow<K extends Kind>(rows: Rows, kind: K, row: Stamped<K>): Pick<Rows, K> {
  const known = rows[kind].get(row.id);
  const folded = new Map(rows[kind]).set(row.id, known ? mergeRow(kind, known, row) : row);
  return { [kind]: folded } as unknown as Pick<Rows, K>;
}

function earlier(known: Times, { id, at }: { id: string; at: string }): Times {
  const was = known.get(id);
  return was !== undefined && compareText(was, at) <= 0 ? known : new Map(known).set(id, at);
}

function latest(known: ReadonlyMap<string, string>, id: string, value: string): ReadonlyMap<string, string> {
  const was = known.get(id);
  return was !== undefined && compareText(was, value) >= 0 ? known : new Map(known).set(id, value);
}

const later = (one: string | null, other: string | null): string | null =>
  one === null || (other !== null && compareText(one, other) < 0) ? other : one;

/** What is there to be read: deleted records and their parts are not, and a merged customer's orders are the kept one's. */
export function visibleRows({ rows, deleted, edited, paid, merges }: Mirror) {
  const shown = (orderId: string | null) => orderId === null || !deleted.orders.has(orderId);
  const fulfillments = [...rows.fulfillments.values()].filter(({ orderId }) => shown(orderId));
  const orderOf = new Map(fulfillments.map(({ id, orderId }) => [id, orderId]));
  return {
    orders: [...rows.orders.values()]
      .filter(({ id }) => shown(id))
      .map((order) => ({
        ...order,
        customerId: order.customerId && keptOf(merges, order.customerId),
        editedAt: edited.get(order.id) ?? null,
        paidAt: later(order.paidAt ?? null, paid.get(order.id) ?? null),
      })),
    customers: [...rows.customers.values()].filter(({ id }) => !deleted.customers.has(id)),
    fulfillments,
    // A carrier's event may come before its parcel; it is read with it, and belongs to its order.
    events: [...rows.events.values()].flatMap((event) => {
      const orderId = orderOf.get(event.fulfillmentId);
      return orderId === undefined ? [] : [{ ...event, orderId: event.orderId ?? orderId }];
    }),
    fulfillmentOrders: [...rows.fulfillmentOrders.values()].filter(({ orderId }) => shown(orderId)),
    refunds: [...rows.refunds.values()].filter(({ orderId }) => shown(orderId)),
    returns: [...rows.returns.values()].filter(({ orderId }) => shown(orderId)),
    disputes: [...rows.disputes.values()].filter(({ orderId }) => shown(orderId)),
  };
}

const NOTHING: Mirror = {
  rows: {
    orders: new Map(),
    customers: new Map(),
    fulfillments: new Map(),
    events: new Map(),
    fulfillmentOrders: new Map(),
    refunds: new Map(),
    returns: new Map(),
    disputes: new Map(),
  },
  deleted: { orders: new Map(), customers: new Map() },
  edited: new Map(),
  paid: new Map(),
  merges: new Map(),
};
