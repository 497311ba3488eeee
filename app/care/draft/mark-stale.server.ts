import type { DraftContent } from "#app/care/draft/draft.ts";
import type { Tx } from "#app/db.server.ts";
import { sealJson, type ShopKeys } from "#app/shop/seal.ts";

/** A draft that can no longer be sent keeps why. The caller holds its conversation. */
export async function markStale(
  tx: Tx,
  keys: ShopKeys,
  { id, content }: { id: string; content: DraftContent },
): Promise<void> {
  const sealed = sealJson(keys, `drafts.sealed:${id}`, content);
  await tx.draft.update({ where: { id }, data: { status: "stale", sealed } });
}
