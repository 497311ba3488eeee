import { expect, it } from "vitest";
import { formatTag, localeOf, tagOf } from "#app/words/locale.ts";

const asked = (query: string, header?: string) =>
  tagOf(
    new Request(`https://app.example/inbox${query}`, {
      headers: header ? { "accept-language": header } : {},
    }),
  );

it("takes the language that Shopify's admin says, then the browser's, then English", () => {
  expect(asked("?locale=pt-BR", "ja,en;q=0.8")).toBe("pt-BR");
  expect(asked("?locale=PT-br")).toBe("pt-BR");
  expect(asked("", "ja,en;q=0.8")).toBe("ja");
  expect(asked("")).toBe("en");
});

it("does without what is no language", () => {
  expect(asked("?locale=%3Cscript%3E", "*")).toBe("en");
  expect(asked("?locale=", "de;q=0.9")).toBe("de");
});

it("writes numbers and dates by the reader's own country where its words are there, else by the words' language", () => {
  expect([localeOf("en-AU"), formatTag("en-AU")]).toEqual(["en", "en-AU"]);
  expect([localeOf("xx"), formatTag("xx-YY")]).toEqual(["en", "en"]);
});
