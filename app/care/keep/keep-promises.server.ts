import { sqlOf } from "#app/db.server.ts";
import { draftContentSchema } from "#app/care/draft/draft.ts";
import { promisesOf } from "#app/care/keep/promises-of.ts";
import { outgoingContentSchema } from "#app/care/review/outgoing-content.ts";
import type { Handler } from "#app/job.ts";
import { lockAgainstRedaction } from "#app/mirror/redaction-marks.server.ts";
import { shopKeys } from "#app/shop/keys.server.ts";
import { openJson, sealJson } from "#app/shop/seal.ts";

/** After a reply left: what it promised is written down, once, so that it can be kept. */
export const keepPromises: Handler<"keepPromises"> = async (_ports, run, { deliveryId }) => {
  const keys = await shopKeys(run.shopId);
  return run.inShop(async (tx) => {
    await lockAgainstRedaction(sqlOf(tx), run.shopId);
    const delivery = await tx.delivery.findUnique({ where: { id: deliveryId } });
    if (!delivery?.draftId || !delivery.conversationId) return "the delivery is gone";
    const draft = await tx.draft.findUnique({ where: { id: delivery.draftId } });
    if (!draft) return "the draft is gone";
    const content = openJson(
      keys,
      { context: `drafts.sealed:${draft.id}`, bytes: draft.sealed },
      draftContentSchema,
    );
    const sealedMail = { context: `deliveries.sealed:${delivery.id}` as const, bytes: delivery.sealed };
    const mail = openJson(keys, sealedMail, outgoingContentSchema);
    const { shopId, conversationId } = delivery;
    const shop = await tx.shop.findUniqueOrThrow({ where: { id: shopId }, select: { timezone: true } });
    const rows = promisesOf(content, mail.parts.text, shop.timezone ?? "UTC").map(
      ({ text, dueAt }, index) => {
        // The id follows from what was sent, so that a job that runs twice writes each promise once.
        const id = `${deliveryId}-${index}`;
        const sealed = sealJson(keys, `promises.sealed:${id}`, { text });
        return { id, shopId, conversationId, draftId: draft.id, sealed, dueAt, madeAt: delivery.at };
      },
    );
    if (rows.length === 0) return "it promised nothing";
    const { count } = await tx.promise.createMany({ data: rows, skipDuplicates: true });
    return count === 0 ? "its promises were written down before" : `wrote down ${count} of its promises`;
  });
};
