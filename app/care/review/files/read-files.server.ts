import { attachmentNameSchema } from "#app/conversation/attachment-name.ts";
import { readAttachment, type AttachmentFile } from "#app/conversation/read-attachment.server.ts";
import type { KeptFile } from "#app/care/review/files/keep-file.server.ts";
import type { Tx } from "#app/db.server.ts";
import { openJson, type ShopKeys } from "#app/shop/seal.ts";

type Where = { placeId: string; deliveryId: null } | { deliveryId: string };

/** The files that wait in a conversation, or leave with a mail, without their content; in the order they were added. */
export async function listFiles(tx: Tx, keys: ShopKeys, where: Where): Promise<KeptFile[]> {
  const rows = await tx.attachment.findMany({
    where: { ...where, shopId: keys.shopId, messageId: null },
    select: { id: true, mimeType: true, size: true, sealedName: true },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
  });
  return rows.map(({ sealedName, ...file }) => {
    const context = `attachments.sealed_name:${file.id}` as const;
    return { ...file, name: openJson(keys, { context, bytes: sealedName }, attachmentNameSchema).name };
  });
}

/** The files that leave with a mail, opened. */
export async function readFiles(tx: Tx, keys: ShopKeys, deliveryId: string): Promise<AttachmentFile[]> {
  const files: AttachmentFile[] = [];
  for (const { id, name } of await listFiles(tx, keys, { deliveryId })) {
    const file = await readAttachment(tx, keys, id);
    // What it was to carry is part of what was approved.
    if (!file) throw new Error(`A file of a mail cannot be read: ${id}`);
    files.push({ ...file, name });
  }
  return files;
}
