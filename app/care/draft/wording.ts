import type { AddressForm } from "#app/care/draft/address-form.ts";
import type { Plan, Sentence } from "#app/care/draft/draft.ts";
import { OWN_WORDS, type Step } from "#app/care/draft/plan-step.ts";
import type { CareEmotion } from "#app/care/understand/reading.ts";
import type { VoiceRules } from "#app/shop/voice-rules.ts";

/** The shop's own words for one reply. A greeting with `{name}` is for shoppers whose name is known. */
export type Wording = {
  greeting: string | null;
  signOff: string | null;
  alwaysSay: string[];
  neverSay: VoiceRules["neverSay"];
  noExclamation: boolean;
};

const GLAD: ReadonlySet<CareEmotion> = new Set(["gratitude", "joy"]);
export const LOUD = /[!！¡]|\p{Extended_Pictographic}/u;
/** Where the name stands in a greeting. */
export const NAME = "{name}";

/**
 * What of the shop's approved wording fits this reply, pure. To somebody upset nothing is added and nothing is loud, whatever the shop
 * likes elsewhere.
 */
export function wordingOf(
  rules: VoiceRules,
  { language, form, plan }: { language: string; form: AddressForm; plan: Plan },
): Wording {
  const calm = plan.neutral || GLAD.has(plan.emotion);
  const fits = (one: { language: string; text: string }) =>
    one.language === language && (calm || !LOUD.test(one.text));
  const chosen = (list: VoiceRules["greetings"]) =>
    list.findLast((one) => fits(one) && one.form === form)?.text ?? null;
  return {
    greeting: chosen(rules.greetings),
    signOff: chosen(rules.signOffs),
    alwaysSay: calm && plan.approach === "answer" ? rules.alwaysSay.filter(fits).map(({ text }) => text) : [],
    neverSay: rules.neverSay.filter((one) => one.language === language),
    noExclamation: rules.noExclamation,
  };
}

/** The steps without the messages that the shop never says, in any of their wordings. */
export function stepsToSay(steps: Step[], { neverSay }: Wording): Step[] {
  const never = new Set(neverSay.map(({ message }) => message));
  return steps.filter((step) => !mayBeLeft(step) || !never.has(step.say));
}

/** Only words that say nothing of the case are the shop's to leave out. */
const MAY_BE_LEFT: ReadonlySet<Sentence["kind"]> = new Set(["courtesy", "empathy"]);

export const mayBeLeft = ({ kind, stage }: Pick<Sentence, "kind" | "stage">) =>
  MAY_BE_LEFT.has(kind) && stage !== "greeting";

/** A sentence with the step it says; null where the words are the shop's own. */
export type Said = { sentence: Sentence; step: Step | null };

/** The sentences with what the shop always says before the close, and without what it never says. */
export function inWording(said: Said[], wording: Wording): Said[] {
  const never = new Set(wording.neverSay.map(({ text }) => asCompared(text)));
  const known = new Set(said.map(({ sentence }) => asCompared(sentence.text)));
  const added = wording.alwaysSay
    .filter((text) => !known.has(asCompared(text)))
    .map((text): Said => ({ sentence: { text, kind: "courtesy", cites: [], stage: "close" }, step: null }));
  const kept = said.filter(
    ({ sentence }, at) =>
      at === said.length - 1 || !mayBeLeft(sentence) || !never.has(asCompared(sentence.text)),
  );
  const whole = added.length > 0 ? kept.toSpliced(-1, 0, ...added) : kept;
  return wording.noExclamation ? whole.map((one) => quietly(one)) : whole;
}

/** What a policy says, or somebody of the team, is quoted as it is written. */
function quietly({ sentence, step }: Said): Said {
  if (sentence.kind === "policy" || (step && OWN_WORDS.has(step.say))) return { sentence, step };
  const text = sentence.text.replaceAll("¡", "").replace(/[!！]+$/u, endOf(sentence));
  return { sentence: { ...sentence, text }, step };
}

const endOf = ({ text, stage }: Sentence) =>
  stage === "greeting" ? "," : /[\u3040-\u30ff]/u.test(text) ? "。" : ".";

/** After a greeting the next sentence begins in lower case, with or without the words before it. */
export const asCompared = (text: string) => text.replaceAll(/\s+/gu, " ").trim().toLowerCase();
