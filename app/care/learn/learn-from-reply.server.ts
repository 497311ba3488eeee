import { draftContentSchema } from "#app/care/draft/draft.ts";
import { classifyEdit } from "#app/care/learn/classify-edit.ts";
import { keepEdits } from "#app/care/learn/keep-edits.server.ts";
import { outgoingContentSchema } from "#app/care/review/outgoing-content.ts";
import { sqlOf } from "#app/db.server.ts";
import type { Handler } from "#app/job.ts";
import { lockAgainstRedaction } from "#app/mirror/redaction-marks.server.ts";
import { shopKeys } from "#app/shop/keys.server.ts";
import { openJson } from "#app/shop/seal.ts";

/** After a reply left: what a person changed in its draft is written down, once, and what they change again and again is proposed. */
export const learnFromReply: Handler<"learnFromReply"> = async (_ports, run, { deliveryId }) => {
  const keys = await shopKeys(run.shopId);
  // What tells languages is large: it is read where somebody has edited.
  const { detectLanguage } = await import("#app/care/understand/detect-language.ts");
  return run.inShop(async (tx) => {
    await lockAgainstRedaction(sqlOf(tx), run.shopId);
    const delivery = await tx.delivery.findUnique({ where: { id: deliveryId } });
    if (!delivery?.draftId || !delivery.conversationId) return "the delivery is gone";
    const draft = await tx.draft.findUnique({ where: { id: delivery.draftId } });
    if (!draft) return "the draft is gone";
    if (draft.maker === "person") return "a person wrote it";
    const content = openJson(
      keys,
      { context: `drafts.sealed:${draft.id}`, bytes: draft.sealed },
      draftContentSchema,
    );
    if (draft.editedBy === null && content.hint === undefined) return "it was sent as it was drafted";
    const mail = openJson(
      keys,
      { context: `deliveries.sealed:${delivery.id}`, bytes: delivery.sealed },
      outgoingContentSchema,
    );
    const { language } = draft;
    const edits = classifyEdit({ content, language, sent: mail.parts.text, languageOf: detectLanguage });
    return keepEdits(tx, keys, { draft, content, edits, by: delivery.approvedBy, at: delivery.at });
  });
};
