import type { Sql } from "#app/db.server.ts";
import { emitAll } from "#app/emit.server.ts";
import { seconds } from "#app/lib/duration.ts";

/** What opens and resolves within this is looked over for a common cause once. */
const GATHERED_FOR = seconds(10);

/** Issues opened, were resolved or may have another cause: has them looked over for a common cause, unless that is asked for already. */
export async function askForIncidents(sql: Sql, shopId: string, now: Date): Promise<void> {
  const [asked] = await sql(
    "SELECT 1 AS asked FROM jobs WHERE shop_id = $1 AND state = 'waiting' AND name = 'keepIncidents' LIMIT 1",
    [shopId],
  );
  if (asked) return;
  const runAt = new Date(now.getTime() + GATHERED_FOR);
  await emitAll(sql, [{ event: "issues-moved", data: { shopId }, runAt }]);
}
