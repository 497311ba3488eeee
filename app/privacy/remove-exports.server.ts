import type { Tx } from "#app/db.server.ts";
import { systemPool } from "#app/system-db.server.ts";

/** All copies of the shop's data, ready or not. One that is being made ends with its row. */
export async function removeExports(tx: Tx, shopId: string): Promise<void> {
  await tx.shopExportPart.deleteMany({ where: { shopId } });
  await tx.shopExport.deleteMany({ where: { shopId } });
}

/** Takes the content out of copies whose days are over; that they were made and taken stays. */
export async function eraseExpiredExports(at: Date): Promise<void> {
  await systemPool.query(
    `DELETE FROM shop_export_parts USING shop_exports
     WHERE shop_exports.id = export_id AND expires_at <= $1`,
    [at],
  );
}
