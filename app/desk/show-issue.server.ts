import { aroundText } from "#app/care/review/around-text.ts";
import { outgoingContentSchema } from "#app/care/review/outgoing-content.ts";
import { readDraft } from "#app/care/draft/read-draft.server.ts";
import type { IssueDetail } from "#app/desk/issue-shapes.ts";
import { readIncident } from "#app/desk/list-incidents.server.ts";
import { readIssues, type IssueItem } from "#app/desk/read-issues.server.ts";
import { shownDelivery } from "#app/desk/show-conversation.server.ts";
import { stillAhead } from "#app/desk/shown-issue.ts";
import { showOrder } from "#app/desk/show-order.server.ts";
import type { IncidentSummary } from "#app/desk/issue-shapes.ts";
import type { InShop, Tx } from "#app/db.server.ts";
import { orderTimeline, type TimelineEntry } from "#app/mirror/order-timeline.ts";
import type { Now } from "#app/ports.ts";
import { openJson, type ShopKeys } from "#app/shop/seal.ts";

/** The newest other issues of the order are enough to see what went wrong with it besides. */
const MOST_OTHERS = 20;

/** All of an issue. What is said of it in a sentence is the screen's. */
type ShownIssueDetail = IssueDetail &
  IssueItem & {
    incident: IncidentSummary | null;
    /** What happened to the order, oldest first. */
    timeline: TimelineEntry[];
  };

type Deps = { inShop: InShop; keys: ShopKeys; now: Now };

/** Everything about one issue. Null when the shop has none with this id, or its order is deleted. */
export async function showIssue({ inShop, keys, now }: Deps, id: string): Promise<ShownIssueDetail | null> {
  const read = await inShop(async (tx) => {
    const row = await tx.orderIssue.findFirst({ where: { shopId: keys.shopId, id } });
    const [issue] = row ? await readIssues(tx, keys, [row]) : [];
    if (!issue) return null;
    return {
      issue,
      others: await othersOf(tx, keys, issue),
      incident: issue.incidentId ? await readIncident(tx, keys.shopId, issue.incidentId) : null,
      ...(await messageOf(tx, keys, issue)),
    };
  });
  const shownOrder = read && (await showOrder({ inShop, keys, now }, read.issue.order.id));
  if (!read || !shownOrder) return null;
  const { customer, locale } = shownOrder;
  return {
    ...read.issue,
    snoozedUntil: stillAhead(read.issue.snoozedUntil, now()),
    ...{
      others: read.others,
      incident: read.incident,
      draft: read.draft,
      around: read.around,
      delivery: read.delivery,
      shownOrder,
    },
    customer: { name: customer?.name ?? "", email: customer?.email ?? "", language: locale },
    timeline: orderTimeline(shownOrder),
  };
}

async function othersOf(tx: Tx, keys: ShopKeys, { id, order }: IssueItem): Promise<IssueItem[]> {
  const rows = await tx.orderIssue.findMany({
    where: { shopId: keys.shopId, orderId: order.id, id: { not: id } },
    orderBy: [{ openedAt: "desc" }, { id: "desc" }],
    take: MOST_OTHERS,
  });
  const items = await readIssues(tx, keys, rows);
  const isOpen = ({ status }: IssueItem) => status === "open";
  return [...items.filter(isOpen), ...items.filter((one) => !isOpen(one))];
}

/** The message that was decided on: the draft that waits or was sent, and what became of it. */
async function messageOf(tx: Tx, keys: ShopKeys, { draftId, draftedIn }: IssueItem) {
  const newest = draftId && draftedIn ? await readDraft(tx, keys, draftedIn) : null;
  const draft = newest?.id === draftId ? newest : null;
  const delivery = draftId
    ? await tx.delivery.findFirst({
        where: { shopId: keys.shopId, conversationId: draftedIn, draftId },
        orderBy: { createdAt: "desc" },
      })
    : null;
  const context = `deliveries.sealed:${delivery?.id ?? ""}` as const;
  return {
    draft,
    around:
      delivery && aroundText(openJson(keys, { context, bytes: delivery.sealed }, outgoingContentSchema)),
    delivery: delivery && shownDelivery(delivery),
  };
}
