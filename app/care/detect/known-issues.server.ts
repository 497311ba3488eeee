import { z } from "zod";
import {
  issueContentSchema,
  issueStatuses,
  traitsSchema,
  type IssueContent,
} from "#app/care/detect/issue.ts";
import type { KnownIssue } from "#app/care/detect/settle-issues.ts";
import type { Sql } from "#app/db.server.ts";
import { ONE_BY_ONE } from "#app/mirror/one-by-one.ts";
import { openJson, type ShopKeys } from "#app/shop/seal.ts";

type Row = Omit<KnownIssue, "status" | "traits" | "content"> & {
  orderId: string;
  status: string;
  traits: unknown;
  sealed: string;
};

/** What is written down of each order's issues, whatever became of them, locked until the transaction ends. */
export async function knownIssues(
  sql: Sql,
  keys: ShopKeys,
  orderIds: readonly string[],
): Promise<(orderId: string) => KnownIssue[]> {
  const rows = await sql<Row>(
    `SELECT known.* FROM unnest($2::text[]) AS given(id) CROSS JOIN LATERAL (
       SELECT id, order_id AS "orderId", kind, subject, status, severity, opened_at AS "openedAt",
         resolved_at AS "resolvedAt", resolved_by AS "resolvedBy", traits, encode(sealed, 'base64') AS sealed
       FROM order_issues WHERE shop_id = $1 AND order_id = given.id FOR UPDATE ${ONE_BY_ONE}) AS known`,
    [keys.shopId, orderIds],
  );
  const byOrder = new Map<string, KnownIssue[]>();
  for (const row of rows) byOrder.set(row.orderId, [...(byOrder.get(row.orderId) ?? []), knownOf(keys, row)]);
  return (orderId) => byOrder.get(orderId) ?? [];
}

function knownOf(keys: ShopKeys, { sealed, orderId: _orderId, ...row }: Row): KnownIssue {
  const context = `order_issues.sealed:${row.id}` as const;
  let content: IssueContent | undefined;
  return {
    ...row,
    status: z.enum(issueStatuses).parse(row.status),
    traits: traitsSchema.catch({}).parse(row.traits),
    content: () =>
      (content ??= openJson(keys, { context, bytes: Buffer.from(sealed, "base64") }, issueContentSchema)),
  };
}
