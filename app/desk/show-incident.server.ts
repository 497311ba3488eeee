import type { OrderIssue, Outreach } from "@prisma/client";
import { severitySchema } from "#app/care/detect/issue.ts";
import { openDraft } from "#app/care/draft/open-draft.ts";
import { conversationContentSchema } from "#app/conversation/message-content.ts";
import { readCursor, writeCursor } from "#app/desk/cursor.ts";
import type { BulkMessage, IncidentDetail, IncidentMember } from "#app/desk/issue-shapes.ts";
import { readIncident } from "#app/desk/list-incidents.server.ts";
import { newestOutreaches, shownOutreach } from "#app/desk/newest-outreaches.server.ts";
import { shopperZone } from "#app/desk/shopper-zone.ts";
import type { InShop, Tx } from "#app/db.server.ts";
import { readOrders } from "#app/mirror/read-orders.server.ts";
import { openJson, type ShopKeys } from "#app/shop/seal.ts";

/** Whole messages: a page is as long as one reads. */
const PAGE = 10;
/** More are not approved by one click. */
const MOST_WAITING = 1_000;

type Deps = { inShop: InShop; keys: ShopKeys };
type Asked = { id: string; cursor: string | undefined };
export type IncidentShown = { outcome: "shown"; incident: IncidentDetail } | { outcome: "not_found" };

/** An incident with a page of its open orders, each with the message that would go to its shopper. A page that is gone: the first. */
export function showIncident({ inShop, keys }: Deps, { id, cursor }: Asked): Promise<IncidentShown> {
  return inShop(async (tx): Promise<IncidentShown> => {
    const summary = await readIncident(tx, keys.shopId, id);
    if (!summary) return { outcome: "not_found" };
    const rows = await page(tx, keys.shopId, { id, cursor });
    const shown = rows.slice(0, PAGE);
    const last = shown.at(-1);
    return {
      outcome: "shown",
      incident: {
        ...summary,
        members: await membersOf(tx, keys, shown),
        nextCursor:
          last && rows.length > shown.length ? writeCursor({ at: last.openedAt, id: last.id }) : null,
        toApprove: await waitingOf(tx, keys.shopId, id),
      },
    };
  });
}

function page(tx: Tx, shopId: string, { id, cursor }: Asked): Promise<OrderIssue[]> {
  const after = cursor === undefined ? null : readCursor(cursor);
  return tx.orderIssue.findMany({
    where: {
      shopId,
      incidentId: id,
      status: "open",
      ...(after
        ? {
            AND: [
              { openedAt: { gte: after.at } },
              { OR: [{ openedAt: { gt: after.at } }, { id: { gt: after.id } }] },
            ],
          }
        : {}),
    },
    orderBy: [{ openedAt: "asc" }, { id: "asc" }],
    take: PAGE + 1,
  });
}

async function membersOf(tx: Tx, keys: ShopKeys, rows: OrderIssue[]): Promise<IncidentMember[]> {
  const issueIds = rows.map(({ id }) => id);
  const orders = await readOrders(tx, keys, [...new Set(rows.map(({ orderId }) => orderId))]);
  const byId = new Map(orders.map((order) => [order.id, order]));
  const outreaches = await newestOutreaches(tx, { shopId: keys.shopId, issueIds });
  const messages = await messagesOf(tx, keys, [...outreaches.values()]);
  return rows.flatMap(({ id, orderId, severity }) => {
    const order = byId.get(orderId);
    if (!order) return [];
    const outreach = outreaches.get(id);
    return [
      {
        issueId: id,
        order: { id: order.id, name: order.name },
        shopper: order.customer?.name ?? "",
        shopperZone: shopperZone(order),
        severity: severitySchema.catch(1).parse(severity),
        outreach: shownOutreach(outreach),
        message: messages.get(outreach?.draftId ?? "") ?? null,
      },
    ];
  });
}

type Message = NonNullable<IncidentMember["message"]>;

/** What waits or left, by draft. */
async function messagesOf(tx: Tx, keys: ShopKeys, outreaches: Outreach[]): Promise<Map<string, Message>> {
  const drafts = await tx.draft.findMany({
    where: { shopId: keys.shopId, id: { in: outreaches.flatMap(({ draftId }) => draftId ?? []) } },
  });
  const conversations = await tx.conversation.findMany({
    where: { shopId: keys.shopId, id: { in: drafts.map(({ conversationId }) => conversationId) } },
    select: { id: true, sealed: true },
  });
  const subjects = new Map(
    conversations.map(({ id, sealed }) => {
      const context = `conversations.sealed:${id}` as const;
      return [id, openJson(keys, { context, bytes: sealed }, conversationContentSchema).subject];
    }),
  );
  return new Map(
    drafts.map((row) => [
      row.id,
      { subject: subjects.get(row.conversationId) ?? "", draft: openDraft(keys, row) },
    ]),
  );
}

function waitingOf(tx: Tx, shopId: string, incidentId: string): Promise<BulkMessage[]> {
  return tx.$queryRaw<BulkMessage[]>`
    SELECT i.id AS "issueId", max(o.draft_id) AS "draftId" FROM order_issues i JOIN outreaches o ON o.shop_id = i.shop_id AND o.issue_id = i.id
    WHERE i.shop_id = ${shopId} AND i.incident_id = ${incidentId} AND i.status = 'open' AND o.state = 'waiting' AND o.draft_id IS NOT NULL
    GROUP BY i.id, i.opened_at ORDER BY i.opened_at, i.id LIMIT ${MOST_WAITING}::int`;
}
