import { IntlMessageFormat } from "intl-messageformat";
import { describe, expect, it } from "vitest";
import de from "#app/words/de.json" with { type: "json" };
import en from "#app/words/en.json" with { type: "json" };
import es from "#app/words/es.json" with { type: "json" };
import { fill, type Value } from "#app/words/fill.ts";
import fr from "#app/words/fr.json" with { type: "json" };
import ja from "#app/words/ja.json" with { type: "json" };
import type { Message } from "#app/words/message.ts";
import pt from "#app/words/pt.json" with { type: "json" };
import { readMessage } from "#app/words/read-message.ts";

type Elements = ReturnType<IntlMessageFormat["getAst"]>;
type Values = Record<string, Value>;

/** As a browser gets it: the build reads it, and it travels as JSON. */
const arrived = (text: string, tag: string) => JSON.parse(JSON.stringify(readMessage(text, tag))) as Message;

const elementsIn = (elements: Elements): Elements =>
  elements.flatMap((element) => [
    element,
    ...("options" in element ? Object.values(element.options).flatMap(({ value }) => elementsIn(value)) : []),
    ...("children" in element ? elementsIn(element.children) : []),
  ]);

/** Values that between them reach every case of a message, and numbers that its language counts differently. */
function valuesFor(elements: Elements): Values[] {
  const all = elementsIn(elements).filter((element) => "value" in element && element.type !== 0);
  const counts = [0, 1, 2, 5, 21, 1_234_567.5];
  const most = Math.max(
    counts.length,
    ...all.map((element) => ("options" in element ? Object.keys(element.options).length : 0)),
  );
  return Array.from({ length: most }, (_, at) =>
    Object.fromEntries(
      all.flatMap((element): [string, Value][] => {
        if (!("value" in element)) return [];
        if ("options" in element && !("offset" in element))
          return [[element.value, Object.keys(element.options)[at] ?? "no such case"]];
        return [[element.value, counts[at % counts.length]]];
      }),
    ),
  );
}

const MARK = { b: (inner: unknown[]) => `[${inner.join("")}]` };
const around = new Proxy(MARK, { get: (all) => all.b });

function differences(text: string, tag: string): string[] {
  const peer = new IntlMessageFormat(text, tag);
  const tags = elementsIn(peer.getAst()).filter((element) => "children" in element);
  const marks = Object.fromEntries(tags.map(({ value }) => [value, MARK.b]));
  return valuesFor(peer.getAst()).flatMap((values) => {
    const ours = fill<string>(arrived(text, tag), { tag, values: { ...values }, around }).join("");
    const theirs = String(peer.format({ ...values, ...marks }));
    return ours === theirs ? [] : [`${ours} ≠ ${theirs}`];
  });
}

describe("a message is filled as FormatJS fills it", () => {
  it.each(Object.entries({ de, en, es, fr, ja, pt }))("in every message in %s", (tag, texts) => {
    expect(Object.values(texts).flatMap((text) => differences(text, tag))).toEqual([]);
  });

  it.each([
    "Nothing but text",
    "It''s '{'here'}' and '#'",
    "{name}{count}",
    "{count, number} {count, number, ::percent .0} {count, number, ::currency/EUR} {count, number, ::scale/100 .00}",
    "{count, date, ::yyyyMMMMd} {count, time, ::jmm}",
    "{count, plural, offset:1 =0 {none} one {# of {all, plural, one {# line} other {# lines}}} other {#}}",
    "{count, selectordinal, one {#st} two {#nd} few {#rd} other {#th}}",
    "{who, select, me {} other {<b>{name}</b> and <i>others</i>}}",
    "{count, plural, one {<b>#</b>} other {<b># of {all}</b>}}",
  ])("in %s", (text) => {
    for (const tag of ["en", "en-IN", "de", "fr", "ja", "pt-BR"]) expect(differences(text, tag)).toEqual([]);
  });

  it.each([null, undefined, false, "", 0, "a"])("with %s", (value) => {
    const text = "{value}!";
    expect(fill(readMessage(text, "en"), { tag: "en", values: { value } }).join("")).toBe(
      String(new IntlMessageFormat(text, "en").format({ value })),
    );
  });
});

describe("a message", () => {
  it("takes elements in among its words, each in its place", () => {
    const message = readMessage("See <link>order {name}</link> of {who}.", "en");
    const who = { element: "Ada" };
    expect(
      fill<object>(message, {
        tag: "en",
        values: { name: "#1001", who },
        around: { link: (inner) => ({ inner }) },
      }),
    ).toEqual(["See ", { inner: ["order #1001"] }, " of ", who, "."]);
  });

  it("does not go without a value that it names", () => {
    const filling = (text: string) => () => fill(readMessage(text, "en"), { tag: "en", values: {} });
    expect(filling("{name}")).toThrow("No {name} was given");
    expect(filling("{count, plural, other {#}}")).toThrow("No {count} was given");
    expect(filling("<b>x</b>")).toThrow("Nothing stands around <b>");
  });

  it("says by a skeleton how a number or a date is written", () => {
    expect(() => readMessage("{share, number, percent}", "en")).toThrow("{share} says by no skeleton");
    expect(() => readMessage("{at, date, short}", "en")).toThrow("{at} says by no skeleton");
  });

  it("is nothing but its text where there is nothing to fill in", () => {
    expect(readMessage("It''s ready", "en")).toBe("It's ready");
  });
});
