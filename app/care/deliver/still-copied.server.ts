import type { Mailbox } from "#app/conversation/message-content.ts";
import { isSuppressed } from "#app/conversation/suppressions.server.ts";
import type { Tx } from "#app/db.server.ts";
import { blindIndex, type ShopKeys } from "#app/shop/seal.ts";

/** Of those who were to get a copy, whom one may still go to: no address that bounced or was erased since the approval. */
export async function stillCopied(
  tx: Tx,
  keys: ShopKeys,
  { copies, since }: { copies: readonly Mailbox[]; since: Date },
): Promise<Mailbox[]> {
  const kept: Mailbox[] = [];
  for (const copy of copies) {
    const contactIndex = blindIndex(keys, "email", copy.address);
    const erased = await tx.redactionMark.count({
      where: { shopId: keys.shopId, entity: "contact", entityKey: contactIndex, createdAt: { gte: since } },
    });
    if (erased === 0 && !(await isSuppressed(tx, contactIndex, "all"))) kept.push(copy);
  }
  return kept;
}
