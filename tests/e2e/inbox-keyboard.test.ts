import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { DESKTOP, keepScreen, openBrowser, openWindow, PHONE } from "#tests/setup/browser.ts";
import { eventually } from "#tests/setup/demo-client.ts";
import { expectAccessible, openScreen, readConversation } from "./desk.ts";
import { conversationOf, focused, openInbox, rowOf } from "./inbox-screen.ts";

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(async () => {
  await browser?.close();
});

describe.each([
  ["desktop", DESKTOP],
  ["phone", PHONE],
])("the inbox by keyboard alone, %s", (name, size) => {
  it("moves, selects, assigns, closes, searches and opens, and never loses the focus", async () => {
    const [older, newer] = [await conversationOf("By key, older"), await conversationOf("By key, newer")];
    const { page, screen, context, errors } = await openInbox(browser, { size });
    await rowOf(screen, newer.subject).waitFor();
    // A key is for the app once somebody is in it.
    await screen.getByRole("heading", { name: "Inbox", exact: true }).click();

    await page.keyboard.press("j");
    expect(await focused(page)).toBe(newer.subject);
    await page.keyboard.press("j");
    expect(await focused(page)).toBe(older.subject);
    await page.keyboard.press("k");
    await page.keyboard.press("x");
    await screen.getByText("1 selected").waitFor();
    expect(await focused(page)).toBe(newer.subject);
    await page.keyboard.press("x");
    await screen.getByText("1 selected").waitFor({ state: "detached" });

    await page.keyboard.press("a");
    await expect.poll(() => focused(page)).toBe("Assign to me");
    await expectAccessible(page, `inbox ${name}, assign`);
    await page.keyboard.press("Enter");
    await page.getByText("Conversation assigned").waitFor();
    await expect.poll(() => focused(page)).toBe(newer.subject);

    await page.keyboard.press("e");
    await rowOf(screen, newer.subject).waitFor({ state: "detached" });
    expect(await focused(page)).toBe(older.subject);
    await eventually(async () => (await readConversation(newer.id)).status === "closed");

    await page.keyboard.press("?");
    const dialog = screen.getByRole("dialog", { name: "Keyboard shortcuts" });
    await dialog.waitFor();
    await expectAccessible(page, `inbox ${name}, keys`);
    await keepScreen(page, `inbox-keys-${name}`);
    await page.keyboard.press("j");
    await page.keyboard.press("Escape");
    await dialog.waitFor({ state: "hidden" });
    await expect.poll(() => focused(page)).toBe(older.subject);

    await page.keyboard.press("/");
    await page.keyboard.type("je older");
    const field = screen.getByPlaceholder("Search in All open");
    expect(await field.inputValue()).toBe("je older");
    await field.fill(older.subject);
    await screen.getByText("1 conversation", { exact: true }).waitFor();
    await page.keyboard.press("Escape");
    await eventually(async () => (await field.inputValue()) === "");
    await page.keyboard.press("Escape");
    await expect.poll(() => focused(page)).toContain("conversation");

    await page.keyboard.press("j");
    await expect.poll(() => focused(page)).toBe(older.subject);
    await page.keyboard.press("o");
    await screen.getByRole("heading", { name: older.subject }).waitFor();
    expect(errors).toEqual([]);
    await context.close();
  });

  it("goes back to what was left, by key and by link, onto the row that was opened", async () => {
    const [one, other] = [await conversationOf("Left at"), await conversationOf("Left beside")];
    const query = "?view=unassigned&sort=newest";
    const { page, screen, context, errors } = await openInbox(browser, { size, query });
    const back = async () => {
      await screen.getByRole("heading", { name: "Inbox", exact: true }).waitFor();
      await expect.poll(() => focused(page)).toBe(one.subject);
      expect(page.frames()[1]?.url()).toContain("view=unassigned");
    };
    for (const way of ["u", "g i", "link"]) {
      await rowOf(screen, other.subject).waitFor();
      await screen.getByRole("link", { name: one.subject }).press("Enter");
      await screen.getByRole("button", { name: "Add note" }).waitFor();
      await expect.poll(() => focused(page)).toContain("Add note");
      if (way === "link") await screen.getByRole("link", { name: "Inbox" }).first().press("Enter");
      else for (const key of way.split(" ")) await page.keyboard.press(key);
      await back();
    }
    expect(errors).toEqual([]);
    await context.close();
  });

  it("goes home and back by two keys", async () => {
    const { page, screen, context, errors } = await openInbox(browser, { size });
    await screen.getByRole("heading", { name: "Inbox", exact: true }).click();
    await page.keyboard.press("g");
    await page.keyboard.press("h");
    await screen.getByRole("heading", { name: "What needs you now" }).waitFor();
    await page.keyboard.press("g");
    await page.keyboard.press("i");
    await screen.getByRole("heading", { name: "Inbox", exact: true }).waitFor();
    expect(errors).toEqual([]);
    await context.close();
  });
});

