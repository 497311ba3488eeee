import { impossible, type OptionRule } from "#app/care/draft/options/option-rule.ts";
import { STOCK_UNREAD } from "#app/care/draft/options/stock-unread.ts";

export const exchange: OptionRule = {
  id: "exchange",
  label: "Exchange the item",
  commits: true,
  serves: ["wrong_or_damaged_item", "return", "change_order"],
  feasible: () => impossible(STOCK_UNREAD),
};
