import { aboutWords, conductWords, targetWords } from "./cause-patterns.ts";
import { allClaimWords, claimWordsOf } from "./claim-words/all.ts";
import type { PatternKind } from "./claim-words/claim-words.ts";
import { bitterThanks } from "./cues/bitter-thanks.ts";
import { cuesOf } from "./cues/all.ts";
import type { Strengths } from "./cues/cues.ts";
import { astray, keepsOrder, noComplaint } from "./cues/denials.ts";
import { blow, notBad, unsaid, withoutUnsaid } from "./cues/irony.ts";
import { mended } from "./cues/mended.ts";
import { relief } from "./cues/relief.ts";
import { sarcasm } from "./cues/sarcasm.ts";
import type { Sentence } from "./fold.ts";
import { indexPatterns, lazily } from "./patterns/pattern-index.ts";
import type { CareEmotion, Cause, Intent } from "./reading.ts";

/** What the words of one language say: intents, feelings (of whomever, or denied), claims. */
export type SaidInLanguage = {
  strong: ReadonlySet<Intent>;
  weak: ReadonlySet<Intent>;
  feels: ReadonlySet<CareEmotion>;
  claims: ReadonlySet<PatternKind>;
};
export type Mark =
  | "conduct"
  | "sarcasm"
  | "bitter thanks"
  | "sent back"
  | "blow"
  | "not bad"
  | "unsaid"
  | "mended"
  | "relief"
  | Denial;
/** What is denied: that it be cancelled, that there is a complaint, that this shop is meant. */
type Denial = "keeps order" | "no complaint" | "astray";
/** What is known by words of any language: cause and blame, how somebody is treated, sarcasm, that something was sent back. */
export type SaidAnyhow = {
  about: ReadonlySet<Cause["about"]>;
  at: ReadonlySet<Cause["blamed"]>;
  marks: ReadonlySet<Mark>;
};

/**
 * What a sentence says as far as the patterns know, all of them looked for in one walk: intent, feelings and claims are read from the same
 * sentences, several times. A `language` without words of its own says nothing.
 */
export function saidIn(sentence: Sentence, language: string): SaidInLanguage {
  const { index, said } = inLanguage(language.slice(0, 2));
  return remembered(said, sentence, () => sorted(index(sentence.folded), nothingSaid));
}

export function saidAnyhow(sentence: Sentence): SaidAnyhow {
  const { index, said } = anyhow(allClaimWords);
  return remembered(said, sentence, () => sorted(index(sentence.folded), nothingAnyhow));
}

/** What a sentence states: without what its writer says that they never said ("I never said that I am angry"). */
export function stated(sentence: Sentence): Sentence {
  if (!saidAnyhow(sentence).marks.has("unsaid")) return sentence;
  const known = statedOf.get(sentence) ?? { text: sentence.text, folded: withoutUnsaid(sentence.folded) };
  statedOf.set(sentence, known);
  return known;
}

/** A sentence without the words of what it denies. */
export function withoutDenied(sentence: Sentence): Sentence {
  const { marks } = saidAnyhow(sentence);
  const denied = [
    ...(marks.has("keeps order") ? keepsOrder : []),
    ...(marks.has("no complaint") ? noComplaint : []),
  ];
  if (denied.length === 0) return sentence;
  return {
    text: sentence.text,
    folded: denied.reduce((left, one) => left.replace(one, " "), sentence.folded),
  };
}

const statedOf = new WeakMap<Sentence, Sentence>();

const none = new Set<never>();
const nothingSaid: SaidInLanguage = { strong: none, weak: none, feels: none, claims: none };
const nothingAnyhow: SaidAnyhow = { about: none, at: none, marks: none };

/** Of what kind a pattern is, and what it says. */
type Key<Of> = {
  [Kind in keyof Of]: { kind: Kind; says: Of[Kind] extends ReadonlySet<infer Says> ? Says : never };
}[keyof Of];

function sorted<Of extends object>(keys: ReadonlySet<Key<Of>>, nothing: Of): Of {
  if (keys.size === 0) return nothing;
  const said = { ...nothing } as Record<keyof Of, Set<unknown>>;
  for (const { kind, says } of keys) {
    if ((said[kind] as unknown) === none) said[kind] = new Set();
    said[kind].add(says);
  }
  return said as Of;
}

function remembered<Of>(known: WeakMap<Sentence, Of>, sentence: Sentence, find: () => Of): Of {
  const said = known.get(sentence) ?? find();
  known.set(sentence, said);
  return said;
}

const inLanguage = lazily((language: string) => {
  const cues = cuesOf(language);
  const intents = Object.entries(cues?.intents ?? {}) as [Intent, Strengths][];
  const emotions = Object.entries(cues?.emotions ?? {}) as [CareEmotion, Strengths][];
  const claims = Object.entries(claimWordsOf(language)?.kinds ?? {}) as [PatternKind, RegExp][];
  return {
    index: indexPatterns<Key<SaidInLanguage>>([
      ...intents.flatMap(([says, { strong }]) => keyed({ kind: "strong" as const, says }, strong)),
      ...intents.flatMap(([says, { weak }]) => keyed({ kind: "weak" as const, says }, weak)),
      ...emotions.flatMap(([says, { strong, weak }]) =>
        keyed({ kind: "feels" as const, says }, strong, weak),
      ),
      ...claims.flatMap(([says, pattern]) => keyed({ kind: "claims" as const, says }, pattern)),
    ]),
    said: new WeakMap<Sentence, SaidInLanguage>(),
  };
});

const anyhow = lazily((claimWords: typeof allClaimWords) => ({
  index: indexPatterns<Key<SaidAnyhow>>([
    ...aboutWords.flatMap(({ about: says, words }) =>
      keyed({ kind: "about" as const, says }, ...Object.values(words)),
    ),
    ...targetWords.flatMap(({ target: says, words }) =>
      keyed({ kind: "at" as const, says }, ...Object.values(words)),
    ),
    ...keyed({ kind: "marks" as const, says: "conduct" as const }, ...Object.values(conductWords)),
    ...keyed({ kind: "marks" as const, says: "sarcasm" as const }, ...sarcasm),
    ...keyed({ kind: "marks" as const, says: "bitter thanks" as const }, ...bitterThanks),
    ...keyed({ kind: "marks" as const, says: "blow" as const }, blow),
    ...keyed({ kind: "marks" as const, says: "not bad" as const }, notBad),
    ...keyed({ kind: "marks" as const, says: "unsaid" as const }, unsaid),
    ...keyed({ kind: "marks" as const, says: "mended" as const }, ...mended),
    ...keyed({ kind: "marks" as const, says: "relief" as const }, ...relief),
    ...keyed({ kind: "marks" as const, says: "keeps order" as const }, ...keepsOrder),
    ...keyed({ kind: "marks" as const, says: "no complaint" as const }, ...noComplaint),
    ...keyed({ kind: "marks" as const, says: "astray" as const }, ...astray),
    ...keyed(
      { kind: "marks" as const, says: "sent back" as const },
      ...claimWords.map(({ kinds }) => kinds.returned_item),
    ),
  ]),
  said: new WeakMap<Sentence, SaidAnyhow>(),
}));

const keyed = <One>(key: One, ...patterns: (RegExp | undefined)[]): [One, RegExp][] =>
  patterns.flatMap((pattern): [One, RegExp][] => (pattern ? [[key, pattern]] : []));
