import type { DraftContent, DraftPurpose, Raises } from "#app/care/draft/draft.ts";

/** A promise that the records do not show as kept, near its end or after it. */
export type RaisedPromise = {
  id: string;
  /** The words the shopper read. */
  text: string;
  /** write | ship | refund | tracking | enquiry | other */
  kind: string;
  orderId: string | null;
  madeAt: Date;
  dueAt: Date;
  broken: boolean;
};

/** What a reply told of an order and the records contradict now. */
export type RaisedClaim = {
  id: string;
  orderId: string;
  /** The message that told it. */
  messageId: string;
  sentAt: Date;
  facts: { factId: string; said: string; sentence: string }[];
  /** Another one when the records say something else again. */
  stage: string;
};

/** What a shopper has to be told whether or not they ask. */
export type Raised = { promises: RaisedPromise[]; claims: RaisedClaim[] };

/** Where nothing waits for an answer, what has to be told is what a draft is for: what was false before what may be late. */
export function purposeOf({ promises, claims }: Raised, { answered }: { answered: boolean }): DraftPurpose {
  if (!answered) return "answer";
  if (claims.length > 0) return "correction";
  return promises.length > 0 ? "promise_at_risk" : "answer";
}

/** A promise is told of once for each day it was given for, a falsehood once for each thing the records say instead. */
export const raisesOf = ({ promises, claims }: Raised): Raises[] => [
  ...claims.map(({ id, stage }) => ({ kind: "claim" as const, id, stage })),
  ...promises.map(({ id, dueAt }) => ({ kind: "promise" as const, id, stage: dueAt.toISOString() })),
];

export const isSameRaise = (one: Raises, other: Raises): boolean =>
  one.kind === other.kind && one.id === other.id && one.stage === other.stage;

/** What of it a reply tells as it leaves: a person may have taken the sentences out. */
export function toldRaises(
  { plan, sentences }: Pick<DraftContent, "plan" | "sentences">,
  text: string,
): Raises[] {
  const sent = squeezed(text);
  const left = sentences.filter((sentence) => sent.includes(squeezed(sentence.text)));
  return (plan.raises ?? []).filter(({ kind, id }) =>
    left.some(({ cites }) => cites.some((cited) => cited.startsWith(`${kind}:${id}:`))),
  );
}

const LONGEST_QUOTE = 240;

/** Words as they can be quoted: one line, and for a link three dots: it led where nobody should go any more. Null where they cannot. */
export function quoteOf(words: string): string | null {
  const plain = squeezed(words.replaceAll(/(?:https?:|www\.)\S+/giu, "…"));
  return plain === "" || plain.length > LONGEST_QUOTE || /https?:|www\.|@/iu.test(plain) ? null : plain;
}

const squeezed = (text: string) => text.replaceAll(/\s+/gu, " ").trim();
