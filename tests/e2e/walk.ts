import type { Browser, FrameLocator, Locator, Page } from "playwright-core";
import { expect } from "vitest";
import { sayIn, type Say, type Values, type WordKey } from "#app/words/say.ts";
import { writtenWords } from "#app/words/written-words.ts";
import { DESKTOP, keepScreen, openWindow, PHONE } from "#tests/setup/browser.ts";
import { eventually } from "#tests/setup/demo-client.ts";
import { demo, expectAccessible } from "./desk.ts";
import { saidOn, untranslated, wordsIn } from "./foreign-words.ts";
import { focusedName, handsOn, type Hands } from "./hands.ts";
import { expectNoSidewaysScroll } from "./order-problems.ts";

export type Language = "en" | "de" | "ja";
export type Round = { hand: Hands["name"]; width: 1280 | 390; language: Language };

/**
 * Of the twelve ways to walk (hand × width × language) the six in which every two of them meet: all twelve of both walks would take
 * longer than the whole suite may.
 */
export const ROUNDS: Round[] = [
  { hand: "mouse", width: 1280, language: "en" },
  { hand: "keyboard", width: 390, language: "en" },
  { hand: "keyboard", width: 1280, language: "de" },
  { hand: "mouse", width: 390, language: "de" },
  { hand: "mouse", width: 1280, language: "ja" },
  { hand: "keyboard", width: 390, language: "ja" },
];

/** A walk is many tests in one: a busy machine may take its time. */
export const A_WALK_MS = 240_000;

export const titleOf = ({ hand, width, language }: Round) => `by ${hand} at ${width} px, in ${language}`;

type Role = Parameters<Page["getByRole"]>[0];

/** Who walks, where, and what they see: everything by the catalogue's words in their language. */
export type Walk = Round & {
  page: Page;
  screen: FrameLocator;
  hands: Hands;
  say: Say;
  /** Something of the app's screen by its role and the words it is called by. */
  the: (role: Role, key: WordKey, values?: Values) => Locator;
  /** A toast's or the save bar's button, and the menu: they stand in the admin around the app. */
  admins: (role: Role, key: WordKey) => Locator;
  /** Waits until the words stand there. */
  sees: (key: WordKey, values?: Values) => Promise<void>;
  /** Waits for what the admin says in passing. */
  hears: (key: WordKey, values?: Values) => Promise<void>;
  /** By the admin's menu, which a phone folds away; `keys`: the desk's own. */
  goTo: (key: WordKey, keys?: string) => Promise<void>;
};

export type Step = {
  name: string;
  go: (walk: Walk) => Promise<void>;
  /** The state it leads to is examined by axe, in the rounds by mouse: they have both widths and all languages. */
  examined?: true;
};

type Given = Round & { browser: Browser; walk: string; adminUrl: string; staff?: string };

/** The font that the tests bring is none of the page's. */
const HARMLESS = "Loading the font";

/** Takes the steps one after another; after each the screen is as it should be, and kept. Answers how many were taken. */
export async function walkThrough(given: Given, steps: readonly Step[]): Promise<number> {
  const { browser, walk, hand, width, language } = given;
  const { page, context, errors } = await openWindow(browser, width === 390 ? PHONE : DESKTOP);
  if (given.staff) await context.addCookies([{ name: "staff", value: given.staff, url: demo.devstoreUrl }]);
  const walker = walkerOf(page, given);
  const foreign = untranslated(language);
  await page.goto(`${given.adminUrl}?locale=${language}`);
  // Nothing has the focus before the first key.
  let held = false;
  for (const [at, { name, go, examined }] of steps.entries()) {
    const where = `${walk}-${language}-${width}-${hand}-${String(at + 1).padStart(2, "0")}-${name}`;
    await go(walker).catch(async (error: unknown) => {
      await keepScreen(page, `${where}-failed`);
      throw new Error(`${where}: ${error instanceof Error ? error.message : String(error)}`, {
        cause: error,
      });
    });
    const focus: string = held
      ? await eventually(() => kept(page), 2).catch(() => "nothing")
      : await focusedName(page);
    if (hand === "keyboard" && held) expect(focus, `${where}: the focus`).not.toBe("nothing");
    held ||= focus !== "nothing";
    const [, app] = page.frames();
    const said = app ? await saidOn(app) : [];
    expect(
      said.filter((text) => foreign.has(text)),
      `${where}: English`,
    ).toEqual([]);
    await expectNoSidewaysScroll(page);
    if (examined && hand === "mouse") await expectAccessible(page, where);
    await keepScreen(page, where);
    const told = errors.filter((error) => !error.startsWith(HARMLESS));
    expect(told, `${where}: errors`).toEqual([]);
  }
  await context.close();
  return steps.length;
}

/** The name of what has the focus, once something has. */
const kept = async (page: Page) => {
  const name = await focusedName(page);
  return name === "nothing" ? null : name;
};

function walkerOf(page: Page, round: Round): Walk {
  const hands = handsOn(page, round.hand);
  const screen = page.frameLocator("iframe").first();
  const say = sayFor(round.language);
  const the: Walk["the"] = (role, key, values) =>
    screen.getByRole(role, { name: say(key, values), exact: true });
  const admins: Walk["admins"] = (role, key) => page.getByRole(role, { name: say(key), exact: true }).last();
  return {
    ...round,
    ...{ page, screen, hands, say, the, admins },
    sees: (key, values) => screen.getByText(say(key, values)).first().waitFor(),
    hears: (key, values) => page.getByText(say(key, values)).first().waitFor(),
    async goTo(key, keys) {
      const inApp = await page.evaluate(() => document.activeElement?.tagName === "IFRAME");
      if (keys && inApp && hands.name === "keyboard") return hands.press(screen.locator("body"), keys);
      const link = page
        .getByRole("navigation")
        .getByRole("link", { name: say(key), exact: true })
        .last();
      if (round.width === 390) await hands.press(page.getByRole("button", { name: "Menu" }));
      return hands.press(link);
    },
  };
}

const sayFor = (language: Language) =>
  sayIn(language, writtenWords(language, wordsIn(language)), { tag: "en", words: english });
const english = writtenWords("en", wordsIn("en"));
