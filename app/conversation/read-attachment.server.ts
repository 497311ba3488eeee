import { attachmentNameSchema } from "#app/conversation/attachment-name.ts";
import type { Tx } from "#app/db.server.ts";
import { openBytes, openJson, type ShopKeys } from "#app/shop/seal.ts";

export type AttachmentFile = { name: string; mimeType: string; bytes: Uint8Array };

/** Prisma reads bytes number by number, a second for five megabytes: base64 in pieces keeps the event loop free. */
const PIECE_BYTES = 1024 * 1024;

/** An attachment's content, opened. Null when there is none, or when its content was withheld. */
export async function readAttachment(tx: Tx, keys: ShopKeys, id: string): Promise<AttachmentFile | null> {
  const row = await tx.attachment.findUnique({ where: { id }, select: { mimeType: true, sealedName: true } });
  const sealed = row ? await readSealed(tx, id) : null;
  if (!row || !sealed) return null;
  const context = `attachments.sealed_name:${id}` as const;
  const { name } = openJson(keys, { context, bytes: row.sealedName }, attachmentNameSchema);
  return { name, mimeType: row.mimeType, bytes: openBytes(keys, `attachments.sealed_content:${id}`, sealed) };
}

async function readSealed(tx: Tx, id: string): Promise<Buffer | null> {
  const pieces: Buffer[] = [];
  for (let from = 1; ; from += PIECE_BYTES) {
    const [row] = await tx.$queryRaw<{ piece: string | null }[]>`
      SELECT encode(substring(sealed_content FROM ${from}::int FOR ${PIECE_BYTES}::int), 'base64') AS piece
      FROM attachments WHERE id = ${id}`;
    if (!row || row.piece === null) return null;
    if (row.piece === "") return Buffer.concat(pieces);
    pieces.push(Buffer.from(row.piece, "base64"));
  }
}
