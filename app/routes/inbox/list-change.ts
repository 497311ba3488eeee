import type { SentChange } from "#app/components/acting/sent-change.ts";
import type { ViewId } from "#app/desk/inbox/views.ts";

const STATUS_OF: Partial<Record<ViewId, string>> = {
  open: "open",
  mine: "open",
  unassigned: "open",
  unsure: "open",
  waiting: "waiting",
  snoozed: "snoozed",
  closed: "closed",
  spam: "spam",
};

/** Whether a conversation stands in this view no more once it is changed so. `me`: who looks. */
export function leaves(view: ViewId, change: SentChange, me: string): boolean {
  const status = change.snoozeUntil ? "snoozed" : (change.status ?? null);
  const wanted = STATUS_OF[view];
  if (status !== null && wanted !== undefined && status !== wanted) return true;
  if (change.assigneeId === undefined) return false;
  return view === "mine" ? change.assigneeId !== me : view === "unassigned" && change.assigneeId !== null;
}
