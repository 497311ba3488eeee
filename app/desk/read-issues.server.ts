import type { OrderIssue } from "@prisma/client";
import {
  issueContentSchema,
  issueKindSchema,
  issueStatuses,
  severitySchema,
  type Evidence,
  type IssueStatus,
  type Stake,
} from "#app/care/detect/issue.ts";
import type { IssueSummary } from "#app/desk/issue-shapes.ts";
import { newestOutreaches, shownOutreach } from "#app/desk/newest-outreaches.server.ts";
import { shopperZone } from "#app/desk/shopper-zone.ts";
import type { Tx } from "#app/db.server.ts";
import type { MirroredOrder } from "#app/mirror/order.ts";
import { readOrders } from "#app/mirror/read-orders.server.ts";
import { openJson, type ShopKeys } from "#app/shop/seal.ts";
import { z } from "zod";

/** An issue with everything that is written down of it, and what was decided last. */
export type IssueItem = IssueSummary & {
  status: IssueStatus;
  stakes: Stake[];
  evidence: Evidence[];
  openedAt: string;
  changedAt: string;
  resolvedAt: string | null;
  /** records | never_was | settings | deleted | staff:<id> */
  resolvedBy: string | null;
  conversationId: string | null;
  /** Where the message that was decided on waits or was sent. */
  draftId: string | null;
  draftedIn: string | null;
};

/**
 * Issues as the screens and the API show them, in the order of their rows. One whose order is deleted is left out, and one of a kind
 * that a later release finds.
 */
export async function readIssues(tx: Tx, keys: ShopKeys, rows: readonly OrderIssue[]): Promise<IssueItem[]> {
  if (rows.length === 0) return [];
  const orders = await readOrders(tx, keys, [...new Set(rows.map(({ orderId }) => orderId))]);
  const issueIds = rows.map(({ id }) => id);
  const outreaches = await newestOutreaches(tx, { shopId: keys.shopId, issueIds });
  return rows.flatMap((row) => {
    const order = orders.find(({ id }) => id === row.orderId);
    const kind = issueKindSchema.safeParse(row.kind);
    if (!order || !kind.success) return [];
    const outreach = outreaches.get(row.id);
    const { evidence, stakes } = contentOf(keys, row);
    return [
      {
        ...headOf(row),
        ...{ kind: kind.data, evidence, stakes },
        order: { id: order.id, name: order.name },
        shopper: order.customer?.name ?? "",
        shopperZone: shopperZone(order),
        parcel: parcelOf(order, evidence),
        outreach: shownOutreach(outreach),
        draftId: outreach?.draftId ?? null,
        draftedIn: outreach?.conversationId ?? null,
      },
    ];
  });
}

function headOf(row: OrderIssue) {
  return {
    id: row.id,
    status: z.enum(issueStatuses).parse(row.status),
    severity: severitySchema.catch(1).parse(row.severity),
    knownSince: row.knownSince.toISOString(),
    openedAt: row.openedAt.toISOString(),
    changedAt: row.changedAt.toISOString(),
    resolvedAt: row.resolvedAt?.toISOString() ?? null,
    resolvedBy: row.resolvedBy,
    snoozedUntil: row.snoozedUntil?.toISOString() ?? null,
    incidentId: row.incidentId,
    conversationId: row.conversationId,
  };
}

function contentOf(keys: ShopKeys, { id, sealed }: OrderIssue) {
  return openJson(keys, { context: `order_issues.sealed:${id}`, bytes: sealed }, issueContentSchema);
}

/** The parcel that the evidence is about. */
function parcelOf({ fulfillments }: MirroredOrder, evidence: Evidence[]): IssueSummary["parcel"] {
  const of = evidence.find(({ source }) => source.entity === "fulfillment")?.source.id;
  const parcel = fulfillments.find(({ id }) => id === of);
  return parcel ? { carrier: parcel.trackingCompany ?? null, number: parcel.trackingNumber ?? null } : null;
}
