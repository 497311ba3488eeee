import { useEffect } from "react";
import { postJson } from "#app/components/outgoing/post-json.ts";
import type { ShownTeam } from "#app/desk/show-team.server.ts";

/** Whoever is named in a note and looks at it has seen it: said once for each note that is new. */
export function useSeen(conversationId: string, { me, notes }: ShownTeam): void {
  const naming = notes
    .filter(({ mentions }) => mentions.some(({ id }) => id === me))
    .map(({ id }) => id)
    .join();
  useEffect(() => {
    if (naming !== "") void postJson(`/inbox/${conversationId}/act`, { what: "seen" });
  }, [conversationId, naming]);
}
