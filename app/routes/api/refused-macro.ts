import { notFound, problem } from "#app/routes/api/answer.ts";
import { MOST_MACROS } from "#app/voice/macro.ts";
import type { MacroSaved } from "#app/voice/save-macro.server.ts";

/** Why a macro was not written. */
export function refusedMacro(saved: Exclude<MacroSaved, { outcome: "saved" }>): Response {
  switch (saved.outcome) {
    case "not_found":
      return notFound("macro");
    case "too_many": {
      const message = `There are ${MOST_MACROS} macros. Remove some first.`;
      return problem(409, { code: "too_many", message });
    }
    case "changed_since": {
      const message = "Somebody changed this macro meanwhile. Read it again.";
      return problem(409, { code: "changed_since", message });
    }
  }
}
