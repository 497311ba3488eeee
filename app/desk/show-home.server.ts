import type { InShop, Tx } from "#app/db.server.ts";
import { notSent } from "#app/desk/not-sent.server.ts";
import { readBackfill, type BackfillProgress } from "#app/mirror/read-backfill.server.ts";
import { toKeep } from "#app/desk/to-keep.server.ts";
import type { Now } from "#app/ports.ts";
import { readMirrorHealth, type MirrorHealth } from "#app/mirror/read-mirror-health.server.ts";

/** What the home page shows. Counts stop at a limit: a larger number helps nobody decide, and the page polls. */
export type Home = {
  backfill: BackfillProgress;
  attention: {
    waitingDrafts: number;
    unsure: number;
    uncertain: number;
    failed: number;
    promisesDue: number;
    promisesBroken: number;
    corrections: number;
    /** Open order problems that nobody put off, by how much weighs on them. */
    issues: { critical: number; high: number; other: number };
    /** Messages about them that wait for a person. */
    outreachWaiting: number;
  };
  mirror: MirrorHealth & { orders: number; customers: number; quarantined: number };
  firstSteps: { mailReceived: boolean; voiceSet: boolean; addressSet: boolean; replySent: boolean };
};

const COUNT_LIMIT = 1_000;

/** One read of everything on the home page, in one transaction. */
export function showHome({ inShop, now }: { inShop: InShop; now: Now }): Promise<Home> {
  return inShop(async (tx) => ({
    backfill: await readBackfill(tx, now),
    attention: await attentionOf(tx, now()),
    mirror: await mirrorOf(tx),
    firstSteps: await firstStepsOf(tx),
  }));
}

async function attentionOf(tx: Tx, now: Date): Promise<Home["attention"]> {
  const take = COUNT_LIMIT;
  // In an index's order: by default Prisma sorts all there are by id, and then counts the first.
  return {
    waitingDrafts: await tx.conversation.count({
      where: { toReview: true },
      orderBy: { updatedAt: "asc" },
      take,
    }),
    unsure: await tx.conversation.count({
      where: { status: "open", unsure: true },
      orderBy: { updatedAt: "asc" },
      take,
    }),
    uncertain: await tx.delivery.count({ where: { status: "uncertain" }, orderBy: { at: "asc" }, take }),
    failed: (await notSent(tx, take)).length,
    promisesDue: (await toKeep(tx, "due", { now, most: take })).length,
    promisesBroken: (await toKeep(tx, "broken", { now, most: take })).length,
    corrections: (await toKeep(tx, "false", { now, most: take })).length,
    issues: {
      critical: await openIssues(tx, { now, severity: 4 }),
      high: await openIssues(tx, { now, severity: 3 }),
      other: await openIssues(tx, { now, severity: { lte: 2 } }),
    },
    outreachWaiting: await tx.outreach.count({
      where: { state: "waiting" },
      orderBy: { changedAt: "desc" },
      take,
    }),
  };
}

function openIssues(tx: Tx, { now, severity }: { now: Date; severity: number | { lte: number } }) {
  return tx.orderIssue.count({
    where: { status: "open", severity, OR: [{ snoozedUntil: null }, { snoozedUntil: { lte: now } }] },
    orderBy: [{ severity: "desc" }, { openedAt: "desc" }],
    take: COUNT_LIMIT,
  });
}

async function mirrorOf(tx: Tx): Promise<Home["mirror"]> {
  const kept = { deletedAt: null };
  const shop = await tx.shop.findFirstOrThrow({ select: { id: true } });
  return {
    ...(await readMirrorHealth(tx, shop.id)),
    orders: await tx.order.count({ where: kept, orderBy: { id: "asc" }, take: COUNT_LIMIT }),
    customers: await tx.customer.count({ where: kept, orderBy: { id: "asc" }, take: COUNT_LIMIT }),
    quarantined: await tx.webhookDelivery.count({
      where: { shopId: shop.id, state: "quarantined" },
      orderBy: { receivedAt: "asc" },
      take: COUNT_LIMIT,
    }),
  };
}

async function firstStepsOf(tx: Tx): Promise<Home["firstSteps"]> {
  const shop = await tx.shop.findFirstOrThrow({ select: { settings: true } });
  const voice = (shop.settings as { voice?: { teamName?: string; signature?: string } }).voice;
  const received = await tx.inboundMessage.findFirst({
    orderBy: { receivedAt: "asc" },
    select: { id: true },
  });
  const sent = await tx.delivery.findFirst({
    where: { status: "sent" },
    orderBy: { at: "asc" },
    select: { id: true },
  });
  return {
    mailReceived: received !== null,
    voiceSet: Boolean(voice?.teamName || voice?.signature),
    addressSet: (await tx.sendingAddress.findFirst({ select: { id: true } })) !== null,
    replySent: sent !== null,
  };
}
