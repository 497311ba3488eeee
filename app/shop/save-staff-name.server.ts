import type { Tx } from "#app/db.server.ts";
import { readSettings } from "#app/shop/read-settings.server.ts";
import { saveSettings } from "#app/shop/save-settings.server.ts";

/** How somebody signs; empty: as the team does. The others' names stay, also those that are being chosen at the same time. */
export async function saveStaffName(
  tx: Tx,
  shopId: string,
  { id, name }: { id: string; name: string },
): Promise<void> {
  // The shop's row is held before the names are read.
  await tx.$executeRaw`SELECT 1 FROM shops WHERE id = ${shopId} FOR UPDATE`;
  const { [id]: _before, ...others } = (await readSettings(tx, shopId)).staffNames;
  await saveSettings(tx, shopId, { staffNames: name === "" ? others : { ...others, [id]: name } });
}
