import { issueContentSchema } from "#app/care/detect/issue.ts";
import type { Tx } from "#app/db.server.ts";
import type { Person } from "#app/privacy/person.ts";
import { openJson, type ShopKeys } from "#app/shop/seal.ts";

/**
 * What was found wrong with the person's orders, what was decided to say of it and whether they were in the group that is not written
 * to. What was written stands among the conversations.
 */
export async function collectIssues(tx: Tx, keys: ShopKeys, { orderIds, contacts }: Person) {
  const { shopId } = keys;
  const ofPerson = { shopId, OR: [{ orderId: { in: orderIds } }, { contactIndex: { in: contacts } }] };
  const issues = await tx.orderIssue.findMany({
    where: { shopId, orderId: { in: orderIds } },
    orderBy: [{ openedAt: "asc" }, { id: "asc" }],
  });
  const outreaches = await tx.outreach.findMany({
    where: ofPerson,
    orderBy: [{ decidedAt: "asc" }, { id: "asc" }],
  });
  const holdOuts = await tx.holdOut.findMany({
    where: ofPerson,
    orderBy: [{ assignedAt: "asc" }, { kind: "asc" }],
  });
  return {
    issues: issues.map((one) => {
      const { id, orderId, kind, status, severity, knownSince, openedAt, resolvedAt, traits, sealed } = one;
      const context = `order_issues.sealed:${id}` as const;
      const { evidence, stakes } = openJson(keys, { context, bytes: sealed }, issueContentSchema);
      return {
        id,
        orderId,
        kind,
        status,
        severity,
        knownSince,
        openedAt,
        resolvedAt,
        traits,
        stakes,
        evidence,
      };
    }),
    outreach: outreaches.map(
      ({ issueId, orderId, kind, stage, state, reasons, conversationId, decidedAt }) => ({
        ...{ issueId, orderId, kind, stage, state, reasons, conversationId, decidedAt },
      }),
    ),
    heldOut: holdOuts.map(({ orderId, kind, arm, assignedAt }) => ({ orderId, kind, arm, assignedAt })),
  };
}
