import { randomInt } from "node:crypto";
import type { Delivery, ProofCode } from "@prisma/client";
import {
  CODE_LIVES,
  CODE_MARK,
  codeHash,
  codeIdOf,
  showCode,
  writeCode,
} from "#app/conversation/proof-code.ts";
import type { Tx } from "#app/db.server.ts";
import { readOrders } from "#app/mirror/read-orders.server.ts";
import type { ShopKeys } from "#app/shop/seal.ts";

/** The code that a delivery carries, while it is still wanted: no newer one took its place, and its time is not over. */
export async function wantedCode(tx: Tx, { key }: Delivery, now: Date): Promise<ProofCode | null> {
  const code = await tx.proofCode.findUnique({ where: { id: codeIdOf(key) } });
  const open = code?.state === "open" && now.getTime() < code.createdAt.getTime() + CODE_LIVES;
  return open && code.orderId !== null ? code : null;
}

/**
 * Draws the code that leaves with this attempt, keeps its keyed hash, and returns the mail's text with the code in it. It is in
 * that text and nowhere else: another attempt draws another, and what an attempt before may have sent no longer counts.
 */
export async function drawCode(
  tx: Tx,
  keys: ShopKeys,
  { delivery, text, now }: { delivery: Delivery; text: string; now: Date },
): Promise<string> {
  const place = await wantedCode(tx, delivery, now);
  if (!place?.orderId || !text.includes(CODE_MARK)) throw new Error("A code mail has no code to carry");
  const code = anyBut(await ownNumbers(tx, keys, place.orderId));
  await tx.proofCode.update({
    where: { id: place.id },
    data: { codeHash: codeHash(keys, place, code), expiresAt: new Date(now.getTime() + CODE_LIVES) },
  });
  return text.replace(CODE_MARK, showCode(code));
}

/** A code that is not the order's number or postcode: either may stand in a message for itself. */
async function ownNumbers(tx: Tx, keys: ShopKeys, orderId: string): Promise<string[]> {
  const [order] = await readOrders(tx, keys, [orderId]);
  return [order?.name, order?.shippingAddress?.zip].map((one) => (one ?? "").replaceAll(/\D/gu, ""));
}

function anyBut(taken: string[]): string {
  for (;;) {
    const code = writeCode(randomInt(1_000_000));
    if (!taken.includes(code)) return code;
  }
}
