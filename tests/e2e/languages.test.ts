import type { Browser, Frame, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { DESKTOP, keepScreen, openBrowser, openWindow, PHONE } from "#tests/setup/browser.ts";
import { eventually } from "#tests/setup/demo-client.ts";
import type { WordKey } from "#app/words/say.ts";
import { demo, expectAccessible } from "./desk.ts";
import { saidOn, untranslated, wordsIn } from "./foreign-words.ts";
import { expectNoSidewaysScroll, failedDelivery, quietHours } from "./order-problems.ts";

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
const screens: [name: string, path: () => string, there: WordKey][] = [
  ["home", () => "", "home.attention.title"],
  ["inbox", () => "/inbox", "inbox.title"],
  ["new message", () => "/inbox/new", "outgoing.new.to"],
  ["issues", () => "/issues", "issues.subtitle"],
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

/** The reviewer's day and the merchant's first hour lead over these, in German and Japanese at both widths. */
const WALKED: ReadonlySet<string> = new Set([
  ...["home", "inbox", "settings", "voice", "mail", "sending", "team", "routing", "insights"],
]);

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
    const foreign = untranslated(locale);
    const isWide = size === "desktop";
    const { page, context, errors } = await openWindow(browser, viewport);
    for (const [name, path, there] of screens) {
      if (isWide && WALKED.has(name)) continue;
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
      // Once for each screen and language, where room is least.
      if (!isWide) await expectAccessible(page, `${name} in ${locale}, ${size}`);
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

  it("shows who followed an old link that nothing is there, and the ways on, whatever the link named", async () => {
    const words = wordsIn("de");
    for (const viewport of [DESKTOP, PHONE]) {
      const { page, context, errors } = await openWindow(browser, viewport);
      const shown: string[][] = [];
      for (const path of [
        `/inbox/${crypto.randomUUID()}`,
        `/issues/${crypto.randomUUID()}`,
        "/reports/2019",
      ]) {
        const frame = await openIn(page, path, "de");
        await frame.getByText(words["error.notFound.title"]).waitFor();
        expect(await frame.locator("html").getAttribute("lang")).toBe("de");
        shown.push(await saidOn(frame));
        expect(await frame.getByRole("link", { name: words["nav.home"] }).getAttribute("href")).toBe("/");
      }
      expect(shown[1]).toEqual(shown[0]);
      expect(shown[2]).toEqual(shown[0]);
      await expectNoSidewaysScroll(page);
      await expectAccessible(page, "an address of nothing");
      await keepScreen(page, `not-there-de-${viewport === DESKTOP ? "desktop" : "phone"}`);
      const frame = page.frameLocator("iframe").first();
      await frame.getByRole("link", { name: words["nav.inbox"] }).click();
      await frame.getByRole("heading", { name: words["inbox.title"], level: 1 }).waitFor();
      expect(errors.filter((error) => !error.includes("404 (Not Found)"))).toEqual([]);
      await context.close();
    }
  });
});
