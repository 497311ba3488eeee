import { issueKindSchema, type IssueKind } from "#app/care/detect/issue.ts";
import type { Tx } from "#app/db.server.ts";
import { conversationsOfIncident } from "#app/desk/conversations-of-incident.server.ts";
import { summarise } from "#app/desk/summarise.server.ts";
import type { ShopKeys } from "#app/shop/seal.ts";

/** One incident that a conversation's order belongs to, and the other conversations that are about it. */
export type AboutTheSame = {
  incidentId: string;
  kind: IssueKind;
  /** How many others there are, `MOST` at most; `more` where there are more. */
  count: number;
  more: boolean;
  /** The newest of them. */
  conversations: { id: string; subject: string; customer: string; status: string }[];
};

const MOST = 200;
const SHOWN = 5;

/** What other shoppers wrote about the same, by the open incidents that the conversation's orders belong to. */
export async function othersAboutTheSame(
  tx: Tx,
  keys: ShopKeys,
  { conversationId, orderIds }: { conversationId: string; orderIds: string[] },
): Promise<AboutTheSame[]> {
  if (orderIds.length === 0) return [];
  const { shopId } = keys;
  const incidents = await tx.$queryRaw<{ id: string; kind: string }[]>`
    SELECT id, kind FROM incidents WHERE shop_id = ${shopId} AND state = 'open' AND id IN (
      SELECT incident_id FROM order_issues
      WHERE shop_id = ${shopId} AND order_id = ANY(${orderIds}) AND status = 'open' AND incident_id IS NOT NULL)
    ORDER BY opened_at DESC, id`;
  const found: AboutTheSame[] = [];
  for (const { id: incidentId, kind } of incidents) {
    const known = issueKindSchema.safeParse(kind);
    if (!known.success) continue;
    const ids = await conversationsOfIncident(tx, {
      ...{ shopId, incidentId, most: MOST + 1 },
      statuses: ["open", "waiting", "snoozed"],
    });
    const others = ids.filter((id) => id !== conversationId);
    found.push({
      ...{ incidentId, kind: known.data, count: Math.min(others.length, MOST), more: others.length > MOST },
      conversations: await shownOf(tx, keys, others.slice(0, SHOWN)),
    });
  }
  return found;
}

async function shownOf(tx: Tx, keys: ShopKeys, ids: string[]): Promise<AboutTheSame["conversations"]> {
  const rows = await tx.conversation.findMany({
    where: { id: { in: ids } },
    omit: { searchTokens: true },
  });
  const summaries = await summarise(tx, keys, rows);
  return ids.flatMap((id) => {
    const one = summaries.find((summary) => summary.id === id);
    if (!one) return [];
    const { subject, customer, status } = one;
    return [{ id, subject, status, customer: customer.name || customer.email }];
  });
}
