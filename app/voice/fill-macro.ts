/** What a macro can leave open for the records of a conversation to fill, as its text names it: `{{tracking_number}}`. */
export const macroFields = [
  "first_name",
  "name",
  "order",
  "order_day",
  "items",
  "total",
  "carrier",
  "tracking_number",
  "tracking_link",
  "estimated_day",
  "delivered_day",
  "refund_amount",
  "refund_day",
  "shop",
  "team",
] as const;
export type MacroField = (typeof macroFields)[number];

/** What stands in braces: a field of ours, or what somebody took for one. */
const PLACEHOLDER = /\{\{\s*([^{}]{0,60}?)\s*\}\}/gu;

const isField = (name: string): name is MacroField => macroFields.some((one) => one === name);

/** What a text leaves open: how it is called, and how it stands there. In a text that is to be sent, whatever is left of it is a gap. */
export const gapsIn = (text: string): { name: string; written: string }[] =>
  [...text.matchAll(PLACEHOLDER)].map(([written, name = ""]) => ({ name: nameOf(name), written }));

/** A text without what it leaves open. */
export const withoutGaps = (text: string): string => text.replaceAll(PLACEHOLDER, "");

/** Everything that a text leaves open, each once. */
export const placeholdersIn = (text: string): string[] => [...new Set(gapsIn(text).map(({ name }) => name))];

/** Those that no record can ever fill: there is no such field. */
export const unknownPlaceholders = (text: string): string[] =>
  placeholdersIn(text).filter((name) => !isField(name));

/** What stands in single braces: a slip of the pen where a field is meant. */
const HALF = /(?<!\{)\{\s*([^{}]{1,60}?)\s*\}(?!\})/gu;

/** What was meant as a placeholder and is none, for want of braces: no reply with it could be sent. */
export const halfPlaceholders = (text: string): string[] =>
  [...text.matchAll(HALF)]
    .map(([, name = ""]) => nameOf(name))
    .filter((name) => isField(name) || /^\w+_\w+$/u.test(name));

export type FilledMacro = {
  text: string;
  /** What is still open in the text, as `{{…}}`: a person fills it in, or takes it out. */
  gaps: string[];
};

/**
 * A macro's text with what the records say in it, pure. What no record says stays open: nothing is made up for it, and no text with a gap
 * is sent (care/draft/guard.ts).
 */
export function fillMacro(text: string, values: Readonly<Partial<Record<MacroField, string>>>): FilledMacro {
  const gaps = new Set<string>();
  const filled = text.replaceAll(PLACEHOLDER, (_whole, written: string) => {
    const name = nameOf(written);
    const value = isField(name) ? values[name] : undefined;
    if (value) return value;
    gaps.add(name);
    return `{{${name}}}`;
  });
  return { text: filled, gaps: [...gaps] };
}

/** People write "Tracking number" as well as "tracking_number". */
const nameOf = (written: string) =>
  written
    .trim()
    .toLowerCase()
    .replaceAll(/[\s-]+/gu, "_");
