import type { Tx } from "#app/db.server.ts";

/**
 * The customer that a signed-in post is from. Anyone who is signed in can type anyone's address: when the shop knows the
 * address as somebody else's, it is null, and the post proves no more than one that nobody was signed in for.
 */
export async function provenCustomer(
  tx: Tx,
  { contactIndex, signedInId }: { contactIndex: string; signedInId: string | null },
): Promise<string | null> {
  if (!signedInId) return null;
  const own = await tx.customer.count({
    where: { id: signedInId, emailIndex: contactIndex, deletedAt: null },
  });
  if (own > 0) return signedInId;
  const customers = await tx.customer.count({ where: { emailIndex: contactIndex, deletedAt: null } });
  if (customers > 0) return null;
  const orders = await tx.order.count({
    where: { emailIndex: contactIndex, OR: [{ customerId: null }, { customerId: { not: signedInId } }] },
  });
  return orders > 0 ? null : signedInId;
}
