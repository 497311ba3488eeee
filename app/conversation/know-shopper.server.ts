import type { KnownShopper } from "#app/conversation/incoming.ts";
import type { Tx } from "#app/db.server.ts";
import { findOrders } from "#app/mirror/find-orders.server.ts";
import type { ShopKeys } from "#app/shop/seal.ts";

const NEWEST_ORDERS = 10;

/**
 * Finds the customer and the newest orders of an address, or of a customer whose sign-in proves them: then the typed address
 * finds nothing. The customer record wins; a guest who ordered without an account is known by their orders.
 */
export async function knowShopper(
  tx: Tx,
  keys: ShopKeys,
  given: { contactIndex: string; signedInId: string | null },
): Promise<KnownShopper> {
  const customer = await tx.customer.findFirst({
    where: {
      deletedAt: null,
      mergedIntoId: null,
      ...(given.signedInId ? { id: given.signedInId } : { emailIndex: given.contactIndex }),
    },
    orderBy: { updatedAt: "desc" },
    select: { id: true, emailIndex: true },
  });
  const emailIndex = given.signedInId ? (customer?.emailIndex ?? null) : given.contactIndex;
  const customerId = customer?.id ?? given.signedInId;
  const ids = await findOrders(tx, keys, {
    ...(emailIndex ? { emailIndex } : {}),
    ...(customerId ? { customerId } : {}),
    limit: NEWEST_ORDERS,
  });
  const orders = await tx.order.findMany({
    where: { id: { in: ids } },
    orderBy: [{ placedAt: "desc" }, { id: "desc" }],
    select: { id: true, name: true, customerId: true },
  });
  const shipments = await tx.fulfillment.findMany({
    where: { orderId: { in: orders.map((order) => order.id) }, trackingNumber: { not: null } },
    select: { trackingNumber: true },
    take: 50,
  });
  return {
    customerId: customerId ?? orders.find((order) => order.customerId)?.customerId ?? null,
    orderIds: orders.map((order) => order.id),
    known: customer !== null || orders.length > 0,
    words: [
      ...orders.map((order) => order.name),
      ...shipments.map((shipment) => shipment.trackingNumber ?? ""),
    ],
  };
}
