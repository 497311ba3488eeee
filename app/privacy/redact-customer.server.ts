import type { Tx } from "#app/db.server.ts";
import { emit } from "#app/emit.server.ts";
import { TryAgainAt, type Handler } from "#app/job.ts";
import { minutes } from "#app/lib/duration.ts";
import { customerRedactSchema } from "#app/mirror/payloads/compliance.ts";
import { lockForRedaction } from "#app/mirror/redaction-marks.server.ts";
import { findPerson } from "#app/privacy/find-person.server.ts";
import { openRequest } from "#app/privacy/open-request.server.ts";
import type { Person } from "#app/privacy/person.ts";
import { removeConversations } from "#app/privacy/remove-conversations.server.ts";
import { scanDeliveries } from "#app/privacy/scan-deliveries.server.ts";
import { shopKeys } from "#app/shop/keys.server.ts";
import { sealBytes, sealJson, type ShopKeys } from "#app/shop/seal.ts";

/**
 * `customers/redact`: removes a person from the shop's data for good. What was bought stays as figures without a person;
 * marks keep a late webhook, a backfill or a repeat from bringing anything back. The request itself goes last, so that a
 * run that stopped half way can be repeated.
 */
export const redactCustomer: Handler<"redactCustomer"> = async (ports, run, { deliveryId }) => {
  const keys = await shopKeys(run.shopId);
  const removed = await run.inShop(async (tx) => {
    const request = await openRequest(tx, keys, { deliveryId, schema: customerRedactSchema });
    if (!request) return null;
    await lockForRedaction(tx, run.shopId);
    const person = await findPerson(tx, keys, {
      customerId: request.customer.id ?? null,
      email: request.customer.email,
      orderIds: request.orders_to_redact,
    });
    await mark(tx, keys, person);
    await removeFromMirror(tx, keys, person);
    return { person, conversations: await removeConversations(tx, keys, person) };
  });
  if (!removed) return "it was redacted before";
  const { person, conversations } = removed;
  const waiting = await eraseRaw(run, { keys, person, except: deliveryId });
  if (waiting > 0) {
    throw new TryAgainAt(
      new Date(ports.now().getTime() + minutes(1)),
      "webhooks about the person are still being handled",
    );
  }
  await run.inShop((tx) => blank(tx, keys, deliveryId));
  return `redacted: orders ${person.orderIds.length}, conversations ${conversations}`;
};

async function mark(tx: Tx, keys: ShopKeys, person: Person): Promise<void> {
  const { shopId } = keys;
  const marks = [
    ...person.customerIds.map((entityKey) => ({ shopId, entity: "customer", entityKey })),
    ...person.orderIds.map((entityKey) => ({ shopId, entity: "order", entityKey })),
    ...person.contacts.map((entityKey) => ({ shopId, entity: "contact", entityKey })),
  ];
  await tx.redactionMark.createMany({ data: marks, skipDuplicates: true });
}

async function removeFromMirror(tx: Tx, keys: ShopKeys, person: Person): Promise<void> {
  const { shopId } = keys;
  await tx.customer.deleteMany({
    where: { shopId, OR: [{ id: { in: person.customerIds } }, { emailIndex: { in: person.contacts } }] },
  });
  for (const id of person.orderIds) {
    const { count } = await tx.order.updateMany({
      where: { shopId, id },
      data: {
        customerId: null,
        emailIndex: null,
        tags: [],
        locale: null,
        sealed: sealJson(keys, `orders.sealed:${id}`, {}),
      },
    });
    if (count > 0) await emit(tx, "order-mirrored", { data: { shopId, orderId: id } });
  }
  await tx.dataRequest.deleteMany({ where: { shopId, customerId: { in: person.customerIds } } });
}

/** Empties raw webhooks about the person. Answers how many are not handled yet: their effect must come first. */
async function eraseRaw(
  run: Parameters<typeof scanDeliveries>[0],
  { keys, person, except }: { keys: ShopKeys; person: Person; except: string },
): Promise<number> {
  let waiting = 0;
  await scanDeliveries(run, { keys, person }, async (tx, delivery) => {
    if (delivery.id === except) return;
    if (delivery.state === "recorded") waiting += 1;
    else await blank(tx, keys, delivery.id);
  });
  return waiting;
}

async function blank(tx: Tx, keys: ShopKeys, deliveryId: string): Promise<void> {
  const sealedBody = sealBytes(keys, `webhook_deliveries.sealed_body:${deliveryId}`, Buffer.from("{}"));
  await tx.webhookDelivery.update({ where: { id: deliveryId }, data: { sealedBody, reason: "redacted" } });
}
