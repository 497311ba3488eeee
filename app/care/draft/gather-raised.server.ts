import { draftContentSchema, type Raises } from "#app/care/draft/draft.ts";
import { isSameRaise, raisesOf, toldRaises, type Raised } from "#app/care/draft/raised.ts";
import { sentClaimContentSchema, stageOf } from "#app/care/draft/sent-claim-content.ts";
import type { Tx } from "#app/db.server.ts";
import { days } from "#app/lib/duration.ts";
import { openJson, type ShopKeys } from "#app/shop/seal.ts";
import { z } from "zod";

type Place = {
  conversationId: string;
  now: Date;
  /** The draft that is looked at again: that it tells of something, or is about to, does not make it told. */
  own?: string | undefined;
};

/** Long after the day a shopper knows that a promise was broken: what is to be said then is a person's to find. */
const STILL_NEWS = days(7);
/** Replies of one conversation that may have told of it. */
const NEWEST_REPLIES = 5;
const LEFT_OR_LEAVING = ["queued", "sending", "sent", "uncertain"];
const promiseSchema = z.object({ text: z.string(), told: z.boolean().default(true) });

/**
 * What the shopper of a conversation has to be told unasked: promises that are due or over and not kept, and what a reply told that is
 * not so any more. What a reply that left, or is about to, tells already is left out. The ledger's rows are the truth; nothing is written.
 */
export async function gatherRaised(tx: Tx, keys: ShopKeys, place: Place): Promise<Raised> {
  const raised = {
    promises: await promisesDue(tx, keys, place),
    claims: await claimsFallen(tx, keys, place),
  };
  if (raised.promises.length === 0 && raised.claims.length === 0) return raised;
  const told = await toldAlready(tx, keys, place);
  const isNew = (one: Raises | undefined) => one && !told.some((known) => isSameRaise(known, one));
  return {
    promises: raised.promises.filter((one) => isNew(raisesOf({ promises: [one], claims: [] })[0])),
    claims: raised.claims.filter((one) => isNew(raisesOf({ promises: [], claims: [one] })[0])),
  };
}

async function promisesDue(tx: Tx, keys: ShopKeys, { conversationId, now }: Place) {
  const rows = await tx.promise.findMany({
    where: {
      ...{ shopId: keys.shopId, conversationId, state: { in: ["open", "broken"] }, keptAt: null },
      ...{ warnAt: { lte: now }, dueAt: { gt: new Date(now.getTime() - STILL_NEWS) } },
    },
    orderBy: [{ dueAt: "asc" }, { id: "asc" }],
  });
  return rows.flatMap(({ id, kind, orderId, madeAt, dueAt, state, sealed }) => {
    if (!dueAt) return [];
    const context = `promises.sealed:${id}` as const;
    const { text, told } = openJson(keys, { context, bytes: sealed }, promiseSchema);
    // The shopper knows nothing of it: to say that it is late would be news of a promise that they were never given.
    if (!told) return [];
    return [{ id, text, kind, orderId, madeAt, dueAt, broken: state === "broken" }];
  });
}

async function claimsFallen(tx: Tx, keys: ShopKeys, { conversationId }: Place) {
  const rows = await tx.sentClaim.findMany({
    where: { shopId: keys.shopId, conversationId, state: "false" },
    orderBy: [{ sentAt: "asc" }, { id: "asc" }],
  });
  return rows.map(({ id, orderId, deliveryId, sentAt, sealed }) => {
    const content = openJson(
      keys,
      { context: `sent_claims.sealed:${id}`, bytes: sealed },
      sentClaimContentSchema,
    );
    const facts = content.became.map(({ factId, said, sentence }) => ({ factId, said, sentence }));
    return { id, orderId, messageId: deliveryId, sentAt, facts, stage: stageOf(keys, content) };
  });
}

async function toldAlready(tx: Tx, keys: ShopKeys, { conversationId, own }: Place): Promise<Raises[]> {
  const { shopId } = keys;
  const deliveries = await tx.delivery.findMany({
    where: { shopId, conversationId, draftId: { not: null }, status: { in: LEFT_OR_LEAVING } },
    orderBy: { createdAt: "desc" },
    select: { draftId: true },
    take: NEWEST_REPLIES,
  });
  const drafts = await tx.draft.findMany({
    where: { id: { in: deliveries.flatMap(({ draftId }) => draftId ?? []) } },
    select: { id: true, sealed: true },
  });
  return drafts.flatMap(({ id, sealed }) => {
    if (id === own) return [];
    const content = openJson(keys, { context: `drafts.sealed:${id}`, bytes: sealed }, draftContentSchema);
    return toldRaises(content, content.text);
  });
}
