import type { Tx } from "#app/db.server.ts";
import { sealBytes, type ShopKeys } from "#app/shop/seal.ts";

export type Settled = { state: "threaded" | "skipped" | "quarantined"; reason?: string };

/**
 * Locks a recorded message for the rest of the transaction. False when it was handled or redacted meanwhile: handling it
 * twice must change nothing.
 */
export async function claimInbound(tx: Tx, id: string): Promise<boolean> {
  const rows = await tx.$queryRaw<unknown[]>`
    SELECT 1 FROM inbound_messages WHERE id = ${id} AND state = 'recorded' FOR UPDATE`;
  return rows.length > 0;
}

/** Says on the recorded message what became of it. `reason` names no person. */
export async function settleInbound(tx: Tx, id: string, { state, reason }: Settled): Promise<void> {
  await tx.inboundMessage.updateMany({
    where: { id },
    data: { state, reason: reason ?? null, handledAt: new Date() },
  });
}

/** Empties a recorded message whose writer was redacted meanwhile. Its hash stays: the same mail must not come back. */
export async function dropRedacted(tx: Tx, keys: ShopKeys, id: string): Promise<string> {
  const sealed = sealBytes(keys, `inbound_messages.sealed:${id}`, Buffer.from("{}"));
  await tx.inboundMessage.updateMany({ where: { id }, data: { sealed, size: 0, senderIndex: null } });
  await settleInbound(tx, id, { state: "skipped", reason: "redacted" });
  return "skipped: redacted";
}
