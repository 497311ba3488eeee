import { useState } from "react";
import type { ConversationDetail } from "#app/desk/shapes.ts";
import type { ShownTeam } from "#app/desk/show-team.server.ts";
import type { Standing } from "./use-pending.ts";

/** How the server says that a conversation stands: another object whenever it was asked anew, and only then. */
export function useStanding(
  conversation: Pick<ConversationDetail, "status" | "priority">,
  team: ShownTeam,
): Standing {
  const [kept, setKept] = useState(() => ({ team, standing: standingOf(conversation, team) }));
  if (kept.team === team) return kept.standing;
  const next = { team, standing: standingOf(conversation, team) };
  setKept(next);
  return next.standing;
}

const standingOf = (
  { status, priority }: Pick<ConversationDetail, "status" | "priority">,
  { assignee, tags, snoozedUntil }: ShownTeam,
): Standing => ({ status, priority, assignee, tags, snoozedUntil });
