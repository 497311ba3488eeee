import { createHmac } from "node:crypto";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { DESKTOP, keepScreen, openBrowser, openWindow, PHONE } from "#tests/setup/browser.ts";
import { eventually } from "#tests/setup/demo-client.ts";
import { client, demo, expectAccessible, openScreen } from "./desk.ts";

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(async () => {
  await browser?.close();
});

/** A signed webhook of the shop that no schema of ours fits; resolves once it is set aside. */
async function sendBroken(note: string, topic = "orders/updated"): Promise<void> {
  const body = JSON.stringify({ id: "none", note });
  const before = await quarantined();
  const answer = await fetch(`${demo.appUrl}/webhooks`, {
    method: "POST",
    headers: {
      "content-type": "application/json",
      "x-shopify-hmac-sha256": createHmac("sha256", demo.apiSecret).update(body).digest("base64"),
      "x-shopify-shop-domain": demo.shop,
      "x-shopify-topic": topic,
      "x-shopify-webhook-id": crypto.randomUUID(),
    },
    body,
  });
  expect(answer.status).toBe(200);
  await eventually(async () => (await quarantined()) > before);
}

async function quarantined(): Promise<number> {
  return ((await (await client.api("health/shop")).json()) as { quarantined: number }).quarantined;
}

describe("events set aside", () => {
  it("are shown with why, opened, tried again and dismissed", async () => {
    const [first, second] = ["first", "second"].map((word) => `${word} ${crypto.randomUUID()}`);
    if (!first || !second) throw new Error("no notes");
    await sendBroken(first);
    await sendBroken(second);
    const { page, context, errors } = await openWindow(browser, DESKTOP);
    const home = await openScreen(page);
    await home.getByText("set aside because Attune could not work with them").waitFor();

    const settings = await openScreen(page, "/settings");
    await settings.getByRole("link", { name: "Events set aside" }).click();
    const screen = page.frameLocator("iframe").first();
    await screen.getByRole("heading", { name: "Events set aside" }).waitFor();
    await screen.getByText("The body does not fit the topic", { exact: false }).first().waitFor();
    await expectAccessible(page, "events set aside");
    await keepScreen(page, "set-aside-desktop");

    await screen.getByRole("button", { name: "Show content" }).first().click();
    await screen.getByText(second).waitFor();
    await expectAccessible(page, "content of an event");
    await keepScreen(page, "set-aside-content-desktop");
    await screen.getByRole("button", { name: "Close" }).click();
    await screen.getByText(second).waitFor({ state: "detached" });

    // Tried again, it is broken still, and comes back.
    const count = await quarantined();
    await screen.getByRole("button", { name: "Try again" }).first().dblclick();
    await page.getByText("1 event tried again").waitFor();
    await eventually(async () => (await quarantined()) === count);

    const again = await openScreen(page, "/settings/set-aside");
    await again.getByRole("checkbox", { name: "Select all" }).first().check({ force: true });
    await keepScreen(page, "set-aside-selected-desktop");
    await again
      .locator(".Polaris-BulkActions__BulkActionsOuterLayout")
      .getByRole("button", { name: "Dismiss" })
      .click();
    await again.getByText("Nothing is set aside").waitFor();
    await keepScreen(page, "set-aside-empty-desktop");
    expect(await quarantined()).toBe(0);
    expect(errors).toEqual([]);
    await context.close();
  });

  it("fit on a phone and beside each other, whatever a topic is", async () => {
    await sendBroken(`narrow ${crypto.randomUUID()}`);
    await sendBroken(`long ${crypto.randomUUID()}`, `orders/${"unheardof".repeat(27)}`);
    const desk = await openWindow(browser, DESKTOP);
    const table = await openScreen(desk.page, "/settings/set-aside");
    const buttons = table.getByRole("button", { name: "Dismiss" });
    await buttons.first().waitFor();
    await keepScreen(desk.page, "set-aside-long-desktop");
    for (const button of await buttons.all()) {
      const box = await button.boundingBox();
      expect((box?.x ?? Infinity) + (box?.width ?? 0)).toBeLessThan(DESKTOP.width);
    }
    await desk.context.close();
    const { page, context, errors } = await openWindow(browser, PHONE);
    const screen = await openScreen(page, "/settings/set-aside");
    await screen.getByRole("button", { name: "Try again" }).first().waitFor();
    await keepScreen(page, "set-aside-phone");
    const wide = await screen.locator("html").evaluate((html) => html.scrollWidth > html.clientWidth);
    expect(wide).toBe(false);
    await screen.getByRole("button", { name: "Show content" }).first().click();
    await screen.getByText("long").waitFor();
    await keepScreen(page, "set-aside-content-phone");
    expect(errors).toEqual([]);
    await context.close();
  });
});
