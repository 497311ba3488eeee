import { checkClaims } from "#app/care/keep/check-claims.server.ts";
import { closePromises } from "#app/care/keep/close-promises.server.ts";
import { sqlOf } from "#app/db.server.ts";
import type { Handler } from "#app/job.ts";
import { lockAgainstRedaction } from "#app/mirror/redaction-marks.server.ts";
import { shopKeys } from "#app/shop/keys.server.ts";

/** An order changed of which something was promised or told: what the change keeps is closed, what it makes false is raised. */
export const watchOrder: Handler<"watchOrder"> = async (ports, run, { orderId }) => {
  const { shopId } = run;
  const keys = await shopKeys(shopId);
  const conversations = await run.inShopSql((sql) =>
    sql<{ id: string }>(
      `SELECT conversation_id AS id FROM sent_claims WHERE shop_id = $1 AND order_id = $2
       UNION
       SELECT conversation_id FROM promises WHERE shop_id = $1 AND order_id = $2 AND kept_at IS NULL ORDER BY 1`,
      [shopId, orderId],
    ),
  );
  const totals = { closed: 0, fell: 0 };
  for (const { id: conversationId } of conversations) {
    const { closed, fell } = await run.inShop(async (tx) => {
      await lockAgainstRedaction(sqlOf(tx), shopId);
      await tx.$executeRaw`SELECT 1 FROM conversations WHERE id = ${conversationId} FOR UPDATE`;
      const given = { conversationId, now: ports.now() };
      return {
        closed: await closePromises(tx, keys, given),
        fell: await checkClaims(tx, keys, given),
      };
    });
    totals.closed += closed;
    totals.fell += fell;
  }
  return `closed ${totals.closed} promises, found ${totals.fell} facts that became false`;
};
