import { listConversations } from "#app/desk/list-conversations.server.ts";
import type { ConversationSummary } from "#app/desk/shapes.ts";
import { summarise } from "#app/desk/summarise.server.ts";
import { withoutExpired } from "#app/desk/without-expired.server.ts";
import type { InShop } from "#app/db.server.ts";
import type { Now } from "#app/ports.ts";
import type { ShopKeys } from "#app/shop/seal.ts";

const MOST = 10;

export type Mergeable = ConversationSummary & { sameContact: boolean };

/**
 * What could be put into a conversation, the last changed first: what is with the same address, or what the words find (`q`), whoever it is
 * with.
 */
export async function listMergeable(
  deps: { inShop: InShop; keys: ShopKeys; now: Now },
  { conversationId, q }: { conversationId: string; q: string },
): Promise<Mergeable[]> {
  const own = await deps.inShop((tx) =>
    tx.conversation.findUnique({ where: { id: conversationId }, select: { contactIndex: true } }),
  );
  if (!own) return [];
  const shopId = deps.keys.shopId;
  const ids = q.trim() === "" ? null : await found(deps, q);
  return deps.inShop(async (tx) => {
    const rows = await tx.conversation.findMany({
      where: {
        ...{ shopId, unsent: false, parentId: null },
        ...(ids === null ? { contactIndex: own.contactIndex ?? "" } : {}),
        id: { not: conversationId, ...(ids === null ? {} : { in: ids }) },
      },
      omit: { searchTokens: true },
      orderBy: [{ updatedAt: "desc" }, { id: "desc" }],
      take: MOST,
    });
    const shown = await withoutExpired(tx, rows, { shopId, now: deps.now() });
    const summaries = await summarise(tx, deps.keys, shown);
    return summaries.map((one, at) => ({
      ...one,
      sameContact: rows[at]?.contactIndex === own.contactIndex,
    }));
  });
}

async function found(deps: { inShop: InShop; keys: ShopKeys; now: Now }, q: string): Promise<string[]> {
  const page = await listConversations(deps, { q, limit: MOST + 1 });
  return page.outcome === "listed" ? page.items.map(({ id }) => id) : [];
}
