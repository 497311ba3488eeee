import type { Circumstances } from "#app/care/decide/circumstances.ts";
import type { RiskFlag } from "#app/care/understand/reading.ts";
import { standingReadings } from "#app/care/understand/standing-readings.server.ts";
import type { Tx } from "#app/db.server.ts";
import { days } from "#app/lib/duration.ts";
import { logger } from "#app/lib/logger.server.ts";
import type { ShopKeys } from "#app/shop/seal.ts";

type Who = { contactIndex: string | null; customerId: string | null; orderId: string; now: Date };

/** Older conversations are over, whatever their status says. */
const LATELY = days(60);
const CONVERSATIONS = 20;
/** What somebody wrote that needs care is remembered for so long. */
const REMEMBERED = days(90);
const MESSAGES = 30;

type Row = {
  id: string;
  status: string;
  orderIds: string[];
  lastIn: Date | null;
  lastOut: Date | null;
  draftWaits: boolean;
  underWay: boolean;
  answeredAt: Date | null;
};

export type Talk = { talk: Circumstances["talk"]; riskFlags: RiskFlag[] };

/**
 * What goes on between a shopper and the shop: about this order, or about nobody knows which. Our own messages that nobody asked for
 * are no answer of a person's.
 */
export async function gatherTalk(tx: Tx, keys: ShopKeys, who: Who): Promise<Talk> {
  const rows = await conversationsOf(tx, keys.shopId, who);
  const about = rows.filter(
    ({ status, orderIds }) => status !== "spam" && (orderIds.length === 0 || orderIds.includes(who.orderId)),
  );
  const going = about.filter(({ status }) => status !== "closed");
  const answered = about.flatMap(({ answeredAt }) => answeredAt?.getTime() ?? []);
  return {
    talk: {
      unanswered: going.some(
        ({ lastIn, lastOut }) => lastIn !== null && (lastOut === null || lastIn > lastOut),
      ),
      draftWaits: going.some(({ draftWaits }) => draftWaits),
      replyUnderWay: about.some(({ underWay }) => underWay),
      answeredAt: answered.length > 0 ? new Date(Math.max(...answered)) : null,
    },
    riskFlags: await riskFlagsIn(tx, keys, { ids: rows.map(({ id }) => id), now: who.now }),
  };
}

/** Of this shopper, and whoever wrote about the order from another address. */
function conversationsOf(tx: Tx, shopId: string, who: Who): Promise<Row[]> {
  const { contactIndex, customerId, orderId, now } = who;
  const since = new Date(now.getTime() - LATELY);
  return tx.$queryRaw<Row[]>`
    SELECT c.id, c.status, c.order_ids AS "orderIds",
      (SELECT max(at) FROM messages WHERE shop_id = c.shop_id AND conversation_id = c.id
         AND direction = 'in' AND NOT automatic) AS "lastIn",
      (SELECT max(at) FROM messages WHERE shop_id = c.shop_id AND conversation_id = c.id AND direction = 'out') AS "lastOut",
      EXISTS (SELECT FROM drafts WHERE shop_id = c.shop_id AND conversation_id = c.id
         AND status = 'waiting' AND message_id IS NOT NULL) AS "draftWaits",
      COALESCE(d.under_way, false) AS "underWay", d.answered_at AS "answeredAt"
    FROM conversations AS c
    LEFT JOIN LATERAL (
      SELECT bool_or(status IN ('queued', 'sending', 'uncertain')) AS under_way,
        max(at) FILTER (WHERE status = 'sent') AS answered_at
      FROM deliveries WHERE shop_id = c.shop_id AND conversation_id = c.id AND purpose NOT IN ('code', 'outreach')) AS d ON true
    WHERE c.shop_id = ${shopId} AND NOT c.unsent AND c.updated_at > ${since}
      AND (c.contact_index = ${contactIndex}::text OR c.customer_id = ${customerId}::text OR ${orderId}::text = ANY(c.order_ids))
    ORDER BY c.updated_at DESC LIMIT ${CONVERSATIONS}`;
}

async function riskFlagsIn(
  tx: Tx,
  keys: ShopKeys,
  { ids, now }: { ids: string[]; now: Date },
): Promise<RiskFlag[]> {
  if (ids.length === 0) return [];
  const messages = await tx.message.findMany({
    where: {
      ...{ shopId: keys.shopId, conversationId: { in: ids }, direction: "in", automatic: false },
      at: { gt: new Date(now.getTime() - REMEMBERED) },
    },
    select: { id: true },
    orderBy: { at: "desc" },
    take: MESSAGES,
  });
  const standing = await standingReadings(tx, keys, {
    messageIds: messages.map(({ id }) => id),
    now,
    onUnreadable: (err, readingId) => logger.warn({ err, readingId }, "a reading could not be opened"),
  });
  return [...new Set([...standing.values()].flatMap(({ reading }) => reading.riskFlags))];
}
