/** So many conversations of one shop are named; of more a screen looks at all it shows. */
const MOST_NAMED = 100;

export type ShopNews = { shopId: string; changed: string[] | null; presence: string[] };
export type News = {
  add: (told: { shopId: string; conversationId: string; presence: boolean }) => void;
  /** What came since the last time, and forgets it. */
  take: () => ShopNews[];
};

/** Gathers what the database says, so that a burst is told once. */
export function gatherNews(): News {
  const changed = new Map<string, Set<string>>();
  const presence = new Map<string, Set<string>>();
  const put = (where: Map<string, Set<string>>, shopId: string, id: string) => {
    const known = where.get(shopId) ?? new Set();
    known.add(id);
    where.set(shopId, known);
  };
  return {
    add: (told) => put(told.presence ? presence : changed, told.shopId, told.conversationId),
    take() {
      const shops = new Set([...changed.keys(), ...presence.keys()]);
      const news = [...shops].map((shopId): ShopNews => {
        const ids = [...(changed.get(shopId) ?? [])];
        return {
          shopId,
          changed: ids.length > MOST_NAMED ? null : ids,
          presence: [...(presence.get(shopId) ?? [])].slice(0, MOST_NAMED),
        };
      });
      changed.clear();
      presence.clear();
      return news;
    },
  };
}
