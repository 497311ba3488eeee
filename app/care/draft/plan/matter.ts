import type { PlanContext } from "#app/care/draft/plan-step.ts";
import type { Intent } from "#app/care/understand/reading.ts";

/** Below this an intent is a guess. */
export const SURE_OF_INTENT = 0.35;

/** Matters that only an order can be looked at for. */
export const ABOUT_AN_ORDER: ReadonlySet<Intent> = new Set([
  "order_status",
  "delivery_problem",
  "wrong_or_damaged_item",
  "return",
  "refund",
  "cancel",
  "change_order",
  "change_address",
  "payment",
]);

const BY_CAUSE: Partial<Record<PlanContext["reading"]["cause"]["about"], Intent>> = {
  delivery: "delivery_problem",
  carrier: "delivery_problem",
  item: "wrong_or_damaged_item",
  money: "refund",
};

/** A complaint is about something: the cause says what. So is praise that nobody is sure of: nobody is thanked for what may be irony. */
export function matterIn({
  intent,
  cause,
  unsure,
}: Pick<PlanContext["reading"], "intent" | "cause" | "unsure">): Intent {
  const doubted = intent === "praise" && unsure;
  if (intent !== "complaint" && !doubted) return intent;
  return BY_CAUSE[cause.about] ?? (doubted ? "other" : intent);
}
