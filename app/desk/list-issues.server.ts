import type { OrderIssue, Prisma } from "@prisma/client";
import type { IssueKind, IssueStatus, Severity } from "#app/care/detect/issue.ts";
import { readIssueCursor, writeIssueCursor, type IssueCursor } from "#app/desk/issue-cursor.ts";
import { readIssues, type IssueItem } from "#app/desk/read-issues.server.ts";
import type { InShop, Tx } from "#app/db.server.ts";
import type { ShopKeys } from "#app/shop/seal.ts";

export type IssueQuery = {
  status?: IssueStatus | undefined;
  kind?: IssueKind | undefined;
  severity?: Severity | undefined;
  incidentId?: string | undefined;
  orderId?: string | undefined;
  /** Known at that time already. */
  knownBy?: Date | undefined;
  /** Only those that a person put off until after this, or only those that nobody did. */
  snoozed?: { is: boolean; at: Date } | undefined;
  /** Only those of which a message waits for a person. */
  outreach?: "waiting" | undefined;
  /** What was found last first, or what weighs most; of the same weight the newest first. */
  sort?: "newest" | "severity" | undefined;
  cursor?: string | undefined;
  limit: number;
};

export type ListedIssues =
  { outcome: "listed"; items: IssueItem[]; nextCursor: string | null } | { outcome: "bad_cursor" };

/** More messages that wait are not reviewed one by one. */
const MOST_WAITING = 1_000;

/** A page of issues. Pages by keyset, so that a long list costs what a short one does. */
export async function listIssues(
  { inShop, keys }: { inShop: InShop; keys: ShopKeys },
  query: IssueQuery,
): Promise<ListedIssues> {
  const after = query.cursor === undefined ? null : readIssueCursor(query.cursor);
  if (query.cursor !== undefined && !after) return { outcome: "bad_cursor" };
  return inShop(async (tx) => {
    const rows = await page(tx, keys.shopId, { ...query, after });
    const shown = rows.slice(0, query.limit);
    const last = shown.at(-1);
    return {
      outcome: "listed",
      items: await readIssues(tx, keys, shown),
      nextCursor: last && rows.length > shown.length ? writeIssueCursor(placeOf(last)) : null,
    };
  });
}

const placeOf = ({ severity, openedAt, id }: OrderIssue): IssueCursor => ({ severity, at: openedAt, id });

type Paged = IssueQuery & { after: IssueCursor | null };

/** One row more than the page, to know whether there is a next one. */
async function page(tx: Tx, shopId: string, query: Paged): Promise<OrderIssue[]> {
  const {
    status,
    kind,
    severity,
    incidentId,
    orderId,
    knownBy,
    snoozed,
    sort = "newest",
    after,
    limit,
  } = query;
  const conditions: Prisma.OrderIssueWhereInput[] = [];
  if (query.outreach) conditions.push({ id: { in: await waiting(tx, shopId) } });
  if (snoozed)
    conditions.push(
      snoozed.is
        ? { snoozedUntil: { gt: snoozed.at } }
        : { OR: [{ snoozedUntil: null }, { snoozedUntil: { lte: snoozed.at } }] },
    );
  if (after) conditions.push(...(sort === "severity" ? lighterThan(after) : olderThan(after)));
  return tx.orderIssue.findMany({
    where: {
      ...{ shopId, AND: conditions },
      ...(status ? { status } : {}),
      ...(kind ? { kind } : {}),
      ...(severity ? { severity } : {}),
      ...(incidentId ? { incidentId } : {}),
      ...(orderId ? { orderId } : {}),
      ...(knownBy ? { knownSince: { lte: knownBy } } : {}),
    },
    orderBy: [
      ...(sort === "severity" ? [{ severity: "desc" as const }] : []),
      { openedAt: "desc" },
      { id: "desc" },
    ],
    take: limit + 1,
  });
}

/** The first bound is the index range; the second one breaks the tie of what was found in the same millisecond. */
const olderThan = ({ at, id }: IssueCursor): Prisma.OrderIssueWhereInput[] => [
  { openedAt: { lte: at } },
  { OR: [{ openedAt: { lt: at } }, { id: { lt: id } }] },
];

const lighterThan = (after: IssueCursor): Prisma.OrderIssueWhereInput[] => [
  { severity: { lte: after.severity } },
  { OR: [{ severity: { lt: after.severity } }, { AND: olderThan(after) }] },
];

async function waiting(tx: Tx, shopId: string): Promise<string[]> {
  const rows = await tx.outreach.findMany({
    where: { shopId, state: "waiting" },
    orderBy: [{ changedAt: "desc" }, { id: "desc" }],
    take: MOST_WAITING,
    select: { issueId: true },
  });
  return rows.map(({ issueId }) => issueId);
}
