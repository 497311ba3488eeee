import { asking, courtesy, type Part, type PlanContext } from "#app/care/draft/plan-step.ts";
import type { MessageKey } from "#app/care/draft/catalogue/catalogue.ts";

/**
 * To a writer who has proven nothing, or whose address no order knows: the same words in both cases, so that nothing is
 * revealed, not even that an order exists. Never asks for what they already sent.
 */
export function askProof({ reading }: PlanContext): Part {
  const has = (kind: "order_name" | "email") => reading.orderRefs.some((ref) => ref.kind === kind);
  const question = questionFor({ number: has("order_name"), email: has("email") });
  return { approach: "ask_proof", steps: [courtesy("proof.why"), asking(question)], options: [], question };
}

function questionFor({ number, email }: { number: boolean; email: boolean }): MessageKey {
  if (number && email) return "proof.write_from";
  if (number) return "proof.ask_email";
  return email ? "proof.ask_number" : "proof.ask_both";
}
