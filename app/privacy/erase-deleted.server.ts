import { sqlOf, type Tx } from "#app/db.server.ts";
import type { Handler, Run } from "#app/job.ts";
import { readCustomerAgain } from "#app/mirror/read-customer-again.server.ts";
import { readOrderAgain } from "#app/mirror/read-order-again.server.ts";
import type { MirrorRows } from "#app/mirror/rows.ts";
import { deleteParts } from "#app/mirror/strip-parts.server.ts";
import { writeRows } from "#app/mirror/write-rows.server.ts";
import type { Ports } from "#app/ports.ts";
import { removeIssues } from "#app/privacy/remove-issues.server.ts";
import { removeUnsent } from "#app/privacy/remove-unsent.server.ts";
import { shopKeys } from "#app/shop/keys.server.ts";
import { sealJson, type ShopKeys } from "#app/shop/seal.ts";

type Confirmed = { outcome: "gone" } | { outcome: "unsure" } | { outcome: "still_there"; rows: MirrorRows };

/**
 * Erases a deleted order or customer once Shopify confirms that it is gone, or the shop is. The signature does not prove a
 * webhook's topic: one that is still there comes back. An empty tombstone stays, so that a late webhook finds it. What the
 * buyer of an order that is gone has bought is read again: nothing else may tell that it is less now.
 */
export const eraseDeleted: Handler<"eraseDeleted"> = async (ports, run, { entity, id }) => {
  const keys = await shopKeys(run.shopId);
  const confirmed = await confirm(ports, run, { entity, id });
  if (confirmed.outcome === "unsure")
    return `Shopify does not say whether the ${entity} is gone: it stays hidden`;
  const buyer = entity === "order" && confirmed.outcome === "gone" ? await readBuyer(ports, run, id) : {};
  return run.inShop(async (tx) => {
    if (confirmed.outcome === "still_there") {
      await revive(tx, run.shopId, { entity, id });
      await writeRows(sqlOf(tx), keys, confirmed.rows);
      return `the ${entity} is still there`;
    }
    const erased = entity === "order" ? await eraseOrder(tx, keys, id) : await eraseCustomer(tx, keys, id);
    await writeRows(sqlOf(tx), keys, buyer);
    return erased ? `the ${entity} is erased` : `the ${entity} is not marked deleted`;
  });
};

type Deleted = { entity: "order" | "customer"; id: string };

async function confirm(ports: Ports, run: Run, { entity, id }: Deleted): Promise<Confirmed> {
  const again =
    entity === "order"
      ? await readOrderAgain(ports, run.shopId, id)
      : await readCustomerAgain(ports, run, id);
  if (again.outcome === "rows") return { outcome: "still_there", rows: again.rows };
  return { outcome: again.outcome === "refused" ? "unsure" : "gone" };
}

/** The buyer of a deleted order; nobody when it is not known, or Shopify does not say. */
async function readBuyer(ports: Ports, run: Run, orderId: string): Promise<MirrorRows> {
  const order = await run.inShop((tx) =>
    tx.order.findFirst({
      where: { shopId: run.shopId, id: orderId, deletedAt: { not: null } },
      select: { customerId: true },
    }),
  );
  if (!order?.customerId) return {};
  const again = await readCustomerAgain(ports, run, order.customerId);
  return again.outcome === "rows" ? again.rows : {};
}

async function revive(tx: Tx, shopId: string, { entity, id }: Deleted): Promise<void> {
  const where = { shopId, id };
  if (entity === "order") await tx.order.updateMany({ where, data: { deletedAt: null, tie: "" } });
  else
    await tx.customer.updateMany({
      where: { ...where, mergedIntoId: null },
      data: { deletedAt: null, tie: "" },
    });
}

async function eraseOrder(tx: Tx, keys: ShopKeys, id: string): Promise<boolean> {
  const { shopId } = keys;
  const { count } = await tx.order.updateMany({
    where: { shopId, id, deletedAt: { not: null } },
    data: {
      name: "",
      nameKey: "",
      tie: "",
      lines: [],
      linesVersion: "",
      customerId: null,
      emailIndex: null,
      locale: null,
      tags: [],
      total: 0,
      sealed: sealJson(keys, `orders.sealed:${id}`, {}),
    },
  });
  if (count === 0) return false;
  await tx.proofCode.deleteMany({ where: { shopId, orderId: id } });
  await tx.sentClaim.deleteMany({ where: { shopId, orderId: id } });
  await tx.staffFact.deleteMany({ where: { shopId, orderId: id } });
  await tx.orderOccasion.deleteMany({ where: { shopId, orderId: id } });
  await removeUnsent(tx, { shopId, orderId: id });
  await removeIssues(tx, shopId, { orderIds: [id] });
  await deleteParts(sqlOf(tx), shopId, [id]);
  return true;
}

async function eraseCustomer(tx: Tx, keys: ShopKeys, id: string): Promise<boolean> {
  const { count } = await tx.customer.updateMany({
    where: { shopId: keys.shopId, id, deletedAt: { not: null } },
    data: {
      tie: "",
      profileVersion: "",
      summaryVersion: "",
      consentVersion: "",
      emailIndex: null,
      locale: null,
      state: null,
      tags: [],
      ordersCount: null,
      amountSpent: null,
      lastOrderId: null,
      emailConsent: null,
      emailConsentAt: null,
      sealed: sealJson(keys, `customers.sealed:${id}`, {}),
    },
  });
  return count > 0;
}
