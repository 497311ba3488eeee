import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { DESKTOP, keepScreen, openBrowser, openWindow } from "#tests/setup/browser.ts";
import { eventually } from "#tests/setup/demo-client.ts";
import { expectAccessible, openScreen } from "./desk.ts";
import { keepsFocus } from "./hands.ts";

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(async () => {
  await browser?.close();
});

describe("knowledge", () => {
  it("is written, refused beside its field, changed and retired", async () => {
    const { page, context, errors } = await openWindow(browser, DESKTOP);
    const screen = await openScreen(page, "/settings/knowledge");
    await screen.getByRole("button", { name: "Add text" }).first().press("Enter");
    await eventually(() => screen.getByLabel("Title").evaluate((one) => one === document.activeElement));
    await screen.getByRole("button", { name: "Cancel", exact: true }).press("Enter");
    await keepsFocus(page);
    await screen.getByRole("button", { name: "Add text" }).first().press("Enter");
    await screen.getByRole("button", { name: "Save text" }).click();
    await screen.getByText("Enter a title").waitFor();
    await expectAccessible(page, "a refused text");
    await keepScreen(page, "knowledge-refused-desktop");

    const title = `Washing ${crypto.randomUUID().slice(0, 8)}`;
    await screen.getByLabel("Title").fill(title);
    await screen.getByLabel("Text", { exact: true }).fill("Wash wool by hand in cold water.");
    await screen.getByRole("button", { name: "Save text" }).click();
    await screen.getByRole("button", { name: `Edit ${title}` }).click();
    await screen.getByLabel("Text", { exact: true }).fill("Wash wool at 30 degrees.");
    await screen.getByRole("button", { name: "Save text" }).click();
    await screen.getByText("Wash wool at 30 degrees.").first().waitFor();
    await expectAccessible(page, "knowledge");
    await keepScreen(page, "knowledge-desktop");

    await screen.getByRole("button", { name: `Retire ${title} …` }).click();
    await screen.getByRole("button", { name: `Retire ${title}`, exact: true }).click();
    await screen.getByText("Not in use").first().waitFor();
    expect(errors).toEqual([]);
    await context.close();
  });
});
