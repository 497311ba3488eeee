import { findIssues } from "#app/care/detect/find-issues.ts";
import type { LookedAt } from "#app/care/detect/keep-issues.server.ts";
import { lookAtOrders } from "#app/care/detect/look-at-orders.server.ts";
import { lookSoon } from "#app/care/detect/look-soon.server.ts";
import type { FindIssues } from "#app/care/detect/settle-issues.ts";
import type { BatchHandler } from "#app/job.ts";
import { shopKeys } from "#app/shop/keys.server.ts";

/** Orders were mirrored: they are looked at, all in one transaction. */
export const detectIssues: BatchHandler<"detectIssues"> = detectIssuesBy(findIssues);

/** The same by other rules. */
export function detectIssuesBy(find: FindIssues): BatchHandler<"detectIssues"> {
  return async (ports, run, items) => {
    const { shopId } = run;
    const keys = await shopKeys(shopId);
    const orderIds = items.map(({ data }) => data.orderId);
    const now = ports.now();
    const done = await run.inShopSql(async (sql) => {
      const outcome = await lookAtOrders(sql, keys, { orderIds, now, find });
      if (outcome.outcome === "not_yet") return outcome;
      // Together with others it is tried again alone, and alone it is set aside for an operator in the end.
      const [failure] = outcome.failed;
      if (failure) throw new Error(`Order ${failure.orderId} cannot be looked at`, { cause: failure.error });
      // What happened to one of two orders that look like one may say that they are not.
      const near = outcome.looked.flatMap(({ seen }) => seen?.history.near.map(({ id }) => id) ?? []);
      await lookSoon(sql, shopId, { orderIds: near, at: now, kind: "placed_twice" });
      return outcome;
    });
    if (done.outcome === "not_yet") return items.map(() => "the shop's history is not all here yet");
    const said = new Map(done.looked.map((look) => [look.orderId, sayingOf(look)]));
    return orderIds.map((orderId) => said.get(orderId) ?? NOTHING);
  };
}

const NOTHING = "nothing new";

/** "opened stalled, resolved not_picked_up" */
function sayingOf({ settled }: LookedAt): string {
  const said = settled.map((one) => {
    const { kind } = "found" in one ? one.found : one.known;
    return `${PAST[one.step]} ${kind}`;
  });
  return said.join(", ") || NOTHING;
}

const PAST = { open: "opened", change: "changed", resolve: "resolved", reopen: "reopened" } as const;
