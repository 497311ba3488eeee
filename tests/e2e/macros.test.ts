import type { Browser } from "playwright-core";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { DESKTOP, keepScreen, openBrowser, openWindow, PHONE } from "#tests/setup/browser.ts";
import { client, expectAccessible, openScreen } from "./desk.ts";
import { expectNoSidewaysScroll } from "./order-problems.ts";

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
beforeEach(removeAll);
afterAll(async () => {
  await removeAll();
  await browser?.close();
});

type Macro = { id: string; name: string; texts: Record<string, string>; tags: string[]; closes: boolean };
const macros = async () => ((await (await client.api("macros")).json()) as { items: Macro[] }).items;

async function removeAll() {
  for (const { id } of await macros()) await client.api(`macros/${id}`, { method: "DELETE" });
}

/** All of a long screen at once, as it is looked at. */
const tall = ({ width }: { width: number }) => ({ width, height: width < 500 ? 2_000 : 1_500 });

async function onScreen({ size = DESKTOP, path = "" } = {}) {
  const window = await openWindow(browser, size);
  const screen = await openScreen(window.page, `/settings/macros${path}`);
  return { screen, ...window, save: window.page.getByRole("button", { name: "Save", exact: true }) };
}

describe.each([
  ["desktop", DESKTOP],
  ["phone", PHONE],
] as const)("macros, %s", (name, size) => {
  it("are written in several languages, found, changed and taken out", async () => {
    const { screen, page, context, errors, save } = await onScreen({ size: tall(size) });
    await screen.getByText("No macros yet").waitFor();
    await expectAccessible(page, `no macros, ${name}`);
    await expectNoSidewaysScroll(page);
    await keepScreen(page, `macros-empty-${name}`);
    await screen.getByRole("link", { name: "Add macro" }).click();

    await screen.getByLabel("Close the conversation once the reply is sent").check();
    await screen.getByLabel("Text in English", { exact: true }).fill("Your parcel has {{parcel_name}}.");
    await save.click();
    await screen.getByText("Enter a name").waitFor();
    await screen.getByText("There is no placeholder “parcel_name”. Choose one from the list").waitFor();
    await expectAccessible(page, `a refused macro, ${name}`);
    await expectNoSidewaysScroll(page);
    await keepScreen(page, `macros-refused-${name}`);

    await screen.getByLabel("Name", { exact: true }).fill("Where is my parcel");
    const english = screen.getByLabel("Text in English", { exact: true });
    await english.fill("Your parcel’s number is ");
    await screen
      .getByLabel("Insert a placeholder into the text in English")
      .selectOption({ label: "Tracking number" });
    await page.keyboard.type(".");
    expect(await english.inputValue()).toBe("Your parcel’s number is {{tracking_number}}.");
    await screen.getByLabel("Add a language").selectOption("de");
    await screen
      .getByLabel("Text in German", { exact: true })
      .fill("Die Sendungsnummer ist {{tracking_number}}.");
    await screen.getByRole("textbox", { name: "Add tags" }).fill("Parcel");
    await screen.getByRole("textbox", { name: "Add tags" }).press("Enter");
    await save.click();
    await page.getByText("Macro saved").waitFor();
    await save.waitFor({ state: "hidden" });
    expect(await macros()).toMatchObject([
      {
        ...{ name: "Where is my parcel", tags: ["parcel"], closes: true },
        texts: {
          en: "Your parcel’s number is {{tracking_number}}.",
          de: "Die Sendungsnummer ist {{tracking_number}}.",
        },
      },
    ]);
    await expectAccessible(page, `a saved macro, ${name}`);
    await expectNoSidewaysScroll(page);
    await keepScreen(page, `macros-saved-${name}`);

    await client.api("macros", {
      method: "POST",
      body: JSON.stringify({ name: "Opening hours", texts: { en: "We answer from nine to five." } }),
    });
    await screen.getByRole("link", { name: "Macros" }).first().press("Enter");
    await screen.getByRole("link", { name: "Opening hours" }).waitFor();
    await expectAccessible(page, `macros, ${name}`);
    await expectNoSidewaysScroll(page);
    await keepScreen(page, `macros-list-${name}`);
    await screen.getByRole("searchbox", { name: "Search macros" }).fill("SENDUNGS");
    await screen.getByRole("link", { name: "Opening hours" }).waitFor({ state: "detached" });
    await screen.getByRole("searchbox", { name: "Search macros" }).fill("sauna");
    await screen.getByText("No macro has “sauna” in its name or text.").waitFor();
    await expectAccessible(page, `no macro found, ${name}`);
    await screen.getByRole("searchbox", { name: "Search macros" }).fill("");

    await screen.getByRole("link", { name: "Where is my parcel" }).press("Enter");
    await screen.getByRole("button", { name: "Remove macro …" }).press("Enter");
    const dialog = screen.getByRole("dialog", { name: "Remove Where is my parcel?" });
    await dialog.waitFor();
    await expectAccessible(page, `removing a macro, ${name}`);
    await dialog.getByRole("button", { name: "Remove", exact: true }).press("Enter");
    await page.getByText("Macro removed").waitFor();
    await screen.getByRole("link", { name: "Opening hours" }).waitFor();
    expect((await macros()).map((one) => one.name)).toEqual(["Opening hours"]);
    expect(errors).toEqual([]);
    await context.close();
  });
});

describe("a macro that is being written", () => {
  it("is kept while the connection is lost", async () => {
    const { screen, page, context, save } = await onScreen({ path: "/new" });
    await screen.getByLabel("Name", { exact: true }).fill("While offline");
    await screen.getByLabel("Text in English", { exact: true }).fill("Words.");
    await context.setOffline(true);
    await save.click();
    await screen.getByText("Not saved: no connection").waitFor();
    expect(await screen.getByLabel("Text in English", { exact: true }).inputValue()).toBe("Words.");
    await context.setOffline(false);
    await save.click();
    await page.getByText("Macro saved").waitFor();
    expect(await macros()).toMatchObject([{ name: "While offline" }]);
    await context.close();
  });
});
