import pg from "pg";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { DESKTOP, keepScreen, openBrowser, openWindow, PHONE } from "#tests/setup/browser.ts";
import { eventually } from "#tests/setup/demo-client.ts";
import { client, demo, expectAccessible, openScreen } from "./desk.ts";
import { keepsFocus } from "./hands.ts";
import {
  expectNoSidewaysScroll,
  failedDelivery,
  isWaiting,
  issueOf,
  quietHours,
  toastOf,
} from "./order-problems.ts";

let browser: Browser;
let database: pg.Client;
beforeAll(async () => {
  browser = await openBrowser();
  database = new pg.Client({ connectionString: demo.databaseUrl });
  await database.connect();
  await quietHours("00:00", "00:00");
});
afterAll(async () => {
  await quietHours("20:00", "08:00");
  await browser?.close();
  await database?.end();
});

async function onScreen(path: string, viewport = DESKTOP) {
  const window = await openWindow(browser, viewport);
  const screen = await openScreen(window.page, path);
  return { screen, ...window };
}

const mailsTo = (email: string) => client.mailbox(email);

describe("an order problem", () => {
  it("is found, read with what it rests on, approved, and told once", async () => {
    const { order, issue } = await failedDelivery();
    const { screen, page, context, errors } = await onScreen("/issues?kind=delivery_failed");
    const row = screen.getByRole("row").filter({ hasText: order.name });
    await row.getByText("Draft waits").waitFor();
    await row.getByText("Noor Haddad").waitFor();
    await expectAccessible(page, "the list of problems");
    await keepScreen(page, "issues-desktop");

    await row.getByRole("link").click();
    await screen.getByRole("heading", { name: "Delivery failed" }).waitFor();
    await screen.getByText(/tried to deliver it on .* and could not/u).waitFor();
    await screen.getByText("It is right to write, and a draft waits for you.").waitFor();
    await screen.getByRole("button", { name: /rules that are fulfilled/u }).click();
    await screen.getByText("The order has an e-mail address").waitFor();
    await screen.getByText("Order placed").waitFor();
    // The whole mail is read before it is approved.
    await screen.getByRole("heading", { name: "Subject" }).waitFor();
    await screen.getByText("Drafted with AI, checked by").waitFor();
    await screen.getByText(/\/unsubscribe\//u).waitFor();
    const fact = screen.locator('.attune-sentence[data-kind="fact"]').first();
    await fact.focus();
    await screen.getByText(/^Fact/u).first().waitFor();
    await expectAccessible(page, "a problem");
    await keepScreen(page, "issue-desktop");

    const approve = screen.getByRole("button", { name: "Approve", exact: true });
    await approve.dblclick();
    await toastOf(page, "Approved. It is being sent.");
    const [mail, ...others] = await eventually(async () => {
      const mails = await mailsTo(order.email);
      return mails.length > 0 && mails;
    });
    expect(mail?.text).toContain(order.name);
    expect(others).toEqual([]);
    await screen.getByText("The shopper was told on").waitFor();
    await keepScreen(page, "issue-told-desktop");
    await screen.getByRole("link", { name: "Open the conversation" }).click();
    // Where the order stands beside what was said of it, its problem does too.
    await screen.getByRole("link", { name: "Delivery failed" }).first().waitFor();
    await screen.getByText("You wrote first").waitFor();
    await expectAccessible(page, "a conversation about a problem");
    await keepScreen(page, "conversation-problem-desktop");
    expect(await issueOf(order, "delivery_failed")).toMatchObject({ id: issue.id });
    expect(errors).toEqual([]);
    await context.close();
  });

  it("is told in a person's own words, which are held to the records as they are typed", async () => {
    const { order, issue } = await failedDelivery("Ida", "Vester");
    const { screen, page, context, errors } = await onScreen(`/issues/${issue.id}`, PHONE);
    await screen.getByRole("button", { name: "Edit", exact: true }).click();
    const field = screen.getByLabel("Message", { exact: true });
    const drafted = await field.inputValue();
    await field.fill("Hello Ida,\n\nyour tracking number is 1Z999AA10123456784.\n\nBest wishes");
    await screen.getByText("It cannot be sent as it is").waitFor();
    // Who writes it all anew says nothing of AI, and the shopper can still stop such mail.
    const makerLine = screen.getByText("Drafted with AI, checked by");
    await makerLine.waitFor({ state: "detached" });
    await screen.getByText(/\/unsubscribe\//u).waitFor();
    expect(await screen.getByRole("button", { name: "Approve edited message" }).isDisabled()).toBe(true);
    await expectAccessible(page, "a problem's edited message");
    await expectNoSidewaysScroll(page);
    await keepScreen(page, "issue-blocked-phone");
    await field.fill(`${drafted.trimEnd()}\n`);
    await screen.getByText("Checked against the records as you type").waitFor();
    await makerLine.waitFor();

    await context.setOffline(true);
    await screen.getByRole("button", { name: "Approve edited message" }).click();
    await screen.getByText("No answer from Attune").waitFor();
    expect(await field.inputValue()).toContain("Ida");
    await context.setOffline(false);
    await screen.getByRole("button", { name: "Approve edited message" }).click();
    await eventually(async () => (await mailsTo(order.email)).length === 1);
    expect(errors.filter((error) => !error.includes("ERR_INTERNET_DISCONNECTED"))).toEqual([]);
    await context.close();
  });

  it("is not told when it is declined, and the reason is kept", async () => {
    const { order, issue } = await failedDelivery("Bo", "Aalto");
    const { screen, page, context, errors } = await onScreen(`/issues/${issue.id}`);
    await screen.getByRole("button", { name: "Decline", exact: true }).click();
    const reason = screen.getByLabel("Why not?");
    expect(await reason.evaluate((field) => field === document.activeElement)).toBe(true);
    await expectAccessible(page, "declining");
    await reason.fill("I called them");
    await screen.getByRole("button", { name: "Decline message" }).click();
    await toastOf(page, "Message declined");
    await screen.getByText("You declined the draft.").waitFor();
    expect(await issueOf(order, "delivery_failed")).toMatchObject({ outreach: { state: "declined" } });
    expect(await mailsTo(order.email)).toEqual([]);
    const { rows } = await database.query<{ decline_reason: string }>(
      "SELECT decline_reason FROM drafts WHERE issue_id = $1 AND status = 'declined'",
      [issue.id],
    );
    expect(rows).toEqual([{ decline_reason: "I called them" }]);
    expect(errors).toEqual([]);
    await context.close();
  });

  it("is put off until a morning, by keyboard alone, and out of the list until then", async () => {
    const { order, issue } = await failedDelivery("שירה", "בן־דוד הארוכה מאוד");
    const { screen, page, context, errors } = await onScreen(`/issues/${issue.id}`, PHONE);
    await expectNoSidewaysScroll(page);
    await keepScreen(page, "issue-phone");
    await screen.getByRole("button", { name: "Snooze" }).focus();
    await page.keyboard.press("Enter");
    await screen.getByRole("menuitem", { name: "For a week" }).focus();
    await page.keyboard.press("Enter");
    await toastOf(page, "Snoozed");
    await screen.getByText("It comes back sooner when something new happens").waitFor();
    const { snoozedUntil } = await issueOf(order, "delivery_failed");
    const left = Date.parse(snoozedUntil ?? "") - Date.now();
    expect(left).toBeGreaterThan(5.5 * 86_400_000);
    expect(left).toBeLessThan(7.5 * 86_400_000);

    const list = await openScreen(page, "/issues?view=snoozed");
    await list.getByText(order.name).waitFor();
    await expectAccessible(page, "what was put off");
    await expectNoSidewaysScroll(page);
    const none = await openScreen(page, "/issues?view=snoozed&severity=1&kind=bad_address");
    await none.getByText("No problems match").waitFor();
    const open = await openScreen(page, "/issues?kind=delivery_failed");
    await open.getByRole("heading", { name: "Issues" }).waitFor();
    expect(await open.getByText(order.name).count()).toBe(0);

    const again = await openScreen(page, `/issues/${issue.id}`);
    await keepScreen(page, "issue-snoozed-phone");
    await again.getByRole("button", { name: "End snooze" }).click();
    await toastOf(page, "The snooze is over");
    await again.getByText("It comes back sooner").waitFor({ state: "detached" });
    await issueOf(order, "delivery_failed", isWaiting);
    expect(errors).toEqual([]);
    await context.close();
  });

  it("is no problem when somebody says so, and one again when they take it back", async () => {
    const { order, issue } = await failedDelivery("Ana", "Lima");
    const { screen, page, context, errors } = await onScreen(`/issues/${issue.id}`);
    await screen.getByRole("button", { name: "Not a problem" }).click();
    await toastOf(page, "Marked as not a problem");
    await screen.getByText("Marked as not a problem on").waitFor();
    expect(await screen.getByRole("button", { name: "Approve" }).count()).toBe(0);
    await keepScreen(page, "issue-dismissed-desktop");
    await screen.getByRole("button", { name: "Undo" }).click();
    await toastOf(page, "Open again");
    expect(await issueOf(order, "delivery_failed", isWaiting)).toMatchObject({ status: "open" });
    await screen.getByRole("button", { name: "Approve", exact: true }).waitFor();
    expect(errors).toEqual([]);
    await context.close();
  });

  it("waits for the morning where the shopper is when it is approved at night", async () => {
    const { order, issue } = await failedDelivery("Tove", "Nord");
    // Every hour is quiet but one that is not now.
    const hour = (new Date().getUTCHours() + 12) % 24;
    const at = (one: number) => `${String(one % 24).padStart(2, "0")}:00`;
    await quietHours(at(hour + 1), at(hour));
    try {
      const { screen, page, context, errors } = await onScreen(`/issues/${issue.id}`);
      await screen.getByText("It is a quiet hour where the shopper is").waitFor();
      await screen.getByRole("button", { name: "Approve", exact: true }).click();
      await toastOf(page, "It leaves when the quiet hours are over");
      await screen.getByText("when the quiet hours are over where the shopper is").waitFor();
      // It can be read as long as it waits.
      await screen.getByRole("heading", { name: "Approved message" }).waitFor();
      await screen.getByText(/\/unsubscribe\//u).waitFor();
      expect(await screen.locator('.attune-sentence[data-kind="fact"]').count()).toBeGreaterThan(0);
      await expectAccessible(page, "a message that was approved");
      await keepScreen(page, "issue-quiet-desktop");
      expect(await mailsTo(order.email)).toEqual([]);
      const list = await openScreen(page, "/issues?kind=delivery_failed");
      const row = list.getByRole("row").filter({ hasText: order.name });
      await row.getByText(/^Leaves/u).waitFor();

      const again = await openScreen(page, `/issues/${issue.id}`);
      await again.getByRole("button", { name: "Take back" }).click();
      await toastOf(page, "Taken back. It waits for you again.");
      await again.getByRole("button", { name: "Edit", exact: true }).click();
      const field = again.getByLabel("Message", { exact: true });
      const words = `${(await field.inputValue()).trimEnd()}\n\nWarm greetings from all of us.`;
      await field.fill(words);
      await again.getByText("Checked against the records as you type").waitFor();
      await again.getByRole("button", { name: "Approve edited message" }).click();
      const back = again.getByRole("button", { name: "Take back" });
      await back.waitFor();
      expect(await again.getByText("Your text was not sent").count()).toBe(0);
      // Their words are theirs still.
      await back.focus();
      await page.keyboard.press("Enter");
      await field.waitFor();
      await keepsFocus(page);
      expect(await field.inputValue()).toBe(words);
      await expectAccessible(page, "a message taken back");
      await keepScreen(page, "issue-taken-back-desktop");
      expect(await mailsTo(order.email)).toEqual([]);
      expect(errors).toEqual([]);
      await context.close();
    } finally {
      await quietHours("00:00", "00:00");
    }
  });

  it("is counted on the home page, which leads to it", async () => {
    await failedDelivery("Per", "Holm");
    const { screen, context, errors } = await onScreen("");
    await screen.getByRole("heading", { name: "Messages to approve" }).waitFor();
    await screen.getByRole("link", { name: "Open: Messages to approve" }).click();
    await screen.getByText("Draft waits").first().waitFor();
    expect(errors).toEqual([]);
    await context.close();
  });
});
