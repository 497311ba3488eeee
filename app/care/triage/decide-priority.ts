import type { HeldByHand } from "./held-by-hand.ts";
import { isGrave } from "./priority-of.ts";
import type { Decided, PriorityReason } from "./priority-reason.ts";
import { isCalmer, type Priority } from "./priority.ts";

type Given = {
  computed: Priority;
  reasons: readonly PriorityReason[];
  byHand: HeldByHand | null;
  byRule: { ruleId: string; priority: Priority } | null;
};

/**
 * Who has the last word: a person, then a rule, then what follows from the reasons. A rule never lowers what was raised because somebody
 * may be in danger; a person can.
 */
export function decidePriority({ computed, reasons, byHand, byRule }: Given): {
  priority: Priority;
  decided: Decided | null;
} {
  if (byHand) return { priority: byHand.priority, decided: { by: "person", ...byHand } };
  if (!byRule) return { priority: computed, decided: null };
  const kept = isGrave(reasons) && isCalmer(byRule.priority, computed);
  return { priority: kept ? computed : byRule.priority, decided: { by: "rule", ...byRule, kept } };
}
