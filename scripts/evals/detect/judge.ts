import { createHash } from "node:crypto";
import type { IssueKind } from "#app/care/detect/issue.ts";
import type { Label } from "#devstore/history/problems.ts";
import type { Episode, Replayed } from "./replay.ts";

const DAY = 86_400_000;

/** One planted problem, and what came of it. */
export type LabelVerdict = {
  kind: IssueKind;
  found: boolean;
  /** Milliseconds from finding to when the shopper would have asked; null where nobody would have, or nothing was found. */
  lead: number | null;
  /** Found before the shopper would have asked; null where nobody would have. */
  inTime: boolean | null;
  /** No longer found a day after it had ended; null where it goes on. */
  resolved: boolean | null;
};

/** `true_too`: right, of a problem that was not asked for. `again`: one that had been found already, as if it were another. */
export type EpisodeVerdict = { kind: IssueKind; is: "right" | "true_too" | "again" | "wrong" };

export type Judged = {
  locked: boolean;
  labels: LabelVerdict[];
  episodes: EpisodeVerdict[];
  /** Only of development orders. */
  misses: string[];
};

/** Development when the first byte of the order's id as SHA-256 is below 128, else locked test. */
export const isLocked = (id: string): boolean => (createHash("sha256").update(id).digest()[0] ?? 0) >= 128;

export function judgeOrder(replayed: Replayed): Judged {
  const { dated, episodes } = replayed;
  const { labels } = dated.plan;
  const asked = labels.filter((label) => label.asked);
  const taken = new Map<Label, Episode>();
  const told = episodes.map((episode) => {
    const right = asked.find((label) => overlaps(episode, label));
    if (right && !taken.has(right)) {
      taken.set(right, episode);
      return { episode, is: "right" as const };
    }
    if (right) return { episode, is: "again" as const };
    return {
      episode,
      is: labels.some((label) => overlaps(episode, label)) ? ("true_too" as const) : ("wrong" as const),
    };
  });
  const verdicts = asked.map((label) => ({ label, verdict: verdictOn(replayed, label) }));
  const locked = isLocked(dated.id);
  const misses = locked
    ? []
    : [...verdicts.flatMap((one) => missOf(replayed, one)), ...told.flatMap((one) => wrongOf(replayed, one))];
  return {
    locked,
    labels: verdicts.map(({ verdict }) => verdict),
    episodes: told.map(({ episode, is }) => ({ kind: episode.kind, is })),
    misses,
  };
}

function overlaps({ kind, periods }: Episode, label: Label): boolean {
  if (kind !== label.kind) return false;
  return periods.some(
    ({ from, until }) => from < (label.until ?? Infinity) && (until ?? Infinity) > label.from,
  );
}

function verdictOn({ dated, episodes }: Replayed, label: Label): LabelVerdict {
  const hits = episodes.filter((episode) => overlaps(episode, label));
  const foundAt = firstFound(hits, label);
  const { contactAt, until } = label;
  return {
    kind: label.kind,
    found: foundAt !== null,
    lead: foundAt === null || contactAt === null ? null : contactAt - foundAt,
    inTime: contactAt === null ? null : foundAt !== null && foundAt < contactAt,
    resolved:
      until === null || foundAt === null || goesOn(dated.plan.labels, label)
        ? null
        : !hits.some(stillFoundAt(until + DAY)),
  };
}

/** What was found before it could be known counts from when it could. */
function firstFound(hits: readonly Episode[], label: Label): number | null {
  const times = hits.flatMap(({ periods }) =>
    periods
      .filter(({ from, until }) => from < (label.until ?? Infinity) && (until ?? Infinity) > label.from)
      .map(({ from }) => Math.max(from, label.from)),
  );
  return times.length === 0 ? null : Math.min(...times);
}

/** Another problem of the kind follows on: what is found then is that one. */
const goesOn = (labels: readonly Label[], { kind, until, from }: Label): boolean =>
  until !== null &&
  labels.some(
    (other) =>
      other.kind === kind &&
      other.from > from &&
      other.from <= until + DAY &&
      (other.until ?? Infinity) > until,
  );

const stillFoundAt =
  (at: number) =>
  ({ periods }: Episode): boolean =>
    periods.some(({ from, until }) => from <= at && (until ?? Infinity) > at);

type Labelled = { label: Label; verdict: LabelVerdict };

function missOf(replayed: Replayed, { label, verdict }: Labelled): string[] {
  const what = `${label.kind} (${replayed.dated.plan.story}, order ${replayed.dated.plan.key}), true from ${time(label.from)} until ${time(label.until)}`;
  if (!verdict.found) return [`MISSED     ${what}, shopper asks ${time(label.contactAt)}`];
  const faults: string[] = [];
  if (verdict.inTime === false)
    faults.push(
      `TOO LATE   ${what}, found ${hours(verdict.lead)} after the shopper asked ${time(label.contactAt)}`,
    );
  if (verdict.resolved === false) faults.push(`NOT ENDED  ${what}`);
  return faults;
}

function wrongOf(
  { dated }: Replayed,
  { episode, is }: { episode: Episode; is: EpisodeVerdict["is"] },
): string[] {
  if (is === "right" || is === "true_too") return [];
  const first = episode.periods[0];
  const what = `${episode.kind} (${dated.plan.story}, order ${dated.plan.key}), found ${time(episode.foundAt)} until ${time(first?.until ?? null)} as ${episode.subject}`;
  return [`${is === "wrong" ? "WRONG      " : "AGAIN      "}${what}`];
}

const time = (at: number | null) => (at === null ? "–" : new Date(at).toISOString().slice(0, 16));
const hours = (lead: number | null) => (lead === null ? "" : `${Math.round(-lead / 3_600_000)} h`);
