import type { Tx } from "#app/db.server.ts";
import type { ConversationStatus } from "#app/desk/shapes.ts";

/** More orders than this are one incident that nobody reads one by one. */
const MOST_ORDERS = 5_000;

type Asked = {
  shopId: string;
  incidentId: string;
  /** In which states. */
  statuses: readonly ConversationStatus[];
  most: number;
};

/** The conversations about the orders that belong to an incident now, those that moved last first: they are about the same. */
export async function conversationsOfIncident(
  tx: Tx,
  { shopId, incidentId, statuses, most }: Asked,
): Promise<string[]> {
  const orders = await tx.orderIssue.findMany({
    where: { shopId, incidentId, status: "open" },
    select: { orderId: true },
    distinct: ["orderId"],
    take: MOST_ORDERS,
  });
  if (orders.length === 0) return [];
  const rows = await tx.$queryRaw<{ id: string }[]>`
    SELECT id FROM conversations_about_any(
      ${orders.map(({ orderId }) => orderId)}::text[], ${[...statuses]}::text[], ${most}::int)`;
  return rows.map(({ id }) => id);
}
