import { useLocation, useNavigation, useSearchParams } from "@remix-run/react";
import { BlockStack, Button, Card, Select, TextField } from "@shopify/polaris";
import { useState } from "react";
import { languageLabel } from "#app/components/labels.ts";
import { useWords } from "#app/components/words.tsx";
import { MOST_DAYS, USUAL_DAYS, usualDays, type Days, type WrongPeriod } from "#app/desk/insights/period.ts";
import { sayCode } from "#app/words/say.ts";

type Given = {
  shown: Days;
  channels: string[];
  languages: string[];
  wrong: WrongPeriod | null;
};

/** What is looked at, kept in the address so that back, reload and links work. */
export function PeriodFilters({ shown, channels, languages, wrong }: Given) {
  const say = useWords();
  const [current, setParams] = useSearchParams();
  const { location: next } = useNavigation();
  const { pathname } = useLocation();
  // What was chosen stands there at once, though it is still being counted.
  const params = next?.pathname === pathname ? new URLSearchParams(next.search) : current;
  const isCustom = params.has("from") || params.has("to");
  const [opened, setOpened] = useState(false);
  const custom = isCustom || opened;
  const chosen = usualDays.find((count) => String(count) === params.get("days")) ?? USUAL_DAYS;
  const change = (wanted: Record<string, string>) =>
    setParams(
      (before) => {
        for (const [name, value] of Object.entries(wanted)) {
          if (value === "") before.delete(name);
          else before.set(name, value);
        }
        return before;
      },
      { preventScrollReset: true },
    );
  const choose = (value: string) => {
    setOpened(value === "custom");
    if (value !== "custom") change({ days: value, from: "", to: "" });
  };
  const withAll = (all: string, options: { value: string; label: string }[]) => [
    { value: "", label: all },
    ...options,
  ];
  return (
    <Card>
      <BlockStack gap="300">
        <div className="insights-filters">
          <Select
            label={say("insights.period")}
            options={[
              ...usualDays.map((count) => ({
                value: String(count),
                label: say("insights.period.last", { count }),
              })),
              { value: "custom", label: say("insights.period.custom") },
            ]}
            value={custom ? "custom" : String(chosen)}
            onChange={choose}
          />
          <Select
            label={say("insights.language")}
            options={withAll(
              say("insights.language.all"),
              languages.map((value) => ({ value, label: languageLabel(say, value) })),
            )}
            value={params.get("language") ?? ""}
            onChange={(language) => change({ language })}
          />
          <Select
            label={say("insights.channel")}
            options={withAll(
              say("insights.channel.all"),
              channels.map((value) => ({ value, label: sayCode(say, "insights.channel", value) })),
            )}
            value={params.get("channel") ?? ""}
            onChange={(channel) => change({ channel })}
          />
        </div>
        {custom ? (
          <CustomPeriod
            // What was asked for stands in the fields, right or wrong.
            key={`${params.get("from")}|${params.get("to")}`}
            first={{ from: params.get("from") ?? shown.from, to: params.get("to") ?? shown.to }}
            wrong={wrong}
            onApply={(wanted) => change({ ...wanted, days: "" })}
          />
        ) : null}
      </BlockStack>
    </Card>
  );
}

type CustomGiven = { first: Days; wrong: WrongPeriod | null; onApply: (wanted: Days) => void };

function CustomPeriod({ first, wrong, onApply }: CustomGiven) {
  const say = useWords();
  const [from, setFrom] = useState(first.from);
  const [to, setTo] = useState(first.to);
  const error = (field: "from" | "to") =>
    wrong?.field === field ? say(`insights.wrong.${wrong.why}`, { most: MOST_DAYS }) : undefined;
  return (
    <div className="insights-filters">
      <TextField
        type="date"
        label={say("insights.from")}
        value={from}
        onChange={setFrom}
        error={error("from")}
        autoComplete="off"
      />
      <TextField
        type="date"
        label={say("insights.to")}
        value={to}
        onChange={setTo}
        error={error("to")}
        autoComplete="off"
      />
      <div className="insights-apply">
        <Button onClick={() => onApply({ from, to })}>{say("insights.apply")}</Button>
      </div>
    </div>
  );
}
