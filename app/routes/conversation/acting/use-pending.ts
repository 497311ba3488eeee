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

type Pending = { change: SentChange; name: string | null; doneAt: Standing | null };

/**
 * How a conversation stands, with what was just asked for shown as done: until the server says how it is since, or that nothing came of
 * it. `loaded`: another object whenever it was looked up anew.
 */
export function usePending(loaded: Standing) {
  const [pending, setPending] = useState<Pending | null>(null);
  if (pending?.doneAt && pending.doneAt !== loaded) setPending(null);
  return {
    shown: pending ? applied(loaded, pending) : loaded,
    /** `name`: what whoever it is assigned to is called. */
    pend: (change: SentChange, name: string | null) =>
      setPending((before) => ({ change: { ...before?.change, ...change }, name, doneAt: null })),
    settle: () => setPending((before) => before && { ...before, doneAt: loaded }),
    drop: () => setPending(null),
  };
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
