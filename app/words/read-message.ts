import { IntlMessageFormat } from "intl-messageformat";
import { COUNTED, type Cases, type Message, type Part } from "#app/words/message.ts";

type Element = ReturnType<IntlMessageFormat["getAst"]>[number];
type Plural = Extract<Element, { offset: number }>;

/** The parser's own numbers for kinds of elements (`TYPE`). */
const TEXT = 0;
const VALUE = 1;
const NUMBER = 2;

/** Reads an ICU message in the language of `tag` (BCP 47). For servers and the build: a browser gets what was read, and no parser. */
export const readMessage = (text: string, tag: string): Message =>
  messageOf(new IntlMessageFormat(text, tag).getAst());

function messageOf(elements: readonly Element[]): Message {
  const parts = elements.map(partOf);
  const [only] = parts;
  return parts.length === 1 && typeof only === "string" ? only : parts;
}

function partOf(element: Element): Part {
  if ("pluralType" in element)
    return [element.value, casesOf(element.options), element.offset, element.pluralType ?? "cardinal"];
  if ("options" in element) return [element.value, casesOf(element.options)];
  if ("children" in element) return { tag: element.value, inner: messageOf(element.children) };
  if (!("value" in element)) return COUNTED;
  if (element.type === TEXT) return element.value;
  if (element.type === VALUE) return [element.value];
  const { type, value, style } = element;
  if (type === NUMBER && !style) return { number: value };
  if (!style || typeof style === "string")
    throw new Error(`{${value}} says by no skeleton how it is written`);
  return type === NUMBER
    ? { number: value, options: style.parsedOptions }
    : { date: value, options: style.parsedOptions };
}

const casesOf = (options: Plural["options"]): Cases =>
  Object.fromEntries(Object.entries(options).map(([name, { value }]) => [name, messageOf(value)]));
