import { z } from "zod";
import { doneBetween, type Done, type Triaged } from "#app/care/triage/change-of.ts";
import type { EventKind } from "#app/conversation/event-kind.ts";

/** An event as it is stored. */
export type Happened = { kind: string; data: unknown };

/** What was not put back, and why: somebody, or the shopper, went on from it; or it is nothing that can be put back. */
export type Kept = { kind: string; why: "changed_since" | "stays" };

export type Undone = { after: Triaged; done: Done[]; kept: Kept[] };

const fromTo = z.object({ from: z.string().nullable(), to: z.string().nullable() });
const tags = z.object({ tags: z.array(z.string()) });
const step = z.object({
  from: z.string(),
  to: z.string(),
  fromUntil: z.iso.datetime().optional(),
  until: z.iso.datetime().optional(),
});

type Field = "assignee" | "tags" | "priority" | "status";
const FIELD: Partial<Record<EventKind, Field>> = {
  assigned: "assignee",
  tagged: "tags",
  untagged: "tags",
  priority: "priority",
  snoozed: "status",
  woke: "status",
  closed: "status",
  reopened: "status",
  spam: "status",
};
const fieldOf = (kind: string): Field | undefined =>
  Object.entries(FIELD).find(([known]) => known === kind)?.[1];

/**
 * `change`: what the change did to the conversation; `since`: what was done to it after that, by anybody; `members`: who is in the team.
 */
export type Undoing = { change: Happened[]; since: Happened[]; members: ReadonlySet<string> };

/**
 * A conversation when a change is taken back, pure: each thing that is still as the change left it is as it was before; what somebody
 * changed since, even to the same, stays, and so does what would be somebody's who left the team.
 */
export function undoOf(now: Triaged, { change, since, members }: Undoing): Undone {
  const touched = new Set<Field | undefined>(since.map(({ kind }) => fieldOf(kind)));
  // Of tags each stands for itself.
  touched.delete("tags");
  const moved = new Set(since.flatMap(({ kind, data }) => (fieldOf(kind) === "tags" ? tagsIn(data) : [])));
  let after = now;
  const kept: Kept[] = [];
  for (const { kind, data } of change) {
    const field = fieldOf(kind);
    if (!field) kept.push({ kind, why: "stays" });
    else {
      const before = touched.has(field) ? null : without(after, { kind, data, moved, members });
      if (before) after = before;
      else kept.push({ kind, why: "changed_since" });
    }
  }
  return { after, done: doneBetween(now, after), kept };
}

type Step = Happened & Pick<Undoing, "members"> & { moved: ReadonlySet<string> };

/** As it was without one event; null where it is not any more as the event left it. */
function without(now: Triaged, { kind, data, moved, members }: Step): Triaged | null {
  switch (fieldOf(kind)) {
    case "assignee": {
      const { from, to } = fromTo.parse(data);
      const isThere = from === null || members.has(from);
      return now.assigneeId === to && isThere ? { ...now, assigneeId: from } : null;
    }
    case "priority": {
      const { from, to } = fromTo.parse(data);
      return now.priority === to && from !== null ? { ...now, priority: from } : null;
    }
    case "tags":
      return withoutTags(now, { kind, data, moved });
    case "status": {
      const { from, to, fromUntil, until } = step.parse(data);
      const isSame = now.status === to && (now.snoozedUntil?.toISOString() ?? undefined) === until;
      return isSame ? { ...now, status: from, snoozedUntil: fromUntil ? new Date(fromUntil) : null } : null;
    }
    case undefined:
      return null;
  }
}

function withoutTags(now: Triaged, { kind, data, moved }: Omit<Step, "members">): Triaged | null {
  const theirs = tagsIn(data);
  const isAdded = kind === "tagged";
  const mine = theirs.filter((tag) => now.tags.includes(tag) === isAdded && !moved.has(tag));
  if (mine.length < theirs.length) return null;
  const left = now.tags.filter((tag) => !mine.includes(tag));
  return { ...now, tags: isAdded ? left : [...left, ...mine] };
}

function tagsIn(data: unknown): string[] {
  const parsed = tags.safeParse(data);
  return parsed.success ? parsed.data.tags : [];
}
