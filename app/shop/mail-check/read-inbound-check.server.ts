import type { Tx } from "#app/db.server.ts";
import { shownCheck, type ShownCheck } from "#app/shop/mail-check/mail-check.ts";

export type InboundCheck = {
  /** The newest round trip that was asked for. */
  last: ShownCheck | null;
  /** When mail last came by the inbound address: a round trip of ours, or a shopper's. Null: never yet. */
  provenAt: string | null;
};

/** Whether mail to the shop's inbound address arrives, as far as the app has seen it arrive. */
export async function readInboundCheck(tx: Tx, shopId: string, now: Date): Promise<InboundCheck> {
  const where = { shopId, kind: "inbound" };
  const last = await tx.mailCheck.findFirst({ where, orderBy: { askedAt: "desc" } });
  const done = await tx.mailCheck.findFirst({
    where: { ...where, state: "done" },
    orderBy: { askedAt: "desc" },
  });
  const mail = await tx.inboundMessage.findFirst({
    where: { shopId, channel: "email", state: "threaded" },
    orderBy: { receivedAt: "desc" },
    select: { receivedAt: true },
  });
  const seen = [done?.doneAt, mail?.receivedAt].filter((at) => at instanceof Date);
  const newest = Math.max(...seen.map((at) => at.getTime()));
  return {
    last: last ? shownCheck("inbound", last, now) : null,
    provenAt: seen.length > 0 ? new Date(newest).toISOString() : null,
  };
}
