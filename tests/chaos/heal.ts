import { until } from "./program.ts";
import { unequal, unequalBeforeHealing } from "./unequal.ts";
import { settle } from "./verify.ts";
import type { World } from "./world.ts";

/**
 * What the mirror lacks before Shopify is asked for what never came, though it was told, and what it lacks after. Asking would
 * heal what the app itself had lost, too.
 */
export async function heal(world: World): Promise<string[]> {
  await settle(world);
  const { withheld, lost } = await unequalBeforeHealing(world);
  await reconcile(world);
  await settle(world);
  const vacuous = withheld === 0 && world.courier.withheld.length > 0;
  return [
    ...lost.map((one) => `before asking: ${one}`),
    ...(vacuous ? ["of what was withheld nothing was left to ask for"] : []),
    ...(await unequal(world)),
  ];
}

/**
 * The shop's next reconcile is due, with all that it else does once in hours or a day, and runs to its end: what was withheld
 * is found by asking Shopify.
 */
async function reconcile({ postgres, shop }: World): Promise<void> {
  const idle = async () => {
    const [row] = await postgres.query<{ last: Date | null }>(
      "SELECT last_at AS last FROM reconciles WHERE shop_id = $1 AND state = 'idle'",
      [shop.id],
    );
    return row ?? null;
  };
  const before = await until("no reconcile runs", idle);
  await postgres.query(
    "UPDATE reconciles SET next_at = now(), open_checked_at = NULL, counted_at = NULL WHERE shop_id = $1",
    [shop.id],
  );
  await until("the shop is reconciled", async () => {
    const row = await idle();
    return row?.last && (!before.last || row.last > before.last);
  });
}
