import { dropOutreach } from "#app/care/decide/drop-outreach.server.ts";
import { lockIssue } from "#app/care/decide/lock-issue.server.ts";
import { sqlOf, type InShop } from "#app/db.server.ts";
import { emit } from "#app/emit.server.ts";
import { lockAgainstRedaction } from "#app/mirror/redaction-marks.server.ts";
import type { Now } from "#app/ports.ts";
import { shopKeys } from "#app/shop/keys.server.ts";

export type SnoozeOutreach = { shopId: string; issueId: string; until: Date; staff: { id: string } };
export type Snoozed = { outcome: "snoozed" } | { outcome: "already_sent" } | { outcome: "not_found" };

/** What a person may put off: all that has not left and was not approved. */
const OPEN = ["refused", "held", "wanted", "waiting", "snoozed"];

/**
 * A person puts an issue off: until then nobody is told of it, and no screen asks. Then it is decided anew and drafted from what is true
 * by that time.
 */
export async function snoozeOutreach(
  { inShop, now }: { inShop: InShop; now: Now },
  { shopId, issueId, until, staff }: SnoozeOutreach,
): Promise<Snoozed> {
  const keys = await shopKeys(shopId);
  return inShop(async (tx): Promise<Snoozed> => {
    await lockAgainstRedaction(sqlOf(tx), shopId);
    const held = await lockIssue(tx, keys, issueId);
    if (!held) return { outcome: "not_found" };
    const issue = await tx.orderIssue.findUnique({ where: { id: issueId }, select: { status: true } });
    if (issue?.status !== "open") return { outcome: "not_found" };
    const rows = await tx.outreach.findMany({ where: { shopId, issueId } });
    if (rows.some(({ state }) => state === "approved")) return { outcome: "already_sent" };
    const open = rows.filter(({ state }) => OPEN.includes(state));
    const at = now();
    await dropOutreach(tx, open, at);
    await tx.outreach.updateMany({
      where: { shopId, id: { in: open.map(({ id }) => id) } },
      data: { state: "snoozed", lookAt: until, changedAt: at, changedBy: staff.id },
    });
    await tx.orderIssue.update({ where: { id: issueId }, data: { snoozedUntil: until } });
    await emit(tx, "outreach-held", { data: { shopId, issueId }, runAt: until });
    return { outcome: "snoozed" };
  });
}
