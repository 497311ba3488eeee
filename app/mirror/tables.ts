import type { Kind } from "#app/mirror/fold/rules.ts";

export type Table = {
  name: string;
  /** The columns that a row carries, with their types; each named as the row's field, in snake case. */
  columns: Record<string, string>;
  /** What is written to a column instead of the given value `r.…`; `$1` is the shop. */
  values?: Record<string, string>;
  /** The column that names the order a row belongs to. */
  order: "id" | "order_id" | null;
  /** A tombstone of it is kept, under which nothing changes any more. */
  tombstone?: true;
};

const version = { id: "text", updated_at: "timestamptz", tie: "text" };

/** Where each kind of row is kept. How a column changes is said by the fold (fold/rules.ts). */
export const tables: { [K in Kind]: Table } = {
  orders: {
    name: "orders",
    order: "id",
    tombstone: true,
    columns: {
      ...version,
      gid: "text",
      name: "text",
      name_key: "text",
      placed_at: "timestamptz",
      paid_at: "timestamptz",
      cancelled_at: "timestamptz",
      cancel_reason: "text",
      closed_at: "timestamptz",
      financial_status: "text",
      fulfillment_status: "text",
      currency: "text",
      total: "numeric",
      lines_version: "text",
      lines: "jsonb",
      customer_id: "text",
      locale: "text",
      tags: "text[]",
      test: "boolean",
      email_index: "text",
      sealed: "bytea",
    },
    values: { gid: "'gid://shopify/Order/' || r.id" },
  },
  customers: {
    name: "customers",
    order: null,
    tombstone: true,
    columns: {
      ...version,
      gid: "text",
      email_index: "text",
      sealed: "bytea",
      state: "text",
      profile_version: "text",
      locale: "text",
      tags: "text[]",
      summary_version: "text",
      orders_count: "int",
      amount_spent: "numeric",
      currency: "text",
      last_order_id: "text",
      summary_at: "timestamptz",
      consent_version: "text",
      email_consent: "text",
      email_consent_at: "timestamptz",
      created_at: "timestamptz",
    },
    values: {
      gid: "'gid://shopify/Customer/' || r.id",
      tags: "COALESCE(r.tags, '{}')",
    },
  },
  fulfillments: {
    name: "fulfillments",
    order: "order_id",
    columns: {
      ...version,
      order_id: "text",
      status: "text",
      shipment_status: "text",
      tracking_company: "text",
      tracking_number: "text",
      tracking_url: "text",
      dates_version: "text",
      estimated_delivery_at: "timestamptz",
      delivered_at: "timestamptz",
      location: "text",
      created_at: "timestamptz",
    },
    // It is in an index, whose rows have a limit.
    values: { tracking_number: "left(r.tracking_number, 300)" },
  },
  events: {
    name: "fulfillment_events",
    order: "order_id",
    columns: {
      ...version,
      fulfillment_id: "text",
      order_id: "text",
      status: "text",
      message: "text",
      city: "text",
      country: "text",
      happened_at: "timestamptz",
      estimated_delivery_at: "timestamptz",
      deleted_at: "timestamptz",
    },
  },
  fulfillmentOrders: {
    name: "fulfillment_orders",
    order: "order_id",
    columns: {
      ...version,
      order_id: "text",
      status: "text",
      request_status: "text",
      fulfill_at: "timestamptz",
      holds: "jsonb",
      location_version: "text",
      location: "text",
    },
  },
  refunds: {
    name: "refunds",
    order: "order_id",
    columns: {
      ...version,
      order_id: "text",
      at: "timestamptz",
      amount: "numeric",
      currency: "text",
      settled: "boolean",
    },
  },
  returns: {
    name: "returns",
    order: "order_id",
    columns: { ...version, order_id: "text", name: "text", status: "text", closed_at: "timestamptz" },
  },
  disputes: {
    name: "disputes",
    order: "order_id",
    columns: {
      ...version,
      order_id: "text",
      type: "text",
      status: "text",
      details_version: "text",
      reason: "text",
      amount: "numeric",
      currency: "text",
      evidence_due_by: "timestamptz",
      initiated_at: "timestamptz",
    },
  },
};

/** `updatedAt` → `updated_at`. */
export const columnOf = (field: string) => field.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
/** `updated_at` → `updatedAt`. */
export const fieldOf = (column: string) =>
  column.replaceAll(/_([a-z])/g, (_all, letter: string) => letter.toUpperCase());
