import { useSearchParams } from "@remix-run/react";
import { ChoiceList, IndexFilters, Text, type IndexFiltersMode, type TabProps } from "@shopify/polaris";
import { useEffect, useState } from "react";
import { listed, numberLabel } from "#app/components/labels.ts";
import { useWords } from "#app/components/words.tsx";
import type { ViewCounts } from "#app/desk/inbox/count-views.server.ts";
import type { Choices } from "#app/desk/inbox/read-choices.server.ts";
import { COUNTED_TO, countedViews, untabbed, viewIds, type ViewId } from "#app/desk/inbox/views.ts";
import type { SavedView } from "#app/shop/saved-view.ts";
import type { Say } from "#app/words/say.ts";
import { choicesOf, valueLabel } from "./filter-choices.ts";
import { changed, cleared, FILTERS, type AddressChange, type FilterName } from "./inbox-address.ts";

const TYPING_PAUSE_MS = 300;

type Given = {
  view: ViewId;
  counts: ViewCounts;
  views: SavedView[];
  choices: Choices | null;
  loading: boolean;
  mode: IndexFiltersMode;
  setMode: (mode: IndexFiltersMode) => void;
};

/** Views as tabs, search, sorting and filters, all kept in the address so that back, reload and links work. */
export function InboxFilters({ view, counts, views, choices, loading, mode, setMode }: Given) {
  const say = useWords();
  const [params, setParams] = useSearchParams();
  const [typed, setTyped] = useTyped();
  const change = (wanted: AddressChange) =>
    setParams((current) => changed(current, wanted), { preventScrollReset: true });
  const tabs = tabsOf(say, { view, counts, views });
  const saved = tabs.findIndex(({ id }) => id === `saved-${params.get("saved")}`);
  const select = (index: number) => {
    const id = tabs[index]?.id ?? "open";
    const kept = views.find((one) => `saved-${one.id}` === id);
    const own = viewIds.find((one) => one === id) ?? "open";
    setTyped("");
    setParams((current) => {
      const next = changed(cleared(current), { view: own === "open" ? [] : [own], sort: [] });
      return kept ? withKept(next, kept) : next;
    });
  };
  const clear = () => {
    setTyped("");
    setParams((current) => cleared(current));
  };
  const filters = FILTERS.map((name) =>
    filterOf(say, name, { chosen: params.getAll(name), choices, change }),
  );
  return (
    <IndexFilters
      queryValue={typed}
      queryPlaceholder={say("inbox.search")}
      onQueryChange={setTyped}
      onQueryClear={() => setTyped("")}
      tabs={tabs}
      selected={saved === -1 ? tabs.findIndex(({ id }) => id === view) : saved}
      onSelect={select}
      canCreateNewView={false}
      sortOptions={sortOptions(say)}
      sortSelected={[`${params.get("sort") ?? "newest"} desc`]}
      onSort={([sort = ""]) => {
        const name = sort.split(" ")[0] ?? "newest";
        change({ sort: name === "newest" ? [] : [name] });
      }}
      filters={filters.map(({ control }) => control)}
      appliedFilters={filters.flatMap(({ applied }) => applied)}
      onClearAll={clear}
      mode={mode}
      setMode={setMode}
      loading={loading}
      cancelAction={{ onAction: clear }}
      disableKeyboardShortcuts
    />
  );
}

/** What is being typed into the search, and asked once the typing pauses. */
function useTyped(): [string, (typed: string) => void] {
  const [params, setParams] = useSearchParams();
  const q = params.get("q") ?? "";
  const [typed, setTyped] = useState(q);
  const [seen, setSeen] = useState({ q, asked: q });
  // The address changed by itself (back, a link): the field follows. What is being typed meanwhile is left alone.
  if (q !== seen.q) {
    setSeen({ ...seen, q });
    if (q !== seen.asked) setTyped(q);
  }
  useEffect(() => {
    if (typed === q) return undefined;
    const timer = setTimeout(() => {
      setSeen((before) => ({ ...before, asked: typed }));
      setParams((current) => changed(current, { q: typed ? [typed] : [] }), {
        replace: true,
        preventScrollReset: true,
      });
    }, TYPING_PAUSE_MS);
    return () => clearTimeout(timer);
  }, [typed, q, setParams]);
  return [typed, setTyped];
}

function withKept(current: URLSearchParams, { id, query }: SavedView): URLSearchParams {
  const kept = new URLSearchParams(query);
  const names = [...new Set(kept.keys())];
  return changed(current, {
    view: [],
    ...Object.fromEntries(names.map((name) => [name, kept.getAll(name)])),
    saved: [id],
  });
}

function tabsOf(say: Say, { view, counts, views }: Pick<Given, "view" | "counts" | "views">): TabProps[] {
  const own = viewIds.filter((id) => id === view || !untabbed.includes(id));
  return [
    ...own.map((id) => {
      const content = say(`inbox.view.${id}`);
      const count = countedViews.find((one) => one === id) && badgeOf(say, counts, id);
      return count
        ? {
            id,
            content,
            isLocked: true,
            badge: count,
            accessibilityLabel: say("inbox.view.counted", { view: content, count }),
          }
        : { id, content, isLocked: true };
    }),
    ...views.map(({ id, name }) => ({ id: `saved-${id}`, content: name, isLocked: true })),
  ];
}

function badgeOf(say: Say, counts: ViewCounts, id: string): string | null {
  const count = Object.entries(counts).find(([name]) => name === id)?.[1] ?? 0;
  if (count === 0) return null;
  return count >= COUNTED_TO ? say("inbox.view.many", { count: COUNTED_TO - 1 }) : numberLabel(say, count);
}

const sortOptions = (say: Say) =>
  (["newest", "waiting", "priority"] as const).map((sort) => ({
    label: say(`inbox.sort.${sort}`),
    value: `${sort} desc` as const,
    directionLabel: say(`inbox.sort.${sort}.first`),
  }));

type Filtering = {
  chosen: string[];
  choices: Choices | null;
  change: (wanted: AddressChange) => void;
};

function filterOf(say: Say, name: FilterName, { chosen, choices, change }: Filtering) {
  const label = say(`inbox.filter.${name}`);
  const offered = choicesOf(say, name, choices);
  // What is chosen can be taken out again, whether it is still in use or not.
  const others = chosen.filter((value) => offered?.every((one) => one.value !== value));
  const all = [
    ...(offered ?? []),
    ...others.map((value) => ({ value, label: valueLabel(say, name, { value, choices }) })),
  ];
  const values = listed(
    say,
    chosen.map((value) => valueLabel(say, name, { value, choices })),
  );
  return {
    control: {
      key: name,
      label,
      shortcut: name === "emotion" || name === "assignee" || name === "tag",
      filter: offered ? (
        <ChoiceList
          title={label}
          titleHidden
          allowMultiple
          choices={all}
          selected={chosen}
          onChange={(next: string[]) => change({ [name]: next })}
        />
      ) : (
        <Text as="p">{say("inbox.filter.loading")}</Text>
      ),
    },
    applied:
      chosen.length > 0
        ? [
            {
              key: name,
              label: say("inbox.filter.applied", { filter: label, values }),
              onRemove: () => change({ [name]: [] }),
            },
          ]
        : [],
  };
}
