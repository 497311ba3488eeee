import type { ConversationFilters } from "#app/desk/inbox/conversation-query.ts";
import { orderNameKey } from "#app/mirror/rows.ts";
import { queryTokens, type ShopKeys } from "#app/shop/seal.ts";

/** A word in a search: the tokens of its parts, and how an order or a parcel is called by it. */
type Word = { any: string[][]; called?: string };

/** What `list_conversations` is asked (prisma/migrations/20261127000300_inbox). */
export type Asked = {
  facets: Record<string, readonly string[]>;
  words: Word[];
  called?: string;
  ids?: string[];
};

/** More words narrow a search no further, and each costs an index look-up. */
const MOST_WORDS = 12;
/** Shorter, two numbers beside each other are hardly one number written with a space. */
const SHORTEST_SPACED = 8;

/** Null when nothing can be found: what is searched for holds no word. */
export function askedOf(
  keys: ShopKeys,
  filters: ConversationFilters,
  ids: readonly string[] | null,
): Asked | null {
  const q = filters.q?.trim() ?? "";
  const words = wordsOf(keys, q);
  if (q !== "" && words.length === 0) return null;
  const spaced = words.length > 1 ? calledBy(q) : undefined;
  return {
    facets: facetsOf(filters),
    words,
    ...(spaced && spaced.length >= SHORTEST_SPACED ? { called: spaced } : {}),
    ...(ids ? { ids: [...new Set(ids)] } : {}),
  };
}

function facetsOf(given: ConversationFilters): Record<string, readonly string[]> {
  const all = {
    status: several(given.status),
    emotion: several(given.emotion),
    intent: several(given.intent),
    language: several(given.language).map((tag) => tag.toLowerCase().split("-")[0] ?? ""),
    orderState: several(given.orderState),
    tag: several(given.tag),
    assignee: several(given.assignee),
    channel: several(given.channel),
    priority: several(given.priority),
    unsure: given.unsure === undefined ? [] : [String(given.unsure)],
    toReview: given.draft ? ["true"] : [],
  };
  return Object.fromEntries(Object.entries(all).filter(([, values]) => values.length > 0));
}

export const several = <T>(given: T | readonly T[] | undefined): readonly T[] =>
  given === undefined ? [] : isList(given) ? given : [given];

const isList = <T>(given: T | readonly T[]): given is readonly T[] => Array.isArray(given);

function wordsOf(keys: ShopKeys, q: string): Word[] {
  const written = q.split(/\s+/u).slice(0, MOST_WORDS);
  return written.flatMap((one) => {
    const any = queryTokens(keys, one).slice(0, MOST_WORDS);
    const called = calledBy(one);
    return any.length === 0 ? [] : [{ any, ...(called ? { called } : {}) }];
  });
}

/** Numbers of orders and parcels have a digit in them. */
function calledBy(text: string): string | undefined {
  const key = orderNameKey(text);
  return /\p{N}/u.test(key) ? key.slice(0, 60) : undefined;
}
