import {
  impossible,
  onOrder,
  possible,
  type OptionCase,
  type OptionRule,
} from "#app/care/draft/options/option-rule.ts";

/** The carrier is asked about a parcel that is late, stuck, refused or missing, not about one that moves as it should. */
export const askCarrier: OptionRule = {
  id: "carrier_enquiry",
  label: "Ask the carrier where the parcel is",
  commits: true,
  serves: ["order_status", "delivery_problem", "complaint"],
  feasible: onOrder(({ shipping, ids }, given) => {
    const says = ids.lastStatus ?? ids.status;
    if (shipping === "stalled" || shipping === "overdue" || shipping === "failed_attempt")
      return possible(says);
    if (shipping === "delivered")
      return saysNotReceived(given)
        ? possible(says)
        : impossible("The parcel was delivered, and nobody says that it did not arrive", says);
    if (shipping === "cancelled" || shipping === "unfulfilled" || shipping === "on_hold")
      return impossible("No parcel is with a carrier", ids.status);
    return impossible("The parcel is on its way and not late", says);
  }),
};

/** In so many words, or by having trouble with a delivery that the record calls done. */
export function saysNotReceived({ claims, intent }: Pick<OptionCase, "claims" | "intent">): boolean {
  if (claims.some((kind) => kind === "not_received" || kind === "marked_delivered")) return true;
  return intent === "delivery_problem" && !claims.includes("received");
}
