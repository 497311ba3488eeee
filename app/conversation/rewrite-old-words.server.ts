import { wordsOfConversation } from "#app/conversation/words-of-conversation.server.ts";
import { sqlOf, type Tx } from "#app/db.server.ts";
import { emit } from "#app/emit.server.ts";
import type { Handler } from "#app/job.ts";
import { logger } from "#app/lib/logger.server.ts";
import { lockAgainstRedaction } from "#app/mirror/redaction-marks.server.ts";
import { shopKeys } from "#app/shop/keys.server.ts";
import { WORDS_FORM } from "#app/shop/search-words.ts";
import type { ShopKeys } from "#app/shop/seal.ts";

/** Conversations in one transaction, and in one job: then whatever else the shop waits for has its turn. */
const BATCH = 50;

/**
 * Conversations that are found by words in an older form are found by those of today, the next ones by their ids. What a batch did and the
 * next one commit together; where that is lost, queue/fire-watches.server.ts finds what is left.
 */
export const rewriteOldWords: Handler<"rewriteOldWords"> = async (_ports, run) => {
  const { shopId } = run;
  const shop = await run.inShop((tx) =>
    tx.shop.findUnique({ where: { id: shopId }, select: { uninstalledAt: true } }),
  );
  if (!shop || shop.uninstalledAt) return "the app is uninstalled";
  const keys = await shopKeys(shopId);
  const count = await run.inShop((tx) => rewriteSome(tx, keys));
  return `rewrote the words of ${count} conversations`;
};

async function rewriteSome(tx: Tx, keys: ShopKeys): Promise<number> {
  const { shopId } = keys;
  const sql = sqlOf(tx);
  await lockAgainstRedaction(sql, shopId);
  // The form stands in the statement, so that its index serves. Whatever is held by somebody is left for the next time.
  const rows = await sql<{ id: string }>(
    `SELECT id FROM conversations WHERE shop_id = $1 AND words_form < ${WORDS_FORM}
     ORDER BY id LIMIT ${BATCH} FOR UPDATE SKIP LOCKED`,
    [shopId],
  );
  for (const { id } of rows) {
    const data = await wordsOfConversation(tx, keys, id).catch((err: unknown) => {
      // It will not open the next time either, and stays as it was found before.
      logger.warn({ err, shopId, conversationId: id }, "a conversation's words cannot be rewritten");
      return { wordsForm: WORDS_FORM };
    });
    await tx.conversation.update({ where: { id }, data });
  }
  if (rows.length === BATCH) await emit(tx, "words-outdated", { data: { shopId } });
  return rows.length;
}
