import type { Outreach } from "@prisma/client";
import { meanwhile, type Worded } from "#app/care/decide/outreach.ts";
import type { Tx } from "#app/db.server.ts";

export type ToAnswer =
  /** Its draft waits for a person. */
  | { outcome: "waiting"; outreach: Outreach & { draftId: string; conversationId: string } }
  /** Another draft of it is being written. */
  | { outcome: "stale" }
  | { outcome: "already_sent"; deliveryId: string }
  /** `why`: a sentence for who reviews. */
  | ({ outcome: "unwanted"; state: string } & Worded)
  | { outcome: "not_found" };

/** What of an issue a person answers: the word of it that was decided on last. `draftId` is the draft they read, where they read one. */
export async function outreachToAnswer(
  tx: Tx,
  given: { shopId: string; issueId: string; draftId?: string | undefined },
): Promise<ToAnswer> {
  const { shopId, issueId, draftId: read } = given;
  const newest = await tx.outreach.findFirst({
    where: { shopId, issueId },
    orderBy: [{ decidedAt: "desc" }, { id: "desc" }],
  });
  if (!newest) return { outcome: "not_found" };
  const { state, draftId, conversationId } = newest;
  switch (state) {
    case "waiting":
      if (!draftId || !conversationId || (read !== undefined && read !== draftId))
        return { outcome: "stale" };
      return { outcome: "waiting", outreach: { ...newest, draftId, conversationId } };
    case "wanted":
      return { outcome: "stale" };
    case "approved":
    case "sent": {
      const delivery = await tx.delivery.findFirst({
        where: { shopId, conversationId, draftId },
        orderBy: { createdAt: "desc" },
        select: { id: true },
      });
      return delivery ? { outcome: "already_sent", deliveryId: delivery.id } : { outcome: "not_found" };
    }
    default:
      return {
        ...{ outcome: "unwanted", state },
        ...meanwhile("is", `It is ${state.replaceAll("_", " ")}.`, { state }),
      };
  }
}
