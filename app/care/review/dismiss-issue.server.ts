import { askForIncidents } from "#app/care/detect/ask-for-incidents.server.ts";
import { lockLooks } from "#app/care/detect/look-at-orders.server.ts";
import { lookSoon } from "#app/care/detect/look-soon.server.ts";
import { lockIssue } from "#app/care/decide/lock-issue.server.ts";
import { announceStakes } from "#app/conversation/announce-stakes.server.ts";
import { sqlOf, type InShop } from "#app/db.server.ts";
import { emit } from "#app/emit.server.ts";
import type { Now } from "#app/ports.ts";
import { shopKeys } from "#app/shop/keys.server.ts";

export type DismissInput = {
  shopId: string;
  issueId: string;
  /** dismiss: it is no problem; undo: it is one after all. */
  as: "dismiss" | "undo";
  staff: { id: string };
};
export type Dismissal =
  | { outcome: "dismissed" }
  | { outcome: "reopened" }
  /** It is over by what the records say, or nobody dismissed it. */
  | { outcome: "not_open" }
  | { outcome: "not_found" };

/**
 * A person says that an issue is no problem, or takes that back. What was dismissed stays so whatever is found again; what waited to be
 * told of it is taken back, and nothing of it leaves. Taken back, it is looked at anew: it may be over meanwhile.
 */
export async function dismissIssue(
  { inShop, now }: { inShop: InShop; now: Now },
  { shopId, issueId, as, staff }: DismissInput,
): Promise<Dismissal> {
  const keys = await shopKeys(shopId);
  return inShop(async (tx): Promise<Dismissal> => {
    const sql = sqlOf(tx);
    // Before the issue's row: a look at its order may be about to write it.
    await lockLooks(sql, shopId);
    if (!(await lockIssue(tx, keys, issueId))) return { outcome: "not_found" };
    const issue = await tx.orderIssue.findUniqueOrThrow({
      where: { id: issueId },
      select: { status: true, orderId: true },
    });
    const [from, to] = as === "dismiss" ? ["open", "dismissed"] : ["dismissed", "open"];
    if (issue.status === to) return { outcome: OUTCOMES[as] };
    if (issue.status !== from) return { outcome: "not_open" };
    const at = now();
    const ended = as === "dismiss";
    await tx.orderIssue.update({
      where: { id: issueId },
      data: {
        status: to,
        resolvedAt: ended ? at : null,
        resolvedBy: ended ? `staff:${staff.id}` : null,
        changedAt: at,
      },
    });
    if (!ended) await lookSoon(sql, shopId, { orderIds: [issue.orderId], at });
    await emit(tx, "issue-changed", { data: { shopId, issueId } });
    await announceStakes(sql, shopId, [issue.orderId]);
    await askForIncidents(sql, shopId, at);
    return { outcome: OUTCOMES[as] };
  });
}

const OUTCOMES = { dismiss: "dismissed", undo: "reopened" } as const;
