import { careEmotions, intents } from "#app/care/understand/reading.ts";
import { channels, orderStates, priorities } from "#app/desk/inbox/conversation-query.ts";
import { writeRankCursor } from "#app/desk/inbox/rank-cursor.ts";
import { readAddress } from "#app/desk/inbox/read-address.ts";
import { showInbox } from "#app/desk/inbox/show-inbox.server.ts";
import { viewIds } from "#app/desk/inbox/views.ts";
import { days } from "#app/lib/duration.ts";
import { grownStaffId, grownTag } from "#tests/factories/grown-desk.ts";
import { grown } from "#tests/factories/grown-shop.ts";
import type { ReadCase } from "#tests/factories/read-cases.ts";
import { emotionAt, intentAt, wordAt, zipfRank } from "#tests/factories/grown-words.ts";

type Size = { orders: number; now: Date };
type Chance = () => number;
/** An address of the inbox, as somebody may ask for it; each call another one. */
export type InboxCase = { name: string; ask: (size: Size, chance: Chance) => string };

const among = (count: number, chance: Chance) => Math.floor(chance() * count);
const oneOf = <T>(values: readonly T[], chance: Chance): T => {
  const value = values[among(values.length, chance)];
  if (value === undefined) throw new Error("There is nothing to pick from");
  return value;
};

const address = (given: Record<string, string | readonly string[] | undefined>): string => {
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries(given))
    for (const one of typeof value === "string" ? [value] : (value ?? [])) params.append(name, one);
  return params.toString();
};

/** As people filter: what there is much of is asked for often. */
const FILTERS: Record<string, (chance: Chance) => string | string[]> = {
  emotion: (chance) =>
    chance() < 0.5 ? emotionAt(chance()) : [oneOf(careEmotions, chance), emotionAt(chance())],
  intent: (chance) => (chance() < 0.7 ? intentAt(chance()) : oneOf(intents, chance)),
  language: (chance) => oneOf(["en", "de", "fr", "es", "ja", "nl", "xx"], chance),
  order: (chance) => oneOf([...orderStates, "none"], chance),
  tag: (chance) => grownTag(among(30, chance)),
  assignee: (chance) => oneOf(["me", "nobody", grownStaffId(among(12, chance))], chance),
  channel: (chance) => oneOf(channels, chance),
  priority: (chance) => oneOf(priorities, chance),
};
const names = Object.keys(FILTERS);

/** So many filters, whichever. */
function someFilters(count: number, chance: Chance): Record<string, string | string[]> {
  const left = [...names];
  return Object.fromEntries(
    Array.from({ length: count }, () => {
      const [name = ""] = left.splice(among(left.length, chance), 1);
      return [name, FILTERS[name]?.(chance) ?? ""];
    }),
  );
}

const anyView = (chance: Chance) => oneOf(viewIds, chance);
const anySort = (chance: Chance) => oneOf(["newest", "waiting", "priority"], chance);
const somewhere = ({ now }: Size, chance: Chance) =>
  writeRankCursor({ rank: now.getTime() - Math.floor(days(730) * chance()), id: grown.conversationId(0) });
const words = {
  rare: (chance: Chance) => wordAt(12_000 + among(18_000, chance)),
  usual: (chance: Chance) => wordAt(12 + among(600, chance)),
  common: (chance: Chance) => wordAt(among(12, chance)),
  any: (chance: Chance) => wordAt(zipfRank(chance())),
};

const VIEWS = viewIds.flatMap((view): InboxCase[] => [
  { name: `view: ${view}`, ask: () => address({ view }) },
  { name: `view: ${view}, sorted`, ask: (_, chance) => address({ view, sort: anySort(chance) }) },
]);

const FILTERED: InboxCase[] = [
  ...names.map((name) => ({
    name: `filter: ${name}`,
    ask: (_: Size, chance: Chance) =>
      address({ view: anyView(chance), [name]: FILTERS[name]?.(chance), sort: anySort(chance) }),
  })),
  ...[2, 3, 4].map((count) => ({
    name: `filters: any ${count}`,
    ask: (_: Size, chance: Chance) =>
      address({ view: anyView(chance), ...someFilters(count, chance), sort: anySort(chance) }),
  })),
  {
    name: "filters: among all there are",
    ask: (_, chance) => address({ view: "all", ...someFilters(1 + among(3, chance), chance) }),
  },
  {
    name: "a deep page",
    ask: (size, chance) => address({ view: anyView(chance), cursor: somewhere(size, chance) }),
  },
  {
    name: "a deep page, filtered",
    ask: (size, chance) =>
      address({ view: anyView(chance), ...someFilters(2, chance), cursor: somewhere(size, chance) }),
  },
];

const searching = (name: string, q: (size: Size, chance: Chance) => string, view?: string): InboxCase => ({
  name: `search: ${name}`,
  ask: (size, chance) => address({ view: view ?? anyView(chance), q: q(size, chance) }),
});

const SEARCHES: InboxCase[] = [
  searching("a rare word", (_, chance) => words.rare(chance), "all"),
  searching("a usual word", (_, chance) => words.usual(chance), "all"),
  searching("a common word", (_, chance) => words.common(chance), "all"),
  searching("a beginning", (_, chance) => words.any(chance).slice(0, 3 + among(3, chance)), "all"),
  searching(
    "several words",
    (_, chance) => `${words.usual(chance)} ${words.common(chance)} ${words.any(chance)}`,
    "all",
  ),
  searching("a name", ({ orders }, chance) => `shopper ${among(grown.customers(orders), chance)}`, "all"),
  searching("an order's number", ({ orders }, chance) => grown.orderName(among(orders, chance)), "all"),
  searching(
    "the beginning of one",
    ({ orders }, chance) => grown.orderName(among(orders, chance)).slice(0, 5),
    "all",
  ),
  searching("a tracking number", ({ orders }, chance) => grown.tracking(among(orders, chance)), "all"),
  searching(
    "the beginning of it",
    ({ orders }, chance) => grown.tracking(among(orders, chance)).slice(0, 6 + among(10, chance)),
    "all",
  ),
  searching("nothing found", (_, chance) => `xq${among(9_999, chance)}zj`, "all"),
  searching("in any view", (_, chance) => (chance() < 0.5 ? words.common(chance) : words.any(chance))),
  {
    name: "search: in any view, filtered and sorted",
    ask: (_, chance) =>
      address({
        view: anyView(chance),
        ...someFilters(2, chance),
        q: words.any(chance),
        sort: anySort(chance),
      }),
  },
];

export const inboxCases: InboxCase[] = [...VIEWS, ...FILTERED, ...SEARCHES];

const ME = grownStaffId(3);

/** The whole screen, as its loader reads it. */
export const inboxReads: ReadCase[] = inboxCases.map(({ name, ask }) => ({
  name: `inbox, ${name}`,
  run: ({ inShop, keys, now, orders }, chance) => {
    const address = readAddress(new URLSearchParams(ask({ orders, now }, chance)), ME);
    return showInbox({ inShop, keys, now: () => now }, { address, me: ME });
  },
}));
