import { isBlank, plainText } from "#app/care/review/compose-mail.ts";
import { checkRecipient } from "#app/care/review/check-recipient.server.ts";
import { deliveryOf } from "#app/care/review/delivery-of.ts";
import { issueCode } from "#app/care/review/issue-code.server.ts";
import { lookAgain } from "#app/care/review/look-again.server.ts";
import { lockDraft, type LockedDraft } from "#app/care/review/lock-draft.server.ts";
import { queueReply, type Queued, type RefusedAddition } from "#app/care/review/queue-reply.server.ts";
import { whetherToTell } from "#app/care/review/whether-to-tell.server.ts";
import { whyNotApprovable } from "#app/care/review/why-not-approvable.server.ts";
import { meanwhile, type Worded } from "#app/care/decide/outreach.ts";
import { asksForCode } from "#app/care/draft/plan/ask-proof.ts";
import { isBlocked, isBlockedForGood } from "#app/care/draft/guard.ts";
import type { Check, FactChange } from "#app/care/draft/draft.ts";
import { markStale } from "#app/care/draft/mark-stale.server.ts";
import { askAnew } from "#app/care/draft/ask-anew.server.ts";
import { mayAskCode } from "#app/conversation/may-ask-code.server.ts";
import { sqlOf, type InShop, type Tx } from "#app/db.server.ts";
import { emit } from "#app/emit.server.ts";
import type { Mailbox } from "#app/conversation/message-content.ts";
import { lockAgainstRedaction } from "#app/mirror/redaction-marks.server.ts";
import type { Duration } from "#app/lib/duration.ts";
import type { Now } from "#app/ports.ts";
import { shopKeys } from "#app/shop/keys.server.ts";
import type { ShopKeys } from "#app/shop/seal.ts";

export type ApproveInput = {
  shopId: string;
  conversationId: string;
  draftId: string;
  /** The whole reply as the person left it; absent: the draft as it is. */
  text?: string | undefined;
  /** Sends it although a check blocks it, by this person and for this reason. */
  overrule?: { reason: string } | undefined;
  /** How long it stays here before it leaves, so that it can be taken back (undo-send.server.ts); absent: it leaves at once. */
  holdFor?: Duration | undefined;
  /** One of many that are approved by one click: what has to be read first is left to be approved by itself. */
  amongMany?: boolean | undefined;
  staff: { id: string; name: string };
};

/** What a person adds to a reply. */
export type Additions = {
  /** Whom it goes to besides, for everybody to see. */
  copies?: readonly Mailbox[] | undefined;
  /** The files that leave with it, by id, of those that wait in the conversation. */
  files?: readonly string[] | undefined;
};

export type Approval =
  /** Approved: `notBefore`, it leaves then, after the shopper's quiet hours or as long as it can be taken back; null: at once. */
  | Exclude<Queued, RefusedAddition>
  | { outcome: "already_sent"; deliveryId: string }
  | { outcome: "stale" }
  /** Of what nobody asked for: it is not to be told any more. `why` is a sentence for who reviews. */
  | ({ outcome: "unwanted" } & Worded)
  | { outcome: "blocked"; checks: Check[] }
  | { outcome: "not_found" };

/**
 * A person approves a draft, edited or not: the mail is composed, its delivery recorded under the draft's key, and the job
 * that sends it emitted, all in one transaction; with a reply that asks for a code, the code's mail too. A second click or a second person gets the first one's delivery.
 */
export async function approveReply(
  { inShop, now }: { inShop: InShop; now: Now },
  input: ApproveInput & Additions,
): Promise<Approval | RefusedAddition> {
  const keys = await shopKeys(input.shopId);
  return inShop(async (tx): Promise<Approval | RefusedAddition> => {
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
    if (toTell.readFirst && input.amongMany) return { outcome: "unwanted", ...oneByOne };
    const looked = await lookAgain(tx, keys, { ...draft, at: now() });
    if (looked.stale) return turnStale(tx, keys, { draft, because: looked.because });
    // No reason makes an empty mail a reply: this one cannot be overruled.
    if (isBlank(edit ?? draft.content.text)) return { outcome: "blocked", checks: [emptyCheck] };
    const checks = [
      ...(edit === null ? draft.content.checks : (await looked.guard()).check(edit)),
      ...(await looked.foreign(tx, edit ?? draft.content.text)),
      ...(await checkRecipient(tx, draft)),
    ];
    // A reason may stand against a block, but not against one that guards another person.
    if (isBlockedForGood(checks) || (isBlocked(checks) && !input.overrule))
      return { outcome: "blocked", checks };
    const at = now();
    const asked = codeAsked(draft, edit ?? draft.content.text);
    if (asked && !(await mayAskCode(tx, { conversationId: draft.row.conversationId, now: at })))
      return turnStale(tx, keys, { draft, because: [] });
    const notBefore = leavesAt(at, { quietUntil: toTell.notBefore, holdFor: input.holdFor });
    const { copies = [], files = [], overrule, staff } = input;
    const given = { draft, edit, checks, copies, files, overrule, staff, at, notBefore };
    const queued = await queueReply(tx, keys, given);
    if (asked && queued.outcome === "approved")
      await issueCode(tx, keys, { ...asked, approvedBy: input.staff.id, at, notBefore });
    return queued;
  });
}

/** The same of a draft to which nobody adds anything. */
export async function approveDraft(
  deps: { inShop: InShop; now: Now },
  input: ApproveInput,
): Promise<Approval> {
  const approved = await approveReply(deps, input);
  if (approved.outcome === "copy_refused" || approved.outcome === "files_refused")
    throw new Error("A draft without additions was refused for one");
  return approved;
}

/** When it leaves at the earliest; null: at once. */
function leavesAt(at: Date, given: { quietUntil: Date | null; holdFor: Duration | undefined }): Date | null {
  const heldUntil = given.holdFor ? new Date(at.getTime() + given.holdFor) : null;
  if (!heldUntil || !given.quietUntil) return heldUntil ?? given.quietUntil;
  return heldUntil > given.quietUntil ? heldUntil : given.quietUntil;
}

/** Of what the law may require though they wrote what needs care: nobody approves it unread. */
export const oneByOne = meanwhile(
  "one_by_one",
  "What they wrote lately has to be read first: approve this one by itself.",
);

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
