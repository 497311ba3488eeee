import { sqlOf, type Tx } from "#app/db.server.ts";
import type { Handler, Run } from "#app/job.ts";
import { customerAnswer } from "#app/mirror/admin-answers.ts";
import { customerNodeRow } from "#app/mirror/admin-rows.ts";
import { READ_CUSTOMER } from "#app/mirror/operations/read-customer.ts";
import { ask } from "#app/mirror/ask.server.ts";
import { readOrderAgain } from "#app/mirror/read-order-again.server.ts";
import type { MirrorRows } from "#app/mirror/rows.ts";
import { deleteParts } from "#app/mirror/strip-parts.server.ts";
import { writeRows } from "#app/mirror/write-rows.server.ts";
import type { Ports } from "#app/ports.ts";
import { shopKeys } from "#app/shop/keys.server.ts";
import { sealJson, type ShopKeys } from "#app/shop/seal.ts";

type Confirmed = { outcome: "gone" } | { outcome: "unsure" } | { outcome: "still_there"; rows: MirrorRows };

/**
 * Erases a deleted order or customer once Shopify confirms that it is gone, or the shop is. The signature does not prove a
 * webhook's topic: one that is still there comes back. An empty tombstone stays, so that a late webhook finds it.
 */
export const eraseDeleted: Handler<"eraseDeleted"> = async (ports, run, { entity, id }) => {
  const keys = await shopKeys(run.shopId);
  const confirmed = await confirm(ports, run, { entity, id });
  if (confirmed.outcome === "unsure")
    return `Shopify does not say whether the ${entity} is gone: it stays hidden`;
  return run.inShop(async (tx) => {
    if (confirmed.outcome === "still_there") {
      await revive(tx, run.shopId, { entity, id });
      await writeRows(sqlOf(tx), keys, confirmed.rows);
      return `the ${entity} is still there`;
    }
    const erased = entity === "order" ? await eraseOrder(tx, keys, id) : await eraseCustomer(tx, keys, id);
    return erased ? `the ${entity} is erased` : `the ${entity} is not marked deleted`;
  });
};

type Deleted = { entity: "order" | "customer"; id: string };

async function confirm(ports: Ports, run: Run, { entity, id }: Deleted): Promise<Confirmed> {
  if (entity === "order") {
    const answer = await readOrderAgain(ports, run.shopId, id);
    if (answer.outcome === "rows") return { outcome: "still_there", rows: answer.rows };
    return { outcome: answer.outcome === "refused" ? "unsure" : "gone" };
  }
  const readAt = ports.now().toISOString();
  const answer = await ask(ports, {
    shopId: run.shopId,
    document: READ_CUSTOMER,
    variables: { id: `gid://shopify/Customer/${id}` },
    data: customerAnswer,
  });
  if (answer.outcome === "refused") return { outcome: "unsure" };
  const customer = answer.outcome === "answered" ? answer.data.customer : null;
  return customer
    ? { outcome: "still_there", rows: { customers: [customerNodeRow(customer, readAt)] } }
    : { outcome: "gone" };
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
      emailIndex: null,
      locale: null,
      state: null,
      tags: [],
      ordersCount: null,
      amountSpent: null,
      lastOrderId: null,
      sealed: sealJson(keys, `customers.sealed:${id}`, {}),
    },
  });
  return count > 0;
}
