import type { Tx } from "#app/db.server.ts";
import { openBytes, type ShopKeys } from "#app/shop/seal.ts";

export type DataRequest = {
  id: string;
  requestKey: string;
  state: string;
  requestedAt: string;
  readyAt: string | null;
};

/** What shoppers asked to have handed to them, newest first. */
export async function listDataRequests(tx: Tx): Promise<DataRequest[]> {
  const rows = await tx.dataRequest.findMany({
    select: { id: true, requestKey: true, state: true, requestedAt: true, readyAt: true },
    orderBy: { requestedAt: "desc" },
    take: 100,
  });
  return rows.map((row) => ({
    ...row,
    requestedAt: row.requestedAt.toISOString(),
    readyAt: row.readyAt?.toISOString() ?? null,
  }));
}

/** The file itself, as JSON text; null when there is none (yet). */
export async function readDataExport(tx: Tx, keys: ShopKeys, id: string): Promise<Buffer | null> {
  const row = await tx.dataRequest.findFirst({ where: { id, shopId: keys.shopId } });
  return row?.sealedExport
    ? openBytes(keys, `data_requests.sealed_export:${row.id}`, row.sealedExport)
    : null;
}
