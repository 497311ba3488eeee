import pg from "pg";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { DESKTOP, keepScreen, openBrowser, openWindow, PHONE } from "#tests/setup/browser.ts";
import { demo, expectAccessible, openScreen } from "./desk.ts";

/** One of the dev store's people who does not own the account. */
const NADIA = { id: "10000000001", name: "Nadia Rahman" };

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
  // Whoever worked in another test is no member here.
  const database = new pg.Client({ connectionString: demo.databaseUrl });
  await database.connect();
  await database.query("DELETE FROM staff_members WHERE role <> 'owner'");
  await database.end();
});
afterAll(async () => {
  await browser?.close();
});

/** A window of somebody of the shop; of its owner where nobody is named. */
async function windowOf(viewport: typeof DESKTOP, staff?: { id: string }) {
  const window = await openWindow(browser, viewport);
  if (staff) await window.context.addCookies([{ name: "staff", value: staff.id, url: demo.devstoreUrl }]);
  return window;
}

const isWide = (page: Page) =>
  page
    .frames()
    .at(-1)
    ?.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth);

describe("the team", () => {
  it("begins with whoever came first, and says how others come", async () => {
    const { page, context, errors } = await windowOf(DESKTOP);
    const screen = await openScreen(page, "/settings");
    await screen.getByText("Only you so far").waitFor();
    await screen.getByRole("link", { name: "Team", exact: true }).click();
    await screen.getByRole("heading", { name: "Rieke Holtmann" }).waitFor();
    await screen.getByText("You are the only one so far.").waitFor();
    expect(await screen.getByLabel("Role of Rieke Holtmann").isDisabled()).toBe(true);
    await screen.getByText("The only owner").waitFor();
    await expectAccessible(page, "a team of one");
    await keepScreen(page, "team-alone-desktop");
    expect(errors).toEqual([]);
    await context.close();
  });

  it("shows each member how they sign, and keeps it", async () => {
    const { page, context, errors } = await windowOf(DESKTOP);
    let screen = await openScreen(page, "/settings/team");
    const field = screen.getByLabel("Your name in replies");
    const before = await field.inputValue();
    await field.fill("Rieke 😀 שלום");
    await page.getByRole("button", { name: "Save", exact: true }).click();
    await page.getByText("Settings saved").waitFor();
    await page.getByRole("button", { name: "Save", exact: true }).waitFor({ state: "hidden" });
    screen = await openScreen(page, "/settings/team");
    await screen.getByRole("heading", { name: "Rieke Holtmann" }).waitFor();
    expect(await screen.getByLabel("Your name in replies").inputValue()).toBe("Rieke 😀 שלום");
    // The demo is everybody's: the name under replies is as it was.
    await screen.getByLabel("Your name in replies").fill(before);
    await page.getByRole("button", { name: "Save", exact: true }).click();
    await page.getByRole("button", { name: "Save", exact: true }).waitFor({ state: "hidden" });
    expect(errors).toEqual([]);
    await context.close();
  });

  it("takes in who opens the app, gives them a role, and refuses what it is not enough for", async () => {
    const nadia = await windowOf(DESKTOP, NADIA);
    const hers = await openScreen(nadia.page, "/settings");
    await hers.getByRole("link", { name: "Team", exact: true }).waitFor();
    // A reviewer sees of the settings what is theirs.
    expect(await hers.getByRole("link", { name: "Privacy", exact: true }).count()).toBe(0);
    const mail = await openScreen(nadia.page, "/settings/mail");
    await mail.getByText("Not part of your role").waitFor();
    const refused = await openScreen(nadia.page, "/settings/outreach");
    await refused.getByText("Not part of your role").waitFor();
    await expectAccessible(nadia.page, "a screen that is not part of a role");
    await keepScreen(nadia.page, "role-not-enough-desktop");
    // The browser says that the document was refused; nothing else went wrong.
    expect(nadia.errors.filter((error) => !error.includes("403"))).toEqual([]);

    const owner = await windowOf(DESKTOP);
    const screen = await openScreen(owner.page, "/settings/team");
    await screen.getByRole("heading", { name: NADIA.name }).waitFor();
    await screen.getByText("nadia@", { exact: false }).waitFor();
    await screen.getByLabel(`Role of ${NADIA.name}`).selectOption("lead");
    await owner.page.getByText("Role changed").waitFor();
    await screen.getByRole("button", { name: `Set as away: ${NADIA.name}` }).click();
    await screen.getByText("Away", { exact: true }).waitFor();
    await expectAccessible(owner.page, "a team");
    await keepScreen(owner.page, "team-desktop");

    const lead = await openScreen(nadia.page, "/settings/knowledge");
    await lead.getByRole("button", { name: "Add text" }).first().waitFor();
    const team = await openScreen(nadia.page, "/settings/team");
    await team.getByRole("button", { name: `Set as back: ${NADIA.name}` }).click();
    await team.getByRole("button", { name: `Set as away: ${NADIA.name}` }).waitFor();
    expect(await team.getByLabel(`Role of ${NADIA.name}`).count()).toBe(0);
    await keepScreen(nadia.page, "team-as-lead-desktop");
    expect(owner.errors).toEqual([]);
    await nadia.context.close();
    await owner.context.close();
  });

  it("fits a phone, and is left after a question", async () => {
    const { page, context, errors } = await windowOf(PHONE);
    const screen = await openScreen(page, "/settings/team");
    await screen.getByRole("heading", { name: NADIA.name }).waitFor();
    expect(await isWide(page)).toBe(false);
    await expectAccessible(page, "a team on a phone");
    await keepScreen(page, "team-phone");

    await screen.getByRole("button", { name: `Remove ${NADIA.name} …` }).click();
    const dialog = screen.getByRole("dialog", { name: `Remove ${NADIA.name} from the team?` });
    await dialog.getByText("become unassigned").waitFor();
    await expectAccessible(page, "taking somebody out of the team");
    await keepScreen(page, "team-remove-phone");
    await dialog.getByRole("button", { name: "Cancel" }).click();
    await dialog.waitFor({ state: "hidden" });
    await screen.getByRole("button", { name: `Remove ${NADIA.name} …` }).click();
    await dialog.getByRole("button", { name: "Remove", exact: true }).click();
    await page.getByText("Removed from the team").waitFor();
    await screen.getByRole("heading", { name: NADIA.name }).waitFor({ state: "detached" });
    await screen.getByText("You are the only one so far.").waitFor();
    expect(errors).toEqual([]);
    await context.close();
  });
});
