import { z } from "zod";
import { aboutOf } from "#app/care/detect/about-of.ts";
import { issueKindSchema, type IssueKind, type Seen } from "#app/care/detect/issue.ts";
import type { Sql } from "#app/db.server.ts";
import { ONE_BY_ONE } from "#app/mirror/one-by-one.ts";
import { openJson, type ShopKeys } from "#app/shop/seal.ts";

type Told = Seen["told"];

/** Older mails than these say nothing that the newest do not. */
const MOST_MAILS = 10;
const MOST_CONVERSATIONS = 5;

type Mail = { orderId: string; at: Date; deliveryId: string | null };

/**
 * When the shop last wrote to whoever placed each order in a conversation about it, the oldest first, and what of that can be known:
 * what a reply cited from the records, and the issue that was told of unasked. Of what a person wrote in their own words nothing is known
 * (an empty list): it may have been about anything.
 */
export async function readTold(
  sql: Sql,
  keys: ShopKeys,
  orderIds: readonly string[],
): Promise<(orderId: string) => Told> {
  const mails = await sql<Mail>(MAILS, [keys.shopId, orderIds]);
  if (mails.length === 0) return () => [];
  const about = await aboutMails(sql, keys, mails);
  const told = new Map<string, Told[number][]>();
  for (const mail of mails) {
    const kinds = about(mail);
    if (kinds === "other") continue;
    const one = { at: mail.at.toISOString(), about: kinds };
    told.set(mail.orderId, [...(told.get(mail.orderId) ?? []), one]);
  }
  return (orderId) => told.get(orderId) ?? [];
}

type About = (mail: Mail) => IssueKind[] | "other";

/** `other`: it is known what a mail told of the order, and that is no kind of issue. */
async function aboutMails(sql: Sql, keys: ShopKeys, mails: Mail[]): Promise<About> {
  const deliveryIds = mails.flatMap(({ deliveryId }) => deliveryId ?? []);
  const claims = await sql<{ id: string; deliveryId: string; orderId: string; sealed: string }>(
    `SELECT id, delivery_id AS "deliveryId", order_id AS "orderId", encode(sealed, 'base64') AS sealed FROM sent_claims
     WHERE shop_id = $1 AND order_id = ANY($2::text[]) AND delivery_id = ANY($3::text[])`,
    [keys.shopId, mails.map(({ orderId }) => orderId), deliveryIds],
  );
  const outreaches = await sql<{ deliveryId: string; kind: string }>(
    `SELECT d.id AS "deliveryId", o.kind FROM deliveries d JOIN outreaches o ON o.shop_id = d.shop_id AND o.draft_id = d.draft_id
     WHERE d.shop_id = $1 AND d.id = ANY($2::text[])`,
    [keys.shopId, deliveryIds],
  );
  const cited = new Map(
    claims.map(({ id, deliveryId, orderId, sealed }) => {
      const bytes = Buffer.from(sealed, "base64");
      const { facts } = openJson(keys, { context: `sent_claims.sealed:${id}`, bytes }, claimSchema);
      return [`${deliveryId}|${orderId}`, facts.flatMap(({ source }) => aboutOf(source))] as const;
    }),
  );
  return ({ deliveryId, orderId }) => {
    const told = cited.get(`${deliveryId}|${orderId}`);
    const unasked = outreaches.flatMap((one) =>
      one.deliveryId === deliveryId ? (issueKindSchema.safeParse(one.kind).data ?? []) : [],
    );
    const kinds = [...new Set([...(told ?? []), ...unasked])];
    return told && kinds.length === 0 ? "other" : kinds;
  };
}

/** What a sent reply told, as far as it matters here. */
const claimSchema = z.object({
  facts: z.array(z.object({ source: z.object({ entity: z.string(), field: z.string() }) })),
});

const tied = (key: string, ofOrder: string) =>
  `(SELECT id, updated_at FROM conversations x WHERE x.shop_id = $1 AND x.${key} = o.${ofOrder} AND o.id = ANY(x.order_ids)
    ORDER BY updated_at DESC LIMIT ${MOST_CONVERSATIONS})`;

const MAILS = `SELECT o.id AS "orderId", m.at, m.delivery_id AS "deliveryId"
  FROM unnest($2::text[]) AS given(id)
  CROSS JOIN LATERAL (
    SELECT id, email_index, customer_id FROM orders WHERE shop_id = $1 AND id = given.id ${ONE_BY_ONE}) AS o
  CROSS JOIN LATERAL (
    ${tied("contact_index", "email_index")} UNION ${tied("customer_id", "customer_id")} ${ONE_BY_ONE}) AS c
  CROSS JOIN LATERAL (
    SELECT at, delivery_id FROM messages WHERE shop_id = $1 AND conversation_id = c.id AND direction = 'out' AND NOT automatic
    ORDER BY at DESC LIMIT ${MOST_MAILS}) AS m
  ORDER BY m.at`;
