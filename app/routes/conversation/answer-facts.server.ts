import { composedLanguages } from "#app/care/draft/catalogue/catalogue.ts";
import { addStaffFact, removeStaffFact } from "#app/care/review/change-staff-facts.server.ts";
import { LONGEST_STAFF_FACT } from "#app/conversation/staff-fact.ts";
import type { StaffSession } from "#app/staff.server.ts";
import { z } from "zod";
import { refused } from "#app/words/refusal.ts";
import type { Answered } from "./answer-conversation.server.ts";

/** A form has no absent value: empty is none. */
const none = z.literal("").transform(() => undefined);

export const factActs = [
  z.object({
    intent: z.literal("add-fact"),
    text: z.string().trim().min(1, "Say what you know").max(LONGEST_STAFF_FACT),
    orderId: z.union([none, z.string().max(64)]),
    quoteIn: z.union([none, z.enum(composedLanguages)]),
  }),
  z.object({ intent: z.literal("remove-fact"), factId: z.string().min(1) }),
] as const;

type Given<I> = Extract<z.infer<(typeof factActs)[number]>, { intent: I }>;

/** A person adds what they know. */
export async function answerAddFact(
  { inShop, shop, staff }: StaffSession,
  conversationId: string,
  { text, orderId, quoteIn }: Given<"add-fact">,
): Promise<Answered> {
  const added = await addStaffFact(
    { inShop, now: () => new Date() },
    { shopId: shop.id, conversationId, text, orderId, quoteIn, staff },
  );
  switch (added.outcome) {
    case "added":
      return { outcome: "fact_added" };
    case "blank":
      return refused("nothingSaid");
    case "unknown_order":
      return refused("otherOrder");
    case "too_many":
      return refused("tooManyFacts");
    case "not_found":
      return refused("conversationGone");
  }
}

export async function answerRemoveFact(
  { inShop, shop }: StaffSession,
  conversationId: string,
  { factId }: Given<"remove-fact">,
): Promise<Answered> {
  const removed = await removeStaffFact({ inShop }, { shopId: shop.id, conversationId, factId });
  return removed.outcome === "removed" ? { outcome: "fact_removed" } : refused("removedBefore");
}
