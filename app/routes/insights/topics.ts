import { issueKindLabel } from "#app/components/issue-labels.ts";
import { causeLabel, intentLabel } from "#app/components/labels.ts";
import { shareOf } from "#app/desk/insights/share.ts";
import type { Insights, Side } from "#app/desk/insights/show-insights.server.ts";
import { dateFormat } from "#app/words/format.ts";
import { sayCode, type Say } from "#app/words/say.ts";
import { hoursLabel, percent, type Cell } from "./cells.ts";
import {
  changes,
  comes,
  countBar,
  countColumns,
  counts,
  heads,
  moods,
  NONE,
  outreach,
  volume,
} from "./count-topics.ts";
import { barOf, draftShares, parts, promiseShares, repaired, shares } from "./share-topics.ts";
import type { Topic, TopicRow } from "./topic.ts";

/** Every topic of the screen, in its order. */
export function topicsOf(say: Say, insights: Insights): Topic[] {
  return [
    volume(say, insights),
    comes(say, insights),
    times(say, insights),
    parts(say, insights, { id: "intents", label: (name) => intentLabel(say, name) }),
    parts(say, insights, { id: "causes", label: (name) => causeLabel(say, name) }),
    parts(say, insights, { id: "products", label: (name) => name }),
    parts(say, insights, { id: "carriers", label: (name) => name }),
    parts(say, insights, { id: "policies", label: (name) => sayCode(say, "insights.policy", name) }),
    repaired(say, insights),
    moods(say, insights),
    shares(say, insights, {
      id: "readings",
      of: ({ readings }) => ({
        agreed: readings.agreed,
        unsure: readings.unsure,
        corrected: readings.corrected,
      }),
    }),
    shares(say, insights, { id: "drafts", of: draftShares }),
    changes(say, insights),
    shares(say, insights, {
      id: "promises",
      of: promiseShares,
      note: say("insights.promises.open", { count: insights.now.promises.open }),
    }),
    outreach(say, insights),
    asked(say, insights),
    shares(say, insights, {
      id: "csat",
      of: ({ csat: { answered, satisfied, low } }) => ({ answered, satisfied, low }),
    }),
    cost(say, insights),
  ];
}

function times(say: Say, { now, before, clock }: Insights): Topic {
  const { now: this_, before: last } = heads(say);
  const openOnes = { unanswered: now.times.unanswered, open: now.times.open };
  const rows = (["first", "resolution"] as const).flatMap((of) =>
    (["median", "p90"] as const).map((at): TopicRow => {
      const [one, other] = [now.times[of][at], before.times[of][at]];
      return {
        ...{ key: `${of}-${at}`, label: say(`insights.times.row.${of}.${at}`) },
        cells: [
          { kind: "time", time: one },
          { kind: "time", time: other },
        ],
        bars: [one, other].map(({ n, ...bar }) => ({
          ...bar,
          ...(n > 0 ? { instead: say("insights.few.times", { n }) } : {}),
        })),
      };
    }),
  );
  return {
    ...{ id: "times", title: say("insights.times.title"), chart: "bars", rows, series: [this_, last] },
    says: say(`insights.times.says.${clock}`),
    note: now.times.open > 0 ? say("insights.times.open", openOnes) : undefined,
    of: say("insights.times.of"),
    columns: [
      { heading: this_, kind: "time" },
      { heading: last, kind: "time" },
    ],
    barText: (value) => hoursLabel(say, value),
  };
}

function asked(say: Say, { asked: kinds }: Insights): Topic {
  const headings = [say("results.arm.written"), say("results.arm.heldOut")];
  return {
    ...{ id: "asked", title: say("insights.asked.title"), says: say("insights.asked.says"), chart: "bars" },
    link: { to: "/issues/results", label: say("insights.asked.more") },
    of: say("insights.asked.of"),
    columns: [
      ...headings.map((heading) => ({ heading, kind: "share" as const })),
      { heading: say("results.column.difference"), kind: "text" },
    ],
    series: headings,
    whole: 1,
    barText: (value) => percent(say, value),
    rows: kinds.map(({ kind, written, heldOut, known }): TopicRow => {
      const [one, other] = [written, heldOut].map(({ k, n }) => shareOf(k, n));
      const says = known === "not_yet" ? "not_yet" : known === "fewer" ? "helps" : "does_not_help";
      return {
        ...{ key: kind, label: issueKindLabel(say, kind) },
        cells: [
          { kind: "share", share: one ?? null },
          { kind: "share", share: other ?? null },
          { kind: "text", text: say(`results.verdict.${says}`) },
        ],
        bars: [barOf(say, one), barOf(say, other)],
      };
    }),
  };
}

function cost(say: Say, { now, before }: Insights): Topic {
  const row = (
    key: string,
    label: string,
    given: { questions: number; tokens: number | null; micros: number | null },
  ) => ({
    ...{ key, label },
    cells: [
      { kind: "count", count: given.questions },
      { kind: "count", count: given.tokens },
      { kind: "cost", micros: given.micros },
    ] satisfies Cell[],
    bars: [given.questions > 0 ? countBar(given.questions) : NONE],
  });
  const month = (name: string) =>
    dateFormat(say, { month: "long", year: "numeric", timeZone: "UTC" }).format(new Date(`${name}-01`));
  const readings = (side: Side) => ({ ...side.cost.readings, micros: null });
  return {
    ...{ id: "cost", title: say("insights.cost.title"), says: say("insights.cost.says"), ...counts(say) },
    of: say("insights.cost.of"),
    columns: [
      ...countColumns([say("insights.cost.questions"), say("insights.cost.tokens")]),
      { heading: say("insights.cost.cost"), kind: "cost" },
    ],
    series: [say("insights.cost.questions")],
    rows: [
      row("readings", say("insights.cost.readings"), readings(now)),
      row("readings-before", say("insights.cost.readings.before"), readings(before)),
      ...now.cost.months.map((one) =>
        row(one.month, say("insights.cost.drafts", { month: month(one.month) }), { ...one, tokens: null }),
      ),
    ].filter(({ bars: [bar] }) => bar !== NONE),
  };
}
