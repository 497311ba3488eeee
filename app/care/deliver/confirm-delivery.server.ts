import type { Delivery, Prisma } from "@prisma/client";
import { refuseOutreach } from "#app/care/decide/refuse-outreach.server.ts";
import { isDeadAddress } from "#app/care/deliver/is-dead-address.ts";
import { nextAttempt } from "#app/care/deliver/next-attempt.ts";
import { reopen } from "#app/care/deliver/reopen.server.ts";
import { outgoingContentSchema } from "#app/care/review/outgoing-content.ts";
import { recordSent } from "#app/care/review/record-sent.server.ts";
import { lockDelivery } from "#app/care/review/lock-delivery.server.ts";
import { bouncedBy, suppress } from "#app/conversation/suppressions.server.ts";
import { sqlOf, type Tx } from "#app/db.server.ts";
import { lockAgainstRedaction } from "#app/mirror/redaction-marks.server.ts";
import type { MailOutcome } from "#app/ports.ts";
import { blindIndex, openJson, sealJson, type ShopKeys } from "#app/shop/seal.ts";

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
      return taken(tx, keys, { delivery, answer, write, now });
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

type Taken = {
  delivery: Delivery;
  answer: Extract<MailOutcome, { outcome: "accepted" }>;
  write: (data: Prisma.DeliveryUpdateInput) => Promise<unknown>;
  now: Date;
};

/** The mail server took it, for its recipient or for those alone who get a copy: who was refused is written down. */
async function taken(tx: Tx, keys: ShopKeys, { delivery, answer, write, now }: Taken): Promise<Confirmed> {
  const { id: deliveryId, shopId, recipientIndex } = delivery;
  const refused = (answer.refused ?? []).map((one) => ({
    ...one,
    contactIndex: blindIndex(keys, "email", one.address),
  }));
  for (const one of refused.filter((each) => isDeadAddress(each))) {
    const reason = bouncedBy({ deliveryId, code: one.code });
    await suppress(tx, { shopId, contactIndex: one.contactIndex, scope: "all", reason });
  }
  const own = refused.find(({ contactIndex }) => contactIndex === recipientIndex);
  if (own) {
    await write({ status: "failed", response: withoutAddresses(own.response) });
    // Whoever has a copy of it already gets none when it is sent once more.
    await dropCopies(tx, keys, delivery);
    await giveUp(tx, delivery, now);
    return { summary: `failed: ${own.code}, the copies went` };
  }
  const left = refused.length > 0 ? `${answer.response}; copies refused: ${refused.length}` : answer.response;
  await write({ status: "sent", response: withoutAddresses(left) });
  await recordSent(tx, keys, { delivery, at: now });
  return { summary: refused.length > 0 ? "sent, not to all who were to get a copy" : "sent" };
}

async function dropCopies(tx: Tx, keys: ShopKeys, { id, sealed: bytes }: Delivery): Promise<void> {
  const context = `deliveries.sealed:${id}` as const;
  const { cc: _cc, ...content } = openJson(keys, { context, bytes }, outgoingContentSchema);
  await tx.delivery.update({ where: { id }, data: { sealed: sealJson(keys, context, content) } });
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
