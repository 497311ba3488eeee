/** Somebody of the team who has a conversation open. `until`: ISO 8601 UTC, when they count as gone unless they say otherwise. */
export type Present = { id: string; name: string; typing: boolean; until: string };

/**
 * What a screen that listens is told. `hello`: from now on it misses nothing; `again`: it is to ask for the next stream, with a new
 * session token; `changed`: these conversations, or null for more than can be named; `presence`: everybody who is in it now.
 */
export type DeskEvent =
  | { kind: "hello" }
  | { kind: "again" }
  | { kind: "changed"; ids: string[] | null }
  | { kind: "presence"; conversationId: string; people: Present[] };

/** What the database said: `<shop> <conversation>`, or of who is in it, `<shop> <conversation> presence`. Null: nothing of ours. */
export function readNotification(
  payload: string,
): { shopId: string; conversationId: string; presence: boolean } | null {
  const [shopId, conversationId, what, ...rest] = payload.split(" ");
  if (!shopId || !conversationId || rest.length > 0) return null;
  if (what !== undefined && what !== "presence") return null;
  return { shopId, conversationId, presence: what === "presence" };
}
