import type { Draft } from "#app/care/draft/draft.ts";
import { findPromises, type FoundPromise } from "#app/care/keep/find-promises.ts";
import type { Calendar } from "#app/care/triage/business-time.ts";
import type { PromiseKind } from "#app/care/keep/promise-words.ts";
import { promisesOf, type PromiseMade } from "#app/care/keep/promises-of.ts";

/** `saidBy`: the maker of the draft whose words they are, or `person`. */
export type PromiseInReply = FoundPromise & { saidBy: string; orderId: string | null };

type Reply = {
  draft: Pick<Draft, "sentences" | "facts"> & { maker: string; language: string };
  text: string;
  at: Date;
  timeZone: string;
  /** Whose business days are counted; absent: from Monday to Friday. */
  calendar?: Calendar | undefined;
  /** The orders the conversation is about. */
  orders: readonly { id: string; name: string }[];
};

/**
 * Every promise in what was sent: those the draft is typed to make, due on the last day they cite, and those a person wrote. What the
 * draft says of another kind promises nothing in the shop's name: that a policy refunds within days, that a carrier expects a day.
 */
export function promisesInReply({ draft, text, at, timeZone, calendar, orders }: Reply): PromiseInReply[] {
  const drafted = new Set(draft.sentences.map((one) => squeezed(one.text)));
  const typed = promisesOf(draft, text, timeZone);
  const read = (words: string) =>
    findPromises({ text: words, language: draft.language, at, timeZone, calendar });
  const orderOf = (words: string) => {
    const named = orders.filter(({ name }) => names(words, name));
    const [order] = named.length > 0 ? named : orders;
    return named.length === 1 || (named.length === 0 && orders.length === 1) ? (order?.id ?? null) : null;
  };
  const made = typed.map((one): PromiseInReply => {
    const [found] = read(one.text);
    return {
      text: one.text,
      kind: kindOf(one, found),
      dueAt: one.dueAt ?? found?.dueAt ?? null,
      saidBy: draft.maker,
      orderId: orderOf(one.text),
    };
  });
  const known = new Set(typed.map((one) => squeezed(one.text)));
  const own = read(ownWords(text, draft.sentences))
    .filter((one) => !isWithin(known, one.text) && !drafted.has(squeezed(one.text)))
    .map((one): PromiseInReply => ({ ...one, saidBy: "person", orderId: orderOf(one.text) }));
  return [...made, ...own];
}

function kindOf({ answer }: PromiseMade, found: FoundPromise | undefined): PromiseKind {
  if (found && found.kind !== "other") return found.kind;
  return answer ? "write" : "other";
}

/** What is left of a reply without its drafted sentences: a sentence that quotes an earlier promise does not make it again. */
function ownWords(text: string, sentences: readonly { text: string }[]): string {
  return sentences.reduce((rest, drafted) => rest.replaceAll(drafted.text, "\n"), text);
}

/** Part of a typed promise is that promise: the two may be split at different places. */
const isWithin = (known: ReadonlySet<string>, text: string) =>
  [...known].some((one) => one.includes(squeezed(text)) || squeezed(text).includes(one));

/** `#1001` is in "order #1001" and not in "order #10012". */
function names(text: string, name: string): boolean {
  const at = text.indexOf(name);
  return name !== "" && at >= 0 && !/[\p{L}\p{N}]/u.test(text.charAt(at + name.length));
}

const squeezed = (text: string) => text.replace(/\s+/gu, " ").trim();
