import { impossible, type OptionRule } from "#app/care/draft/options/option-rule.ts";
import { STOCK_UNREAD } from "#app/care/draft/options/stock-unread.ts";

export const replacement: OptionRule = {
  id: "replacement",
  label: "Send a replacement",
  commits: true,
  serves: ["wrong_or_damaged_item", "delivery_problem"],
  feasible: () => impossible(STOCK_UNREAD),
};
