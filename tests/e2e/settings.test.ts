import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { DESKTOP, keepScreen, openBrowser, openWindow } from "#tests/setup/browser.ts";
import { expectAccessible, openScreen } from "./desk.ts";

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(async () => {
  await browser?.close();
});

describe("settings", () => {
  it("saves the voice by the admin's save bar, and keeps it", async () => {
    const { page, context, errors } = await openWindow(browser, DESKTOP);
    let screen = await openScreen(page, "/settings");
    const team = `Fernweh care ${crypto.randomUUID().slice(0, 4)} 😀 שלום`;
    await screen.getByLabel("Team name").fill(team);
    await screen.getByLabel("Signature").first().fill("Warm regards\nFernweh Supply");
    await page.getByRole("button", { name: "Save", exact: true }).waitFor();
    await expectAccessible(page, "settings");
    await keepScreen(page, "settings-desktop");
    await page.getByRole("button", { name: "Save", exact: true }).click();
    await page.getByText("Settings saved").waitFor();
    await page.getByRole("button", { name: "Save", exact: true }).waitFor({ state: "hidden" });

    await screen.getByLabel("Answer within").fill("500");
    await page.getByRole("button", { name: "Save", exact: true }).click();
    await screen.getByText("A whole number of hours between 1 and 336").waitFor();
    await expectAccessible(page, "a refused term");
    await screen.getByLabel("Answer within").fill("48");
    await page.getByRole("button", { name: "Save", exact: true }).click();
    await page.getByRole("button", { name: "Save", exact: true }).waitFor({ state: "hidden" });

    await screen.getByLabel("Team name").fill("Something else");
    await page.getByRole("button", { name: "Discard" }).click();
    await page.getByRole("button", { name: "Save", exact: true }).waitFor({ state: "hidden" });
    expect(await screen.getByLabel("Team name").inputValue()).toBe(team);

    screen = await openScreen(page, "/settings");
    await screen.getByText("How a reply ends").waitFor();
    expect(await screen.getByLabel("Team name").inputValue()).toBe(team);
    expect(await screen.getByLabel("Answer within").inputValue()).toBe("48");
    // The demo is everybody's: the day that replies name is as it was.
    await screen.getByLabel("Answer within").fill("24");
    await page.getByRole("button", { name: "Save", exact: true }).click();
    await page.getByRole("button", { name: "Save", exact: true }).waitFor({ state: "hidden" });
    expect(errors).toEqual([]);
    await context.close();
  });

  it("adds, changes and removes a sending address, and says beside the field what is wrong", async () => {
    const { page, context, errors } = await openWindow(browser, DESKTOP);
    const screen = await openScreen(page, "/settings");
    await screen.getByRole("button", { name: "Add address" }).click();
    await screen.getByLabel("Email address").fill("not an address");
    await screen.getByRole("button", { name: "Save address" }).click();
    await screen.getByText("Enter an email address, like care@example.com").waitFor();
    await expectAccessible(page, "a refused address");
    await keepScreen(page, "settings-refused-desktop");

    const address = `care-${crypto.randomUUID().slice(0, 8)}@fernweh-supply.example`;
    await screen.getByLabel("Email address").fill(address);
    await screen.getByRole("button", { name: "Save address" }).dblclick();
    await screen.getByRole("button", { name: `Edit ${address}` }).waitFor();
    expect(await screen.getByText(address, { exact: true }).count()).toBe(1);

    await screen.getByRole("button", { name: `Edit ${address}` }).click();
    await screen.getByLabel("Sender name").fill("Team Fernweh");
    await screen.getByRole("button", { name: "Save address" }).click();
    await screen.getByRole("heading", { name: "Team Fernweh" }).waitFor();

    await screen.getByRole("button", { name: `Remove ${address} …` }).click();
    await screen.getByRole("button", { name: `Remove ${address}`, exact: true }).click();
    await screen.getByText(address, { exact: true }).waitFor({ state: "detached" });
    expect(errors).toEqual([]);
    await context.close();
  });

  it("puts the first steps away until somebody wants them back", async () => {
    const { page, context, errors } = await openWindow(browser, DESKTOP);
    let screen = await openScreen(page);
    // The card goes at once; the test goes on when the server has kept it.
    const kept = page.waitForResponse((response) => response.request().method() === "POST");
    await screen.getByRole("button", { name: "Dismiss" }).click();
    await kept;
    await screen.getByRole("heading", { name: "First steps" }).waitFor({ state: "detached" });
    screen = await openScreen(page);
    await screen.getByRole("heading", { name: "What needs you now" }).waitFor();
    expect(await screen.getByRole("heading", { name: "First steps" }).count()).toBe(0);
    await keepScreen(page, "home-desktop");
    await screen.getByRole("button", { name: "Show first steps" }).click();
    await screen.getByRole("heading", { name: "First steps" }).waitFor();
    await expectAccessible(page, "first steps");
    expect(errors).toEqual([]);
    await context.close();
  });
});
