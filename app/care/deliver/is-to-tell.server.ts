import type { Delivery } from "@prisma/client";
import { draftContentSchema, type Raises } from "#app/care/draft/draft.ts";
import type { Tx } from "#app/db.server.ts";
import { openJson, type ShopKeys } from "#app/shop/seal.ts";

/**
 * Whether something of what an approved mail tells unasked has to be told still: the promise was not kept since, and what we told is
 * still not so. What changed in it before the approval made its draft stale.
 */
export async function isToTell(tx: Tx, keys: ShopKeys, { draftId }: Delivery): Promise<boolean> {
  const draft = draftId ? await tx.draft.findUnique({ where: { id: draftId } }) : null;
  if (!draft) return false;
  const sealed = { context: `drafts.sealed:${draft.id}` as const, bytes: draft.sealed };
  const { raises = [] } = openJson(keys, sealed, draftContentSchema).plan;
  const idsOf = (wanted: Raises["kind"]) => raises.filter(({ kind }) => kind === wanted).map(({ id }) => id);
  const { shopId } = draft;
  const promises = await tx.promise.count({ where: { shopId, id: { in: idsOf("promise") }, keptAt: null } });
  const claims = await tx.sentClaim.count({ where: { shopId, id: { in: idsOf("claim") }, state: "false" } });
  return promises + claims > 0;
}
