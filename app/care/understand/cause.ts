import { aboutWords, targetWords } from "./cause-patterns.ts";
import { cuesOf } from "./cues/all.ts";
import type { Sentence } from "./fold.ts";
import type { CareEmotion, Cause, Intent } from "./reading.ts";
import { kin } from "./recognise-emotion.ts";
import { saidAnyhow, saidIn } from "./said.ts";

type Given = { intent: Intent; language: string; emotion: CareEmotion };
type Read = { sentence: Sentence; about: Cause["about"] | undefined };

const QUOTED = 300;
const STRONG = 1;
const WEAK = 0.35;
const INTENSIFIED = 0.1;
/** What says more than the intent does: an intent names the case, these what is held against somebody. */
const telling: readonly Cause["about"][] = ["promise", "contact"];

/**
 * What the feeling is about and at whom it is directed, read from the sentence that carries the feeling; from those beside it
 * where that one names only the feeling; else from the sentence that fits the intent. The intent decides where all are silent.
 */
export function cause(sentences: Sentence[], given: Given): Cause {
  if (given.emotion === "grief") return bereavement(sentences, given.language);
  const read = sentences.map((sentence): Read => ({ sentence, about: aboutOf(sentence, given.intent) }));
  const decisive = deciding(read, given);
  const target = decisive && targetOf([decisive.sentence]);
  const blamed = target ?? targetOf(sentences) ?? "nobody";
  return {
    about: decisive?.about ?? byIntent[given.intent] ?? "unknown",
    blamed,
    quote: quoted(decisive?.sentence),
  };
}

/**
 * Somebody grieves over a loss and not over a parcel, an order or a price, whatever else the sentence speaks of; and reproaches
 * nobody with it whom that sentence does not name.
 */
function bereavement(sentences: Sentence[], language: string): Cause {
  const loss =
    sentences.find((sentence) => saidIn(sentence, language).feels.has("grief")) ??
    sentences.find((sentence) => saidAnyhow(sentence).about.has("event"));
  return { about: "event", blamed: (loss && targetOf([loss])) ?? "nobody", quote: quoted(loss) };
}

const quoted = (sentence: Sentence | undefined): string => (sentence?.text ?? "").slice(0, QUOTED);

/** The sentence whose words decide; undefined when none says what it is about. */
function deciding(read: Read[], given: Given): Read | undefined {
  const speaking = read.filter(({ about }) => about !== undefined);
  if (new Set(speaking.map(({ about }) => about)).size <= 1) return speaking[0];
  const felt = read.map(({ sentence }) => feelingIn(sentence, given));
  const strongest = Math.max(...felt);
  if (strongest > 0) {
    const at = felt.indexOf(strongest);
    // "My parcel never came. I am furious." and "I am furious. My parcel never came."
    for (const near of [at, at - 1, at + 1]) if (read[near]?.about) return read[near];
  }
  const meant = byIntent[given.intent];
  return (
    speaking.find(({ about }) => about === "self") ??
    speaking.find(({ about }) => about === meant) ??
    speaking.toSorted((one, other) => rank(one) - rank(other))[0]
  );
}

/** How strongly a sentence names the feeling that was read, its kin counting half. */
function feelingIn(sentence: Sentence, { language, emotion }: Given): number {
  const cues = cuesOf(language);
  if (!cues || emotion === "neutral") return 0;
  const { folded } = sentence;
  const { feels } = saidIn(sentence, language);
  const named = (name: CareEmotion): number => {
    if (!feels.has(name)) return 0;
    return cues.emotions[name]?.strong?.test(folded) ? STRONG : WEAK;
  };
  const strength = kin[emotion].reduce((sum, name) => sum + named(name) / 2, named(emotion));
  return strength > 0 && cues.intensifier.test(folded) ? strength + INTENSIFIED : strength;
}

function aboutOf(sentence: Sentence, intent: Intent): Cause["about"] | undefined {
  const said = saidAnyhow(sentence);
  if (said.at.has("self")) return "self";
  if (said.marks.has("conduct") && said.at.has("carrier")) return "carrier";
  const found = aboutWords.map(({ about }) => about).filter((about) => said.about.has(about));
  return (
    found.find((about) => telling.includes(about)) ??
    found.find((about) => about === byIntent[intent]) ??
    found[0]
  );
}

function targetOf(sentences: readonly Sentence[]): Cause["blamed"] | undefined {
  return targetWords.find(({ target }) => sentences.some((one) => saidAnyhow(one).at.has(target)))?.target;
}

const rank = ({ about }: Read): number => aboutWords.findIndex((one) => one.about === about);

const byIntent: Partial<Record<Intent, Cause["about"]>> = {
  order_status: "delivery",
  delivery_problem: "delivery",
  wrong_or_damaged_item: "item",
  return: "item",
  refund: "money",
  payment: "money",
  complaint: "contact",
  praise: "item",
  product_question: "item",
};
