import type { SentChange } from "#app/components/acting/sent-change.ts";
import type { Say } from "#app/words/say.ts";
import type { Unreached } from "./ask-inbox.ts";
import type { InboxAnswer } from "./change-inbox.server.ts";

/** What came of taking something back. */
export function undoneWords(say: Say, answer: InboxAnswer | Unreached): string {
  if (answer.outcome === "unreached") return say("inbox.undoNotKnown");
  if (answer.outcome !== "undone") return say("inbox.notUndone");
  return answer.kept > 0 ? say("inbox.undoneInPart") : say("inbox.undone");
}

/** What was done to so many. */
export function doneWords(say: Say, change: SentChange, count: number): string {
  if (change.status === "closed") return say("inbox.done.closed", { count });
  if (change.status === "spam") return say("inbox.done.spam", { count });
  if (change.status === "open") return say("inbox.done.opened", { count });
  if (change.snoozeUntil === null) return say("inbox.done.woken", { count });
  if (change.snoozeUntil) return say("inbox.done.snoozed", { count });
  if (change.assigneeId === null) return say("inbox.done.unassigned", { count });
  if (change.assigneeId !== undefined) return say("inbox.done.assigned", { count });
  if (change.priority) return say("inbox.done.priority", { count });
  return say("inbox.done.tagged", { count });
}
