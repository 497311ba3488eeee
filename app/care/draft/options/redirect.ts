import { impossible, onOrder, possible, type OptionRule } from "#app/care/draft/options/option-rule.ts";

/** Another address on the way: only the carrier can do that, on its own page. */
export const redirect: OptionRule = {
  id: "redirect",
  label: "Point to the carrier's page, which shows whether the parcel can be redirected",
  commits: false,
  serves: ["change_address"],
  feasible: onOrder(({ shipping, ids }) => {
    if (shipping === "cancelled" || shipping === "unfulfilled" || shipping === "on_hold")
      return impossible("No parcel is on its way", ids.status);
    if (shipping === "delivered")
      return impossible("The parcel was delivered", ids.lastStatus ?? ids.deliveredAt);
    return ids.link
      ? possible(ids.lastStatus ?? ids.status, ids.link)
      : impossible("No tracking page is known", ids.status);
  }),
};
