import { countWords, ENOUGH_WORDS } from "./count-words.ts";
import { cuesInScriptOf, cuesOf } from "./cues/all.ts";
import type { LanguageCues } from "./cues/cues.ts";
import { behindSupposition } from "./cues/supposed.ts";
import type { NamedEmotions } from "./emotion-cues.ts";
import { features } from "./features.ts";
import { wholeOf, type Sentence } from "./fold.ts";
import { score, type LinearModel } from "./linear-model.ts";
import { intents, type Intent } from "./reading.ts";
import { isIronic, isMended, isSarcastic } from "./meant.ts";
import { saidAnyhow, saidIn, stated, withoutDenied, type Mark } from "./said.ts";

export type IntentReading = { intent: Intent; confidence: number; intents: Intent[] };

const STRONG = 1;
const WEAK = 0.35;
/** "No complaints" says less than praise, and more than a hint. */
const MILD = 0.6;
/** Evidence for the best intent below this is none: `other`, as when the model takes the text for something out of scope. */
const SOME_EVIDENCE = 0.2;
/** Somebody cross in so few words complains of what they do not name; any wish or trouble that they do name says more. */
const BARE_WORDS = 9;
const CROSS = 0.6;
/** How strongly crossness must be named: a word for trouble ("wrong") is none. */
const NAMED = 0.6;
/** Of a word or two a trained model guesses by the trade; only what it takes for certain counts. */
const CERTAIN = 0.9;
/** Softens the trained scores: templates teach a model to be surer than real mails allow. */
const SOFTNESS = 2;
const ALSO = 0.75;
const OTHER_LANGUAGE = 0.8;

/**
 * Where a message shows two intents alike, the one that says more about the case wins: an item that arrived broken is that,
 * whatever is asked for it; an ask wins over the state of things; feelings come last.
 */
const priority: readonly Intent[] = [
  "spam_or_auto",
  "cancel",
  "change_address",
  "wrong_or_damaged_item",
  "change_order",
  "refund",
  "return",
  "payment",
  "delivery_problem",
  "account",
  "order_status",
  "product_question",
  "complaint",
  "praise",
  "other",
];

export type MessageToClassify = {
  text: string;
  sentences: Sentence[];
  language: string;
  /** What the sentences say outright of the writer's feelings. */
  named: NamedEmotions;
};

/** The trained model (English first, with invented mails in the cue languages) and the cue rules of the language, added up. */
export function recogniseIntent(model: LinearModel, message: MessageToClassify): IntentReading {
  const probabilities = score(model, features(message.text));
  const shares = relative(probabilities);
  const all = message.sentences.map(stated);
  const marked = (mark: Mark) => all.some((one) => saidAnyhow(one).marks.has(mark));
  const sentences = all.map(withoutDenied);
  if (marked("astray") && all.every((one) => saidIn(one, message.language).strong.size === 0))
    return { intent: "other", confidence: MILD, intents: ["other"] };
  const cues = cueScores(sentences, message.language);
  const words = countWords(message.text);
  if (marked("relief")) cues.set("praise", Math.max(at(cues, "praise"), STRONG));
  if (marked("no complaint")) cues.set("praise", Math.max(at(cues, "praise"), MILD));
  const guesses = !message.named.calm || words >= BARE_WORDS;
  const says = cues.size > 0 || (guesses && (words >= ENOUGH_WORDS || Math.max(...probabilities) >= CERTAIN));
  const trust = says ? trustIn(message.language) : 0;
  const totals = new Map<Intent, number>();
  for (const [at, name] of intents.entries()) {
    if (name === "other") continue;
    totals.set(name, trust * (shares[at] ?? 0) + (cues.get(name) ?? 0));
  }
  if (marked("relief")) for (const name of guessedTroubles) if (!cues.has(name)) totals.set(name, 0);
  if (marked("keeps order") && !cues.has("cancel")) totals.set("cancel", 0);
  if (marked("no complaint") && !cues.has("complaint")) totals.set("complaint", 0);
  const cross = isCross(message.named);
  const returns = sentences.some(({ folded }) => wantsToReturn.test(folded));
  settle(totals, {
    cross,
    bare: words > 0 && words < BARE_WORDS,
    sarcastic: isIronic(all) || all.some((_, at) => isSarcastic(all, at)),
    keeps: returns && !marked("sent back"),
  });
  const found = chosen(totals, trust * (shares[intents.indexOf("other")] ?? 0));
  return cross && words > 0 && found.intent === "other" ? { ...found, ...complaint } : found;
}

const complaint: Pick<IntentReading, "intent" | "intents"> = { intent: "complaint", intents: ["complaint"] };

/** The model learnt from English first; of a language without mails of its own it knows nothing. */
const trustIn = (language: string): number =>
  language.startsWith("en") ? 1 : cuesOf(language) ? OTHER_LANGUAGE : 0;

function chosen(totals: Map<Intent, number>, outside: number): IntentReading {
  const ranked = priority
    .filter((name) => totals.has(name))
    .sort((one, other) => at(totals, other) - at(totals, one));
  const best = ranked[0] ?? "other";
  const first = at(totals, best);
  if (first < Math.max(SOME_EVIDENCE, outside))
    return { intent: "other", confidence: clamp(Math.max(outside, 0.3)), intents: ["other"] };
  const second = ranked[1] ? at(totals, ranked[1]) : 0;
  return {
    intent: best,
    confidence: clamp((first / (first + second + 0.25)) * Math.min(1, 0.5 + first / 2)),
    intents: ranked.filter((name) => name === best || at(totals, name) >= ALSO),
  };
}

