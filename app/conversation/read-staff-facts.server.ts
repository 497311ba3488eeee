import { staffFactContentSchema, type StaffFact } from "#app/conversation/staff-fact.ts";
import type { Tx } from "#app/db.server.ts";
import { openJson, type ShopKeys } from "#app/shop/seal.ts";

/** What people of the team added to a conversation, the oldest first. */
export async function readStaffFacts(tx: Tx, keys: ShopKeys, conversationId: string): Promise<StaffFact[]> {
  const rows = await tx.staffFact.findMany({
    where: { shopId: keys.shopId, conversationId },
    orderBy: [{ saidAt: "asc" }, { id: "asc" }],
  });
  return rows.map(({ id, orderId, saidBy, saidAt, sealed }) => ({
    ...openJson(keys, { context: `staff_facts.sealed:${id}`, bytes: sealed }, staffFactContentSchema),
    ...{ id, orderId, saidBy, saidAt },
  }));
}
