import type { Found, IssueKind, Seen } from "#app/care/detect/issue.ts";
import type { DatedOrder } from "./dated-states.ts";
import type { Seeing } from "./see.ts";

/** What is being examined: app/care/detect/find-issues.ts. */
export type FindIssues = (seen: Seen) => {
  found: (Pick<Found, "subject"> & { kind: IssueKind })[];
  lookAt: Date | null;
};

/** One issue as detection told of it: found again under the same subject it is the same. */
export type Episode = {
  kind: IssueKind;
  subject: string;
  foundAt: number;
  /** While it was found, in periods; the last one's end is null where it still was when the replay ended. */
  periods: { from: number; until: number | null }[];
};

export type Replayed = { dated: DatedOrder; episodes: Episode[]; looks: number };

const DAY = 86_400_000;
/** How long an order is followed after the last thing that happened to it. */
const FOLLOWED = 45 * DAY;
/** More looks than this at one order are a rule that does not let time pass. */
const MOST_LOOKS = 500;

/** Lets detection live through one order: at each change, and at each time it asked to be asked again. */
export function replayOrder(dated: DatedOrder, given: { see: Seeing; findIssues: FindIssues }): Replayed {
  const changes = [...dated.states.map(({ at }) => at), ...dated.plan.words.map(({ at }) => at)];
  const begin = dated.states[0]?.at ?? 0;
  const end = Math.max(...changes, ...dated.plan.labels.map(({ contactAt }) => contactAt ?? 0)) + FOLLOWED;
  const due = changes.filter((at) => at >= begin).toSorted((one, other) => one - other);
  const episodes = new Map<string, Episode>();
  let looks = 0;
  let lookAt: number | null = null;
  for (let at = begin; at <= end;) {
    looks += 1;
    if (looks > MOST_LOOKS) throw new Error(`order ${dated.id} was looked at more than ${MOST_LOOKS} times`);
    const seen = given.see({ dated, at, earlierIssues: episodes.size, over: overBy(episodes) });
    const looked = seen ? given.findIssues(seen) : { found: [], lookAt: null };
    note(episodes, looked.found, at);
    lookAt = looked.lookAt ? looked.lookAt.getTime() : null;
    if (lookAt !== null && lookAt <= at)
      throw new Error(`order ${dated.id} is to be looked at again in the past`);
    while (due[0] !== undefined && due[0] <= at) due.shift();
    const next = Math.min(due[0] ?? Infinity, lookAt ?? Infinity);
    if (!Number.isFinite(next)) break;
    at = next;
  }
  return { dated, episodes: [...episodes.values()], looks };
}

/** When issues of each kind ended last, of those that are over. */
function overBy(episodes: ReadonlyMap<string, Episode>): Seen["history"]["over"] {
  const over: Partial<Record<IssueKind, string>> = {};
  for (const { kind, periods } of episodes.values()) {
    const until = periods.at(-1)?.until;
    if (typeof until !== "number") continue;
    const ended = new Date(until).toISOString();
    if ((over[kind] ?? "") < ended) over[kind] = ended;
  }
  return over;
}

function note(
  episodes: Map<string, Episode>,
  found: readonly { kind: IssueKind; subject: string }[],
  at: number,
): void {
  const now = new Set<string>();
  for (const { kind, subject } of found) {
    const key = `${kind}/${subject}`;
    now.add(key);
    const known = episodes.get(key);
    if (!known) episodes.set(key, { kind, subject, foundAt: at, periods: [{ from: at, until: null }] });
    else if (known.periods.at(-1)?.until !== null) known.periods.push({ from: at, until: null });
  }
  for (const [key, { periods }] of episodes) {
    const last = periods.at(-1);
    if (last && last.until === null && !now.has(key)) last.until = at;
  }
}
