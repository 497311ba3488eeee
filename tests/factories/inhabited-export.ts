import { randomUUID } from "node:crypto";
import { deflateRawSync } from "node:zlib";
import { forShop } from "#app/db.server.ts";
import { sealBytes, type ShopKeys } from "#app/shop/seal.ts";

/** What its owner alone sees: a copy of its data that is ready to be taken, what a model took, and a change of how long it is kept. */
export async function addExport(keys: ShopKeys, content: string) {
  const { shopId } = keys;
  const exportId = randomUUID();
  const id = `${exportId}-1`;
  const at = new Date();
  const packed = deflateRawSync(Buffer.from(content));
  await forShop(shopId)(async (tx) => {
    await tx.modelDay.create({
      data: { shopId, day: new Date("2026-11-20"), use: "reading", questions: 1, tokensIn: 1_000n },
    });
    await tx.settingsChange.create({
      data: { shopId, setting: "retention", by: "1", at, before: {}, after: {} },
    });
    await tx.shopExport.create({
      data: {
        ...{ id: exportId, shopId, state: "ready", askedBy: "1", askedAt: at, parts: 1, readyAt: at },
        expiresAt: new Date(at.getTime() + 86_400_000),
      },
    });
    await tx.shopExportPart.create({
      data: {
        ...{ id, shopId, exportId, number: 1, name: "conversations-00001.jsonl", crc: 0n },
        ...{ size: content.length, packedSize: packed.length },
        sealed: sealBytes(keys, `shop_export_parts.sealed:${id}`, packed),
      },
    });
  });
}
