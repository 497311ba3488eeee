import type { Delivery, Prisma } from "@prisma/client";
import { refuseOutreach } from "#app/care/decide/refuse-outreach.server.ts";
import { isDeadAddress } from "#app/care/deliver/is-dead-address.ts";
import { nextAttempt } from "#app/care/deliver/next-attempt.ts";
import { reopen } from "#app/care/deliver/reopen.server.ts";
import { recordSent } from "#app/care/review/record-sent.server.ts";
import { lockDelivery } from "#app/care/review/lock-delivery.server.ts";
import { bouncedBy, suppress } from "#app/conversation/suppressions.server.ts";
import { sqlOf, type Tx } from "#app/db.server.ts";
import { lockAgainstRedaction } from "#app/mirror/redaction-marks.server.ts";
import type { MailOutcome } from "#app/ports.ts";
import type { ShopKeys } from "#app/shop/seal.ts";

type Confirmation = { deliveryId: string; fence: number; attempts: number; answer: MailOutcome; now: Date };
export type Confirmed = { summary: string; tryAgainAt?: Date };

/** Writes what the mail server answered, when this claim still holds the delivery. */
export async function confirmDelivery(tx: Tx, keys: ShopKeys, given: Confirmation): Promise<Confirmed> {
  const { deliveryId, fence, answer, now } = given;
  // Before the rows: a redaction takes them in this order too.
  await lockAgainstRedaction(sqlOf(tx), keys.shopId);
  const delivery = await lockDelivery(tx, deliveryId);
  if (!delivery) return { summary: "the delivery is gone" };
  if (delivery.fence !== fence || delivery.status !== "sending") {
    return { summary: `another claim took it, this one heard ${answer.outcome}` };
  }
  const write = (data: Prisma.DeliveryUpdateInput) =>
    tx.delivery.update({ where: { id: deliveryId }, data: { at: now, leaseUntil: null, ...data } });

  switch (answer.outcome) {
    case "accepted":
      await write({ status: "sent", response: withoutAddresses(answer.response) });
      await recordSent(tx, keys, { delivery, at: now });
      return { summary: "sent" };
    case "deferred":
    case "unreachable": {
      const response = withoutAddresses(
        answer.outcome === "deferred" ? answer.response : `not reached: ${answer.reason}`,
      );
      const at = nextAttempt(given.attempts, now);
      await write(at ? { status: "queued", response, nextAttemptAt: at } : { status: "failed", response });
      if (at) return { summary: `put off: ${answer.outcome}`, tryAgainAt: at };
      await giveUp(tx, delivery, now);
      return { summary: "failed: put off too often" };
    }
    case "rejected":
      await write({ status: "failed", response: withoutAddresses(answer.response) });
      if (isDeadAddress(answer)) {
        const { shopId, recipientIndex: contactIndex } = delivery;
        const reason = bouncedBy({ deliveryId, code: answer.code });
        await suppress(tx, { shopId, contactIndex, scope: "all", reason });
      }
      await giveUp(tx, delivery, now);
      return { summary: `failed: ${answer.code}` };
    case "unknown":
      await write({ status: "uncertain", response: `no answer: ${answer.reason}` });
      await reopen(tx, delivery, now);
      return { summary: "uncertain: no answer after the mail was begun" };
  }
}

/** Mail servers quote the recipient in what they answer; the ledger's plain columns hold no address. */
function withoutAddresses(response: string): string {
  return response.replace(/[^\s<>"]+@[^\s<>"]+/gu, "[address]").slice(0, 300);
}

/** A person must see it. An order problem was not told of then: it may be once more, when the cause is put right. */
async function giveUp(tx: Tx, delivery: Delivery, now: Date): Promise<void> {
  await reopen(tx, delivery, now);
  const { shopId, draftId, purpose } = delivery;
  const outreach =
    purpose === "outreach" && draftId
      ? await tx.outreach.findFirst({ where: { shopId, draftId }, select: { id: true } })
      : null;
  const reason = { rule: "delivery", code: "failed", why: "The mail could not be delivered." };
  if (outreach) await refuseOutreach(tx, { outreachId: outreach.id, reason, now });
}
