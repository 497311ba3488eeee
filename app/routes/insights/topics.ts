import type { Insights, Side } from "#app/desk/insights/show-insights.server.ts";
import { changeOf, shareOf, type Share } from "#app/desk/insights/share.ts";
import type { Part } from "#app/desk/insights/matters-of.ts";
import { issueKindLabel } from "#app/components/issue-labels.ts";
import { causeLabel, emotionLabel, intentLabel, languageLabel, numberLabel } from "#app/components/labels.ts";
import { zonedShortDay } from "#app/components/zoned-time.ts";
import { dateFormat } from "#app/words/format.ts";
import { sayCode, type Say } from "#app/words/say.ts";
import { hoursLabel, percent, type Cell } from "./cells.ts";
import type { Bar, Topic, TopicRow } from "./topic.ts";

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

const draftShares = ({ drafts: { asDrafted, lightlyEdited, rewritten, declined } }: Side) => ({
  ...{ asDrafted, lightlyEdited, rewritten, declined },
});
const promiseShares = ({ promises: { kept, late, broken } }: Side) => ({
  ...{ kept, late: shareOf(late, kept.n), broken: shareOf(broken, kept.n) },
});

const heads = (say: Say) => ({ now: say("insights.now"), before: say("insights.before") });

const barOf = (share: Share | undefined): Bar =>
  share && share.share !== null ? { value: share.share, low: share.low, high: share.high } : null;

const countBar = (count: number): Bar => ({ value: count });

type Id =
  "intents" | "causes" | "products" | "carriers" | "policies" | "readings" | "drafts" | "promises" | "csat";

/** Shares of this period and of the one before, and how they differ. */
function shareTopic(
  say: Say,
  id: Id,
  { rows, note }: { rows: TopicRow[]; note?: string | undefined },
): Topic {
  const { now, before } = heads(say);
  return {
    ...{ id, title: say(`insights.${id}.title`), says: say(`insights.${id}.says`), note, rows },
    of: say(`insights.${id}.of`),
    columns: [
      { heading: now, kind: "share" },
      { heading: before, kind: "share" },
      { heading: say("insights.column.change"), kind: "change" },
    ],
    chart: "bars",
    series: [now, before],
    barText: (value) => percent(say, value),
  };
}

function shareRow(
  key: string,
  label: string,
  { now, before }: { now: Share; before: Share | undefined },
): TopicRow {
  const change = before ? changeOf(now, before) : null;
  return {
    ...{ key, label },
    cells: [
      { kind: "share", share: now },
      { kind: "share", share: before ?? null },
      { kind: "change", change },
    ],
    bars: [barOf(now), barOf(before)],
  };
}

type PartId = "intents" | "causes" | "products" | "carriers" | "policies";

function parts(
  say: Say,
  { now, before }: Insights,
  { id, label }: { id: PartId; label: (name: string) => string },
) {
  const earlier = new Map(before.matters[id].map(({ name, share }: Part) => [name, share]));
  const rows = now.matters[id].map(({ name, share }) =>
    shareRow(name, label(name), { now: share, before: earlier.get(name) }),
  );
  return shareTopic(say, id, { rows });
}

type SharesId = "readings" | "drafts" | "promises" | "csat";
type SharesGiven = { id: SharesId; of: (side: Side) => Record<string, Share>; note?: string };

function shares(say: Say, { now, before }: Insights, { id, of, note }: SharesGiven): Topic {
  const earlier = of(before);
  const rows = Object.entries(of(now)).map(([name, share]) =>
    shareRow(name, sayCode(say, `insights.${id}.row`, name), { now: share, before: earlier[name] }),
  );
  return shareTopic(say, id, { rows, note });
}

function repaired(say: Say, { now, before }: Insights): Topic {
  const topic = shareTopic(say, "readings", {
    rows: (["repaired", "soured"] as const).map((name) =>
      shareRow(name, say(`insights.repaired.row.${name}`), {
        now: now.moods[name],
        before: before.moods[name],
      }),
    ),
    note: say("insights.repaired.unknown", { count: now.moods.unknown }),
  });
  return {
    ...{
      ...topic,
      id: "repaired",
      title: say("insights.repaired.title"),
      says: say("insights.repaired.says"),
    },
    of: say("insights.repaired.of"),
  };
}

const counts = (say: Say) => ({
  chart: "bars" as const,
  barText: (value: number) => numberLabel(say, value),
});

/** How often each of two things was counted. */
function countRow(key: string, label: string, numbers: readonly number[]): TopicRow {
  return {
    ...{ key, label },
    cells: numbers.map((count): Cell => ({ kind: "count", count })),
    bars: numbers.some((count) => count > 0) ? numbers.map(countBar) : numbers.map(() => null),
  };
}

const countColumns = (headings: readonly string[]) =>
  headings.map((heading) => ({ heading, kind: "count" as const }));

function volume(say: Say, { now, before }: Insights): Topic {
  return {
    ...{ id: "volume", title: say("insights.volume.title"), chart: "days", of: say("insights.volume.of") },
    says: say("insights.volume.says", { now: now.began, before: before.began }),
    columns: countColumns([say("insights.volume.began")]),
    rows: now.byDay.map(({ day, count }) => ({
      ...countRow(day, zonedShortDay(say, day, "UTC"), [count]),
      bars: now.began > 0 ? [countBar(count)] : [null],
    })),
    series: [heads(say).now],
    barText: (value) => numberLabel(say, value),
  };
}

function comes(say: Say, { now, before }: Insights): Topic {
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

function times(say: Say, { now, before, clock }: Insights): Topic {
  const { now: this_, before: last } = heads(say);
  const rows = (["first", "resolution"] as const).flatMap((of) =>
    (["median", "p90"] as const).map((at): TopicRow => {
      const [one, other] = [now.times[of][at], before.times[of][at]];
      return {
        ...{ key: `${of}-${at}`, label: say(`insights.times.row.${of}.${at}`) },
        cells: [
          { kind: "time", time: one },
          { kind: "time", time: other },
        ],
        bars: [one, other].map(({ value, low, high }) => (value === null ? null : { value, low, high })),
      };
    }),
  );
  return {
    ...{ id: "times", title: say("insights.times.title"), chart: "bars", rows, series: [this_, last] },
    says: say(`insights.times.says.${clock}`),
    note: say("insights.times.open", { unanswered: now.times.unanswered, open: now.times.open }),
    of: say("insights.times.of"),
    columns: [
      { heading: this_, kind: "time" },
      { heading: last, kind: "time" },
    ],
    barText: (value) => hoursLabel(say, value),
  };
}

function moods(say: Say, { now }: Insights): Topic {
  const headings = [say("insights.moods.first"), say("insights.moods.last")];
  return {
    ...{ id: "moods", title: say("insights.moods.title"), of: say("insights.moods.of"), ...counts(say) },
    says: say("insights.moods.says", { count: now.moods.followed }),
    columns: countColumns(headings),
    rows: now.moods.moods.map(({ emotion, first, last }) =>
      countRow(emotion, emotionLabel(say, emotion), [first, last]),
    ),
    series: headings,
  };
}

function changes(say: Say, { now, before }: Insights): Topic {
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
    ].filter(({ bars }) => bars.some((bar) => bar !== null)),
  };
}

function outreach(say: Say, { now, before }: Insights): Topic {
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
        bars: [barOf(one), barOf(other)],
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
    bars: [given.questions > 0 ? countBar(given.questions) : null],
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
    ],
  };
}
