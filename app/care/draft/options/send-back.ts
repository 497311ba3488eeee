import { days } from "#app/lib/duration.ts";
import {
  impossible,
  onOrder,
  possible,
  type OptionCase,
  type OptionRule,
} from "#app/care/draft/options/option-rule.ts";

/** A return, once the order has left and while the shop's policy allows one. What is faulty is not bound by that time. */
export const sendBack: OptionRule = {
  id: "return",
  label: "Open a return",
  commits: true,
  serves: ["return", "refund", "wrong_or_damaged_item", "cancel"],
  feasible: onOrder((order, given) => {
    const { shipping, ids } = order;
    if (order.openReturn) return impossible("A return is open already", ids.returnStatus);
    if (shipping === "cancelled") return impossible("The order was cancelled", ids.cancelledAt);
    if (shipping === "unfulfilled" || shipping === "on_hold")
      return impossible("The order has not left yet", ids.status);
    if (order.partial && ids.deliveredAt === null)
      return impossible("What has left has not arrived yet", ids.status);
    const { policyLink, policyWindow } = given.sheet.ids;
    return given.intent !== "wrong_or_damaged_item" && isOver(ids.deliveredAt, given)
      ? impossible(
          "The days that the return policy names are over since it was delivered",
          ids.deliveredAt,
          policyWindow,
        )
      : possible(ids.name, policyLink);
  }),
};

/** Whether the policy's days have passed since the delivery, the latest start that they could have. */
function isOver(deliveredAt: string | null, { sheet, now }: OptionCase): boolean {
  const raw = (id: string | null) => sheet.facts.find((fact) => fact.id === id)?.raw;
  const [delivered, window] = [raw(deliveredAt), raw(sheet.ids.policyWindow)];
  if (delivered === undefined || window === undefined) return false;
  // A day's grace: the last day counts in full, wherever the shop is.
  return now.getTime() > Date.parse(delivered) + days(Number(window) + 2);
}
