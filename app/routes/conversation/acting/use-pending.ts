import { useState } from "react";
import type { SentChange } from "#app/components/acting/sent-change.ts";
import type { ShownTeam } from "#app/desk/show-team.server.ts";

/** What of a conversation people decide, as it is shown. */
export type Standing = {
  status: string;
  priority: string;
  assignee: ShownTeam["assignee"];
  tags: string[];
  snoozedUntil: string | null;
};

/** `seen`: what was loaded as it was done, or since; `looks`: how often it was loaded since and said otherwise. */
type Pending = {
  change: SentChange;
  name: string | null;
  done: boolean;
  seen: Standing | null;
  looks: number;
};

/** The first look that ends after a change may have begun before it. */
const LOOKS = 2;

/**
 * How a conversation stands, with what was just asked for shown as done: until the server says how it is since, or that nothing came of
 * it. `loaded`: another object whenever it was looked up anew.
 */
export function usePending(loaded: Standing) {
  const [pending, setPending] = useState<Pending | null>(null);
  if (pending?.done && pending.seen !== loaded) setPending(after(pending, loaded));
  return {
    shown: pending ? applied(loaded, pending) : loaded,
    /** `name`: what whoever it is assigned to is called. */
    pend: (change: SentChange, name: string | null) =>
      setPending((before) => ({
        ...{ change: { ...before?.change, ...change }, name: name ?? before?.name ?? null },
        ...{ done: false, seen: null, looks: 0 },
      })),
    settle: () => setPending((before) => before && { ...before, done: true }),
    drop: () => setPending(null),
  };
}

/** What is still shown instead of what was loaded; null: nothing. */
export function after(pending: Pending, loaded: Standing): Pending | null {
  if (pending.seen === null) return { ...pending, seen: loaded };
  const said = (change: SentChange) => {
    const { assignee, ...rest } = applied(loaded, { change, name: null });
    return JSON.stringify({ ...rest, assignee: assignee?.id });
  };
  const agrees = said(pending.change) === said({});
  const looks = pending.looks + 1;
  return agrees || looks >= LOOKS ? null : { ...pending, seen: loaded, looks };
}

/** How it stands once a change is made, as far as that can be foreseen. */
export function applied(before: Standing, { change, name }: Pick<Pending, "change" | "name">): Standing {
  const { assigneeId, addTags = [], removeTags = [], status, snoozeUntil, priority } = change;
  const kept = before.tags.filter((tag) => !removeTags.includes(tag));
  const isWoken = status !== undefined || snoozeUntil === null;
  return {
    status: snoozeUntil ? "snoozed" : (status ?? (isWoken ? "open" : before.status)),
    priority: priority ?? before.priority,
    assignee:
      assigneeId === undefined ? before.assignee : assigneeId === null ? null : { id: assigneeId, name },
    tags: [...new Set([...kept, ...addTags.map((tag) => tag.trim().toLowerCase())])],
    snoozedUntil: snoozeUntil ?? (isWoken ? null : before.snoozedUntil),
  };
}
