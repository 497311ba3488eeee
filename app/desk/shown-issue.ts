import type { Format } from "#app/care/draft/format-value.ts";
import { factOf } from "#app/desk/evidence-fact.ts";
import type { IssueItem } from "#app/desk/read-issues.server.ts";
import type { ShownIssue } from "#app/desk/shapes.ts";

/** An issue as the JSON API shows it. */
export function shownIssue(item: IssueItem, format: Omit<Format, "locale">): ShownIssue {
  const { id, kind, status, severity, order, stakes, evidence, outreach, draftId, draftedIn } = item;
  const { openedAt, knownSince, changedAt, resolvedAt, resolvedBy, snoozedUntil } = item;
  return {
    ...{ id, kind, status, severity, orderId: order.id, order, openedAt, knownSince, changedAt },
    ...{
      resolvedAt,
      resolvedBy,
      snoozedUntil: stillAhead(snoozedUntil, format.now),
      incidentId: item.incidentId,
      conversationId: item.conversationId,
    },
    stakes,
    evidence: evidence.map((one) => one.id),
    facts: evidence.map((one) => factOf(one, format)),
    outreach: outreach && { ...outreach, draftId, conversationId: draftedIn },
  };
}

/** A time (ISO 8601) that has not come yet: a snooze that is over is none. */
export const stillAhead = (at: string | null, now: Date) =>
  at !== null && at > now.toISOString() ? at : null;
