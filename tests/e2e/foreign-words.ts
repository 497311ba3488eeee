import { readFileSync } from "node:fs";
import type { Frame } from "playwright-core";
import type { WordKey } from "#app/words/say.ts";

export const wordsIn = (locale: string) =>
  JSON.parse(readFileSync(new URL(`../../app/words/${locale}.json`, import.meta.url), "utf8")) as Record<
    WordKey,
    string
  >;

/** English words of the catalogue that have others in this language. */
export function untranslated(locale: string): ReadonlySet<string> {
  const own = new Set(Object.values(wordsIn(locale)));
  // Policies carry the titles that Shopify gives them.
  const ours = Object.entries(wordsIn("en")).filter(([key]) => !key.startsWith("insights.policy."));
  const theirs = ours.map(([, text]) => text).filter((text) => text.length > 3 && !/[{<]/u.test(text));
  return new Set(theirs.filter((text) => !own.has(text)));
}

/** What stands on the screen, and the names that a screen reader says. */
export const saidOn = (frame: Frame) =>
  frame.evaluate(() => [
    ...document.body.innerText.split("\n").map((line) => line.trim()),
    ...[...document.querySelectorAll("[aria-label], [placeholder]")].flatMap((element) =>
      ["aria-label", "placeholder"].map((name) => element.getAttribute(name) ?? ""),
    ),
  ]);
