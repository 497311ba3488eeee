import pg from "pg";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { DESKTOP, keepScreen, openBrowser, openWindow, PHONE } from "#tests/setup/browser.ts";
import { eventually } from "#tests/setup/demo-client.ts";
import {
  demo,
  expectAccessible,
  letterWithDraft,
  MARCUS,
  openScreen,
  orderOnItsWay,
  readConversation,
  received,
  subjectFor,
} from "./desk.ts";
import { focusedName } from "./hands.ts";

let browser: Browser;
let database: pg.Client;
beforeAll(async () => {
  browser = await openBrowser();
  database = new pg.Client({ connectionString: demo.databaseUrl });
  await database.connect();
});
afterAll(async () => {
  await database?.end();
  await browser?.close();
});

async function draftOnScreen(words: string) {
  const order = await orderOnItsWay(MARCUS);
  const subject = subjectFor(words);
  const conversation = await letterWithDraft(MARCUS, { subject, text: `Where is my order ${order.name}?` });
  const window = await openWindow(browser, DESKTOP);
  const screen = await openScreen(window.page, `/inbox/${conversation.id}`);
  await screen.getByRole("heading", { name: "Draft reply" }).waitFor();
  return { subject, conversation, screen, ...window };
}

describe("a draft", () => {
  it("is declined on a second click, with a reason, and drafted again with a hint", async () => {
    const { screen, conversation, page, context, errors } = await draftOnScreen("Declined");
    await screen.getByRole("button", { name: "Decline" }).click();
    await screen.getByRole("button", { name: "Keep draft" }).click();
    expect(await screen.getByRole("button", { name: "Decline draft" }).count()).toBe(0);
    await screen.getByRole("button", { name: "Decline" }).click();
    await screen.getByLabel("Why is it declined? (optional)").fill("more formal");
    await expectAccessible(page, "declining a draft");
    await keepScreen(page, "conversation-declining-desktop");
    await page.setViewportSize(PHONE);
    expect(
      await screen.locator("html").evaluate((html) => html.scrollWidth - html.clientWidth),
    ).toBeLessThanOrEqual(0);
    await keepScreen(page, "conversation-declining-phone");
    await page.setViewportSize(DESKTOP);
    await screen.getByRole("button", { name: "Decline draft" }).click();
    await screen.getByRole("heading", { name: "Draft declined" }).waitFor();
    await expect.poll(() => focusedName(page)).toBe("button Write your own reply");
    await keepScreen(page, "conversation-declined-desktop");
    const { rows } = await database.query("SELECT status, decline_reason FROM drafts WHERE id = $1", [
      conversation.draft.id,
    ]);
    expect(rows).toEqual([{ status: "declined", decline_reason: "more formal" }]);

    await screen.getByLabel("What should be different?").fill("more formal");
    await screen.getByRole("button", { name: "Draft again" }).click();
    await screen.getByRole("heading", { name: "Draft reply" }).waitFor();
    const { draft } = await readConversation(conversation.id);
    expect(draft?.id).not.toBe(conversation.draft.id);

    // What it cannot do it says beside the field, and does not call the same words a new draft. Enter asks, too.
    const hint = screen.getByLabel("What should be different?");
    await hint.fill("more formal, and sung");
    await hint.press("Enter");
    await screen.getByText("The draft could not follow this hint").first().waitFor();
    await screen.getByText("Its words stayed the same.").waitFor();
    await expectAccessible(page, "a hint that could not be followed");
    await keepScreen(page, "conversation-hint-not-followed-desktop");
    await page.setViewportSize(PHONE);
    await hint.scrollIntoViewIfNeeded();
    await keepScreen(page, "conversation-hint-not-followed-phone");
    expect(errors).toEqual([]);
    await context.close();
  });

  it("gives way to a reply that a person writes whole, which says nothing of AI", async () => {
    const { screen, subject, page, context, errors } = await draftOnScreen("Own words");
    await screen.getByRole("button", { name: "Decline" }).click();
    await screen.getByRole("button", { name: "Decline draft" }).press("Enter");
    await expect.poll(() => focusedName(page)).toBe("button Write your own reply");
    await page.keyboard.press("Enter");
    // Typed at once, while what it is checked against is still looked up: no letter is lost, and none is a shortcut.
    const words = "Hello Marcus, I am looking into this myself, and next week again. Ada";
    await page.keyboard.type(words);
    const field = screen.getByLabel("Reply");
    await eventually(async () => (await field.inputValue()) === words);
    const send = screen.getByRole("button", { name: "Send", exact: true });
    await eventually(async () => (await screen.getByText("Checked against the records").count()) > 0);
    expect(await field.evaluate((one) => one === document.activeElement)).toBe(true);
    expect(await field.inputValue()).toBe(words);
    expect(await screen.getByLabel("Internal note", { exact: true }).count()).toBe(0);
    await keepScreen(page, "conversation-own-reply-desktop");
    await send.click();
    const [mail] = await eventually(async () => {
      const found = await received(MARCUS, subject);
      return found.length > 0 ? found : null;
    });
    expect(mail?.text).toContain("I am looking into this myself");
    expect(mail?.text).not.toContain("AI");

    // Once it has left they may say more, in the same thread and as often as they want.
    const again = screen.getByRole("button", { name: "Write a reply" });
    await again.waitFor();
    await again.scrollIntoViewIfNeeded();
    await keepScreen(page, "conversation-write-again-desktop");
    await screen.getByRole("button", { name: "Close", exact: true }).click();
    await screen.getByRole("button", { name: "Open again" }).waitFor();
    await page.keyboard.press("r");
    const more = "One thing more, Marcus: your neighbour may take it in.";
    await page.keyboard.type(more);
    await eventually(async () => (await screen.getByText("Checked against the records").count()) > 0);
    expect(await field.inputValue()).toBe(more);
    expect(await field.evaluate((one) => one === document.activeElement)).toBe(true);
    await expectAccessible(page, "another reply");
    await page.setViewportSize(PHONE);
    await field.scrollIntoViewIfNeeded();
    expect(
      await screen.locator("html").evaluate((html) => html.scrollWidth - html.clientWidth),
    ).toBeLessThanOrEqual(0);
    await keepScreen(page, "conversation-write-again-phone");
    await page.setViewportSize(DESKTOP);
    await send.click();
    const mails = await eventually(async () => {
      const found = await received(MARCUS, subject);
      return found.length > 1 ? found : null;
    });
    expect(mails.filter(({ text }) => text.includes(more))).toHaveLength(1);
    await again.waitFor();
    expect((await received(MARCUS, subject)).length).toBe(2);
    expect(errors).toEqual([]);
    await context.close();
  });
});
