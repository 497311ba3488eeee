import { draftContentSchema } from "#app/care/draft/draft.ts";
import { classifyDecline } from "#app/care/learn/classify-edit.ts";
import { keepEdits } from "#app/care/learn/keep-edits.server.ts";
import { sqlOf } from "#app/db.server.ts";
import type { Handler } from "#app/job.ts";
import { lockAgainstRedaction } from "#app/mirror/redaction-marks.server.ts";
import { shopKeys } from "#app/shop/keys.server.ts";
import { openJson } from "#app/shop/seal.ts";

/** After a draft was declined: that it was, and what its reason says where one was given. */
export const learnFromDecline: Handler<"learnFromDecline"> = async (_ports, run, { draftId }) => {
  const keys = await shopKeys(run.shopId);
  return run.inShop(async (tx) => {
    await lockAgainstRedaction(sqlOf(tx), run.shopId);
    const draft = await tx.draft.findUnique({ where: { id: draftId } });
    if (!draft) return "the draft is gone";
    if (draft.status !== "declined" || !draft.decidedBy || !draft.decidedAt) return "it is not declined";
    const content = openJson(
      keys,
      { context: `drafts.sealed:${draft.id}`, bytes: draft.sealed },
      draftContentSchema,
    );
    const edits = classifyDecline(draft.declineReason);
    return keepEdits(tx, keys, { draft, content, edits, by: draft.decidedBy, at: draft.decidedAt });
  });
};
