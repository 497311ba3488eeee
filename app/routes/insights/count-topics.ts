import { emotionLabel, languageLabel, numberLabel } from "#app/components/labels.ts";
import { zonedShortDay } from "#app/components/zoned-time.ts";
import type { Moods } from "#app/desk/insights/moods-of.ts";
import { FEWEST } from "#app/desk/insights/share.ts";
import type { Insights } from "#app/desk/insights/show-insights.server.ts";
import { sayCode, type Say } from "#app/words/say.ts";
import type { Cell } from "./cells.ts";
import type { Bar, Topic, TopicRow } from "./topic.ts";

export const heads = (say: Say) => ({ now: say("insights.now"), before: say("insights.before") });

export const NONE: Bar = { value: null };

export const countBar = (count: number): Bar => ({ value: count });

export const counts = (say: Say) => ({
  chart: "bars" as const,
  barText: (value: number) => numberLabel(say, value),
});

/** How often each of two things was counted. */
function countRow(key: string, label: string, numbers: readonly number[]): TopicRow {
  return {
    ...{ key, label },
    cells: numbers.map((count): Cell => ({ kind: "count", count })),
    bars: numbers.some((count) => count > 0) ? numbers.map(countBar) : numbers.map(() => NONE),
  };
}

export const countColumns = (headings: readonly string[]) =>
  headings.map((heading) => ({ heading, kind: "count" as const }));

type Begun = { began: number; byDay: Insights["now"]["byDay"] };

export function volume(say: Say, { now, before }: Record<"now" | "before", Begun>): Topic {
  return {
    ...{ id: "volume", title: say("insights.volume.title"), chart: "days", of: say("insights.volume.of") },
    says: say("insights.volume.says", { now: now.began, before: before.began }),
    columns: countColumns([say("insights.volume.began")]),
    wide: true,
    rows: now.byDay.map(({ day, count }) => ({
      ...countRow(day, zonedShortDay(say, day, "UTC"), [count]),
      inFile: day.slice(0, 10),
      bars: [now.began > 0 ? countBar(count) : NONE],
    })),
    series: [heads(say).now],
    barText: (value) => numberLabel(say, value),
  };
}

export function comes(say: Say, { now, before }: Insights): Topic {
  const headings = [heads(say).now, heads(say).before];
  const rowsOf = (field: "byChannel" | "byLanguage", label: (name: string) => string) =>
    now[field].map(({ name, count }) =>
      countRow(`${field}-${name}`, label(name), [
        count,
        before[field].find((one) => one.name === name)?.count ?? 0,
      ]),
    );
  return {
    ...{ id: "comes", title: say("insights.comes.title"), says: say("insights.comes.says"), ...counts(say) },
    of: say("insights.comes.of"),
    columns: countColumns(headings),
    rows: [
      ...rowsOf("byChannel", (name) => sayCode(say, "insights.channel", name)),
      ...rowsOf("byLanguage", (name) => languageLabel(say, name || "und")),
    ],
    series: headings,
  };
}

type Felt = { now: { moods: Pick<Moods, "moods" | "followed"> } };

export function moods(say: Say, { now }: Felt): Topic {
  const headings = [say("insights.moods.first"), say("insights.moods.last")];
  return {
    ...{ id: "moods", title: say("insights.moods.title"), of: say("insights.moods.of"), ...counts(say) },
    says: say("insights.moods.says", { count: now.moods.followed }),
    columns: countColumns(headings),
    rows: now.moods.moods.map(({ emotion, first, last }) =>
      // Of so few conversations the table counts them, and no chart is drawn.
      now.moods.followed < FEWEST
        ? { ...countRow(emotion, emotionLabel(say, emotion), [first, last]), bars: [NONE, NONE] }
        : countRow(emotion, emotionLabel(say, emotion), [first, last]),
    ),
    series: headings,
  };
}

export function changes(say: Say, { now, before }: Insights): Topic {
  const headings = [heads(say).now, heads(say).before];
  const earlier = new Map(before.drafts.changes.map((one) => [one.class, one.count]));
  return {
    ...{ id: "changes", title: say("insights.changes.title"), says: say("insights.changes.says") },
    ...{ of: say("insights.changes.of"), ...counts(say), columns: countColumns(headings), series: headings },
    rows: [
      ...now.drafts.changes.map((one) =>
        countRow(one.class, sayCode(say, "lessons.edit", one.class), [
          one.count,
          earlier.get(one.class) ?? 0,
        ]),
      ),
      ...(["otherReason", "noReason"] as const).map((name) =>
        countRow(name, say(`insights.changes.row.${name}`), [now.drafts[name], before.drafts[name]]),
      ),
    ].filter(({ bars }) => bars.some(({ value }) => value !== null)),
  };
}

export function outreach(say: Say, { now, before }: Insights): Topic {
  const headings = [heads(say).now, heads(say).before];
  const earlier = new Map(before.outreaches.map(({ state, count }) => [state, count]));
  return {
    ...{ id: "outreach", title: say("insights.outreach.title"), says: say("insights.outreach.says") },
    ...{ of: say("insights.outreach.of"), ...counts(say), columns: countColumns(headings), series: headings },
    rows: now.outreaches.map(({ state, count }) =>
      countRow(state, sayCode(say, "insights.outreach.row", state), [count, earlier.get(state) ?? 0]),
    ),
  };
}
