import { forShop, sqlOf, type Tx } from "#app/db.server.ts";
import { hours, type Duration } from "#app/lib/duration.ts";
import { logger } from "#app/lib/logger.server.ts";
import { repeat } from "#app/lib/repeat.server.ts";
import { lockAgainstRedaction } from "#app/mirror/redaction-marks.server.ts";
import type { Now } from "#app/ports.ts";
import { eraseExpiredExports } from "#app/privacy/remove-exports.server.ts";
import { removeAllOf } from "#app/privacy/remove-conversations.server.ts";
import {
  overdueAttachments,
  overdueConversations,
  overdueMails,
  type Overdue,
} from "#app/privacy/overdue.server.ts";
import { readSettings } from "#app/shop/read-settings.server.ts";
import { shopKeys } from "#app/shop/keys.server.ts";
import { sealBytes, type ShopKeys } from "#app/shop/seal.ts";
import { systemPool } from "#app/system-db.server.ts";

/** One transaction's worth: it locks what a person may be about to open. */
const STEP = 25;
const NOBODY = { customerIds: [], orderIds: [], emails: [], contacts: [] };

/**
 * Erases what shops keep no longer, as each decided. Goes round the shops step by step until nothing is overdue or it is stopped, so that
 * one that has much to be rid of delays no other. Any number of processes may. Answers what was erased.
 */
export async function eraseOverdue(at: Date, signal?: AbortSignal): Promise<Overdue> {
  const erased = { conversations: 0, attachments: 0, rawMails: 0 };
  for (let round = await shopsWithLimits(); round.length > 0;) {
    const again: string[] = [];
    for (const shopId of round) {
      if (signal?.aborted) return erased;
      try {
        const step = await eraseStep(shopId, at);
        erased.conversations += step.conversations;
        erased.attachments += step.attachments;
        erased.rawMails += step.rawMails;
        if (Object.values(step).includes(STEP)) again.push(shopId);
      } catch (err) {
        logger.warn({ err, shopId }, "what is overdue was not erased");
      }
    }
    round = again;
  }
  return erased;
}

async function shopsWithLimits(): Promise<string[]> {
  const { rows } = await systemPool.query<{ id: string }>(
    `SELECT id FROM shops WHERE uninstalled_at IS NULL AND EXISTS (
       SELECT FROM jsonb_each(settings -> 'retention') AS one WHERE jsonb_typeof(one.value) = 'number')`,
  );
  return rows.map(({ id }) => id);
}

async function eraseStep(shopId: string, at: Date): Promise<Overdue> {
  const keys = await shopKeys(shopId);
  return forShop(shopId)(async (tx) => {
    const { retention } = await readSettings(tx, shopId);
    const given = { shopId, retention, at };
    await lockAgainstRedaction(sqlOf(tx), shopId);
    const conversations = await eraseConversations(tx, keys, await overdueConversations(tx, given, STEP));
    const files = await overdueAttachments(tx, given, STEP);
    await tx.attachment.updateMany({
      where: { id: { in: files } },
      data: { sealedContent: null, withheld: WITHHELD },
    });
    const mails = await overdueMails(tx, given, STEP);
    for (const id of mails) await emptyMail(tx, keys, id);
    return { conversations, attachments: files.length, rawMails: mails.length };
  });
}

/** What is kept of why a file's content is not here: a screen words it (words `withheld.*`). */
const WITHHELD = "kept no longer";

async function eraseConversations(tx: Tx, keys: ShopKeys, found: string[]): Promise<number> {
  if (found.length === 0) return 0;
  const { shopId } = keys;
  // In the order in which everybody locks them. One that was opened again meanwhile stays until the next time.
  const locked = await tx.$queryRaw<{ id: string }[]>`
    SELECT id FROM conversations WHERE id = ANY(${found}) AND status NOT IN ('open', 'snoozed') ORDER BY id FOR UPDATE SKIP LOCKED`;
  const parents = locked.map(({ id }) => id);
  const sides = await tx.conversation.findMany({
    where: { shopId, parentId: { in: parents } },
    select: { id: true },
  });
  const ids = [...parents, ...sides.map(({ id }) => id)];
  const conversationId = { in: ids };
  await removeAllOf(tx, keys, { ids, person: NOBODY });
  // The order's own history goes on without what was said about it.
  await tx.orderIssue.updateMany({ where: { shopId, conversationId }, data: { conversationId: null } });
  await tx.outreach.updateMany({
    where: { shopId, conversationId },
    data: { conversationId: null, draftId: null },
  });
  return parents.length;
}

/**
 * That it came stays, so that the same mail, delivered again, is known; and by whom, as a keyed index, so that what they wrote is found in
 * whichever conversation once they are to be erased.
 */
async function emptyMail(tx: Tx, keys: ShopKeys, id: string): Promise<void> {
  const sealed = sealBytes(keys, `inbound_messages.sealed:${id}`, Buffer.from("{}"));
  await tx.inboundMessage.update({ where: { id }, data: { sealed, size: 0 } });
}

/** Looks until stopped. */
export function startErasing(
  { now }: { now: Now },
  every: Duration = hours(1),
): { stop: () => Promise<void> } {
  const once = async (signal: AbortSignal) => {
    await eraseExpiredExports(now());
    const erased = await eraseOverdue(now(), signal);
    if (Object.values(erased).some((count) => count > 0))
      logger.info(erased, "what is kept no longer was erased");
  };
  return repeat(once, { every, failed: "what is kept no longer was not looked for" });
}
