import { wakeForPromise } from "#app/care/keep/wake-for-promise.server.ts";
import { warnAt } from "#app/care/keep/warn-at.ts";
import { lockDelivery } from "#app/care/review/lock-delivery.server.ts";
import { outgoingContentSchema } from "#app/care/review/outgoing-content.ts";
import { readCalendar } from "#app/care/triage/read-calendar.server.ts";
import { logEvent } from "#app/conversation/log-event.server.ts";
import { sqlOf, type Tx } from "#app/db.server.ts";
import type { Handler } from "#app/job.ts";
import { lockAgainstRedaction } from "#app/mirror/redaction-marks.server.ts";
import { shopKeys } from "#app/shop/keys.server.ts";
import { openJson, sealJson } from "#app/shop/seal.ts";

/** What it says is the receipt's: whoever answers keeps it. */
export const SAID_BY_RECEIPT = "receipt";

/** A receipt left: the time that it names is a promise like any other, kept by the first answer. Written down once. */
export const keepReceipt: Handler<"keepReceipt"> = async (_ports, run, { deliveryId }) => {
  const { shopId } = run;
  const keys = await shopKeys(shopId);
  return run.inShop(async (tx) => {
    await lockAgainstRedaction(sqlOf(tx), shopId);
    const delivery = await lockDelivery(tx, deliveryId);
    if (!delivery?.conversationId) return "the delivery is gone";
    const { conversationId, at: madeAt } = delivery;
    const id = `${deliveryId}-0`;
    if (await wasWritten(tx, { shopId, conversationId, deliveryId, id })) return "it was written down before";
    const sealed = { context: `deliveries.sealed:${deliveryId}` as const, bytes: delivery.sealed };
    const { promised } = openJson(keys, sealed, outgoingContentSchema);
    await logEvent(tx, {
      ...{ shopId, conversationId, kind: "receipt", by: "attune", at: madeAt },
      data: { deliveryId, dueAt: promised?.dueAt ?? null },
    });
    if (!promised) return "it promised nothing";
    const dueAt = new Date(promised.dueAt);
    const calendar = await readCalendar(tx, shopId);
    const warned = warnAt({ madeAt, dueAt, calendar }, calendar.timeZone);
    await tx.promise.create({
      data: {
        ...{ id, shopId, conversationId, deliveryId, kind: "write", saidBy: SAID_BY_RECEIPT },
        ...{ dueAt, warnAt: warned, madeAt },
        sealed: sealJson(keys, `promises.sealed:${id}`, { text: promised.text, before: [] }),
      },
    });
    await wakeForPromise(tx, { shopId, promiseId: id, at: warned });
    return "wrote down its promise";
  });
};

type Receipt = { shopId: string; conversationId: string; deliveryId: string; id: string };

/** Of this receipt: the conversation may have others by now, of conversations that were merged into it. */
async function wasWritten(tx: Tx, { shopId, conversationId, deliveryId, id }: Receipt): Promise<boolean> {
  const promises = await tx.promise.count({ where: { id } });
  const logged = await tx.conversationEvent.count({
    where: {
      ...{ shopId, conversationId, kind: "receipt" },
      data: { path: ["deliveryId"], equals: deliveryId },
    },
  });
  return promises + logged > 0;
}
