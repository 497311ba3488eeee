import type { Tx } from "#app/db.server.ts";

/**
 * The customer that a signed-in post is from. A signed query can be replayed with any address typed into the body, and the
 * answer goes to that address: the sign-in counts only where the address is the customer's own, as Shopify has it. Otherwise
 * null, and the post proves no more than one that nobody was signed in for.
 */
export async function provenCustomer(
  tx: Tx,
  { contactIndex, signedInId }: { contactIndex: string; signedInId: string | null },
): Promise<string | null> {
  if (!signedInId) return null;
  const own = await tx.customer.count({
    where: { id: signedInId, emailIndex: contactIndex, deletedAt: null },
  });
  return own > 0 ? signedInId : null;
}
