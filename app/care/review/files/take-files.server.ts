import { MOST_BYTES } from "#app/care/review/files/file-limits.ts";
import type { Tx } from "#app/db.server.ts";

export type RefusedFiles = { outcome: "files_refused"; why: "gone" | "too_large" };

/** Gives the files that wait in a conversation to the mail that they leave with; or says why they cannot. Hold the conversation. */
export async function takeFiles(
  tx: Tx,
  { files, placeId, deliveryId }: { files: readonly string[]; placeId: string; deliveryId: string },
): Promise<RefusedFiles | null> {
  const ids = [...new Set(files)];
  if (ids.length === 0) return null;
  const where = { id: { in: ids }, placeId, messageId: null, deliveryId: null };
  const rows = await tx.attachment.findMany({ where, select: { size: true } });
  if (rows.length < ids.length) return { outcome: "files_refused", why: "gone" };
  if (rows.reduce((sum, { size }) => sum + size, 0) > MOST_BYTES)
    return { outcome: "files_refused", why: "too_large" };
  await tx.attachment.updateMany({ where, data: { deliveryId } });
  return null;
}
