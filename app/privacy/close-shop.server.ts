import type { Reason } from "#app/care/decide/outreach.ts";
import type { Tx } from "#app/db.server.ts";
import type { Handler } from "#app/job.ts";

/** Work that sends something out of the house: a model, the shop's Admin API, a mail server. */
const LEAVES_THE_HOUSE = ["understandMessage", "draftReply", "draftOutreach", "deliverReply", "backfillShop"];

/**
 * After an uninstall: what was about to leave is cancelled, its conversations are open again so that somebody sees it, and jobs that would reach outside wait until the app is opened
 * again (install-shop.server.ts sets them going). Nothing is deleted: that is for `shop/redact`.
 */
export const closeShop: Handler<"closeShop"> = async (ports, run) => {
  const { shopId } = run;
  return run.inShop(async (tx) => {
    const shop = await tx.shop.findUnique({ where: { id: shopId }, select: { uninstalledAt: true } });
    if (!shop?.uninstalledAt) return "the app was opened again";
    const cancelled = await cancelQueued(tx, shopId, ports.now());
    const parked = await tx.$executeRaw`
      UPDATE jobs SET run_at = '9999-01-01T00:00:00Z'
      WHERE shop_id = ${shopId} AND state = 'waiting' AND name = ANY(${LEAVES_THE_HOUSE})`;
    return `closed: deliveries cancelled ${cancelled}, jobs parked ${parked}`;
  });
};

/** An approved reply put its conversation to wait for an answer: without the reply it waits for us. */
async function cancelQueued(tx: Tx, shopId: string, at: Date): Promise<number> {
  const cancelled = await tx.delivery.updateManyAndReturn({
    where: { shopId, status: "queued" },
    data: { status: "cancelled", response: "The app was uninstalled", at },
    select: { conversationId: true, draftId: true },
  });
  const id = { in: cancelled.flatMap(({ conversationId }) => conversationId ?? []) };
  await tx.conversation.updateMany({
    where: { shopId, id, status: "waiting" },
    data: { status: "open", updatedAt: at },
  });
  await refuseApproved(tx, shopId, { draftIds: cancelled.flatMap(({ draftId }) => draftId ?? []), at });
  return cancelled.length;
}

/** What was to be told of an order issue is decided anew when the app is back. */
async function refuseApproved(
  tx: Tx,
  shopId: string,
  { draftIds, at }: { draftIds: string[]; at: Date },
): Promise<void> {
  const reasons: Reason[] = [
    { rule: "uninstalled", outcome: "refuse", code: "uninstalled", why: "The app was uninstalled." },
  ];
  await tx.outreach.updateMany({
    where: { shopId, draftId: { in: draftIds }, state: "approved" },
    data: { state: "refused", reasons, draftId: null, changedAt: at },
  });
  // Its mail never left: the same may be drafted again.
  await tx.draft.updateMany({
    where: { shopId, id: { in: draftIds }, issueId: { not: null }, status: "sent" },
    data: { status: "superseded" },
  });
}
