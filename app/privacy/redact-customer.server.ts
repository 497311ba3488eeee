import { sqlOf, type Tx } from "#app/db.server.ts";
import { emit } from "#app/emit.server.ts";
import { TryAgainAt, type Handler } from "#app/job.ts";
import { minutes } from "#app/lib/duration.ts";
import { customerRedactSchema } from "#app/mirror/payloads/compliance.ts";
import { lockForRedaction } from "#app/mirror/redaction-marks.server.ts";
import { stripParts } from "#app/mirror/strip-parts.server.ts";
import { blank, eraseRaw, eraseUnknown } from "#app/privacy/erase-raw.server.ts";
import { findPerson } from "#app/privacy/find-person.server.ts";
import { openRequest } from "#app/privacy/open-request.server.ts";
import type { Person } from "#app/privacy/person.ts";
import { removeConversations } from "#app/privacy/remove-conversations.server.ts";
import { removeExports } from "#app/privacy/remove-exports.server.ts";
import { removeIssues } from "#app/privacy/remove-issues.server.ts";
import { removeViews } from "#app/privacy/remove-views.server.ts";
import { readRedaction, saveRedaction, type Redaction } from "#app/privacy/redaction-state.server.ts";
import { shopKeys } from "#app/shop/keys.server.ts";
import { sealJson, type ShopKeys } from "#app/shop/seal.ts";

/**
 * `customers/redact`: removes a person from the shop's data for good. What was bought stays as figures without a person;
 * marks keep a late webhook, a backfill or a repeat from bringing anything back. Who they are is kept, sealed, in the request
 * itself until everything is gone, so that a run that stopped half way can be repeated.
 */
export const redactCustomer: Handler<"redactCustomer"> = async (ports, run, { deliveryId }) => {
  const keys = await shopKeys(run.shopId);
  const begun = await run.inShop((tx) => begin(tx, keys, deliveryId));
  if (!begun) return "it was redacted before";
  const { domain, redaction } = begun;
  const { person, conversations } = redaction;
  await eraseUnknown(domain, person);
  const waiting = await eraseRaw(run, { keys, deliveryId, redaction });
  if (waiting > 0) {
    throw new TryAgainAt(
      new Date(ports.now().getTime() + minutes(1)),
      "webhooks about the person are still being handled",
    );
  }
  await run.inShop((tx) => blank(tx, keys, { id: deliveryId, state: "mirrored" }));
  return `redacted: orders ${person.orderIds.length}, conversations ${conversations}`;
};

/** Removes the person in one transaction, and keeps who they are; or takes up what a run before this one began. */
async function begin(
  tx: Tx,
  keys: ShopKeys,
  deliveryId: string,
): Promise<{ domain: string; redaction: Redaction } | null> {
  await lockForRedaction(sqlOf(tx), keys.shopId);
  const { domain } = await tx.shop.findUniqueOrThrow({
    where: { id: keys.shopId },
    select: { domain: true },
  });
  const known = await readRedaction(tx, keys, deliveryId);
  if (known) return { domain, redaction: known };
  const request = await openRequest(tx, keys, { deliveryId, schema: customerRedactSchema });
  if (!request) return null;
  const person = await findPerson(tx, keys, {
    customerId: request.customer.id ?? null,
    email: request.customer.email,
    orderIds: request.orders_to_redact,
  });
  await mark(tx, keys, person);
  await removeFromMirror(tx, keys, person);
  await removeIssues(tx, keys.shopId, person);
  await removeViews(tx, keys, person);
  // Who it is about stands somewhere in them, too.
  await removeExports(tx, keys.shopId);
  const conversations = await removeConversations(tx, keys, person);
  const redaction: Redaction = { person, conversations, after: null, waiting: [] };
  await saveRedaction(tx, keys, { deliveryId, redaction });
  return { domain, redaction };
}

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
        tie: "",
        customerId: null,
        emailIndex: null,
        tags: [],
        locale: null,
        sealed: sealJson(keys, `orders.sealed:${id}`, {}),
      },
    });
    if (count > 0) await emit(tx, "order-mirrored", { data: { shopId, orderId: id } });
  }
  await stripParts(sqlOf(tx), shopId, person.orderIds);
  await tx.dataRequest.deleteMany({ where: { shopId, customerId: { in: person.customerIds } } });
}
