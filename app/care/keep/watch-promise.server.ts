import type { Promise as PromiseRow } from "@prisma/client";
import { refreshRaised } from "#app/care/draft/refresh-drafts.server.ts";
import { closePromises } from "#app/care/keep/close-promises.server.ts";
import { promiseContentSchema } from "#app/care/keep/promise-content.ts";
import { raiseConversation } from "#app/care/keep/raise-conversation.server.ts";
import { tellShopper } from "#app/care/keep/tell-shopper.server.ts";
import { wakeForPromise } from "#app/care/keep/wake-for-promise.server.ts";
import { sqlOf } from "#app/db.server.ts";
import { TryAgainAt, type Handler } from "#app/job.ts";
import { lockAgainstRedaction } from "#app/mirror/redaction-marks.server.ts";
import { shopKeys } from "#app/shop/keys.server.ts";
import { openJson, type ShopKeys } from "#app/shop/seal.ts";

/**
 * The time has come to look at a promise: before it is due a person is warned and a message to the shopper is asked for, after it it is
 * broken, unless the records show that it was kept. A promise that was moved has other times than the ones it was put off to.
 */
export const watchPromise: Handler<"watchPromise"> = async (ports, run, { promiseId, at }) => {
  const { shopId } = run;
  const keys = await shopKeys(shopId);
  const now = ports.now();
  const looked = await run.inShop(async (tx): Promise<string | Date> => {
    await lockAgainstRedaction(sqlOf(tx), shopId);
    const place = await tx.promise.findUnique({ where: { id: promiseId }, select: { conversationId: true } });
    if (!place) return "the promise is gone";
    const { conversationId } = place;
    await tx.$executeRaw`SELECT 1 FROM conversations WHERE id = ${conversationId} FOR UPDATE`;
    await closePromises(tx, keys, { conversationId, now });
    const promise = await tx.promise.findUnique({ where: { id: promiseId } });
    if (!promise) return "the promise is gone";
    const { state, dueAt, warnAt } = promise;
    if (state !== "open" || !dueAt || !warnAt) return `it is ${state}`;
    const isDue = at === undefined ? now > dueAt : at === dueAt.toISOString();
    if (at !== undefined && !isDue && at !== warnAt.toISOString()) return "its time was moved";
    const time = isDue ? dueAt : warnAt;
    // The queue's clock is the database's: this one may be behind it.
    if (now < time) return time;
    await raiseConversation(tx, { conversationId, now });
    if (isTold(keys, promise)) await tellShopper(tx, "promise-at-risk", { shopId, conversationId });
    if (isDue) {
      await tx.promise.updateMany({ where: { id: promiseId, state: "open" }, data: { state: "broken" } });
      await refreshRaised(tx, keys, conversationId);
      return "it is broken";
    }
    await wakeForPromise(tx, { shopId, promiseId, at: dueAt });
    return "it is due soon";
  });
  if (looked instanceof Date) throw new TryAgainAt(looked, "it is not time yet");
  return looked;
};

/** Who was promised nothing need not hear that it is late. */
const isTold = (keys: ShopKeys, { id, sealed }: PromiseRow): boolean =>
  openJson(keys, { context: `promises.sealed:${id}`, bytes: sealed }, promiseContentSchema).told;
