import { asking, courtesy, type Part, type PlanContext, type Step } from "#app/care/draft/plan-step.ts";
import type { MessageKey } from "#app/care/draft/catalogue/catalogue.ts";
import type { DraftContent } from "#app/care/draft/draft.ts";
import type { OrderSheet } from "#app/care/draft/facts/order-facts.ts";
import { proves } from "#app/care/understand/prove-orders.ts";

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
const CODE_QUESTIONS: ReadonlySet<string> = new Set<MessageKey>([
  ASKS_CODE,
  "proof.code_money",
  "change.code",
]);

/** Whether a step asks for a code: with the reply that says it, one is mailed. */
export const isCodeQuestion = (key: string): boolean => CODE_QUESTIONS.has(key);

/**
 * Whether the owner of an order by address alone may be asked for the code that its payment and changes to it need: an address
 * can be written on any mail, so that nothing is changed and no amount told for it.
 */
export const needsCode = ({ proof }: OrderSheet, { mayAskCode }: PlanContext): boolean =>
  mayAskCode === true && !proves(proof, "code");

function questionFor({ number, email }: { number: boolean; email: boolean }): MessageKey {
  if (number && email) return "proof.write_from";
  if (number) return "proof.ask_email";
  return email ? "proof.ask_number" : "proof.ask_both";
}

/** That the code they brought was not the one, before another is asked for. */
export const wrongCode = ({ reading }: PlanContext): Step[] =>
  reading.proofCode === "wrong" ? [courtesy("proof.code_wrong")] : [];

/** Whether a reply asks for a code, as it leaves: a person may have taken the question out. */
export function asksForCode(
  { plan, sentences }: Pick<DraftContent, "plan" | "sentences">,
  text: string,
): boolean {
  if (plan.question === undefined || !isCodeQuestion(plan.question)) return false;
  const squeezed = (words: string) => words.replaceAll(/\s+/gu, " ");
  const sent = squeezed(text);
  return sentences.some((sentence) => sentence.kind === "question" && sent.includes(squeezed(sentence.text)));
}
