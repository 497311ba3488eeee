import type { AddressForm } from "#app/care/draft/address-form.ts";
import type { DraftContent } from "#app/care/draft/draft.ts";
import { findCounts } from "#app/care/draft/guard/find-counts.ts";
import { findDates } from "#app/care/draft/guard/find-dates.ts";
import { findMoney } from "#app/care/draft/guard/find-money.ts";
import { findPromises } from "#app/care/draft/guard/find-promises.ts";
import { isOwnWork } from "#app/care/draft/maker-line.ts";
import { readHint } from "#app/care/draft/read-hint.ts";
import { LOUD, mayBeLeft } from "#app/care/draft/wording.ts";
import { compareReply, type Change } from "#app/care/learn/compare-reply.ts";
import { squeezed } from "#app/care/learn/similar.ts";
import { addressChange, isWarm } from "#app/care/learn/tone-words.ts";

/** What a person changed in a draft, most telling first. `rewritten` and `translated` are said of the whole. */
export const editClasses = [
  "translated",
  "rewritten",
  "greeting",
  "sign_off",
  "option",
  "policy",
  "fact_changed",
  "fact_added",
  "fact_removed",
  "formality",
  "exclamation",
  "warmth",
  "shortened",
  "wording",
  "declined",
] as const;
export type EditClass = (typeof editClasses)[number];

/** One change with its class. `to`: of formality and exclamation marks, what it was changed to. */
export type Edit = {
  class: EditClass;
  before: string | null;
  after: string | null;
  to?: "formal" | "friendly" | "none" | "shorter" | undefined;
  /** Of a sentence that was taken out: every draft could do without it. */
  mayBeLeft?: boolean | undefined;
};

export type Edited = {
  content: Pick<DraftContent, "sentences" | "hint">;
  language: string;
  sent: string;
  /** What tells the language of a text, given the expected ones; a BCP 47 tag. */
  languageOf: (text: string, expected: readonly string[]) => string;
};

/** A reply that lost so many sentences, so much, and gained nothing was too long. */
const FEWEST_GONE = 2;
const SHORTENED_TO = 0.85;
const REWORDED_SHORTER = 0.7;
const FEWEST_LETTERS = 20;

/** What the changes of a sent reply are, pure; none where it was sent as it was drafted. */
export function classifyEdit({ content, language, sent, languageOf }: Edited): Edit[] {
  const drafted = content.sentences.map(({ text }) => text).join("\n\n");
  const asked = hintEdits(content.hint);
  const changes = compareReply(content.sentences, sent);
  if (changes.length === 0) return asked;
  const whole = { before: drafted, after: sent };
  const spoken = sent.length >= FEWEST_LETTERS ? languageOf(sent, [language]) : language;
  if (baseOf(spoken) !== baseOf(language)) return [...asked, { class: "translated", ...whole }];
  const rewritten: Edit[] = isOwnWork(drafted, sent) ? [{ class: "rewritten", ...whole }] : [];
  const close = content.sentences.at(-1);
  const edits = changes.map((change): Edit => {
    const edit = editOf(change, language);
    if (change.what !== "removed") return edit;
    return { ...edit, mayBeLeft: mayBeLeft(change.before) && change.before !== close };
  });
  if (!isShorter(changes, { drafted, sent })) return [...asked, ...rewritten, ...edits];
  // One lesson is enough: which courtesies went is not another.
  const besides = edits.filter(({ class: of, after }) => after !== null || !EMPTY.has(of));
  return [...asked, ...rewritten, { class: "shortened", ...whole, to: "shorter" }, ...besides];
}

const EMPTY: ReadonlySet<EditClass> = new Set(["shortened", "warmth"]);

function isShorter(changes: Change[], { drafted, sent }: { drafted: string; sent: string }): boolean {
  return (
    changes.filter(({ what }) => what === "removed").length >= FEWEST_GONE &&
    changes.every(({ what }) => what !== "added") &&
    sent.length <= drafted.length * SHORTENED_TO
  );
}

