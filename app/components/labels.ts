import type { ModelAbsence } from "#app/care/understand/reading.ts";
import { dateFormat, listFormat, nameFormat, numberFormat } from "#app/words/format.ts";
import { sayCode, type Say } from "#app/words/say.ts";

/** The words people read for the words the code uses. */
export const intentLabel = (say: Say, code: string | null) => (code ? sayCode(say, "intent", code) : "");
export const identityLabel = (say: Say, code: string) => sayCode(say, "identity", code);
/** Why a model did not read a message; nothing is known of readings of earlier releases. */
export const modelAbsenceLabel = (say: Say, why: ModelAbsence | undefined) =>
  say(`modelAbsence.${why ?? "not_asked"}`);
export const riskLabel = (say: Say, code: string) => sayCode(say, "risk", code);
/** A status of an order, a payment, a parcel, a return or a conversation, in whatever case Shopify writes it. */
export const statusLabel = (say: Say, code: string) => sayCode(say, "status", code.toLowerCase());

/** A phrase as a sentence: a capital at its beginning, a full stop at its end. */
export function asSentence(phrase: string): string {
  const text = phrase.trim();
  const ended = /[.!?…。]$/u.test(text) ? text : `${text}.`;
  return text ? ended.charAt(0).toUpperCase() + ended.slice(1) : "";
}

/** A label within a sentence: a small letter where the language has one there. German's labels are nouns, and keep theirs. */
export const withinSentence = (say: Say, label: string) =>
  say.tag.startsWith("de") ? label : label.charAt(0).toLocaleLowerCase(say.tag) + label.slice(1);

/** Several as people list them: "a, b, and c" reads as what it is in every language. */
export const listed = (say: Say, items: readonly string[]) =>
  listFormat(say, { type: "conjunction", style: "narrow" }).format(items);

/** "a, b and c", within a sentence. */
export const listedAnd = (say: Say, items: readonly string[]) =>
  listFormat(say, { type: "conjunction", style: "long" }).format(items);

/** `de-AT` → `German (Austria)`. */
export function languageLabel(say: Say, code: string): string {
  if (code === "und") return say("language.unknown");
  try {
    return nameFormat(say, { type: "language" }).of(code) ?? code;
  } catch {
    return code;
  }
}

export const numberLabel = (say: Say, value: number) => numberFormat(say, {}).format(value);

/** `1234` → `1,234`; `1,000+` where counting stopped at `most`. */
export const countLabel = (say: Say, count: number, most: number) =>
  count >= most ? say("count.atLeast", { count: most }) : numberLabel(say, count);

const SIZES = [
  [1_048_576, "megabyte", 1],
  [1_024, "kilobyte", 0],
] as const;

/** How large a file is: "12 KB", "1.4 MB". */
export function sizeLabel(say: Say, bytes: number): string {
  const [of, unit, digits] = SIZES.find(([from]) => bytes >= from) ?? [1, "byte", 0];
  const options = {
    style: "unit",
    unit,
    // "5 byte" is no word: what is small is written out.
    unitDisplay: unit === "byte" ? "long" : "short",
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  } as const;
  return numberFormat(say, options).format(bytes / of);
}

export function moneyLabel(say: Say, money: { amount: string; currency: string } | null | undefined): string {
  if (!money) return "";
  return numberFormat(say, { style: "currency", currency: money.currency }).format(Number(money.amount));
}

/** A date as staff read it, in UTC on both sides of the wire so that nothing jumps when the page wakes up. */
export const dateLabel = (say: Say, at: string) =>
  dateFormat(say, { dateStyle: "medium", timeZone: "UTC" }).format(new Date(at));

export const dateTimeLabel = (say: Say, at: string) =>
  `${dateFormat(say, { dateStyle: "medium", timeStyle: "short", timeZone: "UTC" }).format(new Date(at))} UTC`;

export const emotionLabel = (say: Say, code: string) => sayCode(say, "emotion", code);

/** `0.83` → `Very sure (83%)`. */
export function sureLabel(say: Say, confidence: number): string {
  const percent = Math.round(confidence * 100);
  const how = SURENESS.find(([from]) => percent >= from)?.[1] ?? "not";
  return say(`sure.${how}`, { percent: percentLabel(say, confidence) });
}

const SURENESS = [
  [80, "very"],
  [60, "fairly"],
  [45, "somewhat"],
] as const;

/** `0.83` → `83%`. */
export const percentLabel = (say: Say, share: number) =>
  numberFormat(say, { style: "percent" }).format(Math.round(share * 100) / 100);

export function intensityLabel(say: Say, intensity: number): string {
  return say(`intensity.${INTENSITIES.find(([from]) => intensity >= from)?.[1] ?? "faint"}`);
}

const INTENSITIES = [
  [0.75, "very_strong"],
  [0.5, "strong"],
  [0.25, "moderate"],
] as const;

export const causeLabel = (say: Say, code: string) => sayCode(say, "cause", code);
/** Empty when it is directed at nobody: that is no news. */
export const blamedLabel = (say: Say, code: string) =>
  code === "nobody" ? "" : sayCode(say, "blamed", code);

export const verdictLabel = (say: Say, code: string) => sayCode(say, "verdict", code);
export const directionLabel = (say: Say, code: string) => sayCode(say, "direction", code);

/** Somebody's name within a line of ours: whatever its direction, the rest keeps its own. For what takes no element. */
export const isolated = (name: string) => `\u2068${name}\u2069`;
