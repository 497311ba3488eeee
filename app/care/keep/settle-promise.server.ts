import { refreshRaised } from "#app/care/draft/refresh-drafts.server.ts";
import { addBusinessDays, dayOf, endOfDay } from "#app/care/keep/due-day.ts";
import { wakeForPromise } from "#app/care/keep/wake-for-promise.server.ts";
import { warnAt } from "#app/care/keep/warn-at.ts";
import { readCalendar } from "#app/care/triage/read-calendar.server.ts";
import { sqlOf, type InShop } from "#app/db.server.ts";
import { lockAgainstRedaction } from "#app/mirror/redaction-marks.server.ts";
import type { Now } from "#app/ports.ts";
import { shopKeys } from "#app/shop/keys.server.ts";

export type SettlePromise = {
  shopId: string;
  conversationId: string;
  promiseId: string;
  as: "kept" | "later";
  staff: { id: string };
};
export type PromiseSettled = { outcome: "kept" | "moved" | "not_open" | "not_found" };

/**
 * A person's word on a promise: it was done, which no record may show, or it is due a working day later, since they told the shopper. A
 * broken promise can be said to be done; it was broken all the same.
 */
export async function settlePromise(
  { inShop, now }: { inShop: InShop; now: Now },
  { shopId, conversationId, promiseId, as, staff }: SettlePromise,
): Promise<PromiseSettled> {
  const keys = await shopKeys(shopId);
  return inShop(async (tx) => {
    await lockAgainstRedaction(sqlOf(tx), shopId);
    await tx.$executeRaw`SELECT 1 FROM conversations WHERE id = ${conversationId} FOR UPDATE`;
    const promise = await tx.promise.findFirst({ where: { id: promiseId, shopId, conversationId } });
    if (!promise) return { outcome: "not_found" };
    if (promise.keptAt) return { outcome: "not_open" };
    const at = now();
    if (as === "kept") {
      const state = promise.state === "open" ? "kept" : promise.state;
      const data = { state, keptAt: at, keptBy: `staff:${staff.id}` };
      await tx.promise.update({ where: { id: promiseId }, data });
      await refreshRaised(tx, keys, conversationId);
      return { outcome: "kept" };
    }
    if (promise.state !== "open" || !promise.dueAt) return { outcome: "not_open" };
    const calendar = await readCalendar(tx, shopId);
    const { timeZone } = calendar;
    const from = new Date(Math.max(promise.dueAt.getTime(), at.getTime()));
    const dueAt = endOfDay(addBusinessDays(dayOf(from, timeZone), 1, calendar), timeZone);
    if (!dueAt) return { outcome: "not_open" };
    const warned = warnAt({ madeAt: at, dueAt, calendar }, timeZone);
    await tx.promise.update({ where: { id: promiseId }, data: { dueAt, warnAt: warned } });
    await wakeForPromise(tx, { shopId, promiseId, at: warned });
    await refreshRaised(tx, keys, conversationId);
    return { outcome: "moved" };
  });
}
