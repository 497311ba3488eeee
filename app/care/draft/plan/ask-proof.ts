import { asking, courtesy, type Part, type PlanContext } from "#app/care/draft/plan-step.ts";
import type { MessageKey } from "#app/care/draft/catalogue/catalogue.ts";
import type { DraftContent } from "#app/care/draft/draft.ts";

/**
 * To a writer who has proven nothing, or whose address no order knows: the same words in both cases, so that nothing is
 * revealed, not even that an order exists. Never asks for what they already sent. With a number a code goes to the order's
 * address; that it does, and to which address, shows only there.
 */
export function askProof({ reading, mayAskCode }: PlanContext): Part {
  const has = (kind: "order_name" | "email") => reading.orderRefs.some((ref) => ref.kind === kind);
  const number = reading.orderNamed ?? has("order_name");
  const question = number && mayAskCode ? ASKS_CODE : questionFor({ number, email: has("email") });
  const why = courtesy(reading.proofCode === "wrong" ? "proof.code_wrong" : "proof.why");
  return { approach: "ask_proof", steps: [why, asking(question)], offers: [], question };
}

const ASKS_CODE: MessageKey = "proof.code";

function questionFor({ number, email }: { number: boolean; email: boolean }): MessageKey {
  if (number && email) return "proof.write_from";
  if (number) return "proof.ask_email";
  return email ? "proof.ask_number" : "proof.ask_both";
}

/** Whether a reply asks for a code, as it leaves: a person may have taken the question out. */
export function asksForCode(
  { plan, sentences }: Pick<DraftContent, "plan" | "sentences">,
  text: string,
): boolean {
  if (plan.question !== ASKS_CODE) return false;
  const squeezed = (words: string) => words.replaceAll(/\s+/gu, " ");
  const sent = squeezed(text);
  return sentences.some((sentence) => sentence.kind === "question" && sent.includes(squeezed(sentence.text)));
}
