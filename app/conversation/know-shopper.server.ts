import type { KnownShopper } from "#app/conversation/incoming.ts";
import type { Tx } from "#app/db.server.ts";

const NEWEST_ORDERS = 10;

/**
 * Finds the customer and the newest orders of an address, or of a customer whose sign-in proves them: then the typed address
 * finds nothing. The customer record wins; a guest who ordered without an account is known by their orders.
 */
export async function knowShopper(
  tx: Tx,
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
  const mine = [
    ...(emailIndex ? [{ emailIndex }] : []),
    ...(customer
      ? [{ customerId: customer.id }]
      : given.signedInId
        ? [{ customerId: given.signedInId }]
        : []),
  ];
  const orders = await tx.order.findMany({
    where: { deletedAt: null, OR: mine },
    orderBy: { placedAt: "desc" },
    take: NEWEST_ORDERS,
    select: { id: true, name: true, customerId: true },
  });
  const shipments = await tx.fulfillment.findMany({
    where: { orderId: { in: orders.map((order) => order.id) }, trackingNumber: { not: null } },
    select: { trackingNumber: true },
    take: 50,
  });
  return {
    customerId:
      customer?.id ?? given.signedInId ?? orders.find((order) => order.customerId)?.customerId ?? null,
    orderIds: orders.map((order) => order.id),
    known: customer !== null || orders.length > 0,
    words: [
      ...orders.map((order) => order.name),
      ...shipments.map((shipment) => shipment.trackingNumber ?? ""),
    ],
  };
}
