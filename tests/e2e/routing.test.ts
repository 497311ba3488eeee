import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { DESKTOP, keepScreen, openBrowser, openWindow, PHONE } from "#tests/setup/browser.ts";
import { eventually } from "#tests/setup/demo-client.ts";
import { client, expectAccessible, letterWithDraft, MARCUS, openScreen, subjectFor } from "./desk.ts";
import { expectNoSidewaysScroll } from "./order-problems.ts";

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(async () => {
  await removeAll();
  await browser?.close();
});
beforeEach(removeAll);

type Rule = { id: string; name: string; enabled: boolean; actions: { do: string }[] };
const rules = async () => ((await (await client.api("triage/rules")).json()) as { items: Rule[] }).items;

async function removeAll() {
  for (const { id } of await rules()) await client.api(`triage/rules/${id}`, { method: "DELETE" });
}

async function aRule(name: string, word = "invoice") {
  const answer = await client.api("triage/rules", {
    method: "POST",
    body: JSON.stringify({
      name,
      conditions: { match: "all", list: [{ on: "words", in: "anywhere", any: [word], not: false }] },
      actions: [{ do: "add_tags", tags: ["accounts"] }],
    }),
  });
  expect(answer.status).toBe(201);
}

/** All of a long screen at once, as it is looked at. */
const tall = ({ width }: { width: number }) => ({ width, height: width < 500 ? 2_600 : 1_500 });

async function onScreen({ size = DESKTOP, path = "" } = {}) {
  const window = await openWindow(browser, size);
  const screen = await openScreen(window.page, `/settings/routing${path}`);
  return { screen, ...window, save: window.page.getByRole("button", { name: "Save", exact: true }) };
}

