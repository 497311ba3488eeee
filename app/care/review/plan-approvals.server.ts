import { meanwhile, type Worded } from "#app/care/decide/outreach.ts";
import { stillWanted } from "#app/care/decide/still-wanted.server.ts";
import { outreachToAnswer } from "#app/care/review/outreach-to-answer.server.ts";
import type { Tx } from "#app/db.server.ts";
import type { ShopKeys } from "#app/shop/seal.ts";

export type PlannedApproval = { issueId: string } & (
  | { outcome: "approvable"; notBefore: Date | null }
  | { outcome: "already_sent" }
  | { outcome: "blocked"; because: Worded }
);

const NOT_THERE = meanwhile("not_there", "Nothing of it waits for a person.");
const STALE = meanwhile("stale", "Its draft is being written anew.");

/** What would become of the messages of these issues if they were approved now. Reads alone; the records may still change. */
export async function planApprovals(
  tx: Tx,
  keys: ShopKeys,
  { issueIds, now }: { issueIds: readonly string[]; now: Date },
): Promise<PlannedApproval[]> {
  const planned: PlannedApproval[] = [];
  for (const issueId of issueIds) {
    const found = await outreachToAnswer(tx, { shopId: keys.shopId, issueId });
    if (found.outcome === "waiting") {
      const wanted = await stillWanted(tx, keys, { outreachId: found.outreach.id, now });
      planned.push(
        wanted.wanted
          ? { issueId, outcome: "approvable", notBefore: wanted.notBefore }
          : { issueId, outcome: "blocked", because: wanted },
      );
    } else if (found.outcome === "already_sent") planned.push({ issueId, outcome: "already_sent" });
    else planned.push({ issueId, outcome: "blocked", because: whyOf(found) });
  }
  return planned;
}

function whyOf(found: { outcome: "stale" | "not_found" } | ({ outcome: "unwanted" } & Worded)): Worded {
  if (found.outcome === "unwanted") return found;
  return found.outcome === "stale" ? STALE : NOT_THERE;
}
