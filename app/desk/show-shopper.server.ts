import { z } from "zod";
import { issueKindSchema, issueStatuses, severitySchema } from "#app/care/detect/issue.ts";
import { csatScaleOf, isSatisfied } from "#app/care/review/csat-choices.ts";
import { conversationContentSchema } from "#app/conversation/message-content.ts";
import type { Tx } from "#app/db.server.ts";
import {
  marketingStates,
  type PastConversation,
  type ShownRating,
  type ShownShopper,
} from "#app/desk/shopper-shapes.ts";
import { withoutExpired } from "#app/desk/without-expired.server.ts";
import { findOrders } from "#app/mirror/find-orders.server.ts";
import { readCustomer, type MirroredCustomer } from "#app/mirror/read-customer.server.ts";
import { openJson, type ShopKeys } from "#app/shop/seal.ts";

const MOST_ORDERS = 50;
const MOST_PAST = 10;
const MOST_ISSUES = 10;

type Who = { id: string; contactIndex: string | null; customerId: string | null };

/** What is known of who a conversation is with. Of an address alone the orders and conversations of that address. */
export async function showShopper(
  tx: Tx,
  keys: ShopKeys,
  { who, now }: { who: Who; now: Date },
): Promise<ShownShopper> {
  const { customerId, contactIndex } = who;
  const customer = customerId ? await readCustomer(tx, keys, customerId) : null;
  const orderIds = await ordersOf(tx, keys, who);
  const rows = await conversationsOf(tx, keys, who);
  const others = rows.filter(({ id }) => id !== who.id);
  const felt = await withoutExpired(tx, others.slice(0, MOST_PAST), { shopId: keys.shopId, now });
  const optOuts = contactIndex ? await tx.suppression.findMany({ where: { contactIndex } }) : [];
  const here = rows.find(({ id }) => id === who.id);
  return {
    orders: {
      count: customer?.ordersCount ?? orderIds.length,
      more: customer?.ordersCount === undefined && orderIds.length === MOST_ORDERS,
    },
    spent: customer?.amountSpent ?? null,
    customerSince: customer?.createdAt ?? null,
    past: felt.map((row) => pastOf(keys, row)),
    more: others.length > MOST_PAST,
    rating: here ? ratingOf(here) : null,
    promises: {
      open: sumOf(rows, ({ open }) => open),
      kept: sumOf(rows, ({ kept }) => kept),
      broken: sumOf(rows, ({ broken }) => broken),
    },
    optOuts: optOuts
      .map(({ scope, createdAt }) => ({ scope, since: createdAt.toISOString() }))
      .toSorted((one, other) => one.scope.localeCompare(other.scope)),
    marketing: marketingOf(customer),
    issues: await issuesOf(tx, keys, orderIds),
  };
}

async function ordersOf(tx: Tx, keys: ShopKeys, { contactIndex, customerId }: Who): Promise<string[]> {
  if (!contactIndex && !customerId) return [];
  return findOrders(tx, keys, {
    ...(contactIndex ? { emailIndex: contactIndex } : {}),
    ...(customerId ? { customerId } : {}),
    limit: MOST_ORDERS,
  });
}

/** A state that Shopify gets later is not shown. */
function marketingOf(customer: MirroredCustomer | null): ShownShopper["marketing"] {
  const state = marketingStates.find((one) => one === customer?.emailConsent);
  return customer && state ? { state, since: customer.emailConsentAt } : null;
}

type Row = {
  id: string;
  status: string;
  intent: string | null;
  emotion: string | null;
  unsure: boolean;
  updatedAt: Date;
  sealed: string;
  rating: number | null;
  scale: number | null;
  open: number;
  kept: number;
  broken: number;
};

const sumOf = (rows: readonly Row[], count: (row: Row) => number) =>
  rows.reduce((sum, row) => sum + count(row), 0);

