import type { Tx } from "#app/db.server.ts";
import { checkOfMail } from "#app/shop/mail-check/mail-check.ts";
import type { ShopKeys } from "#app/shop/seal.ts";

/**
 * A mail arrived: whether it is one of our own checks that came back. The way in is proven then; the mail is nobody's message, even
 * where it comes late or again.
 */
export async function noteReturn(
  tx: Tx,
  keys: ShopKeys,
  given: { mailId: string | null; at: Date },
): Promise<boolean> {
  const id = checkOfMail(keys, given.mailId);
  if (id === null) return false;
  await tx.mailCheck.updateMany({
    where: { id, shopId: keys.shopId, kind: "inbound", state: { not: "done" } },
    data: { state: "done", doneAt: given.at },
  });
  return true;
}
