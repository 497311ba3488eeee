import { isoTime as iso } from "#app/mirror/iso-time.ts";
import { ONE_BY_ONE } from "#app/mirror/one-by-one.ts";

type Part = { name: string; fields: Record<string, string>; from: string; order: string };

/** What belongs to one order, as a JSON array: one look into an index, whatever the planner believes of the table. */
const listOf = ({ fields, from, order }: Omit<Part, "name">) => {
  const pairs = Object.entries(fields).map(([key, value]) => `'${key}', ${value}`);
  return `SELECT COALESCE(json_agg(json_build_object(${pairs.join(", ")}) ORDER BY ${order}), '[]') AS list ${from}`;
};

const events = listOf({
  fields: {
    status: "e.status",
    at: iso("e.happened_at"),
    city: "e.city",
    country: "e.country",
    message: "e.message",
    estimatedDeliveryAt: iso("e.estimated_delivery_at"),
  },
  from: "FROM fulfillment_events e WHERE e.shop_id = $1 AND e.fulfillment_id = p.id AND e.deleted_at IS NULL",
  order: "e.happened_at, e.id",
});

const ofOrder = (table: string) => `FROM ${table} p WHERE p.shop_id = $1 AND p.order_id = o.id`;

const PARTS: Part[] = [
  {
    name: "refunds",
    fields: {
      id: "p.id",
      at: iso("p.at"),
      amount: "p.amount::text",
      currency: "p.currency",
      settled: "p.settled",
    },
    from: ofOrder("refunds"),
    order: "p.at, p.id",
  },
  {
    name: "fulfillments",
    fields: {
      id: "p.id",
      status: "p.status",
      shipmentStatus: "p.shipment_status",
      trackingCompany: "p.tracking_company",
      trackingNumber: "p.tracking_number",
      trackingUrl: "p.tracking_url",
      createdAt: iso("p.created_at"),
      location: "p.location",
      estimatedDeliveryAt: iso("p.estimated_delivery_at"),
      deliveredAt: iso("p.delivered_at"),
      events: `(${events})`,
    },
    from: ofOrder("fulfillments"),
    order: "p.created_at, p.id",
  },
  {
    name: "fulfillmentOrders",
    fields: {
      id: "p.id",
      status: "p.status",
      requestStatus: "p.request_status",
      fulfillAt: iso("p.fulfill_at"),
      holds: "p.holds",
      location: "p.location",
    },
    from: ofOrder("fulfillment_orders"),
    order: "p.id",
  },
  {
    name: "returns",
    fields: { id: "p.id", name: "p.name", status: "p.status", closedAt: iso("p.closed_at") },
    from: ofOrder("returns"),
    order: "p.id",
  },
  {
    name: "disputes",
    fields: {
      id: "p.id",
      type: "p.type",
      status: "p.status",
      reason: "p.reason",
      amount: "p.amount::text",
      currency: "p.currency",
      evidenceDueBy: iso("p.evidence_due_by"),
    },
    from: ofOrder("disputes"),
    order: "p.id",
  },
];

const COLUMNS = [
  ...["id", "gid", "name", "currency", "lines", "tags", "locale", "test"].map((name) => `o.${name}`),
  ...['o.customer_id AS "customerId"', 'o.cancel_reason AS "cancelReason"', "o.total::text AS total"],
  ...['o.financial_status AS "financialStatus"', 'o.fulfillment_status AS "fulfillmentStatus"'],
  `${iso("o.placed_at")} AS "placedAt"`,
  `${iso("o.paid_at")} AS "paidAt"`,
  `${iso("o.updated_at")} AS "updatedAt"`,
  `${iso("o.cancelled_at")} AS "cancelledAt"`,
  `${iso("o.closed_at")} AS "closedAt"`,
  `${iso("o.edited_at")} AS "editedAt"`,
  `encode(o.sealed, 'base64') AS sealed`,
  ...PARTS.map(({ name }) => `"${name}".list AS "${name}"`),
];

/**
 * Orders of one shop (`$1`) by their ids (`$2`) with all their parts, in one statement: what hundreds of orders cost is mostly the
 * way there and back. Deleted ones are left out.
 */
export const ORDERS = `SELECT ${COLUMNS.join(", ")} FROM unnest($2::text[]) WITH ORDINALITY AS given(id, nth)
  CROSS JOIN LATERAL (
    SELECT * FROM orders WHERE shop_id = $1 AND id = given.id AND deleted_at IS NULL ${ONE_BY_ONE}) AS o
  ${PARTS.map((part) => `CROSS JOIN LATERAL (${listOf(part)}) AS "${part.name}"`).join("\n  ")}
  ORDER BY nth`;
