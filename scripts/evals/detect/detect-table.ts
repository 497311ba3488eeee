import { issueKinds, type IssueKind } from "#app/care/detect/issue.ts";
import { interval } from "../../training/measures.ts";
import type { EpisodeVerdict, Judged, LabelVerdict } from "./judge.ts";

export const goals = { recall: 0.95, precision: 0.9, inTime: 0.9 } as const;

export type Measured = {
  name: string;
  planted: number;
  found: number;
  wrong: number;
  trueToo: number;
  again: number;
  /** Of those that a shopper would have asked about. */
  asked: number;
  inTime: number;
  /** Of those that were found and ended. */
  ended: number;
  resolved: number;
  /** In hours, of those a shopper would have asked about and that were found; null where there are none. */
  medianLead: number | null;
};

/** Each kind, and all together, which is last. */
export function measure(judged: readonly Judged[]): Measured[] {
  const labels = judged.flatMap((one) => one.labels);
  const episodes = judged.flatMap((one) => one.episodes);
  const of = (kind: IssueKind) =>
    measured(
      kind,
      labels.filter((one) => one.kind === kind),
      episodes.filter((one) => one.kind === kind),
    );
  return [...issueKinds.map(of), measured("all", labels, episodes)];
}

function measured(name: string, labels: LabelVerdict[], episodes: EpisodeVerdict[]): Measured {
  const count = (is: EpisodeVerdict["is"]) => episodes.filter((one) => one.is === is).length;
  const leads = labels.flatMap(({ lead }) => lead ?? []).toSorted((one, other) => one - other);
  const middle = leads[Math.floor(leads.length / 2)];
  return {
    name,
    planted: labels.length,
    found: labels.filter(({ found }) => found).length,
    wrong: count("wrong"),
    trueToo: count("true_too"),
    again: count("again"),
    asked: labels.filter(({ inTime }) => inTime !== null).length,
    inTime: labels.filter(({ inTime }) => inTime === true).length,
    ended: labels.filter(({ resolved }) => resolved !== null).length,
    resolved: labels.filter(({ resolved }) => resolved === true).length,
    medianLead: middle === undefined ? null : middle / 3_600_000,
  };
}

const share = (hits: number, of: number) => (of === 0 ? null : hits / of);

/** Whether the whole meets the three goals; an empty measure meets none. */
export function meetsGoals(measures: readonly Measured[]): boolean {
  const all = measures.at(-1);
  if (!all) return false;
  return (
    (share(all.found, all.planted) ?? 0) >= goals.recall &&
    (share(all.found, all.found + all.wrong) ?? 0) >= goals.precision &&
    (share(all.inTime, all.asked) ?? 0) >= goals.inTime
  );
}

/** One line per kind, aligned. Shares with Wilson's 95 % interval. */
export function formatMeasures(measures: readonly Measured[]): string {
  const head = [
    "kind",
    "planted",
    "found",
    "recall",
    "",
    "precision",
    "",
    "wrong",
    "true too",
    "again",
    "lead",
    "in time",
    "",
    "ended",
  ];
  const rows = measures.map((one) => [
    one.name,
    String(one.planted),
    String(one.found),
    ...withInterval(one.found, one.planted),
    ...withInterval(one.found, one.found + one.wrong),
    String(one.wrong),
    String(one.trueToo),
    String(one.again),
    one.medianLead === null ? "–" : `${Math.round(one.medianLead)} h`,
    ...withInterval(one.inTime, one.asked),
    one.ended === 0 ? "–" : (one.resolved / one.ended).toFixed(3),
  ]);
  const table = [head, ...rows];
  const widths = head.map((_, column) => Math.max(...table.map((row) => row[column]?.length ?? 0)));
  return table
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join("  ")
        .trimEnd(),
    )
    .join("\n");
}

function withInterval(hits: number, of: number): [string, string] {
  const value = share(hits, of);
  if (value === null) return ["–", ""];
  const [low, high] = interval(hits, of);
  return [value.toFixed(3), `${Math.max(0, low).toFixed(2)}–${Math.min(1, high).toFixed(2)}`];
}
