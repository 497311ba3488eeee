import type { InShop, Tx } from "#app/db.server.ts";
import { downloadsSchema, type ShownExport } from "#app/privacy/shop-export.ts";
import { centralDirectory, localHeader, type ZipEntry } from "#app/privacy/zip.ts";
import { openBytes, type ShopKeys } from "#app/shop/seal.ts";

const STATES = ["waiting", "running", "ready"] as const;

/** The copies of the shop's data that were asked for, the newest first. */
export async function listExports(tx: Tx, shopId: string, now: Date): Promise<ShownExport[]> {
  const rows = await tx.shopExport.findMany({ where: { shopId }, orderBy: { askedAt: "desc" }, take: 10 });
  return rows.map((row) => ({
    id: row.id,
    state:
      row.expiresAt && row.expiresAt <= now
        ? "expired"
        : (STATES.find((state) => state === row.state) ?? "waiting"),
    askedAt: row.askedAt.toISOString(),
    ...{ done: row.done, total: Math.max(row.total, row.done) },
    expiresAt: row.expiresAt?.toISOString() ?? null,
    takenAt: downloadsSchema.parse(row.downloads).map(({ at }) => at),
  }));
}

/**
 * A copy as a zip, part after part: it is never whole in memory. Null: there is none, or its days are over. That it was taken is
 * noted first.
 */
export async function readExport(
  { inShop, keys }: { inShop: InShop; keys: ShopKeys },
  { id, by, now }: { id: string; by: string; now: Date },
): Promise<ReadableStream<Uint8Array> | null> {
  const entries = await inShop(async (tx) => {
    const where = { id, shopId: keys.shopId, state: "ready", expiresAt: { gt: now } };
    const row = await tx.shopExport.findFirst({ where });
    if (!row) return null;
    const downloads = [...downloadsSchema.parse(row.downloads), { by, at: now.toISOString() }].slice(-50);
    await tx.shopExport.update({ where: { id }, data: { downloads } });
    return tx.shopExportPart.findMany({
      where: { exportId: id },
      omit: { sealed: true },
      orderBy: { number: "asc" },
    });
  });
  if (!entries) return null;
  const listed = entries.map(({ id: part, name, crc, size, packedSize }) => ({
    part,
    entry: { name, crc: Number(crc), size, packedSize } satisfies ZipEntry,
  }));
  const parts = zipOf({ inShop, keys }, listed);
  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      const next = await parts.next();
      if (next.done) controller.close();
      else controller.enqueue(next.value);
    },
    async cancel() {
      await parts.return(undefined);
    },
  });
}

async function* zipOf(
  { inShop, keys }: { inShop: InShop; keys: ShopKeys },
  listed: readonly { part: string; entry: ZipEntry }[],
): AsyncGenerator<Uint8Array> {
  for (const { part, entry } of listed) {
    const row = await inShop((tx) => tx.shopExportPart.findUnique({ where: { id: part } }));
    // Erased while it was being read: the archive breaks off, and whoever takes it is told so.
    if (!row) throw new Error("A part of the copy is no more");
    yield localHeader(entry);
    yield openBytes(keys, `shop_export_parts.sealed:${part}`, row.sealed);
  }
  yield centralDirectory(listed.map(({ entry }) => entry));
}
