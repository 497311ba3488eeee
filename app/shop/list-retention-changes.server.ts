import type { Tx } from "#app/db.server.ts";
import { namesOfStaff } from "#app/shop/list-staff.server.ts";
import { retentionSettingsSchema, type RetentionSettings } from "#app/shop/retention-settings.ts";
import type { ShopKeys } from "#app/shop/seal.ts";

/** `by`: the name of whoever changed it, empty where nobody said one, null where they are nobody of the team; times ISO 8601 UTC. */
export type RetentionChange = {
  id: string;
  by: string | null;
  at: string;
  before: RetentionSettings;
  after: RetentionSettings;
};

/** Who changed for how long it is kept, the newest change first. */
export async function listRetentionChanges(
  tx: Tx,
  keys: ShopKeys,
  limit: number,
): Promise<RetentionChange[]> {
  const rows = await tx.settingsChange.findMany({
    where: { shopId: keys.shopId, setting: "retention" },
    orderBy: [{ at: "desc" }, { id: "desc" }],
    take: limit,
  });
  const names = await namesOfStaff(
    tx,
    keys,
    rows.map(({ by }) => by),
  );
  return rows.map(({ id, by, at, before, after }) => ({
    ...{ id, by: names.get(by) ?? null, at: at.toISOString() },
    before: retentionSettingsSchema.parse(before),
    after: retentionSettingsSchema.parse(after),
  }));
}
