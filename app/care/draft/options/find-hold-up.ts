import { days } from "#app/lib/duration.ts";
import { impossible, onOrder, possible, type OptionRule } from "#app/care/draft/options/option-rule.ts";

/** An order that has not left after this long is a delay the shop can name as its own. */
const LATE_TO_SHIP = days(5);

export const findHoldUp: OptionRule = {
  id: "check_hold_up",
  label: "Find out what is holding the order up",
  commits: true,
  serves: ["order_status", "delivery_problem", "complaint"],
  feasible: onOrder(({ shipping, ids }, { sheet, now }) => {
    if (shipping !== "unfulfilled" && shipping !== "on_hold" && shipping !== "label_made")
      return impossible("The order is not waiting to be shipped", ids.status);
    const says = ids.lastStatus ?? ids.status;
    return isLate(ids.placed, { facts: sheet.facts, now })
      ? possible(says)
      : impossible("It was placed less than five days ago", says, ids.placed);
  }),
};

/** `placed` is a fact's id; its raw value is the shop's local day. */
export function isLate(
  placed: string | null,
  { facts, now }: { facts: readonly { id: string; raw: string }[]; now: Date },
): boolean {
  const day = facts.find(({ id }) => id === placed)?.raw;
  return day !== undefined && now.getTime() - Date.parse(day) >= LATE_TO_SHIP;
}
