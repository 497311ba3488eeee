import { randomUUID } from "node:crypto";
import { isBlank, messageIdOf, plainText } from "#app/care/review/compose-mail.ts";
import { composeReply, type NoAddress } from "#app/care/review/compose-reply.server.ts";
import { deliveryOf } from "#app/care/review/delivery-of.ts";
import { honestLine } from "#app/care/review/honest-line.ts";
import { issueCode } from "#app/care/review/issue-code.server.ts";
import { lookAgain } from "#app/care/review/look-again.server.ts";
import { lockDraft, type LockedDraft } from "#app/care/review/lock-draft.server.ts";
import { stopLine } from "#app/care/review/stop-line.server.ts";
import { whetherToTell } from "#app/care/review/whether-to-tell.server.ts";
import { whyNotApprovable } from "#app/care/review/why-not-approvable.server.ts";
import type { Worded } from "#app/care/decide/outreach.ts";
import { asksForCode } from "#app/care/draft/plan/ask-proof.ts";
import { isBlocked, isBlockedForGood } from "#app/care/draft/guard.ts";
import type { Check, FactChange } from "#app/care/draft/draft.ts";
import { markStale } from "#app/care/draft/mark-stale.server.ts";
import { askAnew } from "#app/care/draft/ask-anew.server.ts";
import { mayAskCode } from "#app/conversation/may-ask-code.server.ts";
import { sqlOf, type InShop, type Tx } from "#app/db.server.ts";
import { emit } from "#app/emit.server.ts";
import { env } from "#app/env.server.ts";
import { lockAgainstRedaction } from "#app/mirror/redaction-marks.server.ts";
import type { Now } from "#app/ports.ts";
import { shopKeys } from "#app/shop/keys.server.ts";
import { blindIndex, sealJson, type ShopKeys } from "#app/shop/seal.ts";

export type ApproveInput = {
  shopId: string;
  conversationId: string;
  draftId: string;
  /** The whole reply as the person left it; absent: the draft as it is. */
  text?: string | undefined;
  /** Sends it although a check blocks it, by this person and for this reason. */
  overrule?: { reason: string } | undefined;
  staff: { id: string; name: string };
};

export type Approval =
  /** `notBefore`: it leaves then, after the shopper's quiet hours; null: at once. */
  | { outcome: "approved"; deliveryId: string; notBefore: Date | null }
  | { outcome: "already_sent"; deliveryId: string }
  | { outcome: "stale" }
  /** Of what nobody asked for: it is not to be told any more. `why` is a sentence for who reviews. */
  | ({ outcome: "unwanted" } & Worded)
  | { outcome: "blocked"; checks: Check[] }
  | NoAddress
  | { outcome: "not_found" };

/**
 * A person approves a draft, edited or not: the mail is composed, its delivery recorded under the draft's key, and the job
 * that sends it emitted, all in one transaction; with a reply that asks for a code, the code's mail too. A second click or a second person gets the first one's delivery.
 */
export async function approveDraft(
  { inShop, now }: { inShop: InShop; now: Now },
  input: ApproveInput,
): Promise<Approval> {
  const keys = await shopKeys(input.shopId);
  return inShop(async (tx): Promise<Approval> => {
    await lockAgainstRedaction(sqlOf(tx), input.shopId);
    const draft = await lockDraft(tx, keys, input);
    if (!draft) return { outcome: "not_found" };
    const edit = editOf(draft, input.text);
    const { key } = deliveryOf(draft.row.id, draft.content, edit ?? draft.content.text);
    const refusal = await whyNotApprovable(tx, { row: draft.row, key });
    if (refusal) return refusal;
    const toTell = await whetherToTell(tx, keys, { draft, at: now() });
    if (toTell.outcome === "stale") return turnStale(tx, keys, { draft, because: [] });
    if (toTell.outcome === "unwanted") return leave(tx, draft, toTell);
    const looked = await lookAgain(tx, keys, { ...draft, at: now() });
    if (looked.stale) return turnStale(tx, keys, { draft, because: looked.because });
    // No reason makes an empty mail a reply: this one cannot be overruled.
    if (isBlank(edit ?? draft.content.text)) return { outcome: "blocked", checks: [emptyCheck] };
    const checks = [
      ...(edit === null ? draft.content.checks : (await looked.guard()).check(edit)),
      ...(await looked.foreign(tx, edit ?? draft.content.text)),
    ];
    // A reason may stand against a block, but not against one that guards another person.
    if (isBlockedForGood(checks) || (isBlocked(checks) && !input.overrule))
      return { outcome: "blocked", checks };
    const at = now();
    const asked = codeAsked(draft, edit ?? draft.content.text);
    if (asked && !(await mayAskCode(tx, { conversationId: draft.row.conversationId, now: at })))
      return turnStale(tx, keys, { draft, because: [] });
    const { notBefore } = toTell;
    const queued = await queueReply(tx, keys, { draft, edit, checks, input, at, notBefore });
    if (asked && queued.outcome === "approved")
      await issueCode(tx, keys, { ...asked, approvedBy: input.staff.id, at });
    return queued;
  });
}

