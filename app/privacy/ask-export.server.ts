import { randomUUID } from "node:crypto";
import type { Tx } from "#app/db.server.ts";
import { emit } from "#app/emit.server.ts";

/** Has a copy of the shop's data made, unless one is being made. What an earlier one held is removed: the newest is enough. */
export async function askExport(
  tx: Tx,
  { shopId, by, at }: { shopId: string; by: string; at: Date },
): Promise<"asked" | "under_way"> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`shop-export|${shopId}`}, 0))`;
  const underWay = await tx.shopExport.count({ where: { shopId, state: { not: "ready" } } });
  if (underWay > 0) return "under_way";
  await tx.shopExportPart.deleteMany({ where: { shopId } });
  await tx.shopExport.updateMany({ where: { shopId, expiresAt: { gt: at } }, data: { expiresAt: at } });
  const id = randomUUID();
  await tx.shopExport.create({ data: { id, shopId, askedBy: by, askedAt: at } });
  await emit(tx, "export-advanced", { data: { shopId, exportId: id } });
  return "asked";
}
