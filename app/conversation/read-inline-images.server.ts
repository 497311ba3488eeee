import { attachmentNameSchema } from "#app/conversation/attachment-name.ts";
import { readAttachment } from "#app/conversation/read-attachment.server.ts";
import type { Tx } from "#app/db.server.ts";
import { openJson, type ShopKeys } from "#app/shop/seal.ts";

/** Kinds that a browser draws and that hold no script. */
const DRAWN = ["image/png", "image/jpeg", "image/gif", "image/webp"];
/** All of a message's together; what is more stands among its attachments. */
const MOST_BYTES = 4 * 1024 * 1024;

/** The pictures that came with a message and that its HTML refers to, by the id it does so (`cid:…`), as `data:` addresses. */
export async function readInlineImages(
  tx: Tx,
  keys: ShopKeys,
  messageId: string,
): Promise<ReadonlyMap<string, string>> {
  const rows = await tx.attachment.findMany({
    where: { messageId, mimeType: { in: DRAWN }, withheld: null },
    select: { id: true, mimeType: true, size: true, sealedName: true },
    orderBy: { createdAt: "asc" },
  });
  const images = new Map<string, string>();
  let left = MOST_BYTES;
  for (const { id, mimeType, size, sealedName } of rows) {
    const context = `attachments.sealed_name:${id}` as const;
    const { contentId } = openJson(keys, { context, bytes: sealedName }, attachmentNameSchema);
    if (contentId === null || size > left) continue;
    const file = await readAttachment(tx, keys, id);
    if (!file) continue;
    left -= size;
    images.set(contentId, `data:${mimeType};base64,${Buffer.from(file.bytes).toString("base64")}`);
  }
  return images;
}
