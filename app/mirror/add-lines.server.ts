import type { Sql } from "#app/db.server.ts";
import type { LineRow } from "#app/mirror/rows.ts";

/**
 * Adds lines to orders that are known. A line that the order has already is replaced only when the order is not newer than
 * `readAt`: a webhook that came meanwhile carried all lines as they are now. Otherwise the lines are those of the order's own
 * version, so that a late older webhook does not bring its lines back.
 */
export async function addLines(
  sql: Sql,
  shopId: string,
  { lines, readAt }: { lines: Map<string, LineRow[]>; readAt: string },
): Promise<void> {
  if (lines.size === 0) return;
  await sql(
    `
    UPDATE orders o SET mirrored_at = now(),
      lines_version = CASE WHEN o.updated_at <= $1::timestamptz
        THEN GREATEST(o.lines_version, to_char(o.updated_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') || ' ' || o.tie)
        ELSE o.lines_version END,
      lines = (
      SELECT jsonb_agg(CASE WHEN o.updated_at <= $1::timestamptz THEN COALESCE(g.line, k.line) ELSE COALESCE(k.line, g.line) END
        ORDER BY k.position NULLS LAST, g.position)
      FROM jsonb_array_elements(o.lines) WITH ORDINALITY AS k(line, position)
      FULL JOIN jsonb_array_elements(given.lines) WITH ORDINALITY AS g(line, position) ON g.line->>'id' = k.line->>'id')
    FROM jsonb_each($2::jsonb) AS given(id, lines)
    WHERE o.shop_id = $3 AND o.id = given.id`,
    [readAt, JSON.stringify(Object.fromEntries(lines)), shopId],
  );
}
