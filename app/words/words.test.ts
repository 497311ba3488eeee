import { readdirSync, readFileSync } from "node:fs";
import { IntlMessageFormat } from "intl-messageformat";
import { describe, expect, it } from "vitest";
import en from "#app/words/en.json" with { type: "json" };
import { keptPrefixes } from "#app/components/kept-words.ts";
import { locales } from "#app/words/locale.ts";

type Elements = ReturnType<IntlMessageFormat["getAst"]>;

/** What is filled into a message: its values' names, and the elements' that stand around words. */
const namesIn = (elements: Elements): string[] =>
  elements.flatMap((element) => [
    ...("value" in element && element.type !== 0 ? [element.value] : []),
    ...("options" in element ? Object.values(element.options).flatMap(({ value }) => namesIn(value)) : []),
    ...("children" in element ? namesIn(element.children) : []),
  ]);
const named = (text: string, tag: string) =>
  [...new Set(namesIn(new IntlMessageFormat(text, tag).getAst()))].toSorted();

const partsOf = (elements: Elements): Elements =>
  elements.flatMap((element) => [
    element,
    ...("options" in element ? Object.values(element.options).flatMap(({ value }) => partsOf(value)) : []),
    ...("children" in element ? partsOf(element.children) : []),
  ]);
const optionsOf = (text: string, locale: string, kind: "select" | "plural") =>
  partsOf(new IntlMessageFormat(text, locale).getAst()).flatMap((element) =>
    "options" in element && "pluralType" in element === (kind === "plural")
      ? [`${element.value}: ${Object.keys(element.options).toSorted().join()}`]
      : [],
  );
/** The forms that a language counts by, as far as one counts here. */
const formsOf = (locale: string) => {
  const rules = new Intl.PluralRules(locale);
  return new Set(Array.from({ length: 200 }, (_, count) => rules.select(count)));
};

const catalogue = (locale: string) =>
  JSON.parse(readFileSync(new URL(`${locale}.json`, import.meta.url), "utf8")) as Record<string, string>;

const sources = ["../routes", "../components", "../words"].flatMap((folder) => {
  const at = new URL(`${folder}/`, import.meta.url);
  return readdirSync(at, { recursive: true, encoding: "utf8" })
    .filter((name) => /(?<!\.test)\.tsx?$/u.test(name))
    .map((name) => readFileSync(new URL(name, at), "utf8"));
});

describe("the words of the admin", () => {
  it("are all said somewhere", () => {
    const text = sources.join("\n");
    const built = new Set([...text.matchAll(/`([a-zA-Z.]+)\.\$\{/gu)].map(([, prefix]) => prefix ?? ""));
    for (const [, prefix = ""] of text.matchAll(/sayCode\(\s*say,\s*"([a-zA-Z.]+)"/gu)) built.add(prefix);
    for (const prefix of keptPrefixes) built.add(prefix);
    const unused = Object.keys(en).filter(
      (key) => !text.includes(`"${key}"`) && ![...built].some((prefix) => key.startsWith(`${prefix}.`)),
    );
    expect(unused).toEqual([]);
  });

  it("stand in the order of their keys", () => {
    for (const locale of locales) {
      const keys = Object.keys(catalogue(locale));
      expect(keys).toEqual(keys.toSorted());
    }
  });

  it.each(locales)("are whole in %s, with what English fills in", (locale) => {
    const words = catalogue(locale);
    expect(Object.keys(words)).toEqual(Object.keys(en));
    const english: Record<string, string> = en;
    const wrong = Object.entries(words).filter(
      ([key, text]) => named(text, locale).join() !== named(english[key] ?? "", "en").join(),
    );
    expect(wrong).toEqual([]);
    expect(Object.keys(words).filter((key) => !words[key]?.trim())).toEqual([]);
  });

  it.each(locales)("tell cases apart in %s as English does, and count as its people do", (locale) => {
    const english: Record<string, string> = en;
    const cases = (text: string, of: string) =>
      [...new Set(optionsOf(text, of, "select"))].toSorted().join("; ");
    const forms = formsOf(locale);
    const words = Object.entries(catalogue(locale));
    expect(words.filter(([key, text]) => cases(text, locale) !== cases(english[key] ?? "", "en"))).toEqual(
      [],
    );
    const uncounted = words.filter(([, text]) =>
      optionsOf(text, locale, "plural").some((options) => [...forms].some((form) => !options.includes(form))),
    );
    expect(uncounted).toEqual([]);
  });
});
