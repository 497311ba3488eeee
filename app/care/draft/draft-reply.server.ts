import { makeDraft } from "#app/care/draft/make-draft.server.ts";
import type { Handler } from "#app/job.ts";

/** A message was understood, a fact that a waiting draft cites has changed, or something has to be told: draft what is due. */
export const draftReply: Handler<"draftReply"> = async (ports, run, { messageId }) => {
  const { shopId, inShop, signal } = run;
  const { now, draftingModel } = ports;
  const made = await makeDraft(
    { inShop, now, draftingModel, signal },
    { shopId, messageId, automatic: true },
  );
  switch (made.outcome) {
    case "drafted":
      return `drafted version ${made.version}`;
    case "unchanged":
      return "a draft from the same facts is waiting";
    case "nothing": {
      const missing = "missing" in made ? made.missing : [];
      const needs = missing.length > 0 ? ` (missing: ${missing.join(", ")})` : "";
      return `no draft: ${made.reason}${needs}`.replaceAll("_", " ");
    }
  }
};
