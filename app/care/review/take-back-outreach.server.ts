import type { Delivery, Draft, Outreach } from "@prisma/client";
import { lockIssue } from "#app/care/decide/lock-issue.server.ts";
import { layOut } from "#app/care/draft/lay-out.ts";
import { lockDelivery } from "#app/care/review/lock-delivery.server.ts";
import { lockDraft } from "#app/care/review/lock-draft.server.ts";
import { sqlOf, type InShop, type Tx } from "#app/db.server.ts";
import { logEvent } from "#app/conversation/log-event.server.ts";
import { emit } from "#app/emit.server.ts";
import { lockAgainstRedaction } from "#app/mirror/redaction-marks.server.ts";
import type { Now } from "#app/ports.ts";
import { shopKeys } from "#app/shop/keys.server.ts";
import { sealJson, type ShopKeys } from "#app/shop/seal.ts";

export type TakeBackOutreach = { shopId: string; issueId: string; staff: { id: string } };
export type TakenBack =
  /** The draft waits again, as it was drafted. `edited`: what a person had made of it; null where they left it as it was. */
  | { outcome: "taken_back"; draftId: string; edited: string | null }
  /** It is on its way or was sent. */
  | { outcome: "already_sent" }
  /** Nothing of it was approved. */
  | { outcome: "not_found" };

/**
 * A person takes back what was approved and has not left: its draft waits again. Nothing of the delivery stays, since nothing was sent and
 * the same may be approved again; the job that was to send it finds none.
 */
export async function takeBackOutreach(
  { inShop, now }: { inShop: InShop; now: Now },
  { shopId, issueId, staff }: TakeBackOutreach,
): Promise<TakenBack> {
  const keys = await shopKeys(shopId);
  return inShop(async (tx): Promise<TakenBack> => {
    await lockAgainstRedaction(sqlOf(tx), shopId);
    if (!(await lockIssue(tx, keys, issueId))) return { outcome: "not_found" };
    const outreach = await newestOf(tx, { shopId, issueId });
    if (outreach?.state === "sent") return { outcome: "already_sent" };
    if (outreach?.state !== "approved" || !outreach.conversationId || !outreach.draftId)
      return { outcome: "not_found" };
    const { conversationId, draftId } = outreach;
    const delivery = await deliveryOf(tx, { shopId, conversationId, draftId });
    if (delivery && delivery.status !== "queued") return { outcome: "already_sent" };
    const draft = await lockDraft(tx, keys, { conversationId, draftId });
    if (!draft) return { outcome: "not_found" };
    const { row, content } = draft;
    const drafted = row.editedBy === null ? content.text : layOut(content.sentences, row.language);
    if (delivery) await tx.delivery.delete({ where: { id: delivery.id } });
    await waitAgain(tx, keys, { row, content: { ...content, text: drafted } });
    const at = now();
    await tx.outreach.update({
      where: { id: outreach.id },
      data: { state: "waiting", notBefore: null, lookAt: null, changedAt: at, changedBy: staff.id },
    });
    const data = delivery ? { deliveryId: delivery.id } : {};
    await logEvent(tx, { shopId, conversationId, kind: "taken_back", by: staff.id, at, data });
    // What the others of the order were silent for is said no more, and it may itself be over meanwhile.
    await emit(tx, "outreach-held", { data: { shopId, issueId } });
    return { outcome: "taken_back", draftId, edited: row.editedBy === null ? null : content.text };
  });
}

const newestOf = (tx: Tx, where: { shopId: string; issueId: string }): Promise<Outreach | null> =>
  tx.outreach.findFirst({ where, orderBy: [{ decidedAt: "desc" }, { id: "desc" }] });

type Of = { shopId: string; conversationId: string; draftId: string };

/** The mail of it, held against the run that sends it. */
async function deliveryOf(tx: Tx, where: Of): Promise<Delivery | null> {
  const found = await tx.delivery.findFirst({
    where,
    orderBy: { createdAt: "desc" },
    select: { id: true },
  });
  return found && lockDelivery(tx, found.id);
}

async function waitAgain(
  tx: Tx,
  keys: ShopKeys,
  { row: { id }, content }: { row: Draft; content: object },
): Promise<void> {
  const sealed = sealJson(keys, `drafts.sealed:${id}`, content);
  const data = { status: "waiting", decidedAt: null, decidedBy: null, editedBy: null, sealed };
  await tx.draft.update({ where: { id }, data });
}
