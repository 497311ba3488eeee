import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { DESKTOP, keepScreen, openBrowser, openWindow, PHONE } from "#tests/setup/browser.ts";
import { eventually } from "#tests/setup/demo-client.ts";
import {
  demo,
  expectAccessible,
  HANNAH,
  letterWithDraft,
  openScreen,
  orderOnItsWay,
  received,
  subjectFor,
} from "./desk.ts";

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(async () => {
  await browser?.close();
});

describe("the caring loop", () => {
  it("takes a shopper's mail to one reply in their mailbox, through the embedded admin", async () => {
    const order = await orderOnItsWay(HANNAH);
    const subject = subjectFor("Any news?");
    const text = `Hello,\n\nwhere is my order ${order.name}? I have been waiting for days.\n\nThank you`;
    const { draft } = await letterWithDraft(HANNAH, { subject, text });
    expect(draft.text).toContain(order.name);

    const { page, context, errors } = await openWindow(browser, DESKTOP);
    const home = await openScreen(page);
    await home.getByRole("heading", { name: "What needs you now" }).waitFor();
    await expectAccessible(page, "home");
    await keepScreen(page, "home-desktop");

    await page.getByRole("link", { name: "Inbox", exact: true }).click();
    const screen = page.frameLocator("iframe").first();
    const entry = screen.getByRole("link", { name: subject });
    await entry.waitFor();
    await expectAccessible(page, "inbox");
    await keepScreen(page, "inbox-desktop");
    await entry.click();

    await screen.getByRole("heading", { name: "Draft reply" }).waitFor();
    await screen.getByText("Point at a sentence").waitFor();
    await screen.locator(".attune-sentence", { hasText: order.name }).first().focus();
    await screen.getByText(`Order: ${order.name}`).waitFor();
    await expectAccessible(page, "conversation");
    await keepScreen(page, "conversation-desktop");
    await screen.getByRole("button", { name: "Send", exact: true }).dblclick();

    const [mail, ...more] = await eventually(async () => {
      const found = await received(HANNAH, subject);
      return found.length > 0 ? found : null;
    });
    expect(more).toEqual([]);
    expect(mail?.text).toContain(order.name);
    await screen.getByText("Your reply").waitFor();
    await screen.getByText("Waiting on shopper").waitFor();
    await screen.getByText("Drafted with AI, checked by").waitFor();
    await keepScreen(page, "conversation-sent-desktop");

    await page.goto(demo.mailboxUrl);
    await page.getByRole("link", { name: HANNAH.email }).click();
    await page.getByRole("link", { name: subject }).click();
    await page.getByText(order.name).last().waitFor();
    await keepScreen(page, "mailbox-desktop");
    expect(errors).toEqual([]);
    await context.close();
  });

  it("works at a phone's width, without scrolling sideways", async () => {
    const order = await orderOnItsWay(HANNAH);
    const subject = subjectFor("Small screen");
    const { id } = await letterWithDraft(HANNAH, { subject, text: `Where is ${order.name}?` });
    const { page, context, errors } = await openWindow(browser, PHONE);
    for (const [name, path, landmark] of [
      ["home", "", "What needs you now"],
      ["inbox", "/inbox", subject],
      ["conversation", `/inbox/${id}`, "Draft reply"],
      ["settings", "/settings", "What replies say"],
      ["mail", "/settings/mail", "Your inbound address"],
    ] as const) {
      const screen = await openScreen(page, path);
      await screen.getByText(landmark).first().waitFor();
      const wider = await screen
        .locator("body")
        .evaluate((body) => body.ownerDocument.documentElement.scrollWidth - body.clientWidth);
      expect(wider, `${name} scrolls sideways`).toBeLessThanOrEqual(0);
      await expectAccessible(page, `${name} on a phone`);
      await keepScreen(page, `${name}-phone`);
    }
    expect(errors).toEqual([]);
    await context.close();
  });

  it("is worked through with the keyboard alone", async () => {
    const order = await orderOnItsWay(HANNAH);
    const subject = subjectFor("Keyboard");
    const { id, draft } = await letterWithDraft(HANNAH, { subject, text: `Where is ${order.name}?` });
    const { page, context, errors } = await openWindow(browser, DESKTOP);
    const screen = await openScreen(page, `/inbox/${id}`);
    const sentences = screen.locator(".attune-sentence");
    await sentences.first().focus();
    const count = await sentences.count();
    expect(count).toBeGreaterThan(2);
    for (let at = 1; at < count; at += 1) await page.keyboard.press("Tab");
    await expect.poll(() => sentences.last().evaluate((one) => one === document.activeElement)).toBe(true);
    const send = screen.getByRole("button", { name: "Send", exact: true });
    const isOn = () => send.evaluate((button) => button === document.activeElement);
    // What may be added to the reply stands between it and its button.
    for (let steps = 0; steps < 8 && !(await isOn()); steps += 1) await page.keyboard.press("Tab");
    expect(await isOn()).toBe(true);
    await page.keyboard.press("Enter");
    const [mail] = await eventually(async () => {
      const found = await received(HANNAH, subject);
      return found.length > 0 ? found : null;
    });
    expect(mail?.text).toContain(draft.text.split("\n")[0]);
    expect(errors).toEqual([]);
    await context.close();
  });
});