/** This conversation and the newest others with the same address or customer, each way by its own index, with what was promised and rated. */
function conversationsOf(
  tx: Tx,
  { shopId }: ShopKeys,
  { id, contactIndex, customerId }: Who,
): Promise<Row[]> {
  return tx.$queryRaw<Row[]>`
    SELECT c.id, c.status, c.intent, c.emotion, c.unsure, c.updated_at AS "updatedAt", encode(c.sealed, 'base64') AS sealed,
      r.rating::int AS rating, r.scale::int AS scale, p.open, p.kept, p.broken
    FROM (
      SELECT ${id}::text AS id
      UNION
      (SELECT id FROM conversations
       WHERE shop_id = ${shopId} AND contact_index = ${contactIndex}::text AND NOT unsent AND parent_id IS NULL
       ORDER BY updated_at DESC, id DESC LIMIT ${MOST_PAST + 2})
      UNION
      (SELECT id FROM conversations
       WHERE shop_id = ${shopId} AND customer_id = ${customerId}::text AND NOT unsent AND parent_id IS NULL
       ORDER BY updated_at DESC, id DESC LIMIT ${MOST_PAST + 2})
    ) AS theirs
    JOIN conversations c ON c.id = theirs.id
    LEFT JOIN csat_requests r ON r.shop_id = ${shopId} AND r.conversation_id = c.id AND r.rating IS NOT NULL
    CROSS JOIN LATERAL (
      SELECT count(*) FILTER (WHERE state = 'open')::int AS open, count(*) FILTER (WHERE state = 'kept')::int AS kept,
        count(*) FILTER (WHERE state = 'broken')::int AS broken
      FROM promises WHERE shop_id = ${shopId} AND conversation_id = c.id
    ) AS p
    ORDER BY c.updated_at DESC, c.id DESC`;
}

function pastOf(keys: ShopKeys, row: Row): PastConversation {
  const sealed = {
    context: `conversations.sealed:${row.id}` as const,
    bytes: Buffer.from(row.sealed, "base64"),
  };
  const { id, status, intent, emotion, unsure, updatedAt } = row;
  return {
    ...{ id, status, intent, emotion, unsure },
    subject: openJson(keys, sealed, conversationContentSchema).subject,
    updatedAt: updatedAt.toISOString(),
    rating: ratingOf(row),
  };
}

function ratingOf({ rating, scale: stored }: Row): ShownRating | null {
  if (rating === null) return null;
  const scale = csatScaleOf(stored);
  return { rating, scale, good: isSatisfied(scale, rating) };
}

type IssueRow = {
  id: string;
  kind: string;
  status: string;
  severity: number;
  openedAt: Date;
  orderId: string;
  orderName: string;
};

/** One of a kind that a later release finds is left out. */
async function issuesOf(tx: Tx, { shopId }: ShopKeys, orderIds: string[]): Promise<ShownShopper["issues"]> {
  if (orderIds.length === 0) return [];
  const rows = await tx.$queryRaw<IssueRow[]>`
    SELECT i.id, i.kind, i.status, i.severity::int AS severity, i.opened_at AS "openedAt", o.id AS "orderId", o.name AS "orderName"
    FROM unnest(${orderIds}::text[]) AS theirs(id)
    JOIN orders o ON o.shop_id = ${shopId} AND o.id = theirs.id
    JOIN order_issues i ON i.shop_id = ${shopId} AND i.order_id = theirs.id
    ORDER BY i.opened_at DESC, i.id DESC LIMIT ${MOST_ISSUES}`;
  return rows.flatMap(({ id, kind, status, severity, openedAt, orderId, orderName }) => {
    const known = issueKindSchema.safeParse(kind);
    if (!known.success) return [];
    return [
      {
        id,
        kind: known.data,
        status: z.enum(issueStatuses).parse(status),
        severity: severitySchema.catch(1).parse(severity),
        order: { id: orderId, name: orderName },
        openedAt: openedAt.toISOString(),
      },
    ];
  });
}
