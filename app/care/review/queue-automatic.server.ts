import { randomUUID } from "node:crypto";
import { messageIdOf } from "#app/care/review/compose-mail.ts";
import type { OutgoingContent } from "#app/care/review/outgoing-content.ts";
import type { AUTOMATIC_PURPOSES } from "#app/conversation/automatic-purposes.ts";
import type { Tx } from "#app/db.server.ts";
import { emit } from "#app/emit.server.ts";
import { env } from "#app/env.server.ts";
import { blindIndex, sealJson, type ShopKeys } from "#app/shop/seal.ts";

type Queueing = {
  purpose: (typeof AUTOMATIC_PURPOSES)[number];
  conversationId: string;
  mail: OutgoingContent;
  at: Date;
  /** It leaves then, if it is still wanted. */
  notBefore: Date;
};

/** Once for each purpose and conversation. */
export const automaticKey = (purpose: Queueing["purpose"], conversationId: string) =>
  `${purpose}:${conversationId}`;

/** A mail that nobody approves goes the way of all mail: into the ledger under its key, and to the job that sends it. */
export async function queueAutomatic(tx: Tx, keys: ShopKeys, given: Queueing): Promise<string> {
  const { purpose, conversationId, mail, at, notBefore } = given;
  const { shopId } = keys;
  const deliveryId = randomUUID();
  const key = automaticKey(purpose, conversationId);
  await tx.delivery.create({
    data: {
      ...{ id: deliveryId, shopId, key, purpose, conversationId, approvedBy: "attune" },
      mailMessageId: messageIdOf({ shopId, key }, env.INBOUND_DOMAIN),
      recipientIndex: blindIndex(keys, "email", mail.to.address),
      sealed: sealJson(keys, `deliveries.sealed:${deliveryId}`, mail),
      ...{ nextAttemptAt: notBefore, at, createdAt: at },
    },
  });
  const data = { shopId, deliveryId };
  await emit(tx, "draft-approved", { data, ...(notBefore > at ? { runAt: notBefore } : {}) });
  return deliveryId;
}
