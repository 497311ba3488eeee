import { MOST_RULES } from "#app/care/triage/rule.ts";
import type { RuleSaved } from "#app/care/triage/save-rule.server.ts";
import { notFound, problem } from "#app/routes/api/answer.ts";

const MISSING = {
  no_such_member: "Nobody of the team has this number.",
  no_such_macro: "There is no such macro, or it is out of use.",
};

/** Why a rule was not written. */
export function refusedRule(saved: Exclude<RuleSaved, { outcome: "saved" }>): Response {
  switch (saved.outcome) {
    case "not_found":
      return notFound("rule");
    case "too_many":
      return problem(409, { code: "too_many", message: `There are ${MOST_RULES} rules. Remove some first.` });
    case "changed_since":
      return problem(409, {
        code: "changed_since",
        message: "Somebody changed this rule meanwhile. Read it again.",
      });
    case "misnamed":
      return problem(422, { code: saved.why, field: saved.field, message: MISSING[saved.why] });
  }
}
