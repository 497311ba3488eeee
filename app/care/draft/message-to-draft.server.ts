import type { ReadConversation, ReadMessage } from "#app/conversation/read-conversation.server.ts";

type Refusal = "automatic" | "spam" | "closed" | "answered";

/**
 * The newest message that a person wrote; without a person asking, none of a conversation that is closed or answered. One that is
 * answered is told all the same: something may have to be told after it.
 */
export function messageToDraft(
  { messages, status }: Pick<ReadConversation, "messages" | "status">,
  { asked }: { asked: boolean },
): { message: ReadMessage } | { reason: Refusal; answered?: ReadMessage } {
  const message = messages.findLast(({ direction, automatic }) => direction === "in" && !automatic);
  if (!message) return { reason: "automatic" };
  if (status === "spam") return { reason: "spam" };
  if (asked) return { message };
  if (status === "closed") return { reason: "closed" };
  const answered = messages
    .slice(messages.indexOf(message) + 1)
    .some(({ direction, automatic }) => direction === "out" && !automatic);
  return answered ? { reason: "answered", answered: message } : { message };
}
