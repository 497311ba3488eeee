import type { Tx } from "#app/db.server.ts";
import type { Looked } from "#app/desk/insights/case.ts";
import { draftsOf, type DraftRow, type Drafts } from "#app/desk/insights/drafts-of.ts";

export async function readDrafts(tx: Tx, { shopId, ids }: Looked): Promise<Drafts> {
  const rows = await tx.$queryRaw<DraftRow[]>`
    SELECT status, edited, reasoned, classes, count(*)::int AS count
    FROM unnest(${ids}::text[]) AS looked(id) CROSS JOIN LATERAL (
      SELECT d.status, d.edited_by IS NOT NULL AS edited, coalesce(d.decline_reason, '') <> '' AS reasoned,
        ARRAY(SELECT DISTINCT e.class FROM draft_edits e
          WHERE e.shop_id = ${shopId} AND e.conversation_id = looked.id AND e.draft_id = d.id ORDER BY 1) AS classes
      FROM drafts d WHERE d.shop_id = ${shopId} AND d.conversation_id = looked.id AND d.status IN ('sent', 'declined')
        AND d.maker <> 'person' AND d.message_id IS NOT NULL OFFSET 0) AS one
    GROUP BY status, edited, reasoned, classes`;
  return draftsOf(rows);
}