describe.each([
  ["desktop", DESKTOP],
  ["phone", PHONE],
] as const)("the rules, %s", (name, size) => {
  it("begin with one that is suggested, tried on last week's messages before it is saved", async () => {
    const { screen, page, context, errors, save } = await onScreen({ size: tall(size) });
    await screen.getByRole("heading", { name: "No rules yet" }).waitFor();
    await expectAccessible(page, `no rules, ${name}`);
    await expectNoSidewaysScroll(page);
    await keepScreen(page, `routing-empty-${name}`);

    await screen.getByRole("link", { name: "Look at it: Stop orders before they ship" }).click();
    await screen.getByLabel("Name", { exact: true }).waitFor();
    await screen.getByText(/^of \d+ of the last 7 days$/u).waitFor();
    await expectAccessible(page, `a suggested rule, ${name}`);
    await expectNoSidewaysScroll(page);
    await keepScreen(page, `routing-rule-${name}`);
    await save.click();
    await page.getByText("Rule saved").waitFor();
    await save.waitFor({ state: "hidden" });
    expect(await rules()).toMatchObject([{ name: "Stop orders before they ship", enabled: true }]);
    expect(errors).toEqual([]);
    await context.close();
  });

  it("are written: what is missing is said beside its field, and what is saved does it", async () => {
    const { screen, page, context, errors, save } = await onScreen({ size: tall(size), path: "/new" });
    await screen.getByRole("button", { name: "Add condition" }).click();
    await save.click();
    await screen.getByText("Enter a name").waitFor();
    await screen.getByText("Choose or enter at least one").waitFor();
    await screen.getByText("Choose at least one thing to do").waitFor();
    await expect.poll(() => focusedLabel(page)).toBe("Name");
    await screen.getByText("Complete the rule to see what it would have done.").waitFor();
    await expectAccessible(page, `a refused rule, ${name}`);
    await expectNoSidewaysScroll(page);
    await keepScreen(page, `routing-refused-${name}`);

    const tag = `vat-${crypto.randomUUID().slice(0, 8)}`;
    await screen.getByLabel("Name", { exact: true }).fill("Send invoices to accounts");
    await screen.getByLabel("Condition 1: what is looked at").selectOption("words");
    await screen.getByRole("textbox", { name: "Condition 1: with what" }).fill("vat number");
    await screen.getByRole("textbox", { name: "Condition 1: with what" }).press("Enter");
    await screen.getByLabel("Add tags").check();
    await screen.getByRole("textbox", { name: "Tags", exact: true }).fill(tag);
    await screen.getByLabel("Set the priority").check();
    await screen.getByLabel("Priority", { exact: true }).selectOption("high");
    await save.click();
    await page.getByText("Rule saved").waitFor();
    await save.waitFor({ state: "hidden" });
    await expectAccessible(page, `a saved rule, ${name}`);
    await keepScreen(page, `routing-saved-${name}`);

    const subject = subjectFor("An invoice");
    const { id } = await letterWithDraft(MARCUS, {
      subject,
      text: "Please send me an invoice with my VAT number. Where is my order?",
    });
    const done = async () => (await client.api(`conversations/${id}/activity`)).text();
    await eventually(async () => (await done()).includes(tag));

    await screen.getByRole("button", { name: "Remove rule …" }).click();
    await screen.getByRole("dialog").getByRole("button", { name: "Remove", exact: true }).click();
    await page.getByText("Rule removed").waitFor();
    await screen.getByRole("heading", { name: "No rules yet" }).waitFor();
    expect(errors).toEqual([]);
    await context.close();
  });

  it("are ordered, switched, copied and taken out by keyboard alone", async () => {
    for (const one of ["First", "Second", "Third"]) await aRule(one);
    const { screen, page, context, errors, save } = await onScreen({ size });
    const list = screen.getByRole("list", { name: "Rules, the first one looked at first" });
    await list.getByRole("link", { name: "Third" }).waitFor();
    await expectAccessible(page, `rules, ${name}`);
    await expectNoSidewaysScroll(page);
    await keepScreen(page, `routing-list-${name}`);

    await screen.getByRole("button", { name: "Move First down" }).focus();
    await page.keyboard.press("Enter");
    await eventually(async () => (await rules()).map((one) => one.name).join() === "Second,First,Third");
    expect(await focusedLabel(page)).toBe("Move First down");
    await page.keyboard.press("Enter");
    await eventually(async () => (await rules()).map((one) => one.name).join() === "Second,Third,First");
    // It has come to the end: the way back has the focus.
    expect(await focusedLabel(page)).toBe("Move First up");

    await screen.getByRole("button", { name: "Turn off Second" }).focus();
    await page.keyboard.press("Enter");
    await page.getByText("Rule turned off").waitFor();
    await screen.getByRole("button", { name: "Turn on Second" }).waitFor();

    await screen.getByRole("button", { name: "More actions for Third" }).focus();
    await page.keyboard.press("Enter");
    await screen.getByRole("menuitem", { name: "Duplicate" }).waitFor();
    await expectAccessible(page, `actions of a rule, ${name}`);
    await keepScreen(page, `routing-menu-${name}`);
    await expect.poll(() => focusedLabel(page)).toBe("Duplicate");
    await page.keyboard.press("Enter");
    await screen.getByLabel("Name", { exact: true }).waitFor();
    expect(await screen.getByLabel("Name", { exact: true }).inputValue()).toBe("Copy of Third");
    await save.focus();
    await page.keyboard.press("Enter");
    await page.getByText("Rule saved").waitFor();
    expect(await rules()).toMatchObject([{}, {}, {}, { name: "Copy of Third", enabled: false }]);
    await save.waitFor({ state: "hidden" });

    await screen.getByRole("link", { name: "Routing" }).first().press("Enter");
    await screen.getByRole("button", { name: "More actions for Copy of Third" }).press("Enter");
    await screen.getByRole("menuitem", { name: "Remove rule …" }).press("Enter");
    const dialog = screen.getByRole("dialog", { name: "Remove Copy of Third?" });
    await dialog.waitFor();
    await expectAccessible(page, `removing a rule, ${name}`);
    await keepScreen(page, `routing-remove-${name}`);
    await dialog.getByRole("button", { name: "Remove", exact: true }).press("Enter");
    await page.getByText("Rule removed").waitFor();
    await list.getByRole("link", { name: "Copy of Third" }).waitFor({ state: "detached" });
    expect((await rules()).map((one) => one.name)).toEqual(["Second", "Third", "First"]);
    expect(errors).toEqual([]);
    await context.close();
  });
});

describe("a rule that is being written", () => {
  it("is kept while the connection is lost, and asked about before it is left", async () => {
    const { screen, page, context, save } = await onScreen({ path: "/new" });
    await screen.getByLabel("Name", { exact: true }).fill("While offline");
    await screen.getByLabel("Set the priority").check();
    await screen.getByText(/^of \d+ of the last 7 days$/u).waitFor();
    await context.setOffline(true);
    await save.click();
    await screen.getByText("Not saved").first().waitFor();
    expect(await screen.getByLabel("Name", { exact: true }).inputValue()).toBe("While offline");
    await context.setOffline(false);
    await save.click();
    await page.getByText("Rule saved").waitFor();
    expect(await rules()).toMatchObject([{ name: "While offline" }]);
    await context.close();
  });
});

/** What has the focus in the app, as it is read out. */
async function focusedLabel(page: Page): Promise<string> {
  const frame = page.frames()[1];
  return (
    (await frame?.evaluate(() => {
      const on = document.activeElement;
      const labelled = on instanceof HTMLInputElement ? on.labels?.[0]?.textContent : null;
      return on?.getAttribute("aria-label") ?? labelled ?? on?.textContent ?? "";
    })) ?? ""
  ).trim();
}
