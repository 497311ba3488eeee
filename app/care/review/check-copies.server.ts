import { parseReplyAddress } from "#app/conversation/reply-address.ts";
import { isWritable } from "#app/conversation/is-writable.ts";
import type { Mailbox } from "#app/conversation/message-content.ts";
import { isSuppressed } from "#app/conversation/suppressions.server.ts";
import type { Tx } from "#app/db.server.ts";
import { env } from "#app/env.server.ts";
import { blindIndex, type ShopKeys } from "#app/shop/seal.ts";

/** A reply is no newsletter. */
export const MOST_COPIES = 10;

export type RefusedCopy = {
  outcome: "copy_refused";
  address: string;
  /** `own`: one of this app's, from which it would come back as a message. */
  why: "address" | "own" | "suppressed" | "erased" | "twice" | "too_many";
};

/** The first of the addresses that a copy cannot go to; null: it can go to all of them. */
export async function checkCopies(
  tx: Tx,
  keys: ShopKeys,
  { copies, to }: { copies: readonly Mailbox[]; to: Mailbox },
): Promise<RefusedCopy | null> {
  const refuse = (address: string, why: RefusedCopy["why"]): RefusedCopy => ({
    ...{ outcome: "copy_refused", address, why },
  });
  if (copies.length > MOST_COPIES) return refuse(copies[MOST_COPIES]?.address ?? "", "too_many");
  const seen = new Set([to.address.trim().toLowerCase()]);
  for (const { address } of copies) {
    if (parseReplyAddress(address, env.INBOUND_DOMAIN)) return refuse(address, "own");
    if (!isWritable(address, env.INBOUND_DOMAIN)) return refuse(address, "address");
    if (seen.has(address.toLowerCase())) return refuse(address, "twice");
    seen.add(address.toLowerCase());
    const contactIndex = blindIndex(keys, "email", address);
    if (await isSuppressed(tx, contactIndex, "all")) return refuse(address, "suppressed");
    const marks = { shopId: keys.shopId, entity: "contact", entityKey: contactIndex };
    if ((await tx.redactionMark.count({ where: marks })) > 0) return refuse(address, "erased");
  }
  return null;
}