/** Who asks for another draft and sends it has said what was wrong with the first. */
function hintEdits(hint: string | undefined): Edit[] {
  const { shorter, formal } = readHint(hint);
  const said = { before: null, after: hint ?? null };
  return [
    ...(shorter ? [{ class: "shortened" as const, to: "shorter" as const, ...said }] : []),
    ...(formal ? [{ class: "formality" as const, to: "formal" as const, ...said }] : []),
  ];
}

/** What a reason for declining says, as far as it is understood. */
export function classifyDecline(reason: string | null): Edit[] {
  return [{ class: "declined", before: null, after: reason }, ...hintEdits(reason ?? undefined)];
}

type Rule = { class: EditClass; applies: (change: Change, language: string) => boolean };

/** In order: the first rule that applies names the change. */
const RULES: readonly Rule[] = [
  { class: "greeting", applies: ({ what }) => what === "greeting" },
  { class: "sign_off", applies: ({ what }) => what === "sign_off" },
  { class: "option", applies: ({ before, after }) => offers(before?.text) !== offers(after) },
  { class: "formality", applies: (change, language) => formOf(change, language) !== null },
  { class: "policy", applies: ({ before }) => before?.kind === "policy" },
  {
    class: "fact_changed",
    applies: ({ what, before, after }) => what === "reworded" && values(before.text) !== values(after),
  },
  {
    class: "exclamation",
    applies: ({ what, before, after }) => what === "reworded" && LOUD.test(before.text) !== LOUD.test(after),
  },
  {
    class: "warmth",
    applies: ({ what, before, after }) => what === "reworded" && isWarm(before.text) !== isWarm(after),
  },
  {
    class: "shortened",
    applies: ({ what, before, after }) =>
      what === "reworded" && after.length <= before.text.length * REWORDED_SHORTER,
  },
  { class: "wording", applies: ({ what }) => what === "reworded" },
  { class: "fact_removed", applies: ({ what, before }) => what === "removed" && STATES.has(before.kind) },
  { class: "warmth", applies: ({ before, after }) => isEmptyWarmth(after ?? before.text) },
  { class: "shortened", applies: ({ what }) => what === "removed" },
  {
    class: "exclamation",
    applies: ({ after }) =>
      after !== null && LOUD.test(after) && values(after) === "" && squeezed(after).length < FEWEST_LETTERS,
  },
  { class: "fact_added", applies: () => true },
];

const STATES: ReadonlySet<string> = new Set(["fact", "action", "promise"]);

function editOf(change: Change, language: string): Edit {
  const rule = RULES.find(({ applies }) => applies(change, language));
  const edit: Edit = {
    class: rule?.class ?? "wording",
    before: change.before?.text ?? null,
    after: change.after,
  };
  if (edit.class === "formality") return { ...edit, to: formOf(change, language) ?? undefined };
  return edit.class === "exclamation" && !LOUD.test(change.after ?? "") ? { ...edit, to: "none" } : edit;
}

/** The form of address that a sentence was changed to, where it states the same values as before. */
const formOf = ({ what, before, after }: Change, language: string): AddressForm | null =>
  what === "reworded" && values(before.text) === values(after)
    ? addressChange(baseOf(language), before.text, after)
    : null;

/** What a text offers the shopper, as one string to compare. */
const offers = (text: string | null | undefined) =>
  [...new Set(findPromises(text ?? "").map(({ thing }) => thing))].toSorted().join();

/** The values a text states, as one string to compare. */
const values = (text: string) =>
  [
    ...findMoney(text).map(({ amount }) => amount),
    ...findDates(text).map(({ text: day }) => day.toLowerCase()),
    ...findCounts(text).map(({ value, unit }) => `${value}${unit ?? ""}`),
    ...(text.match(/https?:\/\/\S+/gu) ?? []),
  ]
    .map(String)
    .toSorted()
    .join();

/** Thanks and wishes alone: short, and nothing is counted or named in them. */
const isEmptyWarmth = (text: string) => isWarm(text) && values(text) === "" && text.length <= 120;

const baseOf = (tag: string) => tag.toLowerCase().split("-")[0] ?? "";
