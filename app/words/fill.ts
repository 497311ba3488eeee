import { dateFormat, numberFormat, pluralRules } from "#app/words/format.ts";
import { COUNTED, type Cases, type Message, type Part } from "#app/words/message.ts";

export type Value = string | number | boolean | null | undefined;

type Given<Shown> = {
  /** BCP 47. */
  tag: string;
  values: Readonly<Record<string, Value | Shown>>;
  /** What stands around words: `<link>…</link>`. */
  around?: Readonly<Record<string, (inner: (string | Shown)[]) => Shown>>;
};

/** A message with its values in it: text, and what else was given, each in its place. Throws on a value that is not there. */
export function fill<Shown = never>(
  message: Message,
  given: Given<Shown>,
  counted?: number,
): (string | Shown)[] {
  const parts = typeof message === "string" ? [message] : message;
  return joined(parts.flatMap((part) => fillPart(part, given, counted)));
}

function fillPart<Shown>(part: Part, given: Given<Shown>, counted = 0): (string | Shown)[] {
  if (typeof part === "string") return [part];
  if (part === COUNTED) return [numberFormat(given, {}).format(counted)];
  if ("tag" in part) {
    const around = given.around?.[part.tag];
    if (!around) throw new Error(`Nothing stands around <${part.tag}>`);
    return [around(fill(part.inner, given, counted))];
  }
  if ("number" in part) {
    const { scale = 1, ...options } = part.options ?? {};
    return [numberFormat(given, options).format(Number(valueOf(part.number, given)) * scale)];
  }
  if ("date" in part) return [dateFormat(given, part.options).format(Number(valueOf(part.date, given)))];
  const value = valueOf(part[0], given);
  if (part.length === 1) return [shown(value)];
  if (part.length === 2) return fill(caseOf(part[1], String(value)), given, counted);
  const [, cases, offset, type] = part;
  const count = Number(value) - offset;
  const form = pluralRules(given, { type }).select(count);
  return fill(caseOf(cases, `=${String(value)}`, form), given, count);
}

function valueOf<Shown>(name: string, { values }: Given<Shown>): Value | Shown {
  if (!Object.hasOwn(values, name)) throw new Error(`No {${name}} was given`);
  return values[name];
}

/** As `String` writes it; nothing for what is not there. */
const shown = <Shown>(value: Value | Shown): string | Shown =>
  value === null || value === undefined || typeof value === "boolean"
    ? ""
    : typeof value === "number"
      ? String(value)
      : value;

function caseOf(cases: Cases, ...names: string[]): Message {
  const name = [...names, "other"].find((one) => Object.hasOwn(cases, one));
  return (name === undefined ? undefined : cases[name]) ?? "";
}

function joined<Shown>(parts: (string | Shown)[]): (string | Shown)[] {
  const all: (string | Shown)[] = [];
  for (const part of parts) {
    const last = all.at(-1);
    if (typeof part === "string" && typeof last === "string") all[all.length - 1] = last + part;
    else all.push(part);
  }
  return all;
}
