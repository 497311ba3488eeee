import type { Tx } from "#app/db.server.ts";
import { readSettings } from "#app/shop/read-settings.server.ts";
import type { ShopKeys } from "#app/shop/seal.ts";

/** How these members of staff are called. */
export async function staffNames(
  tx: Tx,
  { shopId }: ShopKeys,
  ids: readonly string[],
): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const { staffNames: names } = await readSettings(tx, shopId);
  return new Map(ids.map((id) => [id, names[id] ?? id]));
}
