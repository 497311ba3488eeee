import { declineDraft, type Decline } from "#app/care/review/decline-draft.server.ts";
import { outreachToAnswer } from "#app/care/review/outreach-to-answer.server.ts";
import type { InShop } from "#app/db.server.ts";
import type { Now } from "#app/ports.ts";

export type DeclineOutreach = {
  shopId: string;
  issueId: string;
  /** The draft that the person read; absent: the one that waits. */
  draftId?: string | undefined;
  reason?: string | undefined;
  staff: { id: string };
};

/** A person decides that a shopper is not told this word of an issue. What comes of the issue later may be told still. */
export async function declineOutreach(
  deps: { inShop: InShop; now: Now },
  input: DeclineOutreach,
): Promise<Decline | { outcome: "stale" }> {
  const found = await deps.inShop((tx) => outreachToAnswer(tx, input));
  switch (found.outcome) {
    case "waiting": {
      const { shopId, reason, staff } = input;
      const { conversationId, draftId } = found.outreach;
      return declineDraft(deps, { shopId, conversationId, draftId, reason, staff });
    }
    case "stale":
    case "already_sent":
    case "not_found":
      return { outcome: found.outcome };
    case "unwanted":
      return { outcome: found.state === "declined" ? "declined" : "not_found" };
  }
}
