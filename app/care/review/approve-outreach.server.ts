import { approveDraft, type Approval, type ApproveInput } from "#app/care/review/approve-draft.server.ts";
import { outreachToAnswer } from "#app/care/review/outreach-to-answer.server.ts";
import type { InShop } from "#app/db.server.ts";
import type { Now } from "#app/ports.ts";

type Deps = { inShop: InShop; now: Now };

export type ApproveOutreach = Pick<ApproveInput, "shopId" | "text" | "overrule" | "amongMany" | "staff"> & {
  issueId: string;
  /** The draft that the person read; absent: the one that waits. */
  draftId?: string | undefined;
};

/**
 * A person approves what a shopper is to be told of an issue, edited or not: as any draft is approved, and then sent once the quiet hours
 * of the shopper are over. Asked for again it answers with what was approved first.
 */
export async function approveOutreach(deps: Deps, input: ApproveOutreach): Promise<Approval> {
  const found = await deps.inShop((tx) => outreachToAnswer(tx, input));
  if (found.outcome !== "waiting") return found;
  const { shopId, text, overrule, amongMany, staff } = input;
  const { conversationId, draftId } = found.outreach;
  return approveDraft(deps, { shopId, conversationId, draftId, text, overrule, amongMany, staff });
}

/** More than an incident's people are not approved by one click. */
export const MOST_AT_ONCE = 500;

/** An issue, and the draft of it that a person read. */
export type OutreachToApprove = { issueId: string; draftId: string };

export type ApproveOutreaches = Pick<ApproveInput, "shopId" | "staff"> & {
  messages: readonly OutreachToApprove[];
  /** Told after each one how many are done, for who waits for all. */
  onProgress?: ((done: number) => void) | undefined;
};
export type ApprovedOf = { issueId: string } & Approval;

/**
 * The same for many issues, each in a transaction of its own: what cannot be approved does not hold up the others, and what was approved
 * before the process died stays so. One after the other, so that the shopper's cap counts those before. What has to be read first is left to
 * be approved by itself. Answers for each, in their order.
 */
export async function approveOutreaches(deps: Deps, input: ApproveOutreaches): Promise<ApprovedOf[]> {
  const { shopId, staff, onProgress } = input;
  const messages = [...new Map(input.messages.map((one) => [one.issueId, one])).values()];
  if (messages.length > MOST_AT_ONCE) throw new RangeError(`More than ${MOST_AT_ONCE} at once`);
  const approved: ApprovedOf[] = [];
  for (const { issueId, draftId } of messages) {
    const asked = { shopId, issueId, draftId, staff, amongMany: true };
    approved.push({ issueId, ...(await approveOutreach(deps, asked)) });
    onProgress?.(approved.length);
  }
  return approved;
}
