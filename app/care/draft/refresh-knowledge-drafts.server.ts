import { refreshDraft } from "#app/care/draft/refresh-drafts.server.ts";
import type { Handler } from "#app/job.ts";
import { activeTrace } from "#app/lib/trace.server.ts";
import { shopKeys } from "#app/shop/keys.server.ts";

const PAGE = 200;

/**
 * A policy or an article changed: which drafts cite it stands inside their seals, so every waiting one is looked at. One
 * conversation at a time, as refreshDrafts does. Policies change a few times a year.
 */
export const refreshKnowledgeDrafts: Handler<"refreshKnowledgeDrafts"> = async (_ports, run) => {
  const keys = await shopKeys(run.shopId);
  const trace = activeTrace();
  let [looked, stale, after] = [0, 0, ""];
  for (;;) {
    const waiting = await run.inShop((tx) =>
      tx.draft.findMany({
        where: { shopId: run.shopId, status: "waiting", id: { gt: after } },
        select: { id: true, conversationId: true },
        orderBy: { id: "asc" },
        take: PAGE,
      }),
    );
    for (const draft of waiting) {
      run.signal.throwIfAborted();
      if (await run.inShop((tx) => refreshDraft(tx, keys, { ...draft, trace }))) stale += 1;
    }
    looked += waiting.length;
    after = waiting.at(-1)?.id ?? "";
    if (waiting.length < PAGE) return `marked ${stale} of ${looked} waiting drafts stale`;
  }
};
