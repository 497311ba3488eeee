import type { Tx } from "#app/db.server.ts";
import { emit } from "#app/emit.server.ts";
import type { Person } from "#app/privacy/person.ts";

/**
 * Removes what was found wrong with the orders, when they are looked at again, and what was decided to say of it. Incidents name
 * nobody and stay; they count what is left of them when issues move next.
 */
export async function removeIssues(
  tx: Tx,
  shopId: string,
  { orderIds, contacts = [] }: { orderIds: string[]; contacts?: Person["contacts"] },
): Promise<void> {
  const ofOrders = { shopId, orderId: { in: orderIds } };
  const ofPerson = { shopId, OR: [{ orderId: { in: orderIds } }, { contactIndex: { in: contacts } }] };
  await tx.orderWatch.deleteMany({ where: ofOrders });
  await tx.outreach.deleteMany({ where: ofPerson });
  await tx.holdOut.deleteMany({ where: ofPerson });
  const { count } = await tx.orderIssue.deleteMany({ where: ofOrders });
  if (count > 0) await emit(tx, "issues-moved", { data: { shopId } });
}
