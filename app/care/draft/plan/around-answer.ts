import { ABOUT_AN_ORDER } from "#app/care/draft/plan/matter.ts";
import { ordersMeant } from "#app/care/draft/plan/orders-meant.ts";
import { courtesy, promising, type Part, type PlanContext, type Step } from "#app/care/draft/plan-step.ts";

/** By the name they are known by, in the form of address of the reply. */
export const greeting = ({ sheet, form }: PlanContext): Step => {
  const name = form === "formal" ? sheet.ids.name : sheet.ids.firstName;
  return { ...courtesy(name ? "greeting.named" : "greeting.plain", { with: { name } }), stage: "greeting" };
};

const THANKS_OF_ITS_OWN: ReadonlySet<string> = new Set([
  "name.missing_calm",
  "name.item_calm",
  "product.thanks",
  "return.about",
]);

/** Thanks for writing, where it does not sound hollow: not to someone upset, not twice, not when a person takes over. */
export function thanks({ approach, steps }: Part, context: PlanContext): Step[] {
  const { tone, hints, sheet, matter } = context;
  if (approach === "listen" || approach === "brief" || approach === "hand_over") return [];
  if (steps.some(({ say }) => THANKS_OF_ITS_OWN.has(say))) return [];
  if (tone === "upset" && !hints.warmer) return [];
  const stage = steps.some((step) => step.stage === "name") ? ("name" as const) : ("answer" as const);
  const optional = !hints.warmer;
  const [order = null, ...more] = ABOUT_AN_ORDER.has(matter) ? ordersMeant({ ...context, sheet }) : [];
  if (order === null || more.length > 0 || approach === "ask_proof")
    return [{ ...courtesy("thanks.message", { optional }), stage }];
  // Its day, unless the reply says that anyway: the number stands in the next sentence.
  const waits = order.shipping === "unfulfilled" || order.shipping === "on_hold";
  const named = waits ? { order: order.ids.name, placed: null } : { order: null, placed: order.ids.placed };
  return [{ ...courtesy("thanks.order", { with: named, optional }), stage }];
}

/** Promises after which somebody writes, whatever the shopper does. */
const SOMEBODY_WRITES: ReadonlySet<string> = new Set([
  "next.carrier_enquiry",
  "next.carrier_where",
  "next.failed_enquiry",
  "next.check_hold_up",
  "next.check_possible",
  "next.check_refund",
  "next.check_due",
  "next.check_payment",
  "next.item_check",
  "next.packing_check",
  "next.return_now",
  "change.doing",
  "change.check",
  "product.colleague",
  "account.colleague",
  "hand_over.person",
  "hand_over.wished",
  "issue.do.new_day",
  "issue.do.find_parcel",
  "issue.do.in_time",
  "issue.do.go_on",
]);

/**
 * Who answers, and by when, after the promise: the day is the shop's own term. Not while the answer hangs on what the shopper still
 * has to send.
 */
export function withDay({ approach, steps }: Part, { sheet: { ids } }: PlanContext): Step[] {
  const last = steps.findLastIndex(({ say }) => SOMEBODY_WRITES.has(say));
  const isThere = steps.some(({ say }) => say === "promise.by");
  if ((approach !== "answer" && approach !== "hand_over") || last === -1 || isThere) return steps;
  const by = promising("promise.by", { with: { team: ids.team, by: ids.answerBy } });
  return steps.toSpliced(last + 1, 0, { ...by, stage: steps[last]?.stage ?? by.stage });
}

/** Another courtesy (one a reply is enough: more, and it sounds like a form), or words that say what comes next. */
const NEEDS_NO_INVITATION: ReadonlySet<string> = new Set([
  "thanks.message",
  "thanks.order",
  "praise.thanks",
  "product.thanks",
  "promise.by",
  "next.missing_enquiry",
  "next.return_later",
  "issue.choice.cancel",
]);

/** Invites a reply, unless a question or a step has done so, somebody writes anyway, or there was a courtesy already. */
export function close({ approach, question, handOver: toCome }: Part, said: Step[]): Step[] {
  const done =
    question !== undefined || toCome !== undefined || said.some(({ say }) => NEEDS_NO_INVITATION.has(say));
  const invite = approach === "answer" && !done ? [courtesy("close.reply", { optional: true })] : [];
  return [...invite, courtesy("close.regards")].map((step) => ({ ...step, stage: "close" as const }));
}
