import { settleCorrection } from "#app/care/keep/settle-correction.server.ts";
import { settlePromise } from "#app/care/keep/settle-promise.server.ts";
import type { StaffSession } from "#app/staff.server.ts";
import { refused } from "#app/words/refusal.ts";
import type { Answered } from "./answer-conversation.server.ts";

/** A click on a promise: it was done, or it is due later. */
export async function answerPromise(
  { inShop, shop, staff }: StaffSession,
  conversationId: string,
  { promiseId, as }: { promiseId: string; as: "kept" | "later" },
): Promise<Answered> {
  const settled = await settlePromise(
    { inShop, now: () => new Date() },
    { shopId: shop.id, conversationId, promiseId, as, staff },
  );
  switch (settled.outcome) {
    case "kept":
      return { outcome: "promise_done" };
    case "moved":
      return { outcome: "promise_moved" };
    case "not_open":
      return refused("promiseClosed");
    case "not_found":
      return refused("promiseGone");
  }
}

/** A click on what became false: the shopper knows. */
export async function answerCorrection(
  { inShop, shop, staff }: StaffSession,
  conversationId: string,
  { claimId }: { claimId: string },
): Promise<Answered> {
  const settled = await settleCorrection({ inShop }, { shopId: shop.id, conversationId, claimId, staff });
  switch (settled.outcome) {
    case "settled":
      return { outcome: "correction_settled" };
    case "not_open":
      return refused("seenTo");
    case "not_found":
      return refused("gone");
  }
}