function isCross({ strength }: NamedEmotions): boolean {
  const most = Math.max(strength.anger, strength.frustration, strength.disappointment);
  return most >= NAMED && most > strength.gratitude + strength.joy;
}

/** Each intent's share of the evidence, `other` included, so that out-of-scope texts take it away from the rest. */
function relative(probabilities: Float64Array): number[] {
  const odds = Array.from(
    probabilities,
    (value) => (Math.min(0.9999, value) / (1 - Math.min(0.9999, value))) ** (1 / SOFTNESS),
  );
  const sum = odds.reduce((total, value) => total + value, 0);
  return odds.map((value) => value / sum);
}

const at = (totals: Map<Intent, number>, name: Intent): number => totals.get(name) ?? 0;
const clamp = (value: number): number => Math.round(Math.min(1, Math.max(0, value)) * 1000) / 1000;

function cueScores(parts: Sentence[], language: string): Map<Intent, number> {
  const own = cuesOf(language);
  const scores = own ? scoresIn(parts, own) : new Map<Intent, number>();
  if (scores.size > 0) return scores;
  // A short text may be taken for the wrong language; and shoppers mix. Any language that understands it will do.
  for (const cues of cuesInScriptOf(wholeOf(parts))) {
    if (cues === own) continue;
    for (const [name, value] of scoresIn(parts, cues)) {
      const known = scores.get(name) ?? 0;
      if (value * 0.7 > known) scores.set(name, value * 0.7);
    }
  }
  return scores;
}

function scoresIn(parts: Sentence[], { language }: LanguageCues): Map<Intent, number> {
  const scores = new Map<Intent, number>();
  for (const [index, part] of parts.entries()) {
    const { strong, weak } = saidIn(part, language);
    const mended = isMended(parts, index);
    if (mended) scores.set("praise", STRONG);
    if (strong.size + weak.size === 0) continue;
    const outright = behindSupposition(part, language);
    const happened = (name: Intent) =>
      !troubles.includes(name) || (!mended && (!outright || names(name, outright, language)));
    for (const name of strong)
      if (happened(name)) scores.set(name, at(scores, name) + (at(scores, name) >= STRONG ? 0.3 : STRONG));
    for (const name of weak)
      if (!strong.has(name) && happened(name)) scores.set(name, at(scores, name) + WEAK);
  }
  for (const [name, score] of scores) scores.set(name, Math.min(1.6, score));
  return scores;
}

/** What went wrong, and not what is wished for: where it is only supposed it has not. */
const troubles: readonly Intent[] = ["delivery_problem", "wrong_or_damaged_item", "complaint"];

/** What a trained model takes "it arrived" for. */
const guessedTroubles: readonly Intent[] = [...troubles, "order_status"];

function names(name: Intent, sentence: Sentence, language: string): boolean {
  const { strong, weak } = saidIn(sentence, language);
  return strong.has(name) || weak.has(name);
}

/** `keeps`: wants to return what they have not sent back yet. */
type Signs = { cross: boolean; bare: boolean; sarcastic: boolean; keeps: boolean };

/** The verb, not the noun: "refund for my return" is about money. */
const wantsToReturn =
  /\b(?:to return|return (?:it|them|the|my|this|these|an?|both|one)|exchange|send (?:it|them|this|these) back|zuruck(?:schicken|geben|senden|zuschicken|zugeben|zusenden)|devolver(?:lo|la|los|las)?|renvoyer|retourner|rendre|devolve-l[oa]|restituire|terugsturen)\b|返品したい/;

/** Rules between intents that scores alone cannot know. */
function settle(totals: Map<Intent, number>, { cross, bare, sarcastic, keeps }: Signs): void {
  if (cross) totals.set("praise", 0);
  if (cross && bare) totals.set("complaint", Math.max(at(totals, "complaint"), CROSS));
  if (sarcastic) {
    totals.set("complaint", at(totals, "complaint") + STRONG);
    totals.set("praise", 0);
  }
  const value = (name: Intent) => at(totals, name);
  const asks: Intent[] = ["cancel", "change_address", "refund", "return", "change_order", "payment"];
  const ask = Math.max(...asks.map(value));
  const trouble = Math.max(
    ask,
    value("delivery_problem"),
    value("wrong_or_damaged_item"),
    value("order_status"),
  );
  // What is asked for, or what went wrong, says more than that somebody complains or is kind.
  if (trouble >= ALSO) {
    totals.set("complaint", Math.min(value("complaint"), trouble - 0.05));
    totals.set("praise", value("praise") * 0.5);
    totals.set("product_question", value("product_question") * 0.6);
  }
  if (value("wrong_or_damaged_item") >= ALSO) {
    totals.set("refund", Math.min(value("refund"), value("wrong_or_damaged_item") - 0.02));
    totals.set("return", Math.min(value("return"), value("wrong_or_damaged_item") - 0.01));
  }
  // A wrong size that was delivered is not an order to change; an address to correct beats a parcel that went astray.
  if (value("change_address") < ALSO && value("delivery_problem") >= ALSO)
    totals.set("order_status", Math.min(value("order_status"), value("delivery_problem") - 0.01));
  // Who still has the item asks how to return it; who sent it back asks for the money.
  if (keeps && value("return") >= ALSO)
    totals.set("refund", Math.min(value("refund"), value("return") - 0.01));
  else if (value("refund") >= ALSO)
    for (const name of ["delivery_problem", "return", "order_status"] as const)
      totals.set(name, Math.min(value(name), value("refund") - 0.01));
}
