import { sqlOf, type Tx } from "#app/db.server.ts";
import { days } from "#app/lib/duration.ts";
import type { RetentionSettings } from "#app/shop/retention-settings.ts";

/** How much is older than a shop keeps it. Counting stops at ten thousand of each. */
export type Overdue = { conversations: number; attachments: number; rawMails: number };
export const MOST_OVERDUE = 10_000;

type Given = { shopId: string; retention: RetentionSettings; at: Date };

/** What would be erased now. */
export async function countOverdue(tx: Tx, given: Given): Promise<Overdue> {
  const most = MOST_OVERDUE;
  return {
    conversations: (await overdueConversations(tx, given, most)).length,
    attachments: (await overdueAttachments(tx, given, most)).length,
    rawMails: (await overdueMails(tx, given, most)).length,
  };
}

const before = (at: Date, kept: number) => new Date(at.getTime() - days(kept));
const idsOf = (rows: { id: string }[]) => rows.map(({ id }) => id);

/**
 * Conversations that are done: closed, spam, or waiting on a shopper who did not come back. Not one in which something was promised, or
 * leaves; those with a warehouse or carrier go with the shopper's.
 */
export async function overdueConversations(
  tx: Tx,
  { shopId, retention, at }: Given,
  most: number,
): Promise<string[]> {
  if (retention.conversationDays === null) return [];
  const cutoff = before(at, retention.conversationDays);
  return idsOf(await sqlOf(tx)<{ id: string }>(DONE, [shopId, cutoff, most]));
}

/** A walk through an index for each of the three. */
const DONE = `SELECT id FROM unnest(ARRAY['closed', 'spam', 'waiting']) AS done(status) CROSS JOIN LATERAL (
  SELECT id FROM conversations AS c
  WHERE shop_id = $1 AND NOT unsent AND c.status = done.status AND updated_at < $2::timestamptz AND parent_id IS NULL
    AND NOT EXISTS (SELECT FROM promises WHERE shop_id = $1 AND conversation_id = c.id AND state = 'open')
    AND NOT EXISTS (SELECT FROM deliveries WHERE shop_id = $1 AND conversation_id = c.id
      AND status IN ('queued', 'sending', 'uncertain'))
    AND NOT EXISTS (SELECT FROM conversations AS side WHERE side.parent_id = c.id AND side.updated_at >= $2::timestamptz)
  ORDER BY updated_at LIMIT $3::int) AS one LIMIT $3::int`;

/** Files of messages whose content is still here. */
export async function overdueAttachments(
  tx: Tx,
  { shopId, retention, at }: Given,
  most: number,
): Promise<string[]> {
  if (retention.attachmentDays === null) return [];
  const cutoff = before(at, retention.attachmentDays);
  return idsOf(
    await tx.$queryRaw<{ id: string }[]>`
      SELECT id FROM attachments
      WHERE shop_id = ${shopId} AND created_at < ${cutoff}::timestamptz AND sealed_content IS NOT NULL AND message_id IS NOT NULL
      ORDER BY created_at LIMIT ${most}::int`,
  );
}

/** Mail as it came, of which a message was made, or nothing was to be made. What was set aside waits for a person. */
export async function overdueMails(
  tx: Tx,
  { shopId, retention, at }: Given,
  most: number,
): Promise<string[]> {
  if (retention.rawDays === null) return [];
  const cutoff = before(at, retention.rawDays);
  return idsOf(
    await tx.$queryRaw<{ id: string }[]>`
      SELECT id FROM inbound_messages
      WHERE shop_id = ${shopId} AND received_at < ${cutoff}::timestamptz AND size > 0 AND state IN ('threaded', 'skipped')
      ORDER BY received_at LIMIT ${most}::int`,
  );
}
