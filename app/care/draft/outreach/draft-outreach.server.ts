import type { Outreach } from "@prisma/client";
import { dropOutreach } from "#app/care/decide/drop-outreach.server.ts";
import { lockIssue } from "#app/care/decide/lock-issue.server.ts";
import type { Worded } from "#app/care/decide/outreach.ts";
import { refuseOutreach } from "#app/care/decide/refuse-outreach.server.ts";
import { composeDraft } from "#app/care/draft/compose-draft.ts";
import { citedFacts, draftContentSchema } from "#app/care/draft/draft.ts";
import { ANSWER_BY, answerDayIsOver, dayIsOverAt } from "#app/care/draft/facts/answer-by.ts";
import { gatherShop } from "#app/care/draft/gather-shop.server.ts";
import { keepDraft } from "#app/care/draft/keep-draft.server.ts";
import { addressAnew, beginConversation } from "#app/care/draft/outreach/begin-conversation.server.ts";
import { gatherOutreach, type GatheredOutreach } from "#app/care/draft/outreach/gather-outreach.server.ts";
import { isWritable } from "#app/conversation/is-writable.ts";
import { sqlOf, type Tx } from "#app/db.server.ts";
import { emit } from "#app/emit.server.ts";
import { env } from "#app/env.server.ts";
import { TryAgainAt, type Handler } from "#app/job.ts";
import { lockAgainstRedaction } from "#app/mirror/redaction-marks.server.ts";
import { shopKeys } from "#app/shop/keys.server.ts";
import { blindIndex, openJson, type ShopKeys } from "#app/shop/seal.ts";

/**
 * Drafts what a shopper is to be told of an order problem, in the conversation of that issue, for a person to approve. The composer
 * writes it from the records alone: there is no message that a model could read. Made twice it is made once; what was decided
 * otherwise meanwhile is not made at all. One that waited until the day was over that it promises an answer by is written anew, if it is
 * news still.
 */
export const draftOutreach: Handler<"draftOutreach"> = async (ports, run, { outreachId }) => {
  const keys = await shopKeys(run.shopId);
  const now = ports.now();
  return run.inShop(async (tx) => {
    await lockAgainstRedaction(sqlOf(tx), run.shopId);
    const named = await tx.outreach.findUnique({ where: { id: outreachId }, select: { issueId: true } });
    const held = named && (await lockIssue(tx, keys, named.issueId));
    const outreach = held && (await tx.outreach.findUnique({ where: { id: outreachId } }));
    if (!held || !outreach) return "it is gone";
    const waited = outreach.state === "waiting" && (await hasWaitedTooLong(tx, keys, { outreach, now }));
    if (outreach.state !== "wanted" && !waited) return `it is ${outreach.state.replaceAll("_", " ")}`;
    if (waited) await emit(tx, "outreach-held", { data: { shopId: run.shopId, issueId: outreach.issueId } });
    const conversation = await tx.conversation.findFirst({
      where: { shopId: run.shopId, issueId: outreach.issueId },
      select: { id: true, unsent: true, contactIndex: true },
    });
    // Whoever began it since then has it: it is waited for outside this transaction.
    if (conversation && !held.conversations.has(conversation.id))
      throw new TryAgainAt(now, "its conversation was begun meanwhile");
    if (conversation && (await hasReplyWaiting(tx, conversation.id))) {
      await emit(tx, "outreach-held", { data: { shopId: run.shopId, issueId: outreach.issueId } });
      return "a reply waits to be approved there";
    }
    return draft(tx, keys, { outreach, conversation, now });
  });
};

/** A draft of a reply goes before what nobody asked for: the decision is made anew. */
const hasReplyWaiting = async (tx: Tx, conversationId: string): Promise<boolean> =>
  (await tx.draft.count({ where: { conversationId, status: "waiting", messageId: { not: null } } })) > 0;

