import { expect, it } from "vitest";
import type { DoneByRule } from "#app/care/triage/done.ts";
import type { PriorityReason } from "#app/care/triage/priority-reason.ts";
import { english } from "#tests/setup/english.ts";
import { becauseWords, decidedWords, didWords } from "./priority-words.ts";

const names = {
  orders: { o1: "#1001" },
  staff: { "2": "Ada" },
  rules: { r1: "Cancellations" },
  macros: { m1: { title: "Where is it", body: "" } },
};
const read = { names, me: "1", zone: "Europe/Berlin" };
const weight = { least: null, counts: 0 };
const at = "2026-11-24T09:00:00.000Z";
const plain = (words: string) => words.replaceAll(/[\u2068\u2069]/gu, "");

it.each<[PriorityReason, string]>([
  [{ code: "urgency", urgency: 0, ...weight }, "The message can wait."],
  [{ code: "urgency", urgency: 3, ...weight }, "The message cannot wait."],
  [{ code: "risk", flag: "legal", ...weight }, "Risk in what they wrote: legal."],
  [{ code: "escalated", ruleId: "r1", ...weight }, "The rule “Cancellations” escalated it."],
  [{ code: "escalated", ruleId: "gone", ...weight }, "The rule “Removed rule” escalated it."],
  [
    { code: "before_fulfilment", orderId: "o1", by: at, basis: "usual", ...weight },
    "Order #1001 usually leaves by Nov 24, 2026, 10:00 GMT+1: until then it can be stopped or changed.",
  ],
  [
    { code: "before_fulfilment", orderId: "o1", by: at, basis: "packing", ...weight },
    "Order #1001 is being packed: it can only just be stopped or changed.",
  ],
  [
    { code: "may_still_stop", orderId: "o1", held: true, ...weight },
    "Order #1001 is on hold: it can still be stopped or changed.",
  ],
  [
    { code: "too_late_to_stop", orderId: "gone", ...weight },
    "An order has left: it is too late to stop or change it.",
  ],
  // The end of November 24, wherever the shop is.
  [
    { code: "needed_by", orderId: "o1", by: "2026-11-25T00:00:00.000Z", ...weight },
    "Order #1001 is needed by Tue, Nov 24, 2026.",
  ],
  [
    { code: "high_value", orderId: "o1", times: 3.456, ...weight },
    "Order #1001 is worth 3.5 times what an order usually is.",
  ],
  [{ code: "written_again", times: 2, ...weight }, "They wrote about the same 2 times before."],
  [
    { code: "promise_broken", by: at, ...weight },
    "A promise to them was not kept: it was due by Nov 24, 2026, 10:00 GMT+1.",
  ],
  [
    { code: "issue", issueId: "i1", kind: "stalled", severity: 4, ...weight },
    "An order problem is open: parcel is not moving. Severity: critical.",
  ],
  [{ code: "told_wrong", ...weight }, "They were told something that the records contradict now."],
])("says why: %j", (reason, words) => {
  expect(plain(becauseWords(english, reason, read))).toBe(words);
});

it("says who had the last word", () => {
  const judged = { computed: "normal" as const, reasons: [], at };
  const said = (decided: Parameters<typeof decidedWords>[1]["decided"]) =>
    plain(decidedWords(english, { ...judged, decided }, read).join(" "));
  expect(said(null)).toBe("Nobody set it: it follows from these reasons.");
  expect(said({ by: "person", staffId: "1", priority: "high" })).toBe(
    "You set it. From the reasons alone it would be normal.",
  );
  expect(said({ by: "person", staffId: "2", priority: "high" })).toMatch(/^Ada set it\./u);
  expect(said({ by: "person", staffId: "gone", priority: "high" })).toMatch(
    /^Somebody who left the team set it\./u,
  );
  const byRule = { by: "rule" as const, ruleId: "r1", priority: "low" as const };
  expect(said({ ...byRule, kept: false })).toBe(
    "The rule “Cancellations” set it. From the reasons alone it would be normal.",
  );
  expect(said({ ...byRule, priority: "normal", kept: false })).toBe("The rule “Cancellations” set it.");
  expect(said({ ...byRule, kept: true })).toBe(
    "The rule “Cancellations” asks for low. It stays as it is, because somebody may be in danger.",
  );
});

it.each<[DoneByRule, string]>([
  [{ do: "add_tags", tags: ["vip", "gift"], outcome: "added" }, "Tags added: vip and gift"],
  [{ do: "add_tags", tags: ["vip"], outcome: "had_them" }, "It had the tags already"],
  [{ do: "set_priority", priority: "urgent", outcome: "set" }, "Priority set to urgent"],
  [
    { do: "set_priority", priority: "urgent", outcome: "earlier_rule" },
    "Priority left as an earlier rule set it",
  ],
  [{ do: "assign", how: "person", to: "2", outcome: "assigned" }, "Assigned to Ada"],
  [{ do: "assign", how: "in_turn", to: "1", outcome: "assigned" }, "Assigned to you"],
  [{ do: "assign", how: "in_turn", to: null, outcome: "nobody_there" }, "Not assigned: nobody was there"],
  [{ do: "suggest_macro", articleId: "m1", outcome: "suggested" }, "Macro suggested: Where is it"],
  [{ do: "suggest_macro", articleId: "gone", outcome: "out_of_use" }, "Its macro is not in use any more"],
  [{ do: "escalate", to: "1", outcome: "escalated" }, "Escalated to you"],
  [{ do: "escalate", to: "2", outcome: "earlier_rule" }, "Not escalated: an earlier rule did already"],
])("says what a rule did: %j", (did, words) => {
  expect(plain(didWords(english, did, read))).toBe(words);
});
