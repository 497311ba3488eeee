import type { Tx } from "#app/db.server.ts";

/**
 * `all` stops every mail (the address bounced or complained); `outreach` stops only what the shopper did not ask for; `csat` only the
 * question how it went.
 */
export type SuppressionScope = "all" | "outreach" | "csat";

/**
 * Whether an address must not get mail of this kind. A reply asks with `all`: an opt-out never stops it. Outreach asks with
 * `outreach`, and is stopped by either.
 */
export async function isSuppressed(tx: Tx, contactIndex: string, scope: SuppressionScope): Promise<boolean> {
  const scopes = scope === "all" ? ["all"] : ["all", "outreach"];
  return (await tx.suppression.count({ where: { contactIndex, scope: { in: scopes } } })) > 0;
}

/** Stops mail to an address; said twice it keeps the first reason. */
export async function suppress(
  tx: Tx,
  given: { shopId: string; contactIndex: string; scope: SuppressionScope; reason: string },
): Promise<void> {
  await tx.suppression.createMany({ data: [given], skipDuplicates: true });
}

/** Why an address is stopped that refused a delivery of ours for good; it names the delivery so that it can be lifted. */
export function bouncedBy({ deliveryId, code }: { deliveryId: string; code: number }): string {
  return `bounced: ${code} on delivery ${deliveryId}`;
}

/** A person sends a refused mail once more: what that very refusal stopped goes again, what anything else stopped does not. */
export async function liftBounceOf(tx: Tx, delivery: { id: string; recipientIndex: string }): Promise<void> {
  await tx.suppression.deleteMany({
    where: {
      contactIndex: delivery.recipientIndex,
      scope: "all",
      reason: { startsWith: "bounced: ", endsWith: ` on delivery ${delivery.id}` },
    },
  });
}
