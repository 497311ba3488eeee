import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { DESKTOP, keepScreen, openBrowser, PHONE } from "#tests/setup/browser.ts";
import { eventually } from "#tests/setup/demo-client.ts";
import { client, expectAccessible, HANNAH, openScreen, orderOnItsWay, readConversation } from "./desk.ts";
import { conversationOf, openInbox, rowOf, tooWide } from "./inbox-screen.ts";

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(async () => {
  await browser?.close();
});

describe("the inbox by mouse", () => {
  it("filters, tags what is selected, and takes it back", async () => {
    const [one, other] = [
      await conversationOf("Angry", { text: "I am furious. Nobody answers and my parcel is late again!" }),
      await conversationOf("Kind", { text: "Thank you so much, I love it!" }),
    ];
    const { page, screen, context, errors } = await openInbox(browser, { size: DESKTOP });
    for (const { subject } of [one, other]) await screen.getByRole("checkbox", { name: subject }).check();
    await screen.getByText("2 selected").waitFor();
    await expectAccessible(page, "inbox, selected");
    await screen.getByRole("button", { name: "Edit tags" }).click();
    await screen.getByLabel("Tag name").fill("Autumn sale");
    await expectAccessible(page, "inbox, tags");
    await keepScreen(page, "inbox-tags-desktop");
    await screen.getByRole("button", { name: "Add tag", exact: true }).click();
    for (const { subject } of [one, other]) await rowOf(screen, subject).getByText("autumn sale").waitFor();
    await page.getByText("Tags of 2 conversations changed").waitFor();

    await screen.getByRole("button", { name: "Tag", exact: true }).click();
    await screen.getByRole("checkbox", { name: "autumn sale" }).check();
    await screen.getByText("2 conversations", { exact: true }).waitFor();
    await keepScreen(page, "inbox-filtered-desktop");
    await page.getByRole("button", { name: "Undo" }).click();
    await page.getByText("Undone", { exact: true }).waitFor();
    await page.getByRole("button", { name: "Undo" }).waitFor({ state: "hidden" });
    // What somebody did themselves goes at once: nothing has the tag now.
    await screen.getByText("No conversations found").waitFor();
    expect(errors).toEqual([]);
    await context.close();
  });

  it("says that no tags are in use where there are none to filter by", async () => {
    const { subject } = await conversationOf("No tags yet");
    const { page, context, errors } = await openInbox(browser, { size: DESKTOP });
    await context.route("**/inbox/choices*", async (route) => {
      const response = await route.fetch();
      await route.fulfill({ response, json: { ...(await response.json()), tags: [] } });
    });
    const screen = await openScreen(page, `/inbox?q=${encodeURIComponent(subject)}`);
    await rowOf(screen, subject).waitFor();
    await screen.getByRole("button", { name: "Tag", exact: true }).click();
    await screen.getByText("No tags are in use yet.").waitFor();
    await keepScreen(page, "inbox-no-tags-desktop");
    expect(errors).toEqual([]);
    await context.close();
  });

  it("closes with a way back, and brings back what was closed where it stood", async () => {
    const { subject, id } = await conversationOf("To close");
    const { page, screen, context, errors } = await openInbox(browser, { size: DESKTOP });
    await screen.getByRole("checkbox", { name: subject }).check();
    await screen.getByRole("button", { name: "Close", exact: true }).click();
    await rowOf(screen, subject).waitFor({ state: "detached" });
    await eventually(async () => (await readConversation(id)).status === "closed");
    await page.getByRole("button", { name: "Undo" }).click();
    await rowOf(screen, subject).waitFor();
    await eventually(async () => (await readConversation(id)).status === "open");
    expect(errors).toEqual([]);
    await context.close();
  });

  it("says that it is not known what came of a change whose answer was lost, and does it once", async () => {
    const { subject, id } = await conversationOf("Answer lost");
    const { page, screen, context, errors } = await openInbox(browser, { size: DESKTOP });
    let lost: "nothing" | "question" | "answer" = "question";
    await context.route("**/inbox/change", async (route) => {
      if (lost === "answer") await route.fetch();
      await (lost === "nothing" ? route.continue() : route.abort());
    });
    const close = async () => {
      await screen.getByRole("checkbox", { name: subject }).check();
      await screen.getByRole("button", { name: "Close", exact: true }).click();
    };
    await close();
    await page.getByText("it is not known whether this was changed").waitFor();
    // It was not: the row stands there again.
    await rowOf(screen, subject).waitFor();
    await keepScreen(page, "inbox-not-known-desktop");
    expect((await readConversation(id)).status).toBe("open");
    lost = "answer";
    await page.getByRole("button", { name: "Try again" }).click();
    await eventually(async () => (await readConversation(id)).status === "closed");
    await rowOf(screen, subject).waitFor({ state: "detached" });
    lost = "nothing";
    await page.getByRole("button", { name: "Try again" }).last().click();
    await page.getByText("Conversation closed").waitFor();
    await page.getByRole("button", { name: "Undo" }).click();
    await rowOf(screen, subject).waitFor();
    await eventually(async () => (await readConversation(id)).status === "open");
    expect(errors.filter((one) => !one.includes("ERR_FAILED"))).toEqual([]);
    await context.close();
  });

  it("finds a conversation by its order and by a tracking number that came later, in any view", async () => {
    const order = await orderOnItsWay(HANNAH);
    const { subject, id } = await conversationOf("No number in it", { name: "Hannah Okafor" });
    // She is known by her address: the order is hers without a word of it.
    const own = await conversationOf(`About ${order.name}`);
    const found = (await (await client.api(`orders/${order.id}`)).json()) as {
      fulfillments: { trackingNumber: string }[];
    };
    const tracking = found.fulfillments[0]?.trackingNumber ?? "";
    expect(tracking).not.toBe("");
    const { page, screen, context, errors } = await openInbox(browser, { size: DESKTOP, query: "?view=all" });
    const field = screen.getByPlaceholder("Search in All");
    for (const q of [order.name, tracking, tracking.slice(0, 9).toLowerCase()]) {
      await field.fill(q);
      await rowOf(screen, own.subject).waitFor();
    }
    await field.fill("nothing is called so");
    await screen.getByText("No conversations found").waitFor();
    await expectAccessible(page, "inbox, nothing found");
    await keepScreen(page, "inbox-nothing-found-desktop");
    await screen.getByRole("button", { name: "Clear filters and search" }).click();
    await rowOf(screen, subject).waitFor();
    expect(id).toBeTruthy();
    expect(errors).toEqual([]);
    await context.close();
  });

  it("keeps a view, opens it, shares it, and forgets it", async () => {
    const name = `Worried ${crypto.randomUUID().slice(0, 6)}`;
    const { page, screen, context, errors } = await openInbox(browser, {
      size: DESKTOP,
      query: "?emotion=worry&emotion=grief&sort=waiting",
    });
    await screen.getByText("Emotion: Worry, Grief").waitFor();
    await screen.getByRole("button", { name: "Save view" }).click();
    const dialog = screen.getByRole("dialog");
    await dialog.getByRole("button", { name: "Save", exact: true }).click();
    await dialog.getByText("Enter a name.").waitFor();
    await expectAccessible(page, "inbox, save a view");
    await dialog.getByLabel("Name").fill(name);
    await dialog.getByLabel("Show it to the whole team").check();
    await dialog.getByRole("button", { name: "Save", exact: true }).click();
    await page.getByText("View saved").waitFor();

    const again = await openInbox(browser, { size: DESKTOP });
    await again.screen.getByRole("link", { name }).click();
    await again.screen.getByText("Emotion: Worry, Grief").waitFor();
    await again.screen.getByRole("button", { name: "Save view" }).click();
    const another = again.screen.getByRole("dialog");
    await another.getByLabel("Name").fill(name.toUpperCase());
    await another.getByRole("button", { name: "Save as new" }).click();
    await another.getByText("There is a view of this name.").waitFor();
    await again.page.keyboard.press("Escape");
    await another.waitFor({ state: "hidden" });
    await again.screen.getByRole("button", { name: "More", exact: true }).click();
    await again.screen.getByRole("button", { name: "Manage views", exact: true }).click();
    await again.screen.getByRole("heading", { name: "The team's" }).waitFor();
    await expectAccessible(again.page, "inbox, views");
    await keepScreen(again.page, "inbox-views-desktop");
    await again.screen.getByRole("button", { name: new RegExp(`Remove “.*${name}`, "u") }).click();
    await again.page.getByText("View removed").waitFor();
    expect([...errors, ...again.errors]).toEqual([]);
    await context.close();
    await again.context.close();
  });

  it("survives an address that a later or an earlier release made", async () => {
    const { screen, context, errors } = await openInbox(browser, {
      size: DESKTOP,
      query: "?view=nowhere&emotion=hunger&order=lost&cursor=none&saved=gone&sort=size",
    });
    await screen.getByText("This page of the list is no longer there.").waitFor();
    await screen.getByRole("button", { name: "Back to the newest" }).click();
    await screen.getByRole("list", { name: "Conversations" }).getByRole("link").first().waitFor();
    expect(errors).toEqual([]);
    await context.close();
  });
});

