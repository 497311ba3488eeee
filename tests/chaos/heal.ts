import { until } from "./program.ts";
import { settle } from "./verify.ts";
import type { World } from "./world.ts";

/** The next reconcile is due, and runs to its end. */
export async function heal(world: World): Promise<void> {
  const { postgres } = world;
  const [there] = await postgres.query<{ there: boolean }>(
    "SELECT to_regclass('reconciles') IS NOT NULL AS there",
  );
  if (!there?.there) {
    await world.courier.bringLate();
    await settle(world);
  }
  await until("x", async () => true);
}
