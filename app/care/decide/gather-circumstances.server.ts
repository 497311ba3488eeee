import { occasion } from "#app/care/detect/order-state.ts";
import type { OrderIssue, Outreach } from "@prisma/client";
import type { Circumstances, DecidedIssue, OtherIssue } from "#app/care/decide/circumstances.ts";
import { contactOfOrder } from "#app/care/decide/contact-of-order.server.ts";
import { gatherSaid, type SaidOfOrder } from "#app/care/decide/gather-said.server.ts";
import { gatherTalk } from "#app/care/decide/gather-talk.server.ts";
import { armSchema, armOf } from "#app/care/decide/hold-out.ts";
import { howItEnded, newEstimate } from "#app/care/decide/how-it-ended.ts";
import { newsOf } from "#app/care/decide/news-of.ts";
import { outreachStageSchema, outreachStateSchema } from "#app/care/decide/outreach.ts";
import { stageOf, type Stage } from "#app/care/decide/stage-of.ts";
import { isToldElsewhere, toldAt } from "#app/care/decide/told-before.ts";
import { readWeek } from "#app/care/decide/read-week.server.ts";
import { zonesOf } from "#app/care/decide/zones/zones-of.ts";
import {
  issueContentSchema,
  issueKindSchema,
  issueStatusSchema,
  severitySchema,
  type Evidence,
  type IssueContent,
  type Seen,
} from "#app/care/detect/issue.ts";
import { readSaid } from "#app/care/detect/read-said.server.ts";
import { sqlOf, type Tx } from "#app/db.server.ts";
import type { MirroredOrder } from "#app/mirror/order.ts";
import { readOrders } from "#app/mirror/read-orders.server.ts";
import { openJson, type ShopKeys } from "#app/shop/seal.ts";
import { settingsSchema } from "#app/shop/settings.ts";

export type Gathered = {
  issue: OrderIssue;
  /** All that was decided of this issue before. */
  earlier: Outreach[];
  /** The other issues of its order, with what was decided of each. */
  others: OtherIssue[];
  contactIndex: string | null;
  /** A digest of what matters to the shopper now. */
  told: string;
  /** What is to be told next; null when nothing new is. */
  next: { stage: Stage; given: Circumstances } | null;
};

/** `own`: the outreach that is asked about, which does not stand in its own way. */
type About = { issueId: string; now: Date; own?: Pick<Outreach, "id" | "state" | "changedAt"> };

/**
 * All that a decision about an issue rests on, in a few statements. Null when the issue or its order is gone. Reads alone: who writes
 * what follows holds the contact's lock.
 */
export async function gatherCircumstances(tx: Tx, keys: ShopKeys, about: About): Promise<Gathered | null> {
  const { shopId } = keys;
  const { issueId, now } = about;
  const issue = await tx.orderIssue.findUnique({ where: { id: issueId } });
  const [order] = issue ? await readOrders(tx, keys, [issue.orderId]) : [];
  if (!issue || !order) return null;
  const shop = await tx.shop.findUniqueOrThrow({ where: { id: shopId } });
  const settings = settingsSchema.parse(shop.settings).outreach;
  const timeZone = shop.timezone ?? "UTC";
  const contact = await contactOfOrder(tx, keys, order);
  const contactIndex = contact?.contactIndex ?? null;
  const rows = await tx.outreach.findMany({ where: { shopId, orderId: order.id } });
  const decided = decidedIssue(issue);
  const content = contentOf(keys, issue);
  const said = await gatherSaid(tx, keys, {
    ...{ orderId: order.id, kind: decided.kind, conversationId: issue.conversationId, now },
  });
  const others = await othersOf(tx, issue, rows);
  const { evidence, stage, told } = stageNow({ keys, order, issue, content, rows, said, settings, timeZone });
  const earlier = rows.filter((one) => one.issueId === issue.id);
  const gathered = { issue, earlier, others, contactIndex, told };
  if (!stage) return { ...gathered, next: null };

  const customerId = order.customer?.id ?? null;
  const { talk, riskFlags } = await gatherTalk(tx, keys, {
    contactIndex,
    customerId,
    orderId: order.id,
    now,
  });
  const shopper = await shopperOf(tx, keys, { contactIndex, order, timeZone });
  const sameLeft = gathered.earlier.some(
    ({ stage: was, news, state, id }) =>
      was === stage.stage && news === stage.news && state === "sent" && id !== about.own?.id,
  );
  const given: Circumstances = {
    now,
    shop: { uninstalled: shop.uninstalledAt !== null, installedAt: shop.installedAt, settings },
    issue: { ...decided, stakes: content.stakes },
    stage: stage.stage,
    newsAt: newsAt(issue, stage, now),
    order: orderOf({ order, said: (await readSaid(sqlOf(tx), shopId, [order.id]))(order.id) }),
    shopper: { ...shopper, riskFlags },
    talk,
    said: {
      toldAt:
        stage.stage === "first"
          ? toldAt({ evidence, knownSince: decided.knownSince }, said.replies, timeZone)
          : null,
      promisedUntil: said.promisedUntil,
      sameLeft,
    },
    others,
    week: await readWeek(tx, { shopId, contactIndex, now, issueId, own: about.own ?? null }),
    arm: await armFor(tx, keys, { contactIndex, kind: decided.kind, share: settings.holdOut.share }),
  };
  return { ...gathered, next: { stage, given } };
}

export function decidedIssue(issue: OrderIssue): DecidedIssue {
  return {
    id: issue.id,
    kind: issueKindSchema.parse(issue.kind),
    subject: issue.subject,
    severity: severitySchema.parse(issue.severity),
    status: issueStatusSchema.parse(issue.status),
    knownSince: issue.knownSince,
    snoozedUntil: issue.snoozedUntil,
  };
}

