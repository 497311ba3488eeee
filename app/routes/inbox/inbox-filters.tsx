import { useSearchParams } from "@remix-run/react";
import { ChoiceList, Filters, Select, Text, useBreakpoints } from "@shopify/polaris";
import { useEffect, useState, type KeyboardEvent } from "react";
import { listed } from "#app/components/labels.ts";
import { useWords } from "#app/components/words.tsx";
import { sortings, type Sorting } from "#app/desk/inbox/conversation-query.ts";
import type { Choices } from "#app/desk/inbox/read-choices.server.ts";
import type { ViewId } from "#app/desk/inbox/views.ts";
import type { Say } from "#app/words/say.ts";
import { choicesOf, valueLabel } from "./filter-choices.ts";
import { narrowings, type Narrowing } from "#app/desk/inbox/filter-names.ts";
import { changed, cleared, type AddressChange } from "./inbox-address.ts";

const TYPING_PAUSE_MS = 300;

type Given = { view: ViewId; sort: Sorting; choices: Choices | null; loading: boolean };

/** Search, sorting and filters, all kept in the address so that back, reload and links work. */
export function InboxFilters({ view, sort, choices, loading }: Given) {
  const say = useWords();
  const { params, change, ask } = useAsked();
  const [typed, setTyped] = useTyped();
  const { mdUp: pins } = useBreakpoints();
  // Mostly there is none, and then nothing to choose from.
  const isOffered = (name: Narrowing) =>
    name !== "incident" || params.has(name) || (choices?.incidents.length ?? 0) > 0;
  const filters = narrowings
    .filter(isOffered)
    .map((name) => filterOf(say, name, { chosen: params.getAll(name), choices, change, pins }));
  return (
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- the keys are those of the field within
    <div className="inbox-filters" onKeyDown={(event) => leaveSearch(event, () => setTyped(""))}>
      <Filters
        // What is pinned is decided when it is drawn first.
        key={String(pins)}
        queryValue={typed}
        queryPlaceholder={say("inbox.search", { view: say(`inbox.view.${view}`) })}
        onQueryChange={setTyped}
        onQueryClear={() => setTyped("")}
        filters={filters.map(({ control }) => control)}
        appliedFilters={filters.flatMap(({ applied }) => applied)}
        onClearAll={() => {
          setTyped("");
          ask(cleared(params));
        }}
        loading={loading}
      >
        <div className="inbox-sort">
          <Select
            label={say("inbox.sort")}
            labelHidden
            options={sortings.map((value) => ({ value, label: say(`inbox.sort.${value}`) }))}
            value={sort}
            onChange={(value) => change({ sort: value === "newest" ? [] : [value] })}
          />
        </div>
      </Filters>
    </div>
  );
}

/** What is asked for, before its list is there: a box that is ticked stays so. */
function useAsked() {
  const [shownFor, setParams] = useSearchParams();
  const now = shownFor.toString();
  const [asked, setAsked] = useState({ from: now, to: now });
  if (asked.from !== now) setAsked({ from: now, to: now });
  const params = asked.from === now ? new URLSearchParams(asked.to) : shownFor;
  const ask = (next: URLSearchParams) => {
    setAsked({ from: now, to: next.toString() });
    setParams(next, { preventScrollReset: true });
  };
  return { params, ask, change: (wanted: AddressChange) => ask(changed(params, wanted)) };
}

/** Enter goes on to what was found. Escape empties the search, and leaves it when it is empty. */
function leaveSearch(event: KeyboardEvent, empty: () => void) {
  // While Japanese is typed both keys are for the word that is being chosen.
  if (!(event.target instanceof HTMLInputElement) || event.nativeEvent.isComposing) return;
  if (event.key === "Escape" && event.target.value !== "") empty();
  else if (event.key === "Escape" || event.key === "Enter")
    document.querySelector<HTMLElement>(".inbox-list")?.focus();
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

type Filtering = {
  chosen: string[];
  choices: Choices | null;
  change: (wanted: AddressChange) => void;
  pins: boolean;
};

/** Asked for every day: offered without being looked for, where there is room. */
const PINNED: ReadonlySet<Narrowing> = new Set(["emotion", "intent", "assignee", "tag"]);
const OWN_WORDS: ReadonlySet<Narrowing> = new Set(["tag", "assignee", "language", "incident"]);
/** Of which one says all: several have hardly anything in common. */
const ONE_OF: ReadonlySet<Narrowing> = new Set(["incident"]);

function filterOf(say: Say, name: Narrowing, { chosen: asked, choices, change, pins }: Filtering) {
  const label = say(`inbox.filter.${name}`);
  const offered = choicesOf(say, name, choices);
  const isOffered = (value: string) => offered === null || offered.some((one) => one.value === value);
  // A code that there is none of narrows nothing. A team's own words may be out of use, and are taken out again.
  const chosen = OWN_WORDS.has(name) ? asked : asked.filter(isOffered);
  const others = chosen.filter((value) => !isOffered(value));
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
      pinned: pins && PINNED.has(name),
      filter: !offered ? (
        <Text as="p">{say("inbox.filter.loading")}</Text>
      ) : name === "tag" && all.length === 0 ? (
        <Text as="p">{say("inbox.filter.noTags")}</Text>
      ) : (
        <ChoiceList
          title={label}
          titleHidden
          allowMultiple={!ONE_OF.has(name)}
          choices={all}
          selected={chosen}
          onChange={(next: string[]) => change({ [name]: next })}
        />
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