const emptyCheck: Check = { rule: "empty", outcome: "block", why: "The reply has no text" };

type Stale = { draft: LockedDraft; because: FactChange[] };

async function turnStale(tx: Tx, keys: ShopKeys, { draft, because }: Stale): Promise<Approval> {
  const { row, content } = draft;
  await markStale(tx, keys, { id: row.id, content: { ...content, staleBecause: because } });
  await askAnew(tx, draft);
  return { outcome: "stale" };
}

/** What is not to be told any more is decided anew, which takes the draft back or waits with it. */
async function leave(
  tx: Tx,
  { row }: LockedDraft,
  unwanted: Extract<Approval, { outcome: "unwanted" }>,
): Promise<Approval> {
  const { shopId, issueId } = row;
  if (issueId) await emit(tx, "outreach-held", { data: { shopId, issueId } });
  return unwanted;
}

/** Where a reply asks for a code: what the code's mail is made from. Only who wrote is asked. */
function codeAsked({ row, content }: LockedDraft, text: string) {
  const { messageId } = row;
  if (messageId === null || !asksForCode(content, text)) return null;
  return {
    draft: { ...row, messageId },
    answers: content.answers ?? [messageId],
    orderId: content.plan.codeFor,
  };
}

/** The person's own words, or null when they are the draft's. Line ends and trailing spaces are no edit. */
function editOf({ content }: LockedDraft, text: string | undefined): string | null {
  if (text === undefined) return null;
  const edited = plainText(text);
  return edited === plainText(content.text) ? null : edited;
}

/** The key of a draft's delivery. One whose mail never left and never will does not stand in the way of another. */
async function freeKey(
  tx: Tx,
  { row, content }: LockedDraft,
  text: string,
): Promise<{ purpose: string; key: string }> {
  const { purpose, key } = deliveryOf(row.id, content, text);
  const taken = await tx.delivery.count({ where: { shopId: row.shopId, key } });
  return { purpose, key: taken > 0 ? `${key}:${row.id}` : key };
}

type Queueing = {
  draft: LockedDraft;
  edit: string | null;
  checks: Check[];
  input: ApproveInput;
  at: Date;
  notBefore: Date | null;
};

async function queueReply(tx: Tx, keys: ShopKeys, given: Queueing): Promise<Approval> {
  const { draft, edit, checks, input, at, notBefore } = given;
  const { id: draftId, conversationId, messageId, shopId } = draft.row;
  const text = edit ?? draft.content.text;
  const composed = await composeReply(tx, keys, {
    conversationId,
    messageId,
    text,
    makerLine: honestLine(draft, { text, name: input.staff.name }),
    ...(await stopLine(tx, keys, draft)),
  });
  if (composed.outcome === "no_address") return composed;

  const overruled = input.overrule ? { by: input.staff.id, reason: input.overrule.reason } : undefined;
  const deliveryId = randomUUID();
  const { purpose, key } = await freeKey(tx, draft, text);
  await tx.delivery.create({
    data: {
      id: deliveryId,
      shopId,
      key,
      purpose,
      conversationId,
      draftId,
      mailMessageId: messageIdOf({ shopId, key }, env.INBOUND_DOMAIN),
      recipientIndex: blindIndex(keys, "email", composed.mail.to.address),
      sealed: sealJson(keys, `deliveries.sealed:${deliveryId}`, {
        ...composed.mail,
        ...(overruled ? { overruled } : {}),
      }),
      approvedBy: input.staff.id,
      nextAttemptAt: notBefore ?? at,
      ...{ at, createdAt: at },
    },
  });
  // The draft's text is what is sent; its sentences stay as they were drafted, so that the edit can be learned from.
  const content = { ...draft.content, text, checks };
  await tx.draft.update({
    where: { id: draftId },
    data: {
      status: "sent",
      decidedAt: at,
      decidedBy: input.staff.id,
      ...(edit === null
        ? {}
        : { editedBy: input.staff.name, sealed: sealJson(keys, `drafts.sealed:${draftId}`, content) }),
    },
  });
  await tx.draft.updateMany({
    where: { conversationId, messageId, status: { in: ["waiting", "stale"] } },
    data: { status: "superseded" },
  });
  await tx.conversation.update({ where: { id: conversationId }, data: { status: "waiting", updatedAt: at } });
  await markApproved(tx, given);
  await emit(tx, "draft-approved", {
    data: { shopId, deliveryId },
    ...(notBefore ? { runAt: notBefore } : {}),
  });
  return { outcome: "approved", deliveryId, notBefore };
}

/** Of an outreach: who approved it, and that it leaves when the quiet hours are over. */
async function markApproved(tx: Tx, { draft, input, at, notBefore }: Queueing): Promise<void> {
  const { outreach } = draft.content;
  if (!outreach) return;
  await tx.outreach.update({
    where: { id: outreach.outreachId },
    data: { state: "approved", notBefore, lookAt: null, changedAt: at, changedBy: input.staff.id },
  });
}
