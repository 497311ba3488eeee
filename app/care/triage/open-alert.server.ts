import type { AlertReason } from "#app/care/triage/alert.ts";
import type { Tx } from "#app/db.server.ts";
import { emit } from "#app/emit.server.ts";
import { timedId } from "#app/lib/timed-id.ts";

export type AlertToOpen = {
  shopId: string;
  /** Makes it once: `urgent:<message id>`, `rated:<request id>`, `test:<id>`. */
  key: string;
  reason: AlertReason;
  conversationId: string | null;
  messageId?: string;
  at: Date;
};

/**
 * Has the named person told, once for each key. What the same conversation was told of before for the same reason and nobody looked at
 * goes with it: one of them is repeated, not both. Null where it was opened before.
 */
export async function openAlert(tx: Tx, alert: AlertToOpen): Promise<string | null> {
  const { shopId, key, reason, conversationId, messageId = null, at } = alert;
  const id = timedId(at.getTime());
  const { count } = await tx.alert.createMany({
    data: { id, shopId, key, reason, conversationId, messageId, openedAt: at, lookAt: at },
    skipDuplicates: true,
  });
  if (count === 0) return null;
  if (conversationId !== null)
    await tx.alert.updateMany({
      where: { shopId, conversationId, reason, state: "open", id: { not: id } },
      data: { state: "ended", lookAt: null },
    });
  await emit(tx, "alerts-to-look-at", { data: { shopId } });
  return id;
}
