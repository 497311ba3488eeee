import { countViews, type ViewCounts } from "#app/desk/inbox/count-views.server.ts";
import type { ListedConversation } from "#app/desk/inbox/listed-conversation.ts";
import type { InboxAddress } from "#app/desk/inbox/read-address.ts";
import { readPage } from "#app/desk/list-conversations.server.ts";
import type { Present } from "#app/desk/live/desk-event.ts";
import { whoIsIn } from "#app/desk/live/who-is-in.server.ts";
import type { InShop } from "#app/db.server.ts";
import type { Now } from "#app/ports.ts";
import { listViews } from "#app/shop/list-views.server.ts";
import type { SavedView } from "#app/shop/saved-view.ts";
import type { ShopKeys } from "#app/shop/seal.ts";

export type Inbox = {
  items: ListedConversation[];
  nextCursor: string | null;
  /** Nobody ever wrote to the shop, as far as anything is listed. */
  isNew: boolean;
  /** The address names a page that is not there. */
  expired: boolean;
  counts: ViewCounts;
  views: SavedView[];
  /** Who is in which of the conversations. */
  present: Record<string, Present[]>;
};

const PAGE = 25;

/** Everything the inbox shows. The list and what stands around it are read side by side. */
export async function showInbox(
  { inShop, keys, now }: { inShop: InShop; keys: ShopKeys; now: Now },
  { address, me }: { address: InboxAddress; me: string },
): Promise<Inbox> {
  const { filters, sort, cursor } = address;
  const [listed, around] = await Promise.all([
    inShop(async (tx) => {
      const page = await readPage(tx, { keys, now }, { ...filters, sort, cursor, limit: PAGE });
      const items = page.outcome === "listed" ? page.items : [];
      const conversationIds = items.map(({ id }) => id);
      const present = await whoIsIn(tx, keys, { conversationIds, now: now() });
      const isNew =
        items.length === 0 &&
        !(await tx.conversation.findFirst({
          where: { shopId: keys.shopId, unsent: false },
          // In the order of an index: of a shop that has none the table would be read whole.
          orderBy: { updatedAt: "desc" },
          select: { id: true },
        }));
      return { page, items, isNew, present: Object.fromEntries(present) };
    }),
    inShop(async (tx) => ({
      counts: await countViews(tx, { shopId: keys.shopId, me, now: now() }),
      views: await listViews(tx, keys, me),
    })),
  ]);
  const { page, items, isNew, present } = listed;
  return {
    ...{ items, isNew, present, ...around },
    nextCursor: page.outcome === "listed" ? page.nextCursor : null,
    expired: page.outcome === "bad_cursor",
  };
}
