import { randomUUID } from "node:crypto";
import { MOST_BYTES, MOST_FILES } from "#app/care/review/files/file-limits.ts";
import { kindOfFile, nameOfFile } from "#app/care/review/files/kind-of-file.ts";
import { listFiles } from "#app/care/review/files/read-files.server.ts";
import { KEPT_UNSENT } from "#app/care/draft/message/begin-message.server.ts";
import { sqlOf, type InShop } from "#app/db.server.ts";
import { emit } from "#app/emit.server.ts";
import { lockAgainstRedaction } from "#app/mirror/redaction-marks.server.ts";
import type { Now } from "#app/ports.ts";
import { shopKeys } from "#app/shop/keys.server.ts";
import { sealBytes, sealJson } from "#app/shop/seal.ts";

export type FileToKeep = {
  shopId: string;
  /** A UUID that whoever uploads made: asked again because no answer came, the file is kept once, while it waits there. */
  id?: string | undefined;
  /** In which it is to be sent. */
  conversationId: string;
  name: string;
  bytes: Uint8Array;
  staff: { id: string };
};
export type KeptFile = { id: string; name: string; mimeType: string; size: number };
export type FileKept =
  | { outcome: "kept"; file: KeptFile }
  | { outcome: "refused"; why: "empty" | "too_large" | "too_many" | "kind" }
  | { outcome: "not_found" };

/**
 * Keeps a file that a person wants to send, sealed, until it leaves or is removed. What it is is read from its bytes, and its name is made
 * to say the same. All that wait in one conversation fit into one mail.
 */
export async function keepFile(
  { inShop, now }: { inShop: InShop; now: Now },
  { shopId, id: askedId = randomUUID(), conversationId, name, bytes, staff }: FileToKeep,
): Promise<FileKept> {
  const kind = kindOfFile(bytes, name);
  if (bytes.byteLength === 0) return { outcome: "refused", why: "empty" };
  if (bytes.byteLength > MOST_BYTES) return { outcome: "refused", why: "too_large" };
  if (!kind) return { outcome: "refused", why: "kind" };
  const keys = await shopKeys(shopId);
  return inShop(async (tx): Promise<FileKept> => {
    await lockAgainstRedaction(sqlOf(tx), shopId);
    const [place] = await tx.$queryRaw<unknown[]>`
      SELECT 1 FROM conversations WHERE id = ${conversationId} FOR UPDATE`;
    if (!place) return { outcome: "not_found" };
    const others = await listFiles(tx, keys, { placeId: conversationId, deliveryId: null });
    const before = others.find((other) => other.id === askedId);
    if (before) return { outcome: "kept", file: before };
    if (others.length >= MOST_FILES) return { outcome: "refused", why: "too_many" };
    const size = others.reduce((sum, other) => sum + other.size, bytes.byteLength);
    if (size > MOST_BYTES) return { outcome: "refused", why: "too_large" };
    const at = now();
    // What was kept by it may have left since, or wait in another conversation: this is another file.
    const isTaken = (await tx.attachment.count({ where: { id: askedId } })) > 0;
    const id = isTaken ? randomUUID() : askedId;
    const file = { id, name: nameOfFile(name, kind), mimeType: kind.mimeType, size: bytes.byteLength };
    await tx.attachment.create({
      data: {
        ...{ id, shopId, mimeType: file.mimeType, size: file.size, createdAt: at },
        ...{ placeId: conversationId, uploadedBy: staff.id },
        sealedName: sealJson(keys, `attachments.sealed_name:${id}`, { name: file.name, contentId: null }),
      },
      select: { id: true },
    });
    // Raw: as conversation/seal-attachments.server.ts does.
    const sealed = sealBytes(keys, `attachments.sealed_content:${id}`, bytes);
    await tx.$executeRaw`UPDATE attachments SET sealed_content = ${sealed} WHERE id = ${id}`;
    const runAt = new Date(at.getTime() + KEPT_UNSENT);
    await emit(tx, "writing-begun", { data: { shopId, placeId: conversationId }, runAt });
    return { outcome: "kept", file };
  });
}
