import { readFileSync } from "node:fs";
import pg from "pg";
import type { Browser, FrameLocator, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { DESKTOP, keepScreen, openBrowser, openWindow, PHONE } from "#tests/setup/browser.ts";
import { demo, expectAccessible, openScreen } from "./desk.ts";
import { clearInsights, daysAgo, SEEDED, seedInsights } from "./insights.ts";

let browser: Browser;
let database: pg.Client;
beforeAll(async () => {
  browser = await openBrowser();
  database = new pg.Client({ connectionString: demo.databaseUrl });
  await database.connect();
  await seedInsights(database, demo.shop);
});
afterAll(async () => {
  await clearInsights(database);
  await browser?.close();
  await database?.end();
});

async function onInsights(search = "", viewport = DESKTOP) {
  const window = await openWindow(browser, viewport);
  const screen = await openScreen(window.page, `/insights${search}`);
  await screen.getByRole("heading", { name: "Insights", exact: true }).waitFor();
  return { ...window, screen };
}

const isWide = (page: Page) =>
  page
    .frames()
    .at(-1)
    ?.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth);

const topic = (screen: FrameLocator, name: string) => screen.getByRole("region", { name });

/** The whole of the screen, however long it is. */
async function keepWhole(page: Page, name: string, viewport: typeof DESKTOP) {
  const height = await page
    .frames()
    .at(-1)
    ?.evaluate(() => document.documentElement.scrollHeight);
  await page.setViewportSize({ width: viewport.width, height: (height ?? 0) + 120 });
  await keepScreen(page, name);
  await page.setViewportSize(viewport);
}

describe("insights", () => {
  it.each([
    ["desktop", DESKTOP],
    ["phone", PHONE],
  ] as const)("show what was counted, with how sure that is (%s)", async (name, viewport) => {
    const { screen, page, context, errors } = await onInsights(`?${SEEDED}`, viewport);
    await screen.getByText(/^48 conversations began from .*, 30 in the 10 days before\./u).waitFor();
    const drafts = topic(screen, "What became of drafts");
    await drafts.getByRole("button", { name: "Show table: What became of drafts" }).click();
    await drafts.getByText("50% (36% to 64%), 24 of 48").waitFor();
    await topic(screen, "Does writing first help?").getByText("Nothing of this in the period.").waitFor();
    expect(await isWide(page)).toBe(false);
    await expectAccessible(page, `insights, ${name}`);
    await keepWhole(page, `insights-${name}`, viewport);
    expect(errors).toEqual([]);
    await context.close();
  });

  it("are read and changed by keyboard, and a screen reader has each table", async () => {
    const { screen, page, context, errors } = await onInsights(`?${SEEDED}`);
    const times = topic(screen, "Response and resolution times");
    const table = times.getByRole("table", { name: "Response and resolution times" });
    expect(await table.getByRole("row").count()).toBe(5);
    const toggle = times.getByRole("button", { name: "Show table: Response and resolution times" });
    await toggle.focus();
    await page.keyboard.press("Enter");
    const back = times.getByRole("button", { name: "Show chart: Response and resolution times" });
    await back.waitFor();
    expect(await back.evaluate((button) => button === document.activeElement)).toBe(true);
    await expectAccessible(page, "insights with a table");

    await screen.getByLabel("Language").selectOption("de");
    await screen.getByText(/^12 conversations began/u).waitFor();
    await screen.getByLabel("Channel").selectOption("storefront");
    await screen.getByText(/^2 conversations began/u).waitFor();
    await topic(screen, "What became of drafts")
      .getByText("Too little to tell: shares and times are shown from 10 on.")
      .waitFor();
    await keepScreen(page, "insights-few-desktop");
    await page.goBack();
    await screen.getByText(/^12 conversations began/u).waitFor();
    expect(errors).toEqual([]);
    await context.close();
  });

  it("are saved as a file in which no name is calculated", async () => {
    const { screen, page, context } = await onInsights(`?${SEEDED}`);
    const saved = page.waitForEvent("download");
    await screen.getByRole("button", { name: "Download CSV: Products that hurt" }).click();
    const file = await saved;
    expect(file.suggestedFilename()).toBe(`insights-${daysAgo(49)}-${daysAgo(40)}-products.csv`);
    const lines = readFileSync(await file.path(), "utf8").split("\r\n");
    expect(lines[0]).toContain('"Product","This period: share","This period: from","This period: to"');
    const bottle = lines.find((line) => line.includes("Trail bottle"));
    expect(bottle).toMatch(/^"'=Trail bottle",0\.5,0\.2\d+,0\.7\d+,8,16,/u);
    await context.close();
  });

  it.each([
    ["desktop", DESKTOP],
    ["phone", PHONE],
  ] as const)(
    "say when there is nothing, and beside the field what is no period (%s)",
    async (name, viewport) => {
      const { screen, page, context, errors } = await onInsights("?from=2025-01-01&to=2025-01-05", viewport);
      await screen.getByText("Nothing to count yet").waitFor();
      await expectAccessible(page, `insights without any, ${name}`);
      await keepScreen(page, `insights-empty-${name}`);
      await screen.getByLabel("To", { exact: true }).fill("2024-12-31");
      await screen.getByRole("button", { name: "Show period" }).click();
      await screen.getByText("Choose a day that is not before the first one").waitFor();
      expect(await screen.getByLabel("To", { exact: true }).inputValue()).toBe("2024-12-31");
      await expectAccessible(page, `insights of no period, ${name}`);
      await keepScreen(page, `insights-wrong-${name}`);
      expect(errors).toEqual([]);
      await context.close();
    },
  );

  it("say that they count, and what was shown before when the connection is lost", async () => {
    const { screen, page, context } = await onInsights(`?${SEEDED}`);
    await screen.getByText(/^48 conversations began/u).waitFor();
    let answer: () => void = () => undefined;
    const held = new Promise<void>((resolve) => {
      answer = resolve;
    });
    await page.route(/\/insights\.data/u, async (route) => {
      await held;
      await route.abort();
    });
    await screen.getByLabel("Period").selectOption("90");
    await screen.getByText("Counting …").waitFor();
    expect(await screen.getByLabel("Period").inputValue()).toBe("90");
    await expectAccessible(page, "insights being counted");
    await keepScreen(page, "insights-loading-desktop");
    answer();
    await screen.getByRole("button", { name: "Try again" }).waitFor();
    await expectAccessible(page, "insights that could not be counted");
    await keepScreen(page, "insights-error-desktop");
    await page.unroute(/\/insights\.data/u);
    await screen.getByRole("button", { name: "Try again" }).click();
    await topic(screen, "Conversations").waitFor();
    expect(await screen.getByLabel("Period").inputValue()).toBe("90");
    await context.close();
  });

  it("are found in the menu", async () => {
    const { page, context, errors } = await onInsights("");
    await page.getByRole("link", { name: "Insights" }).first().click();
    expect(errors).toEqual([]);
    await context.close();
  });
});
