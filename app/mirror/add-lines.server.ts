import type { Sql } from "#app/db.server.ts";
import type { LineRow } from "#app/mirror/rows.ts";

/**
 * Adds lines to orders that are known. A line that the order has already is replaced only when the order is not newer than
 * `readAt`: a webhook that came meanwhile carried all lines as they are now. Otherwise the lines are those of the order's own
 * version, so that a late older webhook does not bring its lines back. The function stands in the migration that made it.
 */
export async function addLines(
  sql: Sql,
  shopId: string,
  { lines, readAt }: { lines: Map<string, LineRow[]>; readAt: string },
): Promise<void> {
  if (lines.size === 0) return;
  const given = JSON.stringify(Object.fromEntries(lines));
  await sql("SELECT add_order_lines($1, $2::timestamptz, $3::jsonb)::text", [shopId, readAt, given]);
}
