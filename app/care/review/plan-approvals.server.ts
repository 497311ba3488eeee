import { meanwhile, type Worded } from "#app/care/decide/outreach.ts";
import { stillWanted } from "#app/care/decide/still-wanted.server.ts";
import { oneByOne } from "#app/care/review/approve-draft.server.ts";
import type { OutreachToApprove } from "#app/care/review/approve-outreach.server.ts";
import { outreachToAnswer } from "#app/care/review/outreach-to-answer.server.ts";
import { draftContentSchema } from "#app/care/draft/draft.ts";
import { isBlocked } from "#app/care/draft/guard.ts";
import type { Tx } from "#app/db.server.ts";
import { openJson, type ShopKeys } from "#app/shop/seal.ts";

export type PlannedApproval = { issueId: string } & (
  | { outcome: "approvable"; notBefore: Date | null }
  | { outcome: "already_sent" }
  | { outcome: "blocked"; because: Worded }
);

const NOT_THERE = meanwhile("not_there", "Nothing of it waits for a person.");
const STOPPED = meanwhile("stopped", "A check stops it: read it and put it right.");
const STALE = meanwhile("stale", "Its draft was written anew: read it first.");

/** What would become of the messages of these issues if they were approved now. Reads alone; the records may still change. */
export async function planApprovals(
  tx: Tx,
  keys: ShopKeys,
  { messages, now }: { messages: readonly OutreachToApprove[]; now: Date },
): Promise<PlannedApproval[]> {
  const planned: PlannedApproval[] = [];
  for (const { issueId, draftId } of messages) {
    const found = await outreachToAnswer(tx, { shopId: keys.shopId, issueId, draftId });
    if (found.outcome === "waiting") {
      const wanted = await stillWanted(tx, keys, { outreachId: found.outreach.id, now });
      if (!wanted.wanted) planned.push({ issueId, outcome: "blocked", because: wanted });
      else if (wanted.readFirst) planned.push({ issueId, outcome: "blocked", because: oneByOne });
      else if (await isStopped(tx, keys, draftId))
        planned.push({ issueId, outcome: "blocked", because: STOPPED });
      else planned.push({ issueId, outcome: "approvable", notBefore: wanted.notBefore });
    } else if (found.outcome === "already_sent") planned.push({ issueId, outcome: "already_sent" });
    else planned.push({ issueId, outcome: "blocked", because: whyOf(found) });
  }
  return planned;
}

/** Whether a check of the draft itself stands against it; nobody overrules one of many unread. */
async function isStopped(tx: Tx, keys: ShopKeys, id: string): Promise<boolean> {
  const draft = await tx.draft.findUnique({ where: { id }, select: { sealed: true } });
  const content =
    draft && openJson(keys, { context: `drafts.sealed:${id}`, bytes: draft.sealed }, draftContentSchema);
  return content !== null && isBlocked(content.checks);
}

function whyOf(found: { outcome: "stale" | "not_found" } | ({ outcome: "unwanted" } & Worded)): Worded {
  if (found.outcome === "unwanted") return found;
  return found.outcome === "stale" ? STALE : NOT_THERE;
}
