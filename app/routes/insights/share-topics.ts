import { changeOf, shareOf, type Share } from "#app/desk/insights/share.ts";
import type { Part } from "#app/desk/insights/matters-of.ts";
import type { Insights, Side } from "#app/desk/insights/show-insights.server.ts";
import { sayCode, type Say } from "#app/words/say.ts";
import { percent } from "./cells.ts";
import { heads } from "./count-topics.ts";
import type { Bar, Topic, TopicRow } from "./topic.ts";

export const barOf = (say: Say, share: Share | undefined): Bar => ({
  ...{ value: share?.share ?? null, low: share?.low, high: share?.high },
  ...(share && share.n > 0 ? { instead: say("insights.few", { k: share.k, n: share.n }) } : {}),
});

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
    whole: 1,
    barText: (value) => percent(say, value),
  };
}

function shareRow(
  say: Say,
  { key, label }: Pick<TopicRow, "key" | "label">,
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
    bars: [barOf(say, now), barOf(say, before)],
  };
}

type PartId = "intents" | "causes" | "products" | "carriers" | "policies";

export function parts(
  say: Say,
  { now, before }: Insights,
  { id, label }: { id: PartId; label: (name: string) => string },
) {
  const earlier = new Map(before.matters[id].map(({ name, share }: Part) => [name, share]));
  const rows = now.matters[id].map(({ name, share }) =>
    shareRow(say, { key: name, label: label(name) }, { now: share, before: earlier.get(name) }),
  );
  return shareTopic(say, id, { rows });
}

type SharesId = "readings" | "drafts" | "promises" | "csat";

type SharesGiven = { id: SharesId; of: (side: Side) => Record<string, Share>; note?: string };

export function shares(say: Say, { now, before }: Insights, { id, of, note }: SharesGiven): Topic {
  const earlier = of(before);
  const rows = Object.entries(of(now)).map(([name, share]) =>
    shareRow(
      say,
      { key: name, label: sayCode(say, `insights.${id}.row`, name) },
      { now: share, before: earlier[name] },
    ),
  );
  return shareTopic(say, id, { rows, note });
}

export const draftShares = ({ drafts: { asDrafted, lightlyEdited, rewritten, declined } }: Side) => ({
  ...{ asDrafted, lightlyEdited, rewritten, declined },
});

export const promiseShares = ({ promises: { kept, late, broken } }: Side) => ({
  ...{ kept, late: shareOf(late, kept.n), broken: shareOf(broken, kept.n) },
});

export function repaired(say: Say, { now, before }: Insights): Topic {
  const topic = shareTopic(say, "readings", {
    rows: (["repaired", "soured"] as const).map((name) =>
      shareRow(
        say,
        { key: name, label: say(`insights.repaired.row.${name}`) },
        {
          now: now.moods[name],
          before: before.moods[name],
        },
      ),
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
