import type { Delivery } from "@prisma/client";
import { dropOutreach } from "#app/care/decide/drop-outreach.server.ts";
import { draftContentSchema } from "#app/care/draft/draft.ts";
import { recordSent } from "#app/care/review/record-sent.server.ts";
import { lockDelivery } from "#app/care/review/lock-delivery.server.ts";
import { liftBounceOf } from "#app/conversation/suppressions.server.ts";
import { sqlOf, type InShop, type Tx } from "#app/db.server.ts";
import { emit } from "#app/emit.server.ts";
import { lockAgainstRedaction } from "#app/mirror/redaction-marks.server.ts";
import type { Now } from "#app/ports.ts";
import { shopKeys } from "#app/shop/keys.server.ts";
import { openJson } from "#app/shop/seal.ts";

export type SettleInput = {
  shopId: string;
  deliveryId: string;
  as: "sent" | "resend";
  staff: { id: string };
};
export type Settlement =
  | { outcome: "settled"; status: "sent" | "queued" }
  | { outcome: "not_uncertain"; status: string }
  | { outcome: "not_found" };

/**
 * A person's word on a mail nobody knows to have left: it did (as `sent`), or it goes once more (`resend`: a new attempt
 * under the same key and Message-ID). A mail that failed for good can also be sent once more, after its cause was put right:
 * what its own bounce stopped is let through again.
 */
export async function settleDelivery(
  { inShop, now }: { inShop: InShop; now: Now },
  input: SettleInput,
): Promise<Settlement> {
  const keys = await shopKeys(input.shopId);
  return inShop(async (tx) => {
    await lockAgainstRedaction(sqlOf(tx), input.shopId);
    const delivery = await lockDelivery(tx, input.deliveryId);
    if (!delivery) return { outcome: "not_found" };
    const { id, shopId, conversationId, status } = delivery;
    const open = status === "uncertain" || (status === "failed" && input.as === "resend");
    if (!open) return { outcome: "not_uncertain", status };
    const at = now();
    const next = input.as === "sent" ? "sent" : "queued";
    await tx.delivery.update({
      where: { id },
      // A new fence: whatever run still believes it is sending this may not write its answer any more.
      data: {
        status: next,
        at,
        fence: { increment: 1 },
        leaseUntil: null,
        nextAttemptAt: at,
        attempts: 0,
        response: `settled as ${input.as} by staff ${input.staff.id}`,
      },
    });
    if (conversationId) {
      await tx.conversation.updateMany({
        where: { id: conversationId },
        data: { status: "waiting", updatedAt: at },
      });
      await tx.conversation.updateMany({
        where: { id: conversationId, parentId: null },
        data: { unsent: false },
      });
    }
    if (next === "queued") await liftBounceOf(tx, delivery);
    if (next === "queued") await takeUpOutreach(tx, { delivery, by: input.staff.id, at });
    if (next === "sent") await recordSent(tx, keys, { delivery, at });
    else await emit(tx, "draft-approved", { data: { shopId, deliveryId: id } });
    return { outcome: "settled", status: next };
  });
}

/** What failed was not told of: it is approved again, in the place of what waits to be. What was told meanwhile stays so. */
async function takeUpOutreach(
  tx: Tx,
  { delivery, by, at }: { delivery: Delivery; by: string; at: Date },
): Promise<void> {
  const { shopId, draftId, purpose } = delivery;
  const draft =
    purpose === "outreach" && draftId ? await tx.draft.findUnique({ where: { id: draftId } }) : null;
  if (!draft) return;
  const keys = await shopKeys(shopId);
  const sealed = { context: `drafts.sealed:${draft.id}` as const, bytes: draft.sealed };
  const { outreach } = openJson(keys, sealed, draftContentSchema);
  if (!outreach) return;
  const row = await tx.outreach.findFirst({
    where: { shopId, id: outreach.outreachId, state: { notIn: ["approved", "sent"] } },
  });
  if (!row) return;
  await dropOutreach(tx, [row], at);
  await tx.outreach.update({
    where: { id: row.id },
    data: { state: "approved", draftId, notBefore: null, lookAt: null, changedAt: at, changedBy: by },
  });
}
