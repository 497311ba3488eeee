import { useSearchParams } from "@remix-run/react";
import { ChoiceList, IndexFilters, IndexFiltersMode, useSetIndexFiltersMode } from "@shopify/polaris";
import { issueKinds, severitySchema, type Severity } from "#app/care/detect/issue.ts";
import { issueKindLabel, severityLabel } from "#app/components/issue-labels.ts";
import type { Say } from "#app/words/say.ts";
import { AGES, FILTERS, VIEWS, type Filter, type ViewId } from "./issues-query.ts";
import { useWords } from "#app/components/words.tsx";

type Choice = { value: string; label: string };
type Given = { view: ViewId; incidents: Choice[]; loading: boolean };

const severities = (say: Say): Choice[] =>
  severitySchema.options
    .map(({ value }): Severity => value)
    .toReversed()
    .map((value) => ({ value: String(value), label: severityLabel(say, value) }));
const kinds = (say: Say): Choice[] =>
  issueKinds.map((value) => ({ value, label: issueKindLabel(say, value) }));
const ages = (say: Say): Choice[] => AGES.map((id) => ({ value: id, label: say(`issues.age.${id}`) }));

/** Views as tabs, and filters, all kept in the address so that back, reload and links work. */
export function IssueFilters({ view, incidents, loading }: Given) {
  const say = useWords();
  const [params, setParams] = useSearchParams();
  const narrowed = FILTERS.some((name) => params.has(name));
  const { mode, setMode } = useSetIndexFiltersMode(
    narrowed ? IndexFiltersMode.Filtering : IndexFiltersMode.Default,
  );
  const change = (name: string, value: string | null) =>
    setParams((current) => changed(current, { name, value }), { preventScrollReset: true });
  const filter = (name: Filter, choices: Choice[]) =>
    choiceFilter(say, { name, choices, chosen: params.get(name), change });
  const filters = [
    filter("severity", severities(say)),
    filter("kind", kinds(say)),
    ...(incidents.length > 0 ? [filter("incident", incidents)] : []),
    filter("age", ages(say)),
  ];
  const clear = () => setParams(view === "open" ? {} : { view });
  return (
    <IndexFilters
      hideQueryField
      queryValue=""
      onQueryChange={() => undefined}
      onQueryClear={() => undefined}
      tabs={VIEWS.map((id) => ({ id, content: say(`issues.view.${id}`), isLocked: true }))}
      selected={VIEWS.indexOf(view)}
      onSelect={(index) => change("view", VIEWS[index] ?? null)}
      canCreateNewView={false}
      filters={filters.map(({ control }) => control)}
      appliedFilters={filters.flatMap(({ applied }) => applied)}
      onClearAll={clear}
      mode={mode}
      setMode={setMode}
      loading={loading}
      cancelAction={{ onAction: clear }}
    />
  );
}

/** The address with one thing changed; what was asked differently starts again at its first page. */
function changed(current: URLSearchParams, { name, value }: { name: string; value: string | null }) {
  const next = new URLSearchParams(current);
  if (value && !(name === "view" && value === "open")) next.set(name, value);
  else next.delete(name);
  next.delete("cursor");
  return next;
}

function choiceFilter(
  say: Say,
  given: {
    name: Filter;
    choices: Choice[];
    chosen: string | null;
    change: (name: string, value: string | null) => void;
  },
) {
  const { name, choices, chosen, change } = given;
  const label = say(`issues.filter.${name}`);
  const said = choices.find(({ value }) => value === chosen)?.label;
  return {
    control: {
      key: name,
      label,
      shortcut: true,
      filter: (
        <ChoiceList
          title={label}
          titleHidden
          choices={choices}
          selected={said && chosen ? [chosen] : []}
          onChange={([value]) => change(name, value ?? null)}
        />
      ),
    },
    applied: said
      ? [
          {
            key: name,
            label: say("issues.filter.applied", { filter: label, value: said }),
            onRemove: () => change(name, null),
          },
        ]
      : [],
  };
}
