import { MOST_TAGS, tagsOf } from "#app/conversation/tag.ts";
import type { Priority } from "#app/care/triage/priority.ts";
import type { EventKind } from "#app/conversation/event-kind.ts";
import { days } from "#app/lib/duration.ts";

/** What of a conversation people, and rules, decide. */
export type Triaged = {
  status: string;
  priority: string;
  assigneeId: string | null;
  tags: string[];
  snoozedUntil: Date | null;
};

/** What is to be otherwise; what is absent stays. `snoozeUntil`: null wakes what is snoozed. */
export type Change = {
  assigneeId?: string | null | undefined;
  addTags?: string[] | undefined;
  removeTags?: string[] | undefined;
  status?: "open" | "closed" | "spam" | undefined;
  snoozeUntil?: Date | null | undefined;
  priority?: Priority | undefined;
};

/** Why a change is not made, as a code. */
export type Refusal = "no_such_member" | "not_in_future" | "too_far" | "is_spam" | "too_many_tags";

/** What was done, as `conversation_events.data` keeps it: enough to show it, and to undo it. */
export type Done = { kind: EventKind; data: Record<string, string | string[] | null> };

export type Changed =
  | { outcome: "changed"; after: Triaged; done: Done[] }
  | { outcome: "unchanged" }
  | { outcome: "refused"; why: Refusal };

/** Whoever comes back to something later than this has forgotten it. */
export const LONGEST_SNOOZE = days(366);

/** What a change makes of a conversation, pure. What is that way already is not done again. */
export function changeOf(before: Triaged, change: Change, at: Date): Changed {
  const why = whyRefused(before, change, at);
  if (why) return { outcome: "refused", why };
  const after = applied(before, change);
  if (after.tags.length > MOST_TAGS && after.tags.length > before.tags.length)
    return { outcome: "refused", why: "too_many_tags" };
  const done = doneBetween(before, after);
  return done.length > 0 ? { outcome: "changed", after, done } : { outcome: "unchanged" };
}

function whyRefused(before: Triaged, { snoozeUntil, status }: Change, at: Date): Refusal | null {
  if (!snoozeUntil) return null;
  if (snoozeUntil <= at) return "not_in_future";
  if (snoozeUntil.getTime() - at.getTime() > LONGEST_SNOOZE) return "too_far";
  // It would come back as if somebody had to answer it.
  return (status ?? before.status) === "spam" ? "is_spam" : null;
}

function applied(before: Triaged, change: Change): Triaged {
  const removed = new Set(tagsOf(change.removeTags ?? []));
  const added = tagsOf(change.addTags ?? []).filter((tag) => !removed.has(tag));
  const kept = before.tags.filter((tag) => !removed.has(tag));
  return {
    ...statusAfter(before, change),
    priority: change.priority ?? before.priority,
    assigneeId: change.assigneeId === undefined ? before.assigneeId : change.assigneeId,
    tags: [...new Set([...kept, ...added])],
  };
}

function statusAfter(
  { status, snoozedUntil }: Triaged,
  change: Change,
): Pick<Triaged, "status" | "snoozedUntil"> {
  if (change.snoozeUntil) return { status: "snoozed", snoozedUntil: change.snoozeUntil };
  if (change.status !== undefined) return { status: change.status, snoozedUntil: null };
  const wakes = change.snoozeUntil === null && status === "snoozed";
  return wakes ? { status: "open", snoozedUntil: null } : { status, snoozedUntil };
}

/** What leads from one to the other. */
export function doneBetween(before: Triaged, after: Triaged): Done[] {
  const added = after.tags.filter((tag) => !before.tags.includes(tag));
  const removed = before.tags.filter((tag) => !after.tags.includes(tag));
  const done: Done[] = [];
  if (after.assigneeId !== before.assigneeId)
    done.push({ kind: "assigned", data: { from: before.assigneeId, to: after.assigneeId } });
  if (added.length > 0) done.push({ kind: "tagged", data: { tags: added } });
  if (removed.length > 0) done.push({ kind: "untagged", data: { tags: removed } });
  if (after.priority !== before.priority)
    done.push({ kind: "priority", data: { from: before.priority, to: after.priority } });
  const moved = after.snoozedUntil?.getTime() !== before.snoozedUntil?.getTime();
  if (after.status !== before.status || moved)
    done.push({ kind: kindOf(before.status, after.status), data: stepOf(before, after) });
  return done;
}

/** How going from one status to another is called. */
export function kindOf(from: string, to: string): EventKind {
  if (to === "closed" || to === "spam" || to === "snoozed") return to;
  return from === "snoozed" ? "woke" : "reopened";
}

const stepOf = (before: Triaged, after: Triaged) => ({
  from: before.status,
  to: after.status,
  ...(before.snoozedUntil ? { fromUntil: before.snoozedUntil.toISOString() } : {}),
  ...(after.snoozedUntil ? { until: after.snoozedUntil.toISOString() } : {}),
});