const contentOf = (keys: ShopKeys, { id, sealed }: OrderIssue): IssueContent =>
  openJson(keys, { context: `order_issues.sealed:${id}`, bytes: sealed }, issueContentSchema);

async function othersOf(tx: Tx, issue: OrderIssue, rows: readonly Outreach[]): Promise<OtherIssue[]> {
  const { shopId, orderId, id } = issue;
  const others = await tx.orderIssue.findMany({ where: { shopId, orderId, id: { not: id } } });
  return others.map((other) => ({
    ...decidedIssue(other),
    outreaches: rows
      .filter(({ issueId }) => issueId === other.id)
      .map(({ stage, state, changedAt }) => ({
        stage: outreachStageSchema.parse(stage),
        state: outreachStateSchema.parse(state),
        at: changedAt,
      })),
  }));
}

function stageNow(given: {
  keys: ShopKeys;
  order: MirroredOrder;
  issue: OrderIssue;
  content: IssueContent;
  rows: readonly Outreach[];
  said: SaidOfOrder;
  settings: Circumstances["shop"]["settings"];
  timeZone: string;
}): { evidence: Evidence[]; stage: Stage | null; told: string } {
  const { keys, order, issue, content, said, timeZone } = given;
  const { kind, subject, status } = decidedIssue(issue);
  const ending = howItEnded(order, { kind, subject });
  const isLater = status === "resolved" && ending === "expected_later";
  const evidence = isLater ? withEstimate(content.evidence, newEstimate(order, subject)) : content.evidence;
  const told = newsOf(keys, evidence, timeZone);
  const stage = stageOf({
    issue: { kind, status, resolvedBy: issue.resolvedBy },
    news: told,
    toldElsewhere: isToldElsewhere(evidence, said.all, timeZone),
    earlier: given.rows
      .filter(({ issueId }) => issueId === issue.id)
      .map((row) => ({
        stage: outreachStageSchema.parse(row.stage),
        state: outreachStateSchema.parse(row.state),
        news: row.news,
        told: row.told,
        at: row.changedAt,
      })),
    ending,
    shopifyTells: given.settings.shopifyTells,
  });
  return { evidence, stage, told };
}

/** The evidence of an issue is as it was when it ended: the day that its carrier names now stands in the order alone. */
const withEstimate = (
  evidence: readonly Evidence[],
  estimate: { parcelId: string; at: string } | null,
): Evidence[] =>
  evidence.map((one) =>
    estimate && one.id === `fulfillment:${estimate.parcelId}:eta` ? { ...one, value: estimate.at } : one,
  );

/** What a person put off is news when it comes back. */
function newsAt(issue: OrderIssue, { stage }: Stage, now: Date): Date {
  switch (stage) {
    case "first": {
      const { knownSince, snoozedUntil } = issue;
      return snoozedUntil && snoozedUntil <= now && snoozedUntil > knownSince ? snoozedUntil : knownSince;
    }
    case "update":
      return issue.changedAt;
    case "resolution":
    case "correction":
      return issue.resolvedAt ?? issue.changedAt;
  }
}

/** Statuses of a dispute that the bank has decided, or that was given up. */
const SETTLED_DISPUTES = new Set(["won", "lost", "accepted", "charge_refunded", "prevented"]);

const orderOf = ({ order, said }: Pick<Seen, "order" | "said">): Circumstances["order"] => ({
  placedAt: new Date(order.placedAt),
  test: order.test === true,
  dated: occasion({ order, said }).neededBy !== null,
  disputed: order.disputes.some(({ status }) => !SETTLED_DISPUTES.has(status.toLowerCase())),
  country: order.shippingAddress?.countryCode?.toUpperCase() ?? null,
});

async function shopperOf(
  tx: Tx,
  { shopId }: ShopKeys,
  given: { contactIndex: string | null; order: MirroredOrder; timeZone: string },
): Promise<Omit<Circumstances["shopper"], "riskFlags">> {
  const { contactIndex, order, timeZone } = given;
  const customerId = order.customer?.id ?? null;
  const since = { createdAt: { gte: new Date(order.placedAt) } };
  const marks = [
    { entity: "order", entityKey: order.id },
    ...(contactIndex ? [{ entity: "contact", entityKey: contactIndex, ...since }] : []),
    ...(customerId ? [{ entity: "customer", entityKey: customerId, ...since }] : []),
  ];
  const suppressions = contactIndex
    ? await tx.suppression.findMany({ where: { shopId, contactIndex }, select: { scope: true } })
    : [];
  return {
    hasAddress: contactIndex !== null,
    suppressed: suppressions.map(({ scope }) => (scope === "outreach" ? "outreach" : "all")),
    redacted: (await tx.redactionMark.count({ where: { shopId, OR: marks } })) > 0,
    zones: zonesOf(order.shippingAddress ?? {}, timeZone),
  };
}

/** The arm that was drawn before stays, also when the share is another one now. */
async function armFor(
  tx: Tx,
  keys: ShopKeys,
  given: { contactIndex: string | null; kind: DecidedIssue["kind"]; share: number },
): Promise<Circumstances["arm"]> {
  const { contactIndex, kind, share } = given;
  if (contactIndex === null) return "written";
  const drawn = await tx.holdOut.findUnique({
    where: { shopId_contactIndex_kind: { shopId: keys.shopId, contactIndex, kind } },
    select: { arm: true },
  });
  return drawn ? armSchema.parse(drawn.arm) : armOf(keys, { contactIndex, kind, share });
}
