import { issueKindSchema } from "#app/care/detect/issue.ts";
import type { WroteFirst } from "#app/care/draft/issue-to-tell.ts";
import { sentClaimContentSchema } from "#app/care/draft/sent-claim-content.ts";
import type { ReadConversation, ReadMessage } from "#app/conversation/read-conversation.server.ts";
import type { Tx } from "#app/db.server.ts";
import { openJson, type ShopKeys } from "#app/shop/seal.ts";

/** What our own message told that the given one answers, where nobody had asked for it; undefined where it answers anything else. */
export async function readWroteFirst(
  tx: Tx,
  keys: ShopKeys,
  { conversation, before }: { conversation: ReadConversation; before: ReadMessage },
): Promise<WroteFirst | undefined> {
  if (!conversation.issueId) return undefined;
  const { messages } = conversation;
  const last = messages.slice(0, messages.indexOf(before)).findLast(({ automatic }) => !automatic);
  if (last?.direction !== "out" || !last.deliveryId) return undefined;
  const { shopId } = keys;
  const delivery = await tx.delivery.findFirst({
    where: { shopId, id: last.deliveryId, purpose: "outreach" },
    select: { draftId: true },
  });
  const outreach = delivery?.draftId
    ? await tx.outreach.findFirst({ where: { shopId, draftId: delivery.draftId }, select: { kind: true } })
    : null;
  const kind = issueKindSchema.safeParse(outreach?.kind);
  if (!kind.success) return undefined;
  const claims = await tx.sentClaim.findMany({ where: { shopId, deliveryId: last.deliveryId } });
  const told = claims.flatMap(({ id, sealed }) => {
    const context = `sent_claims.sealed:${id}` as const;
    return openJson(keys, { context, bytes: sealed }, sentClaimContentSchema).facts;
  });
  return {
    ...{ id: last.deliveryId, at: last.at, kind: kind.data },
    told: told.map(({ id, raw }) => ({ id, raw })),
  };
}
