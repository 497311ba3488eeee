import { readFileSync } from "node:fs";
import type { Browser, Frame, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { DESKTOP, keepScreen, openBrowser, openWindow, PHONE } from "#tests/setup/browser.ts";
import { eventually } from "#tests/setup/demo-client.ts";
import { demo, expectAccessible } from "./desk.ts";
import { expectNoSidewaysScroll, failedDelivery, quietHours } from "./order-problems.ts";

type Words = Record<string, string>;
const wordsIn = (locale: string) =>
  JSON.parse(readFileSync(new URL(`../../app/words/${locale}.json`, import.meta.url), "utf8")) as Words;
const english = wordsIn("en");

let browser: Browser;
let issueId: string;
beforeAll(async () => {
  browser = await openBrowser();
  await quietHours("00:00", "00:00");
  ({ id: issueId } = (await failedDelivery("Elif", "Aydın")).issue);
});
afterAll(async () => {
  await quietHours("20:00", "08:00");
  await browser?.close();
});

/** Screens with words of theirs that stand there once they are loaded. */
const screens: [name: string, path: () => string, there: string][] = [
  ["home", () => "", "home.attention.title"],
  ["inbox", () => "/inbox", "inbox.title"],
  ["new message", () => "/inbox/new", "outgoing.new.to"],
  ["issues", () => "/issues", "issues.column.message"],
  ["issue", () => `/issues/${issueId}`, "issue.draft.heading"],
  ["results", () => "/issues/results", "results.none.off"],
  ["settings", () => "/settings", "settings.voice"],
  ["voice", () => "/settings/voice", "settings.voice.live"],
  ["outreach", () => "/settings/outreach", "outreach.promises.handling"],
  ["knowledge", () => "/settings/knowledge", "knowledge.intro"],
  ["lessons", () => "/settings/lessons", "lessons.intro"],
  ["macros", () => "/settings/macros", "macros.title"],
  ["policies", () => "/settings/policies", "policies.title"],
  ["model", () => "/settings/model", "settings.model"],
  ["mail", () => "/settings/mail", "settings.inbound"],
  ["sending", () => "/settings/sending", "outgoing.settings.undo"],
  ["team", () => "/settings/team", "team.members"],
  ["routing", () => "/settings/routing", "triage.title"],
  ["service-levels", () => "/settings/service-levels", "levels.targets.on"],
  ["privacy", () => "/settings/privacy", "retention.title"],
  ["insights", () => "/insights", "insights.title"],
  ["set-aside", () => "/settings/set-aside", "setAside.title"],
];

/** The app's own page, in that language. */
async function openIn(page: Page, path: string, locale: string): Promise<Frame> {
  await page.goto(`${demo.adminUrl}${path}?locale=${locale}`);
  return eventually(() => Promise.resolve(page.frames().find((one) => one.url().startsWith(demo.appUrl))));
}

/** What stands on the screen, and the names that a screen reader says. */
const saidOn = (frame: Frame) =>
  frame.evaluate(() => [
    ...document.body.innerText.split("\n").map((line) => line.trim()),
    ...[...document.querySelectorAll("[aria-label], [placeholder]")].flatMap((element) =>
      ["aria-label", "placeholder"].map((name) => element.getAttribute(name) ?? ""),
    ),
  ]);

/** English words of the catalogue that have others in this language. */
function untranslated(words: Words): ReadonlySet<string> {
  const own = new Set(Object.values(words));
  // Policies carry the titles that Shopify gives them.
  const ours = Object.entries(english).filter(([key]) => !key.startsWith("insights.policy."));
  const theirs = ours.map(([, text]) => text).filter((text) => text.length > 3 && !/[{<]/u.test(text));
  return new Set(theirs.filter((text) => !own.has(text)));
}

/** The languages whose screens are walked at both widths, and those walked where room is least. */
const walks: [locale: string, size: string, viewport: typeof DESKTOP][] = [
  ...["de", "ja"].map((locale): [string, string, typeof DESKTOP] => [locale, "desktop", DESKTOP]),
  ...["de", "ja", "es", "fr", "pt"].map((locale): [string, string, typeof DESKTOP] => [
    locale,
    "phone",
    PHONE,
  ]),
];

describe("the admin in another language than English", () => {
  it.each(walks)("is all in %s, whole and readable (%s)", async (locale, size, viewport) => {
    const words = wordsIn(locale);
    const foreign = untranslated(words);
    const { page, context, errors } = await openWindow(browser, viewport);
    for (const [name, path, there] of screens) {
      const frame = await openIn(page, path(), locale);
      await frame
        .getByText(words[there] ?? there)
        .first()
        .waitFor({ state: "attached" });
      expect(await frame.locator("html").getAttribute("lang")).toBe(locale);
      expect({ name, english: (await saidOn(frame)).filter((text) => foreign.has(text)) }).toEqual({
        name,
        english: [],
      });
      await expectNoSidewaysScroll(page);
      await expectAccessible(page, `${name} in ${locale}, ${size}`);
      await keepScreen(page, `${name}-${locale}-${size}`);
    }
    expect(errors).toEqual([]);
    await context.close();
  });

  it.each(["de", "ja"])(
    "says beside a field, and in passing, what came of a click, in %s",
    async (locale) => {
      const words = wordsIn(locale);
      const { page, context, errors } = await openWindow(browser, DESKTOP);
      const knowledge = await openIn(page, "/settings/knowledge", locale);
      await knowledge
        .getByRole("button", { name: words["knowledge.add"] ?? "" })
        .first()
        .click();
      await knowledge.getByRole("button", { name: words["knowledge.save"] ?? "" }).click();
      await knowledge.getByText(words["fault.title.empty"] ?? "").waitFor();
      const issue = await openIn(page, `/issues/${issueId}`, locale);
      await issue.getByRole("button", { name: words["issue.dismiss"] ?? "", exact: true }).click();
      await page
        .getByText(words["issue.toast.dismissed"] ?? "")
        .first()
        .waitFor();
      await issue.getByRole("button", { name: words["action.undo"] ?? "" }).click();
      await page
        .getByText(words["issue.toast.reopened"] ?? "")
        .first()
        .waitFor();
      expect(errors).toEqual([]);
      await context.close();
    },
  );
});