describe("the inbox's empty views", () => {
  it.each([
    ["mine", "Nothing is assigned to you", "Show unassigned"],
    ["spam", "Nothing in this view", "Show all open"],
  ])("say what is missing from %s, and lead on", async (view, title, action) => {
    const { page, screen, context, errors } = await openInbox(browser, {
      size: DESKTOP,
      query: `?view=${view}`,
      staff: "91827364599",
    });
    await screen.getByText(title).waitFor();
    await expectAccessible(page, `inbox, ${view}`);
    await keepScreen(page, `inbox-empty-${view}-desktop`);
    await screen.getByRole("button", { name: action }).click();
    await screen.getByText(title).waitFor({ state: "detached" });
    expect(errors).toEqual([]);
    await context.close();
  });
});

describe("the inbox on a phone", () => {
  it("fits, selects and searches", async () => {
    const { subject } = await conversationOf("On a phone");
    const { page, screen, context, errors } = await openInbox(browser, { size: PHONE });
    await rowOf(screen, subject).waitFor();
    expect(await tooWide(page)).toBeLessThanOrEqual(0);
    await expectAccessible(page, "inbox on a phone");
    await keepScreen(page, "inbox-phone");
    await screen.getByRole("checkbox", { name: subject }).check();
    await screen.getByText("1 selected").waitFor();
    expect(await tooWide(page)).toBeLessThanOrEqual(0);
    await expectAccessible(page, "inbox on a phone, selected");
    await keepScreen(page, "inbox-selected-phone");
    await screen.getByRole("button", { name: "Snooze", exact: true }).click();
    await screen.getByRole("menuitem", { name: /Tomorrow/u }).waitFor();
    await keepScreen(page, "inbox-snooze-phone");
    await screen.getByRole("menuitem", { name: /Tomorrow/u }).click();
    await rowOf(screen, subject).waitFor({ state: "detached" });
    expect(errors).toEqual([]);
    await context.close();
  });
});
