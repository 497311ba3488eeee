import { useSearchParams } from "@remix-run/react";
import { ChoiceList, IndexFilters, useSetIndexFiltersMode } from "@shopify/polaris";
import { useEffect, useState } from "react";
import { emotionLabel, intentLabel } from "#app/components/labels.ts";
import { careEmotions, intents } from "#app/care/understand/reading.ts";
import { keepingMatters } from "#app/desk/keeping-matters.ts";
import { VIEWS } from "./inbox-query.ts";
import { useWords } from "#app/components/words.tsx";

const TYPING_PAUSE_MS = 300;

/** Views as tabs, search, and filters, all kept in the address so that back, reload and links work. */
export function InboxFilters({ loading }: { loading: boolean }) {
  const say = useWords();
  const [params, setParams] = useSearchParams();
  const { mode, setMode } = useSetIndexFiltersMode();
  const q = params.get("q") ?? "";
  const [typed, setTyped] = useState(q);
  const [seen, setSeen] = useState({ q, asked: q });
  // The address changed by itself (back, a link): the field follows. What is being typed meanwhile is left alone.
  if (q !== seen.q) {
    setSeen({ ...seen, q });
    if (q !== seen.asked) setTyped(q);
  }

  const change = (name: string, value: string | null) =>
    setParams((current) => changed(current, { name, value }));
  useEffect(() => {
    if (typed === q) return undefined;
    const timer = setTimeout(() => {
      setSeen((before) => ({ ...before, asked: typed }));
      setParams((current) => changed(current, { name: "q", value: typed || null }), { replace: true });
    }, TYPING_PAUSE_MS);
    return () => clearTimeout(timer);
  }, [typed, q, setParams]);

  const asked = params.get("view") ?? "all";
  // The home page leads to what was promised; a tab for each would push the others out of sight.
  const views = VIEWS.filter(({ id }) => id === asked || !keepingMatters.some((matter) => matter === id));
  const selected = Math.max(
    0,
    views.findIndex(({ id }) => id === asked),
  );
  const filters = [
    choiceFilter({
      name: "emotion",
      label: "Emotion",
      values: careEmotions,
      word: (value) => emotionLabel(say, value),
      params,
      change,
    }),
    choiceFilter({
      name: "intent",
      label: "Intent",
      values: intents,
      word: (value) => intentLabel(say, value),
      params,
      change,
    }),
  ];
  const clear = () => {
    setTyped("");
    setParams(params.has("view") ? { view: params.get("view") ?? "all" } : {});
  };
  return (
    <IndexFilters
      queryValue={typed}
      queryPlaceholder="Search words, names, order and tracking numbers"
      onQueryChange={setTyped}
      onQueryClear={() => setTyped("")}
      tabs={views.map((view) => ({ id: view.id, content: view.label, isLocked: true }))}
      selected={selected}
      onSelect={(index) => change("view", views[index]?.id === "all" ? null : (views[index]?.id ?? null))}
      canCreateNewView={false}
      filters={filters.map((filter) => filter.control)}
      appliedFilters={filters.flatMap((filter) => filter.applied)}
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
  if (value) next.set(name, value);
  else next.delete(name);
  next.delete("cursor");
  return next;
}

function choiceFilter(given: {
  name: string;
  label: string;
  values: readonly string[];
  word: (value: string) => string;
  params: URLSearchParams;
  change: (name: string, value: string | null) => void;
}) {
  const { name, label, values, word, params, change } = given;
  const chosen = params.get(name);
  return {
    control: {
      key: name,
      label,
      shortcut: true,
      filter: (
        <ChoiceList
          title={label}
          titleHidden
          choices={values.map((value) => ({ label: word(value), value }))}
          selected={chosen ? [chosen] : []}
          onChange={([value]) => change(name, value ?? null)}
        />
      ),
    },
    applied: chosen
      ? [{ key: name, label: `${label}: ${word(chosen)}`, onRemove: () => change(name, null) }]
      : [],
  };
}
