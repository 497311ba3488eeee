import { lockDraft } from "#app/care/review/lock-draft.server.ts";
import type { InShop } from "#app/db.server.ts";
import { logEvent } from "#app/conversation/log-event.server.ts";
import { emit } from "#app/emit.server.ts";
import type { Now } from "#app/ports.ts";
import { shopKeys } from "#app/shop/keys.server.ts";

export type DeclineInput = {
  shopId: string;
  conversationId: string;
  draftId: string;
  reason?: string | undefined;
  staff: { id: string };
};
export type Decline = { outcome: "declined" } | { outcome: "already_sent" } | { outcome: "not_found" };

/** Sets a draft aside: it will not be sent. Declining it again changes nothing. */
export async function declineDraft(
  { inShop, now }: { inShop: InShop; now: Now },
  input: DeclineInput,
): Promise<Decline> {
  const keys = await shopKeys(input.shopId);
  return inShop(async (tx) => {
    const draft = await lockDraft(tx, keys, input);
    if (!draft) return { outcome: "not_found" };
    if (draft.row.status === "sent") return { outcome: "already_sent" };
    if (draft.row.status === "declined") return { outcome: "declined" };
    const at = now();
    const by = input.staff.id;
    await tx.draft.update({
      where: { id: draft.row.id },
      data: { status: "declined", declineReason: input.reason ?? null, decidedAt: at, decidedBy: by },
    });
    const { shopId, conversationId, draftId } = input;
    await logEvent(tx, { shopId, conversationId, kind: "declined", by, at, data: { draftId } });
    if (draft.content.outreach)
      await tx.outreach.updateMany({
        where: { shopId: input.shopId, draftId: draft.row.id, state: { in: ["waiting", "wanted"] } },
        data: { state: "declined", notBefore: null, lookAt: null, changedAt: at, changedBy: by },
      });
    await emit(tx, "draft-declined", { data: { shopId: input.shopId, draftId: draft.row.id } });
    return { outcome: "declined" };
  });
}
