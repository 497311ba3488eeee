import type { Tx } from "#app/db.server.ts";

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
