import { checkClaim } from "./check-claim.ts";
import { claimWordsLike, claimWordsOf } from "./claim-words/all.ts";
import { patternKinds, type ClaimWords, type PatternKind } from "./claim-words/claim-words.ts";
import { claimedDays } from "./claimed-days.ts";
import { claimedItems, knownLines } from "./claimed-items.ts";
import { claimedMoney } from "./claimed-money.ts";
import { claimedRepeats } from "./claimed-repeats.ts";
import { withoutSupposed } from "./cues/supposed.ts";
import type { ClaimRecord, Stated } from "./claim-record.ts";
import { wholeOf, type Sentence } from "./fold.ts";
import type { Claim } from "./reading.ts";
import { saidIn } from "./said.ts";

/** What each kind of claim says, in plain words. */
const said: Record<PatternKind, string> = {
  marked_delivered: "the tracking says delivered",
  not_received: "the parcel has not arrived",
  overdue: "the parcel is late",
  not_shipped: "the parcel has not been sent",
  wrong_item: "the wrong item came",
  damaged_item: "the item is damaged or does not work",
  missing_item: "something is missing from the parcel",
  charged_twice: "the payment was taken twice",
  refund_not_received: "the refund has not come",
  returned_item: "the item was sent back",
  cancelled: "the order was cancelled",
  promised: "the shop made a promise",
  received: "the parcel has arrived",
};

const MOST = 12;
const QUOTED = 300;
/** The language of a text shorter than this is easily mistaken: then any language that understands it will do. */
const SHORT = 120;

/**
 * What the shopper states against what the record shows, at most twelve claims, each kind once and each item once. A conflict is
 * a reason to look, never an accusation: a parcel marked delivered may still not have reached anybody. Without an order every
 * verdict is `unknown`.
 */
export function claims(sentences: Sentence[], record: ClaimRecord): Claim[] {
  const lines = knownLines(record.order);
  const folded = wholeOf(sentences);
  const inWords = (words: ClaimWords, language: string) =>
    sentences.flatMap((sentence) => claimsIn(sentence, words, { lines, record: { ...record, language } }));
  const own = claimWordsOf(record.language);
  const found = own ? inWords(own, record.language) : [];
  const guessed =
    found.length > 0 || (own && folded.length >= SHORT)
      ? []
      : claimWordsLike(folded).filter((words) => words !== own);
  for (const words of guessed) {
    found.push(...inWords(words, words.language));
    if (found.length > 0) break;
  }
  return oneOfEach(found);
}

/** Kinds of which a message may state several. */
const severalOf: readonly Claim["kind"][] = ["item_name", "amount", "refund_amount"];

function oneOfEach(found: Claim[]): Claim[] {
  const kept = new Map<string, Claim>();
  for (const claim of found) {
    const key = severalOf.includes(claim.kind) ? `${claim.kind} ${claim.claim}` : claim.kind;
    if (!kept.has(key)) kept.set(key, claim);
  }
  // "Says delivered but I have nothing" is about a parcel that did not come.
  if (kept.has("not_received")) kept.delete("received");
  return amongOthers([...kept.values()]).slice(0, MOST);
}

/** Of several amounts nobody knows which is the total: none of them conflicts. */
function amongOthers(found: Claim[]): Claim[] {
  const paid = found.filter(({ kind }) => kind === "amount");
  return found.map((claim) =>
    paid.length > 1 && claim.kind === "amount" && claim.verdict === "conflicts"
      ? { ...claim, verdict: "unknown" }
      : claim,
  );
}

function claimsIn(
  sentence: Sentence,
  words: ClaimWords,
  given: { lines: ReturnType<typeof knownLines>; record: ClaimRecord },
): Claim[] {
  const { record } = given;
  const stated: Stated[] = [];
  const silent = saidIn(sentence, words.language).claims.size === 0 && !/\d/.test(sentence.folded);
  const told = silent ? sentence : withoutSupposed(sentence, words.language);
  const present = saidIn(told, words.language).claims;
  for (const kind of patternKinds)
    if (present.has(kind)) stated.push({ claim: said[kind], kind, ...checkClaim(kind, record) });
  stated.push(
    ...claimedDays(told, words, record),
    ...claimedMoney(told, words, record),
    ...claimedItems(sentence, words, given),
    ...claimedRepeats(told, words, record),
  );
  return stated.map((claim) => ({ ...claim, quote: sentence.text.slice(0, QUOTED) }));
}
