import { forShop } from "#app/db.server.ts";
import type { ShopKeys } from "#app/shop/seal.ts";
import { systemPrisma } from "#app/system-db.server.ts";
import { anEvidence, makeIssue, makeOutreach } from "#tests/factories/issue.ts";

/** Something is wrong with an order that somebody needs by a day, is watched and was written about; and what the shop learned besides. */
export async function addIssue(
  keys: ShopKeys,
  {
    conversationId,
    messageId,
    orderId,
    contactIndex,
  }: { conversationId: string; messageId: string; orderId: string; contactIndex: string },
) {
  const { shopId } = keys;
  const at = new Date("2026-11-20T09:00:00.000Z");
  const evidence = [anEvidence({ id: `order:${orderId}:note`, kind: "text", value: `for ${contactIndex}` })];
  const issue = await makeIssue(keys, {
    orderId,
    conversationId,
    evidence,
    incidentId: `incident-${shopId}`,
  });
  await makeOutreach(keys, { issue, contactIndex, conversationId, state: "sent" });
  await forShop(shopId)(async (tx) => {
    await tx.orderWatch.create({ data: { shopId, orderId, lookAt: at } });
    await tx.orderOccasion.create({
      data: { shopId, orderId, messageId, neededBy: new Date("2026-11-24"), gift: true, saidAt: at },
    });
    await tx.holdOut.create({
      data: {
        shopId,
        contactIndex,
        kind: issue.kind,
        issueId: issue.id,
        orderId,
        arm: "written",
        assignedAt: at,
      },
    });
    const learned = {
      carrier: "dhl",
      country: "",
      name: "DHL",
      parcels: 20,
      reported: 20,
      gaps: 40,
      learnedAt: at,
    };
    await tx.carrierHabit.createMany({ data: [{ shopId, ...learned }], skipDuplicates: true });
    await tx.detection.createMany({ data: [{ shopId, nextAt: at }], skipDuplicates: true });
    const cause = { kind: issue.kind, cause: "carrier", causeKey: "dhl|DE", openedAt: at, changedAt: at };
    await tx.incident.createMany({
      data: [{ id: `incident-${shopId}`, shopId, ...cause }],
      skipDuplicates: true,
    });
  });
}

/** How many rows there are of what was found wrong with a shop's orders, by table. */
export async function countIssues(shopId: string): Promise<Record<string, number>> {
  const where = { shopId };
  return {
    orderIssue: await systemPrisma.orderIssue.count({ where }),
    orderOccasion: await systemPrisma.orderOccasion.count({ where }),
    orderWatch: await systemPrisma.orderWatch.count({ where }),
    outreach: await systemPrisma.outreach.count({ where }),
    holdOut: await systemPrisma.holdOut.count({ where }),
    incident: await systemPrisma.incident.count({ where }),
    carrierHabit: await systemPrisma.carrierHabit.count({ where }),
    detection: await systemPrisma.detection.count({ where }),
  };
}