async function hasWaitedTooLong(
  tx: Tx,
  keys: ShopKeys,
  { outreach, now }: Pick<Drafting, "outreach" | "now">,
): Promise<boolean> {
  const draft = outreach.draftId ? await tx.draft.findUnique({ where: { id: outreach.draftId } }) : null;
  if (!draft) return false;
  const sealed = { context: `drafts.sealed:${draft.id}` as const, bytes: draft.sealed };
  const cited = citedFacts(openJson(keys, sealed, draftContentSchema));
  const { shop } = await gatherShop(tx, keys.shopId);
  return answerDayIsOver(cited, { at: now, timeZone: shop.timeZone });
}

type Place = { id: string; unsent: boolean; contactIndex: string | null };
const NOTHING_TO_TELL = {
  rule: "nothing_to_tell",
  code: "nothing",
  why: "The records leave nothing that the shopper could be told or asked: it is the shop's to settle.",
};

type Drafting = { outreach: Outreach; conversation: Place | null; now: Date };

async function draft(tx: Tx, keys: ShopKeys, given: Drafting): Promise<string> {
  const { outreach, conversation, now } = given;
  const { id: outreachId, issueId } = outreach;
  const gathered = await gatherOutreach(tx, keys, {
    outreachId,
    conversationId: conversation?.id ?? null,
    now,
  });
  if (gathered === "gone") return "its order is gone";
  const why =
    gathered === "no_address"
      ? { code: "none_of_order", why: "The order has no email address." }
      : whyNotWritten(keys, gathered, given);
  if (gathered === "no_address" || why !== null) {
    await dropOutreach(tx, [outreach], now);
    await refuseOutreach(tx, { outreachId, reason: { rule: "address", why: "", ...why }, now });
    return "refused: no mail can go to the order's address";
  }
  const drafted = composeDraft(gathered.input);
  if (drafted.without) {
    await dropOutreach(tx, [outreach], now);
    // What was drafted before is over, or will be told of anew: that is decided elsewhere.
    if (outreach.draftId === null) await refuseOutreach(tx, { outreachId, reason: NOTHING_TO_TELL, now });
    return "nothing of it is to be told now";
  }
  if (conversation?.unsent)
    await addressAnew(tx, keys, { conversationId: conversation.id, contact: gathered.contact });
  const conversationId = conversation?.id ?? (await beginConversation(tx, keys, { gathered, drafted, now }));
  const kept = await keepDraft(tx, keys, {
    ...{
      maker: "composer",
      language: drafted.language,
      content: { ...drafted.content, gloss: drafted.gloss() },
    },
    ...{ conversationId, messageId: null, issueId, orderIds: gathered.orderIds, asked: true, now },
  });
  await tx.outreach.update({
    where: { id: outreachId },
    data: {
      ...{ state: "waiting", draftId: kept.draftId, conversationId, changedAt: now, changedBy: null },
      contactIndex: blindIndex(keys, "email", gathered.contact.address),
    },
  });
  const { timeZone } = gathered.input.facts.shop;
  const answerBy = citedFacts(drafted.content).find(({ id }) => id === ANSWER_BY)?.raw;
  if (answerBy && kept.outcome === "drafted")
    await emit(tx, "outreach-wanted", {
      data: { shopId: keys.shopId, outreachId },
      runAt: dayIsOverAt(answerBy, timeZone),
    });
  return kept.outcome === "drafted"
    ? `drafted version ${kept.version}`
    : "a draft from the same facts is waiting";
}

/** Why no mail can go out; null when one can. */
function whyNotWritten(
  keys: ShopKeys,
  { contact: { address } }: GatheredOutreach,
  { conversation }: Drafting,
): Pick<Worded, "code" | "why"> | null {
  if (!isWritable(address, env.INBOUND_DOMAIN))
    return { code: "not_writable", why: "No mail can go to the order's address." };
  // What was told before went to another address: whoever has that one reads along in this conversation.
  const moved =
    conversation && !conversation.unsent && conversation.contactIndex !== blindIndex(keys, "email", address);
  return moved
    ? { code: "moved", why: "The order has another address than the one that was written to." }
    : null;
}