it("goes on as it was when what it looks up ahead is not reached, and opens it once it is", async () => {
  const { subject } = await conversationOf("Looked up ahead");
  const { page, screen, context } = await openInbox(browser, { size: DESKTOP });
  await rowOf(screen, subject).waitFor();
  await screen.getByRole("heading", { name: "Inbox", exact: true }).click();
  await context.route(/ahead=1/u, (route) => route.abort());
  const failed = page.waitForEvent("requestfailed", (request) => request.url().includes("ahead=1"));
  await page.keyboard.press("j");
  await failed;
  expect(await focused(page)).toBe(subject);
  await context.unrouteAll();
  await page.keyboard.press("o");
  await screen.getByRole("heading", { name: subject }).waitFor();
  await context.close();
});

it("closes nothing by letters that are for a menu of the list or a filter", async () => {
  const { id, subject } = await conversationOf("Letters for a menu");
  const { page, screen, context, errors } = await openInbox(browser, { size: DESKTOP });
  await rowOf(screen, subject).getByRole("checkbox").check();
  const pane = screen.locator("[data-polaris-overlay]");
  for (const name of ["Assign", "Snooze", "More actions", "Emotion", "Tag"]) {
    await screen.getByRole("button", { name, exact: true }).click();
    await pane.waitFor();
    await eventually(() => pane.evaluate((one) => one.contains(document.activeElement)));
    await page.keyboard.type("refund");
    expect(await screen.getByText("1 selected").count()).toBe(1);
    await page.keyboard.press("Escape");
    await pane.waitFor({ state: "detached" });
  }
  expect((await readConversation(id)).status).toBe("open");
  await page.keyboard.press("e");
  await rowOf(screen, subject).waitFor({ state: "detached" });
  expect(errors).toEqual([]);
  await context.close();
});

it("keeps its keys to itself while a menu or a dialog of a conversation is open", async () => {
  const { id } = await conversationOf("Menus before keys");
  const { context, page, errors } = await openWindow(browser, DESKTOP);
  const screen = await openScreen(page, `/inbox/${id}`);
  await screen.getByRole("heading", { name: "Draft reply" }).waitFor();
  const close = screen.getByRole("button", { name: "Close", exact: true });
  const menus = ["Unassigned", "Snooze", "More actions", "Insert macro", /^(?:Correct the|Other) emotion$/u];
  for (const name of menus) {
    await screen.getByRole("button", { name, exact: true }).click();
    const pane = screen.locator("[data-polaris-overlay]");
    await pane.waitFor();
    // What is open has the focus, and what closes it is for it alone.
    await eventually(() => pane.evaluate((one) => one.contains(document.activeElement)));
    for (const key of ["e", "n", "g", "h"]) await page.keyboard.press(key);
    expect(await close.count()).toBe(1);
    expect(await screen.getByLabel("Internal note", { exact: true }).count()).toBe(0);
    await page.keyboard.press("Escape");
    await pane.waitFor({ state: "detached" });
  }
  await screen.getByRole("heading", { level: 1 }).click();
  await page.keyboard.press("?");
  await screen.getByRole("dialog", { name: "Keyboard shortcuts" }).waitFor();
  await page.keyboard.press("e");
  await page.keyboard.press("Escape");
  expect(await close.count()).toBe(1);
  expect((await readConversation(id)).status).toBe("open");
  await screen.getByRole("heading", { level: 1 }).click();
  await page.keyboard.press("e");
  await screen.getByRole("button", { name: "Open again" }).waitFor();
  expect(errors).toEqual([]);
  await context.close();
});
