import { fieldOf, type View } from "./views/view.ts";

/**
 * Shopify's search syntax, as far as an app needs it: terms joined by AND (or a space) and OR, `-` or NOT before a term,
 * `field:value`, `field:>=value`, quotes. A field the dev store does not know is ignored, as Shopify does.
 */
export function matchesSearch(view: View, query: string): boolean {
  return query.split(/\s+OR\s+/).some((part) => termsOf(part).every((term) => matchesTerm(view, term)));
}

type Term = { negated: boolean; field: string | null; operator: string; value: string };

const TERM = /(-|NOT\s+)?(?:(\w+):)?(>=|<=|>|<)?("[^"]*"|'[^']*'|[^\s()]+)/g;

function termsOf(text: string): Term[] {
  return [...text.matchAll(TERM)]
    .filter((match) => match[0] !== "AND")
    .map(([, negated, field, operator, value]) => ({
      negated: Boolean(negated),
      field: field ?? null,
      operator: operator ?? "=",
      value: (value ?? "").replace(/^["']|["']$/g, ""),
    }));
}

const FIELDS: Record<string, string> = {
  id: "legacyResourceId",
  financial_status: "displayFinancialStatus",
  fulfillment_status: "displayFulfillmentStatus",
  tag: "tags",
};

function matchesTerm(view: View, term: Term): boolean {
  if (term.field === null) return freeText(view, term.value) !== term.negated;
  const name = FIELDS[term.field] ?? term.field.replace(/_(.)/g, (_, letter: string) => letter.toUpperCase());
  const held = fieldOf(view, name) ?? fieldOf(view, `search_${term.field}`);
  if (held === undefined) return true;
  return matchesValue(held, term) !== term.negated;
}

function matchesValue(held: unknown, term: Term): boolean {
  if (Array.isArray(held)) return held.some((one) => matchesValue(one, term));
  if (term.value === "*") return held !== null;
  const text = textOf(held);
  const wanted = term.value.replace(/^gid:\/\/shopify\/\w+\//, "");
  const [left, right] = comparable(text, wanted);
  switch (term.operator) {
    case ">=":
      return left >= right;
    case "<=":
      return left <= right;
    case ">":
      return left > right;
    case "<":
      return left < right;
    default:
      return String(left).toLowerCase() === String(right).toLowerCase();
  }
}

function comparable(held: string, wanted: string): [bigint | number | string, bigint | number | string] {
  if (/^\d+$/.test(held) && /^\d+$/.test(wanted)) return [BigInt(held), BigInt(wanted)];
  const times = [Date.parse(held), Date.parse(wanted)] as const;
  if (/^\d{4}-/.test(held) && !Number.isNaN(times[0]) && !Number.isNaN(times[1])) return [times[0], times[1]];
  return [held, wanted];
}

function freeText(view: View, value: string): boolean {
  const wanted = value.toLowerCase();
  return ["name", "displayName", "email", "confirmationNumber", "title"].some((field) => {
    const held = fieldOf(view, field);
    return typeof held === "string" && held.toLowerCase().includes(wanted);
  });
}

/** Views hold texts, numbers and booleans where they can be searched. */
export function textOf(value: unknown): string {
  return typeof value === "string" || typeof value === "number" || typeof value === "boolean"
    ? String(value)
    : "";
}
