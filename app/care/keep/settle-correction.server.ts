import { refreshRaised } from "#app/care/draft/refresh-drafts.server.ts";
import { sentClaimContentSchema } from "#app/care/draft/sent-claim-content.ts";
import { settle } from "#app/care/keep/settle-falsehoods.ts";
import { sqlOf, type InShop } from "#app/db.server.ts";
import { emit } from "#app/emit.server.ts";
import { lockAgainstRedaction } from "#app/mirror/redaction-marks.server.ts";
import { shopKeys } from "#app/shop/keys.server.ts";
import { openJson, sealJson } from "#app/shop/seal.ts";

export type SettleCorrection = {
  shopId: string;
  conversationId: string;
  claimId: string;
  staff: { id: string };
};

/** A person saw to what became false: the shopper knows, or need not. It comes up again only when the records say something else. */
export async function settleCorrection(
  { inShop }: { inShop: InShop },
  { shopId, conversationId, claimId, staff }: SettleCorrection,
): Promise<{ outcome: "settled" | "not_open" | "not_found" }> {
  const keys = await shopKeys(shopId);
  return inShop(async (tx) => {
    await lockAgainstRedaction(sqlOf(tx), shopId);
    await tx.$executeRaw`SELECT 1 FROM conversations WHERE id = ${conversationId} FOR UPDATE`;
    const row = await tx.sentClaim.findFirst({ where: { id: claimId, shopId, conversationId } });
    if (!row) return { outcome: "not_found" };
    if (row.state !== "false") return { outcome: "not_open" };
    const context = `sent_claims.sealed:${claimId}` as const;
    const content = openJson(keys, { context, bytes: row.sealed }, sentClaimContentSchema);
    const settled = settle(content, staff.id);
    await tx.sentClaim.update({
      where: { id: claimId },
      data: { state: "standing", falseAt: null, sealed: sealJson(keys, context, settled) },
    });
    await refreshRaised(tx, keys, conversationId);
    await emit(tx, "stakes-changed", { data: { shopId, conversationId } });
    return { outcome: "settled" };
  });
}
