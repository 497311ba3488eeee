import { until } from "./program.ts";
import { settle } from "./verify.ts";
import type { World } from "./world.ts";

/**
 * The shop's next reconcile is due, with all that it else does once in hours or a day, and runs to its end: what was withheld
 * is found by asking Shopify.
 */
export async function heal(world: World): Promise<void> {
  const { postgres, shop } = world;
  const idle = async () => {
    const [row] = await postgres.query<{ last: Date | null }>(
      "SELECT last_at AS last FROM reconciles WHERE shop_id = $1 AND state = 'idle'",
      [shop.id],
    );
    return row ?? null;
  };
  await settle(world);
  const before = await until("no reconcile runs", idle);
  await postgres.query(
    "UPDATE reconciles SET next_at = now(), open_checked_at = NULL, counted_at = NULL WHERE shop_id = $1",
    [shop.id],
  );
  await until("the shop is reconciled", async () => {
    const row = await idle();
    return row?.last && (!before.last || row.last > before.last);
  });
  await settle(world);
}
