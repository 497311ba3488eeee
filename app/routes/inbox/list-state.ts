import type { ListedConversation } from "#app/desk/inbox/listed-conversation.ts";
import type { Sorting } from "#app/desk/inbox/conversation-query.ts";

/** What stands on the screen, and what the server would show by now. */
export type ListState = {
  shown: ListedConversation[];
  /** New ones that wait above until somebody wants to see them. */
  news: string[];
  /** Shown ones that do not belong here any more. */
  left: ReadonlySet<string>;
};

export type Fresh = {
  items: ListedConversation[];
  /** There is no further page. */
  complete: boolean;
  sort: Sorting;
};

export const begin = ({ items }: Pick<Fresh, "items">): ListState => ({
  shown: items,
  news: [],
  left: new Set(),
});

const PRIORITIES = ["low", "normal", "high", "urgent"];

/** What a list is sorted by, the largest first, as the database ranks it (20261127000300_inbox). */
export function rankOf(item: ListedConversation, sort: Sorting): number {
  const changed = Date.parse(item.updatedAt);
  if (sort === "newest") return changed;
  const waiting = item.waitingSince ? 20_000_000_000_000 - Date.parse(item.waitingSince) : changed;
  return sort === "waiting"
    ? waiting
    : Math.max(0, PRIORITIES.indexOf(item.priority)) * 100_000_000_000_000 + waiting;
}

/**
 * Brings what is shown up to date without moving it: rows say what is true now where they stand, one that left stays and is marked, new
 * ones wait. What the reader did themselves (`acted`) goes and comes at once.
 */
export function follow(before: ListState, fresh: Fresh, acted: ReadonlySet<string>): ListState {
  if (before.shown.length === 0) return begin(fresh);
  const rank = (item: ListedConversation) => rankOf(item, fresh.sort);
  const now = new Map(fresh.items.map((item) => [item.id, item]));
  const last = fresh.items.at(-1);
  const end = fresh.complete || !last ? -Infinity : rank(last);
  const isGone = (item: ListedConversation) => !now.has(item.id) && rank(item) > end;
  const gone = before.shown.filter(isGone);
  const stays = before.shown.filter((item) => !isGone(item) || !acted.has(item.id));
  const shownIds = new Set(stays.map(({ id }) => id));
  const arrived = fresh.items.filter(({ id }) => !shownIds.has(id));
  const lowest = Math.min(...stays.map(rank));
  const isBelow = (item: ListedConversation) => stays.length === 0 || rank(item) < lowest;
  const shown = [...stays.map((item) => now.get(item.id) ?? item), ...arrived.filter(isBelow)];
  const above = arrived.filter((item) => !isBelow(item));
  for (const item of above.filter(({ id }) => acted.has(id))) {
    const at = shown.findIndex((other) => rank(other) < rank(item));
    shown.splice(at === -1 ? shown.length : at, 0, item);
  }
  return {
    shown,
    news: above.flatMap(({ id }) => (acted.has(id) ? [] : id)),
    left: new Set(gone.flatMap(({ id }) => (acted.has(id) ? [] : id))),
  };
}

/** What could not be put away stands again where it stood; nothing else moves. `fresh`: what was looked up last. */
export function bringBack(before: ListState, fresh: Fresh, ids: ReadonlySet<string>): ListState {
  const standing = new Set(before.shown.map(({ id }) => id));
  const items = fresh.items.filter(({ id }) => standing.has(id) || ids.has(id));
  return { ...before, shown: follow(before, { ...fresh, items }, ids).shown };
}

/** What the reader put away goes before the server has said so. */
export const without = (state: ListState, ids: ReadonlySet<string>): ListState => ({
  ...state,
  shown: state.shown.filter(({ id }) => !ids.has(id)),
});
