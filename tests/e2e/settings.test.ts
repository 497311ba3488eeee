import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { DESKTOP, keepScreen, openBrowser, openWindow, PHONE } from "#tests/setup/browser.ts";
import { eventually } from "#tests/setup/demo-client.ts";
import { client, expectAccessible, HANNAH, letterWithDraft, openScreen, subjectFor } from "./desk.ts";
import { keepsFocus } from "./hands.ts";
import { loadWith, streamedAnswer } from "./streamed.ts";

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
    let screen = await openScreen(page, "/settings/voice");
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

    screen = await openScreen(page, "/settings/voice");
    await screen.getByRole("heading", { name: "Preview" }).waitFor();
    expect(await screen.getByLabel("Team name").inputValue()).toBe(team);
    expect(await screen.getByLabel("Answer within").inputValue()).toBe("48");
    // The demo is everybody's: the day that replies name is as it was.
    await screen.getByLabel("Answer within").fill("24");
    await page.getByRole("button", { name: "Save", exact: true }).click();
    await page.getByRole("button", { name: "Save", exact: true }).waitFor({ state: "hidden" });
    // The preview asks while a value is not valid yet, and is told so.
    expect(errors.filter((error) => !error.includes("status of 422"))).toEqual([]);
    await context.close();
  });

  it.each([
    ["desktop", DESKTOP],
    ["phone", PHONE],
  ])("shows a waiting draft in the voice as it is typed, by keyboard (%s)", async (name, size) => {
    const subject = subjectFor("Where is my order");
    await letterWithDraft(HANNAH, { subject, text: "Hello, where is my order? Thanks, Hannah" });
    const { page, context, errors } = await openWindow(browser, size);
    const screen = await openScreen(page, "/settings/voice");
    const draft = screen.getByLabel("Waiting draft");
    // Other tests' drafts wait, too: the one of this test is among the newest.
    const id = await draft.locator("option", { hasText: subject }).getAttribute("value");
    await draft.selectOption(id ?? "");
    const mail = screen.getByRole("region", { name: "The mail as a shopper would get it" });
    await mail.getByText(subject).waitFor();
    await screen.getByLabel("Your name in replies").focus();
    await page.keyboard.type("Noor");
    await mail.getByText("Drafted with AI, checked by Noor.").waitFor();
    await screen.getByText("As it is typed now.").waitFor();
    await screen.getByLabel("Signature").fill("With care\nThe people of Fernweh");
    await mail.getByText("The people of Fernweh").waitFor();
    await mail.scrollIntoViewIfNeeded();
    await expectAccessible(page, `the voice's preview, ${name}`);
    await keepScreen(page, `settings-voice-preview-${name}`);

    // What is no valid value asks for nothing new; what was shown stays.
    await screen.getByLabel("Answer within").fill("0");
    await screen.getByText("The preview goes on once it is").waitFor();
    await mail.getByText("The people of Fernweh").waitFor();
    await screen.getByLabel("Answer within").fill("24");
    await screen.getByText("As it is typed now.").waitFor();

    // An answer to what was typed before comes late, and is dropped.
    const late = Promise.withResolvers<void>();
    await page.route("**/settings/voice/preview", async (route) => {
      if (route.request().postData()?.includes("Early")) await late.promise;
      await route.continue().catch(() => undefined);
    });
    const early = page.waitForRequest((request) => request.postData()?.includes("Early") ?? false);
    await screen.getByLabel("Your name in replies").fill("Early");
    await early;
    await screen.getByLabel("Your name in replies").fill("Late");
    await mail.getByText("checked by Late.").waitFor();
    late.resolve();
    await page.unroute("**/settings/voice/preview");

    await page.route("**/settings/voice/preview", (route) => route.abort());
    await screen.getByLabel("Your name in replies").fill("Nobody");
    await screen.getByText("The preview could not be loaded. It is tried again.").waitFor();
    await mail.getByText("checked by Late.").waitFor();
    await page.unroute("**/settings/voice/preview");
    await mail.getByText("checked by Nobody.").waitFor();
    const wide = await screen.locator("html").evaluate((html) => html.scrollWidth - html.clientWidth);
    expect(wide).toBeLessThanOrEqual(0);
    await page.getByRole("button", { name: "Discard" }).click();
    expect(errors.filter((error) => !/ERR_FAILED|status of 422/u.test(error))).toEqual([]);
    await context.close();
  });

  it("adds, changes and removes a sending address, and says beside the field what is wrong", async () => {
    const { page, context, errors } = await openWindow(browser, DESKTOP);
    const screen = await openScreen(page, "/settings/mail");
    await screen.getByRole("button", { name: "Add address" }).press("Enter");
    await keepsFocus(page);
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

    // Nothing is sent from it before whoever reads its mail confirmed it: a mail with a link waits there.
    await screen.getByText("Not confirmed").first().waitFor();
    await screen.getByText("SPF: who may send").waitFor();
    await expectAccessible(page, "an address that is not confirmed");
    await keepScreen(page, "settings-mail-desktop");
    const proof = await eventually(async () => (await client.mailbox(address))[0] ?? null);
    const link = /https?:\/\/\S+\/verify-address\/\S+/u.exec(proof.text)?.[0] ?? "";
    const visitor = await openWindow(browser, PHONE);
    await visitor.page.goto(link);
    await visitor.page.getByRole("button", { name: "Confirm address" }).click();
    await visitor.page.getByText("You can close this page").waitFor();
    await keepScreen(visitor.page, "address-confirmed-phone");
    await visitor.context.close();
    await screen.getByText("Not confirmed").first().waitFor({ state: "detached" });

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

  it("sends a test mail around, and says that it came back", async () => {
    const { page, context, errors } = await openWindow(browser, PHONE);
    const screen = await openScreen(page, "/settings/mail");
    await screen
      .getByRole("button", { name: /^Send (?:another )?test mail$/u })
      .first()
      .click();
    await screen.getByText("Waiting for it to come back").waitFor();
    await screen.getByText(/^Mail last arrived/u).waitFor();
    await screen.getByText("Waiting for it to come back").waitFor({ state: "detached" });
    await screen.getByRole("button", { name: "Send another test mail" }).waitFor();
    await expectAccessible(page, "mail on a phone");
    await keepScreen(page, "settings-mail-phone");
    expect(errors).toEqual([]);
    await context.close();
  });

  it.each([
    ["desktop", DESKTOP],
    ["phone", PHONE],
  ])("makes a copy of everything, and asks before it erases (%s)", async (name, size) => {
    const { page, context, errors } = await openWindow(browser, size);
    const index = await openScreen(page, "/settings");
    await index.getByRole("link", { name: "Voice", exact: true }).waitFor();
    await expectAccessible(page, `the list of settings, ${name}`);
    await keepScreen(page, `settings-index-${name}`);
    await index.getByRole("link", { name: "Privacy", exact: true }).click();
    const screen = page.frameLocator("iframe").first();
    await screen.getByRole("button", { name: "Make a copy" }).click();
    await screen.getByLabel("Conversations", { exact: true }).selectOption("365");
    await screen.getByRole("button", { name: "Save", exact: true }).click();
    await page.getByText("Settings saved").waitFor();
    await screen.getByLabel("Conversations", { exact: true }).selectOption("");
    await screen.getByRole("button", { name: "Save", exact: true }).click();
    await screen.getByRole("button", { name: "Save", exact: true, disabled: true }).waitFor();
    await screen.getByRole("button", { name: "Make a copy", disabled: false }).waitFor();
    await screen.getByRole("button", { name: "Download copy" }).waitFor();
    // Who changed it, and what it was before.
    await screen
      .getByText(/^Changed by .+ on /u)
      .first()
      .waitFor();
    await screen.getByText("Conversations: from “1 year” to “As long as you have Attune”").first().waitFor();
    await expectAccessible(page, `privacy, ${name}`);
    await keepScreen(page, `settings-privacy-${name}`);
    expect(errors).toEqual([]);
    await context.close();
  });

  it.each([
    ["desktop", DESKTOP],
    ["phone", PHONE],
  ])("takes the policies from Shopify when asked, and says when it could not (%s)", async (name, size) => {
    const { page, context, errors } = await openWindow(browser, size);
    const screen = await openScreen(page, "/settings/policies");
    const refresh = screen.getByRole("button", { name: "Refresh from Shopify" });
    await refresh.focus();
    await page.keyboard.press("Enter");
    await page.getByText("Policies taken from Shopify").waitFor();
    await screen.getByText(/^Last taken from Shopify .+ This also happens by itself\.$/u).waitFor();
    await expectAccessible(page, `policies, ${name}`);

    const body = streamedAnswer({ outcome: "silent" });
    await page.route("**/settings/policies.data*", (route) =>
      route.request().method() === "POST"
        ? route.fulfill({ contentType: "text/x-script", headers: { "X-Remix-Response": "yes" }, body })
        : route.continue(),
    );
    await refresh.click();
    await screen.getByText("Shopify does not answer. The policies are as they were.").waitFor();
    await expectAccessible(page, `policies that were not taken, ${name}`);
    await keepScreen(page, `settings-policies-silent-${name}`);
    await page.unroute("**/settings/policies.data*");
    await refresh.click();
    await screen.getByText("Shopify does not answer.").waitFor({ state: "detached" });
    await keepScreen(page, `settings-policies-${name}`);
    expect(errors).toEqual([]);
    await context.close();
  });

  // The demo has no model: what its server would answer is given here, in the shape that tests/integration/model-budget.test.ts proves.
  it.each([
    ["desktop", DESKTOP],
    ["phone", PHONE],
  ])("shows what the model took by day, as bars and as a table (%s)", async (name, size) => {
    const { page, context, errors } = await openWindow(browser, size);
    const days = Array.from({ length: 23 }, (_, index) => ({
      day: `2026-11-${String(index + 1).padStart(2, "0")}`,
      ...{ questions: index % 7, readingTokens: 700 * (index % 7), writingTokens: 4_000 * (index % 5) },
      micros: 4_321 * (index % 5),
    }));
    const open = async (given: object[]) => {
      const used = { available: true, accepted: true, drafts: true, spentThisMonth: 1.23, days: given };
      await page.unrouteAll();
      await loadWith(page, "/settings/model", used);
      const index = await openScreen(page, "/settings");
      await index.getByRole("link", { name: "Language model", exact: true }).click();
      const section = index.getByRole("region", { name: "This month by day" });
      await section.waitFor();
      return section;
    };
    const section = await open(days);
    await section.scrollIntoViewIfNeeded();
    await section.getByText("19,500").waitFor();
    await expectAccessible(page, `use by day, ${name}`);
    await keepScreen(page, `settings-model-days-${name}`);
    await section.getByRole("button", { name: "Show table: This month by day" }).press("Enter");
    await section.getByText("$0.0173").first().waitFor();
    await section.getByRole("button", { name: "Show chart: This month by day" }).scrollIntoViewIfNeeded();
    await expectAccessible(page, `use by day as a table, ${name}`);
    await keepScreen(page, `settings-model-days-table-${name}`);

    const none = await open([
      { day: "2026-11-01", questions: 0, readingTokens: 0, writingTokens: 0, micros: 0 },
    ]);
    await none.getByText("Nothing was used this month yet.").waitFor();
    expect(await none.getByRole("button").count()).toBe(0);
    expect(errors).toEqual([]);
    await context.close();
  });
});
