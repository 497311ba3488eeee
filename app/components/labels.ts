import type { ModelAbsence } from "#app/care/understand/reading.ts";

/** The words people read for the words the code uses. */
const INTENTS: Record<string, string> = {
  order_status: "Order status",
  delivery_problem: "Delivery problem",
  wrong_or_damaged_item: "Wrong or damaged item",
  return: "Return",
  refund: "Refund",
  cancel: "Cancellation",
  change_order: "Order change",
  change_address: "Address change",
  payment: "Payment",
  product_question: "Product question",
  complaint: "Complaint",
  praise: "Praise",
  account: "Account",
  spam_or_auto: "Spam or automatic",
  other: "Other",
};

const IDENTITY: Record<string, string> = {
  none: "Not proven to own an order",
  address_match: "Writes from a known address",
  verified_mail: "Writes from a known address, verified",
  code: "Proven by code",
  signed_in: "Signed in to the store",
};

const RISKS: Record<string, string> = {
  legal: "Legal",
  chargeback: "Chargeback",
  safety: "Safety",
  self_harm: "Self-harm",
  press: "Press",
  vulnerable: "Vulnerable person",
  injection: "Tries to instruct the software",
  wants_person: "Asks for a person",
};

const MODEL_ABSENCES: Record<ModelAbsence, string> = {
  no_key: "No model connected",
  not_accepted: "Not accepted in settings",
  nothing_to_read: "Nothing to read",
  budget_used_up: "Daily limit reached",
  timed_out: "Did not answer in time",
  unavailable: "Not available",
  refused: "Declined to answer",
  invalid_answer: "Gave no usable answer",
};

/** `in_transit` → `In transit`, `estimatedDeliveryAt` → `Estimated delivery at`: for what has no word of its own here, such as Shopify's statuses. */
export function sentenceCase(code: string): string {
  const words = code
    .replaceAll(/(?<=[a-z\d])(?=[A-Z])/g, " ")
    .replaceAll(/[_.\s]+/g, " ")
    .trim()
    .toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
}

export const intentLabel = (code: string | null) => (code ? (INTENTS[code] ?? sentenceCase(code)) : "");
export const identityLabel = (code: string) => IDENTITY[code] ?? sentenceCase(code);
/** Why a model did not read a message; nothing is known of readings of earlier releases. */
export const modelAbsenceLabel = (why: ModelAbsence | undefined) => (why ? MODEL_ABSENCES[why] : "Not asked");
export const riskLabel = (code: string) => RISKS[code] ?? sentenceCase(code);

/** A phrase as a sentence: a capital at its beginning, a full stop at its end. */
export function asSentence(phrase: string): string {
  const text = phrase.trim();
  const ended = /[.!?…。]$/u.test(text) ? text : `${text}.`;
  return text ? ended.charAt(0).toUpperCase() + ended.slice(1) : "";
}

/** `de-AT` → `German (Austria)`. */
export function languageLabel(code: string): string {
  if (code === "und") return "Unknown language";
  try {
    return new Intl.DisplayNames("en", { type: "language" }).of(code) ?? code;
  } catch {
    return code;
  }
}

export function moneyLabel(money: { amount: string; currency: string } | null | undefined): string {
  if (!money) return "";
  return new Intl.NumberFormat("en", { style: "currency", currency: money.currency }).format(
    Number(money.amount),
  );
}

/** A date as staff read it, in UTC on both sides of the wire so that nothing jumps when the page wakes up. */
export function dateLabel(at: string): string {
  return new Intl.DateTimeFormat("en", { dateStyle: "medium", timeZone: "UTC" }).format(new Date(at));
}

export function dateTimeLabel(at: string): string {
  const format = new Intl.DateTimeFormat("en", { dateStyle: "medium", timeStyle: "short", timeZone: "UTC" });
  return `${format.format(new Date(at))} UTC`;
}

export const emotionLabel = (code: string) => sentenceCase(code);

/** `0.83` → `Very sure (83%)`. */
export function sureLabel(confidence: number): string {
  const percent = Math.round(confidence * 100);
  const words = SURENESS.find(([from]) => percent >= from)?.[1] ?? "Not sure";
  return `${words} (${percent}%)`;
}

const SURENESS = [
  [80, "Very sure"],
  [60, "Fairly sure"],
  [45, "Somewhat sure"],
] as const;

export function intensityLabel(intensity: number): string {
  return INTENSITIES.find(([from]) => intensity >= from)?.[1] ?? "Faint";
}

const INTENSITIES = [
  [0.75, "Very strong"],
  [0.5, "Strong"],
  [0.25, "Moderate"],
] as const;

const CAUSES: Record<string, string> = {
  delivery: "The delivery",
  item: "The item",
  money: "Money",
  promise: "A promise",
  contact: "How they were answered",
  carrier: "The carrier",
  event: "Something that happened",
  self: "Something they did themselves",
  unknown: "Not clear from the message",
};

const BLAMED: Record<string, string> = {
  shop: "Directed at your store",
  carrier: "Directed at the carrier",
  self: "Directed at themselves",
};

export const causeLabel = (code: string) => CAUSES[code] ?? sentenceCase(code);
/** Empty when it is directed at nobody: that is no news. */
export const blamedLabel = (code: string) => (code === "nobody" ? "" : (BLAMED[code] ?? sentenceCase(code)));

const VERDICTS: Record<string, string> = {
  agrees: "Records agree",
  conflicts: "Records say otherwise",
  unknown: "Not in the records",
};

const CURRENCIES =
  /(?<![\p{L}])(?:eur|usd|gbp|jpy|chf|cad|aud|pln|sek|nok|dkk|ron|inr|czk|huf|uah|rub|r\$)(?!\p{L})/gu;

/** What the shopper states; the reading keeps amounts in small letters, as it compares them. */
export function claimLabel({ kind, claim }: { kind: string; claim: string }): string {
  const isAmount = kind === "amount" || kind === "refund_amount";
  return asSentence(
    isAmount
      ? claim.replaceAll(CURRENCIES, (code) => code.toUpperCase()).replace(/(?<=\d)(?=[A-Z]{3})/u, " ")
      : claim,
  );
}

/** What a record shows, with its dates and statuses as people write them. */
export const evidenceLabel = (shows: string) =>
  asSentence(
    shows
      .replaceAll(/\b\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:\d\d)/gu, (at) =>
        Number.isNaN(Date.parse(at)) ? at : dateTimeLabel(at),
      )
      .replaceAll(/\b[a-z]+(?:_[a-z]+)+\b/gu, (code) => code.replaceAll("_", " ")),
  );

export const verdictLabel = (code: string) => VERDICTS[code] ?? sentenceCase(code);

const DIRECTIONS: Record<string, string> = {
  rising: "Trouble is rising.",
  easing: "Trouble is easing.",
  steady: "The mood is steady.",
  mixed: "Trouble comes and goes.",
};

export const directionLabel = (code: string) => DIRECTIONS[code] ?? sentenceCase(code);

/** Somebody's name within a line of ours: whatever its direction, the rest keeps its own. For what takes no element. */
export const isolated = (name: string) => `\u2068${name}\u2069`;
