import type { IdentityProof } from "#app/conversation/message-content.ts";

type Sent = {
  direction: "in" | "out";
  automatic: boolean;
  proof: IdentityProof;
  content: { from: { address: string } };
};

/** Who writes more than this without an answer repeats what the newest of it says. */
const MOST = 20;

/**
 * The messages that a reply to one of them answers together, oldest first, that one last: what the same person wrote since our last
 * reply. A message whose sender was not shown to be that person, where this one's was, brings nothing into it.
 */
export function messagesInRun<M extends Sent>(messages: readonly M[], message: M): M[] {
  const before = messages.slice(0, messages.indexOf(message));
  const answered = before.findLastIndex(({ direction, automatic }) => direction === "out" && !automatic);
  const sender = message.content.from.address.toLowerCase();
  const own = before
    .slice(answered + 1)
    .filter(({ automatic, content }) => !automatic && content.from.address.toLowerCase() === sender)
    .filter(({ proof }) => proof !== "none" || message.proof === "none");
  return [...own.slice(1 - MOST), message];
}
