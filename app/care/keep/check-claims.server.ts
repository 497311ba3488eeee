import { becameFalse } from "#app/care/keep/became-false.ts";
import { refreshRaised } from "#app/care/draft/refresh-drafts.server.ts";
import { raiseConversation } from "#app/care/keep/raise-conversation.server.ts";
import { sentClaimContentSchema, type SentClaimContent } from "#app/care/draft/sent-claim-content.ts";
import { tellShopper } from "#app/care/keep/tell-shopper.server.ts";
import type { Tx } from "#app/db.server.ts";
import { readOrders } from "#app/mirror/read-orders.server.ts";
import { openJson, sealJson, type ShopKeys } from "#app/shop/seal.ts";

/**
 * Compares what was told in a conversation with what the records say now. What became false is written down, the conversation
 * raised and a correction asked for, once for each fact and what it is now. Only the last word on a fact counts: who was told the new day later knows it. Hold the
 * conversation's lock. Answers how many facts are newly false.
 */
export async function checkClaims(
  tx: Tx,
  keys: ShopKeys,
  { conversationId, now }: { conversationId: string; now: Date },
): Promise<number> {
  const { shopId } = keys;
  const rows = await tx.sentClaim.findMany({
    where: { shopId, conversationId },
    orderBy: [{ sentAt: "desc" }, { id: "desc" }],
  });
  if (rows.length === 0) return 0;
  const shop = await tx.shop.findUniqueOrThrow({ where: { id: shopId }, select: { timezone: true } });
  const orders = await readOrders(
    tx,
    keys,
    rows.map(({ orderId }) => orderId),
  );
  const toldLater = new Set<string>();
  let [fell, changed] = [0, 0];
  for (const row of rows) {
    const context = `sent_claims.sealed:${row.id}` as const;
    const content = openJson(keys, { context, bytes: row.sealed }, sentClaimContentSchema);
    const standing = content.facts.filter(({ id }) => !toldLater.has(id));
    for (const { id } of content.facts) toldLater.add(id);
    const order = orders.find(({ id }) => id === row.orderId);
    const { sentAt } = row;
    const all = order ? becameFalse(standing, { order, timeZone: shop.timezone ?? "UTC", sentAt }) : [];
    const became = all.filter((one) => !content.settled.some((done) => isSame(done, one)));
    if (sameList(became, content.became)) continue;
    changed += 1;
    fell += became.filter((one) => !content.became.some((known) => isSame(known, one))).length;
    await tx.sentClaim.updateMany({
      where: { id: row.id },
      data: {
        state: became.length > 0 ? "false" : "standing",
        falseAt: became.length > 0 ? (row.falseAt ?? now) : null,
        sealed: sealJson(keys, context, { ...content, became } satisfies SentClaimContent),
      },
    });
  }
  if (changed > 0) await refreshRaised(tx, keys, conversationId);
  if (fell > 0) {
    await raiseConversation(tx, keys, { conversationId, now });
    await tellShopper(tx, "correction-needed", { shopId, conversationId });
  }
  return fell;
}

type Known = { factId: string; now: string };
const isSame = (one: Known, other: Known) => one.factId === other.factId && one.now === other.now;
const sameList = (ones: readonly Known[], others: readonly Known[]) =>
  ones.length === others.length && ones.every((one) => others.some((other) => isSame(one, other)));
