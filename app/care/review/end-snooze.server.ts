import { lockIssue } from "#app/care/decide/lock-issue.server.ts";
import { sqlOf, type InShop } from "#app/db.server.ts";
import { emit } from "#app/emit.server.ts";
import { lockAgainstRedaction } from "#app/mirror/redaction-marks.server.ts";
import type { Now } from "#app/ports.ts";
import { shopKeys } from "#app/shop/keys.server.ts";

/**
 * What a person put off is back now, and is decided anew. The time stays: what was put off is news from when it came back. Answers
 * whether the shop has an issue with this id that is open; one that nobody put off stays as it is.
 */
export async function endSnooze(
  { inShop, now }: { inShop: InShop; now: Now },
  { shopId, issueId }: { shopId: string; issueId: string },
): Promise<{ outcome: "woken" } | { outcome: "not_found" }> {
  const keys = await shopKeys(shopId);
  return inShop(async (tx) => {
    await lockAgainstRedaction(sqlOf(tx), shopId);
    if (!(await lockIssue(tx, keys, issueId))) return { outcome: "not_found" };
    const issue = await tx.orderIssue.findFirst({ where: { id: issueId, status: "open" } });
    if (!issue) return { outcome: "not_found" };
    const at = now();
    if (!issue.snoozedUntil || issue.snoozedUntil <= at) return { outcome: "woken" };
    await tx.orderIssue.update({ where: { id: issueId }, data: { snoozedUntil: at } });
    await emit(tx, "outreach-held", { data: { shopId, issueId } });
    return { outcome: "woken" };
  });
}
