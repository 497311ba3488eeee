import { keepAnswer, suggestAnswer } from "#app/care/learn/keep-answer.server.ts";
import { mayDo } from "#app/shop/roles.ts";
import type { StaffSession } from "#app/staff.server.ts";
import { refused } from "#app/words/refusal.ts";
import type { Answered } from "./answer-conversation.server.ts";

/** What is kept is said to every shopper from then on: knowledge. Answered beside the thread, so that nothing on the screen is lost. */
const NOT_YOURS = refused("notYours");

/** What of a sent reply could be told to anybody, for a person to read before it is kept. */
export async function answerSuggest(
  { inShop, shop, staff }: StaffSession,
  conversationId: string,
  { draftId }: { draftId: string },
): Promise<Answered> {
  if (!mayDo(staff.role, "knowledge")) return NOT_YOURS;
  const suggested = await suggestAnswer(inShop, { shopId: shop.id, conversationId, draftId });
  switch (suggested.outcome) {
    case "suggested":
      return { outcome: "answer_suggested", title: suggested.title, text: suggested.text };
    case "nothing_general":
      return refused("nothingToKeep");
    case "not_found":
      return refused("replyGone");
  }
}

/** Keeps what the person made of it. */
export async function answerKeep(
  { inShop, shop, staff }: StaffSession,
  conversationId: string,
  given: { draftId: string; title: string; text: string },
): Promise<Answered> {
  if (!mayDo(staff.role, "knowledge")) return NOT_YOURS;
  const { draftId, title, text } = given;
  const keeping = { shopId: shop.id, conversationId, draftId, title, text, staff };
  const kept = await keepAnswer({ inShop, now: () => new Date() }, keeping);
  switch (kept.outcome) {
    case "kept":
      return { outcome: "answer_kept" };
    case "refused":
      return { outcome: "answer_refused", field: kept.field, fault: kept.fault };
    case "not_found":
      return refused("replyGone");
  }
}
