import type { InShop, Tx } from "#app/db.server.ts";
import { maybeSent, notSent } from "#app/desk/not-sent.server.ts";
import { readBackfill, type BackfillProgress } from "#app/mirror/read-backfill.server.ts";
import { toKeep } from "#app/desk/to-keep.server.ts";
import { showSinceYesterday, type SinceYesterday } from "#app/desk/show-since-yesterday.server.ts";
import type { Now } from "#app/ports.ts";
import { readInboundCheck, type InboundCheck } from "#app/shop/mail-check/read-inbound-check.server.ts";
import { settingsSchema } from "#app/shop/settings.ts";
import { readMirrorHealth, type MirrorHealth } from "#app/mirror/read-mirror-health.server.ts";

/** What the home page shows. Counts stop at a limit: a larger number helps nobody decide, and the page polls. */
export type Home = {
  /** The shop's. */
  timeZone: string;
  backfill: BackfillProgress;
  attention: {
    waitingDrafts: { urgent: number; high: number; other: number };
    /** Conversations of which a time to answer is over, or is soon. */
    levelsMissed: number;
    levelsSoon: number;
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
  since: SinceYesterday;
  firstSteps: {
    inbound: InboundCheck;
    voiceSet: boolean;
    addressProven: boolean;
    replySent: boolean;
    /** Somebody wrote by the contact form of the storefront: it is on, whatever else is known of it. */
    formUsed: boolean;
  };
};

const COUNT_LIMIT = 1_000;

/** One read of everything on the home page, in one transaction. */
export function showHome({ inShop, now }: { inShop: InShop; now: Now }): Promise<Home> {
  return inShop(async (tx) => {
    const shop = await tx.shop.findFirstOrThrow({ select: { id: true, timezone: true, settings: true } });
    const timeZone = shop.timezone ?? "UTC";
    return {
      timeZone,
      backfill: await readBackfill(tx, now),
      attention: await attentionOf(tx, now()),
      mirror: await mirrorOf(tx, shop.id),
      since: await showSinceYesterday(tx, { shopId: shop.id, timeZone, now: now() }),
      firstSteps: await firstStepsOf(tx, shop, now()),
    };
  });
}

async function attentionOf(tx: Tx, now: Date): Promise<Home["attention"]> {
  const take = COUNT_LIMIT;
  // In an index's order: by default Prisma sorts all there are by id, and then counts the first.
  return {
    waitingDrafts: {
      urgent: await draftsWaiting(tx, "urgent"),
      high: await draftsWaiting(tx, "high"),
      other: await draftsWaiting(tx, { in: ["normal", "low"] }),
    },
    levelsMissed: await levels(tx, { dueAt: { lte: now } }),
    levelsSoon: await levels(tx, { atRiskAt: { lte: now }, dueAt: { gt: now } }),
    unsure: await tx.conversation.count({
      where: { status: "open", unsure: true },
      orderBy: { updatedAt: "asc" },
      take,
    }),
    uncertain: (await maybeSent(tx, take)).length,
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

const draftsWaiting = (tx: Tx, priority: string | { in: string[] }): Promise<number> =>
  tx.conversation.count({
    where: { toReview: true, priority },
    orderBy: { updatedAt: "asc" },
    take: COUNT_LIMIT,
  });

/** Only what is open has clocks that run. */
const levels = (tx: Tx, where: { dueAt: object; atRiskAt?: object }): Promise<number> =>
  tx.conversation.count({
    where: { ...where, status: { in: ["open", "snoozed"] } },
    orderBy: where.atRiskAt ? { atRiskAt: "asc" } : { dueAt: "asc" },
    take: COUNT_LIMIT,
  });

function openIssues(tx: Tx, { now, severity }: { now: Date; severity: number | { lte: number } }) {
  return tx.orderIssue.count({
    where: { status: "open", severity, OR: [{ snoozedUntil: null }, { snoozedUntil: { lte: now } }] },
    orderBy: [{ severity: "desc" }, { openedAt: "desc" }],
    take: COUNT_LIMIT,
  });
}

async function mirrorOf(tx: Tx, shopId: string): Promise<Home["mirror"]> {
  const kept = { deletedAt: null };
  return {
    ...(await readMirrorHealth(tx, shopId)),
    orders: await tx.order.count({ where: kept, orderBy: { id: "asc" }, take: COUNT_LIMIT }),
    customers: await tx.customer.count({ where: kept, orderBy: { id: "asc" }, take: COUNT_LIMIT }),
    quarantined: await tx.webhookDelivery.count({
      where: { shopId, state: "quarantined" },
      orderBy: { receivedAt: "asc" },
      take: COUNT_LIMIT,
    }),
  };
}

async function firstStepsOf(
  tx: Tx,
  { id: shopId, settings }: { id: string; settings: unknown },
  now: Date,
): Promise<Home["firstSteps"]> {
  const { voice } = settingsSchema.parse(settings);
  const first = { select: { id: true } };
  const sent = await tx.delivery.findFirst({
    where: { status: "sent", draftId: { not: null } },
    orderBy: { at: "asc" },
    ...first,
  });
  const proven = await tx.sendingAddress.findFirst({ where: { verifiedAt: { not: null } }, ...first });
  const form = await tx.inboundMessage.findFirst({
    where: { shopId, channel: "storefront" },
    orderBy: { receivedAt: "desc" },
    ...first,
  });
  return {
    inbound: await readInboundCheck(tx, shopId, now),
    voiceSet: Boolean(voice.teamName || voice.signature),
    addressProven: proven !== null,
    replySent: sent !== null,
    formUsed: form !== null,
  };
}
