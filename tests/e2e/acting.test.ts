import type { Browser, FrameLocator, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { DESKTOP, keepScreen, openBrowser, openWindow, PHONE } from "#tests/setup/browser.ts";
import { eventually } from "#tests/setup/demo-client.ts";
import { client, demo, expectAccessible, openScreen, readConversation } from "./desk.ts";
import { keepsFocus } from "./hands.ts";
import { conversationOf, focused, MIA, openInbox, rowOf, tooWide } from "./inbox-screen.ts";

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
  // Whoever opened the app once is in the team.
  const mia = await openInbox(browser, { size: DESKTOP, staff: MIA.id });
  await mia.context.close();
});
afterAll(async () => {
  await browser?.close();
});

const SIZES = [
  ["desktop", DESKTOP],
  ["phone", PHONE],
] as const;

async function opened(id: string, size = DESKTOP, staff?: string) {
  const window = await openWindow(browser, size);
  if (staff) await window.context.addCookies([{ name: "staff", value: staff, url: demo.devstoreUrl }]);
  const screen = await openScreen(window.page, `/inbox/${id}`);
  await screen.getByRole("button", { name: "Add note" }).waitFor();
  return { ...window, screen };
}

const menu = async (screen: FrameLocator, name: string, item: string | RegExp) => {
  await screen.getByRole("button", { name, exact: true }).click();
  await screen.getByRole("menuitem", { name: item }).click();
};
/** What a screen reader calls what has the focus. */
const focusedLabel = (page: Page) =>
  page.frames()[1]?.evaluate(() => document.activeElement?.ariaLabel ?? "") ?? Promise.resolve("");

/** Names stand isolated, whatever their direction. */
const assigned = (to: string) => new RegExp(`^Assignee: .?${to}`, "u");

/** What the shop's owner is called, and which conversations have notes for them. */
async function ownName(): Promise<string> {
  const { items } = (await (await client.api("staff")).json()) as {
    items: { name: string; self: boolean }[];
  };
  return items.find(({ self }) => self)?.name ?? "";
}
async function mentioned(): Promise<string[]> {
  const { items } = (await (await client.api("mentions")).json()) as { items: { conversationId: string }[] };
  return items.map(({ conversationId }) => conversationId);
}

const undo = (page: Page) => page.getByRole("button", { name: "Undo", exact: true }).last().click();

describe.each(SIZES)("what a team does about a conversation, %s", (name, size) => {
  it("is shown at once, said, and taken back", async () => {
    const { id } = await conversationOf("Acted on");
    const { page, screen, context, errors } = await opened(id, size);

    await menu(screen, "Unassigned", "Assign to me");
    await screen.getByRole("button", { name: "Assignee: you" }).waitFor();
    await page.getByText("Conversation assigned").waitFor();
    await undo(page);
    await screen.getByRole("button", { name: "Unassigned" }).waitFor();
    await menu(screen, "Unassigned", MIA.name);
    await screen.getByRole("button", { name: assigned(MIA.name) }).waitFor();

    await screen.getByRole("button", { name: "Edit tags" }).click();
    await screen.getByLabel("Tag name").fill("Wholesale");
    await page.keyboard.press("Enter");
    await screen.getByRole("button", { name: "Remove wholesale" }).waitFor();
    await expectAccessible(page, `acting, tags, ${name}`);
    await page.keyboard.press("Escape");
    expect(await focused(page)).toBe("Edit tags");

    await menu(screen, "Snooze", /^Tomorrow/u);
    await screen.getByText("Snoozed until", { exact: false }).waitFor();
    await eventually(async () => (await readConversation(id)).status === "snoozed");
    await menu(screen, "Snooze", "Wake now");
    await eventually(async () => (await readConversation(id)).status === "open");
    await menu(screen, "Snooze", "Pick date and time");
    const day = screen.getByLabel("Comes back on");
    await day.fill("2020-01-01");
    await day.press("Enter");
    await screen.getByText("Choose a time to come.").waitFor();
    await expectAccessible(page, `acting, snooze, ${name}`);
    await keepScreen(page, `acting-snooze-${name}`);
    await day.fill(new Date(Date.now() + 40 * 86_400_000).toISOString().slice(0, 10));
    await day.press("Enter");
    await eventually(async () => (await readConversation(id)).status === "snoozed");
    await menu(screen, "Snooze", "Wake now");
    await eventually(async () => (await readConversation(id)).status === "open");

    await menu(screen, "More actions", "Set priority to Urgent");
    await screen.getByText("Urgent", { exact: true }).first().waitFor();
    await menu(screen, "More actions", "Mark as spam");
    await eventually(async () => (await readConversation(id)).status === "spam");
    await undo(page);
    await eventually(async () => (await readConversation(id)).status === "open");
    await screen.getByRole("button", { name: "Close", exact: true }).click();
    await screen.getByRole("button", { name: "Open again" }).click();
    await eventually(async () => (await readConversation(id)).status === "open");
    await screen.getByRole("button", { name: "Close", exact: true }).waitFor();
    await keepScreen(page, `acting-${name}`);

    await screen.getByRole("button", { name: "Show activity" }).click();
    await screen.getByText(new RegExp(`^Assigned to .?${MIA.name}`, "u")).waitFor();
    await screen.getByText("Tag added: wholesale").waitFor();
    await screen.getByText("Closed (undoing").waitFor({ state: "detached" });
    await screen.getByText("Tag added: wholesale").scrollIntoViewIfNeeded();
    await expectAccessible(page, `acting, activity, ${name}`);
    await keepScreen(page, `acting-activity-${name}`);
    expect(await tooWide(page)).toBeLessThanOrEqual(0);
    expect(errors).toEqual([]);
    await context.close();
  });

  it("escalates with a reason, and hands over with a promised time", async () => {
    const { id } = await conversationOf("Given on");
    const { page, screen, context, errors } = await opened(id, size);
    await menu(screen, "More actions", "Escalate");
    const escalating = screen.getByRole("dialog", { name: "Escalate conversation" });
    await escalating.waitFor();
    await escalating.getByRole("button", { name: "Escalate" }).click();
    await escalating.getByText("Choose somebody.").waitFor();
    await escalating.getByLabel("To", { exact: true }).selectOption({ label: MIA.name });
    await escalating.getByRole("button", { name: "Escalate" }).click();
    await escalating.getByText("Write something first.").waitFor();
    await expectAccessible(page, `escalating, ${name}`);
    await keepScreen(page, `acting-escalate-${name}`);
    await escalating.getByLabel("Why").fill("They name a lawyer.");
    await escalating.getByRole("button", { name: "Escalate" }).click();
    await page.getByText("Conversation escalated").waitFor();
    await screen.getByRole("button", { name: assigned(MIA.name) }).waitFor();
    await screen.getByText("They name a lawyer.").waitFor();
    await screen.getByRole("button", { name: "Remove escalated" }).waitFor();

    await menu(screen, "More actions", "Hand over");
    const handing = screen.getByRole("dialog", { name: "Hand over conversation" });
    await handing.waitFor();
    await handing.getByLabel("To", { exact: true }).selectOption({ label: "Me" });
    await handing.getByLabel("Answered by").fill("2020-01-01");
    await handing.getByRole("button", { name: "Hand over" }).click();
    await handing.getByText("Choose a time to come.").waitFor();
    await expectAccessible(page, `handing over, ${name}`);
    await keepScreen(page, `acting-hand-over-${name}`);
    await handing
      .getByLabel("Answered by")
      .fill(new Date(Date.now() + 3 * 86_400_000).toISOString().slice(0, 10));
    await handing.getByRole("button", { name: "Hand over" }).click();
    await page.getByText("Conversation handed over").waitFor();
    await screen.getByRole("button", { name: "Assignee: you" }).waitFor();
    await eventually(async () => {
      const answer = await client.api(`conversations/${id}`);
      return ((await answer.json()) as { promises: unknown[] }).promises.length === 1;
    });
    expect(await tooWide(page)).toBeLessThanOrEqual(0);
    expect(errors).toEqual([]);
    await context.close();
  });

  it("writes notes by keyboard alone that name people, and only who may changes them", async () => {
    const { id } = await conversationOf("Noted");
    const owner = await ownName();
    const { page, screen, context, errors } = await opened(id, size, MIA.id);
    await screen.getByRole("heading", { level: 1 }).click();
    await page.keyboard.press("n");
    const field = screen.getByLabel("Internal note");
    await field.waitFor();
    expect(await field.evaluate((one) => one === document.activeElement)).toBe(true);
    await page.keyboard.type(`Please look, @${owner.slice(0, 2).toLowerCase()}`);
    await screen.getByRole("list", { name: "People to name" }).getByText(owner).waitFor();
    await screen.getByText(/, 1 of \d\. Press Enter to name them\.$/u).waitFor({ state: "attached" });
    await expectAccessible(page, `naming somebody, ${name}`);
    await keepScreen(page, `acting-mention-${name}`);
    await page.keyboard.press("Enter");
    expect(await field.inputValue()).toBe(`Please look, @${owner} `);
    await page.keyboard.type("before noon.");
    await page.keyboard.press("Control+Enter");
    await page.getByText("Note saved").waitFor();
    await screen.getByText("before noon.").waitFor();
    await expect.poll(() => focused(page)).toBe("Add note");
    await expectAccessible(page, `a note, ${name}`);
    await screen.getByText("before noon.").scrollIntoViewIfNeeded();
    await keepScreen(page, `acting-note-${name}`);
    expect(await mentioned()).toContain(id);

    const other = await opened(id, size);
    await other.screen.getByText("before noon.").waitFor();
    await eventually(async () => !(await mentioned()).includes(id));
    await other.context.close();

    await screen.getByRole("button", { name: "Edit note" }).click();
    await page.keyboard.type(" Thanks.");
    await screen.getByRole("button", { name: "Save note" }).click();
    await screen.getByText("before noon. Thanks.").waitFor();
    await screen.getByRole("button", { name: "Remove note" }).click();
    await keepsFocus(page);
    await screen.getByRole("button", { name: "Remove for good" }).click();
    await screen.getByText("before noon. Thanks.").waitFor({ state: "detached" });
    expect(errors).toEqual([]);
    await context.close();
  });
});

describe("a note whose answer was lost", () => {
  it("is asked for again, and written once", async () => {
    const { id } = await conversationOf("Noted twice");
    const { page, screen, context } = await opened(id, DESKTOP);
    await screen.getByRole("button", { name: "Add note" }).click();
    await screen.getByLabel("Internal note").fill("The depot has it.");
    // It is written, and nobody hears of it.
    await context.route(
      "**/act",
      async (route) => {
        await route.fetch();
        await route.abort();
      },
      { times: 1 },
    );
    await screen.getByRole("button", { name: "Save note" }).click();
    await screen.getByText("No answer from Attune.").waitFor();
    await screen.getByRole("button", { name: "Save note" }).click();
    await page.getByText("Note saved").waitFor();
    await screen.getByText("The depot has it.").waitFor();
    const { items } = (await (await client.api(`conversations/${id}/notes`)).json()) as { items: unknown[] };
    expect(items).toMatchObject([{ text: "The depot has it.", editedAt: null }]);
    await context.close();
  });
});

describe("what is given to somebody", () => {
  it.each([
    { name: "Escalate", field: "Why", done: "Conversation escalated" },
    { name: "Hand over", field: "What they need to know (optional)", done: "Conversation handed over" },
  ])("is asked for again where the answer was lost, and done once: $name", async ({ name, field, done }) => {
    const { id } = await conversationOf(`${name}, answer lost`);
    const { page, screen, context } = await opened(id, DESKTOP);
    await menu(screen, "More actions", name);
    const dialog = screen.getByRole("dialog", { name: `${name} conversation` });
    await dialog.getByLabel("To", { exact: true }).selectOption({ index: 1 });
    await dialog.getByLabel(field).fill("The depot has it.");
    // It is done, and nobody hears of it.
    await context.route(
      "**/act",
      async (route) => {
        await route.fetch();
        await route.abort();
      },
      { times: 1 },
    );
    await dialog.getByRole("button", { name, exact: true }).click();
    await dialog.getByText("No answer from Attune.").waitFor();
    await dialog.getByRole("button", { name, exact: true }).click();
    await page.getByText(done, { exact: true }).first().waitFor();
    const { items } = (await (await client.api(`conversations/${id}/notes`)).json()) as { items: unknown[] };
    expect(items).toMatchObject([{ text: "The depot has it." }]);
    await context.close();
  });
});

describe.each(SIZES)("a conversation by keyboard alone, %s", (name, size) => {
  it("goes on to the next, assigns, closes, takes back, replies, and never loses the focus", async () => {
    const [older, newer] = [await conversationOf("Keys, older"), await conversationOf("Keys, newer")];
    const { page, screen, context, errors } = await openInbox(browser, { size });
    await rowOf(screen, newer.subject).waitFor();
    await screen.getByRole("heading", { name: "Inbox", exact: true }).click();
    await page.keyboard.press("j");
    await page.keyboard.press("o");
    await screen.getByRole("heading", { name: newer.subject }).waitFor();

    await page.keyboard.press("j");
    await screen.getByRole("heading", { name: older.subject }).waitFor();
    expect(await focusedLabel(page)).toBe(older.subject);
    await page.keyboard.press("k");
    await screen.getByRole("heading", { name: newer.subject }).waitFor();
    await page.keyboard.press("k");
    await screen.getByText("There is no further conversation").waitFor({ state: "attached" });

    await page.keyboard.press("a");
    await expect.poll(() => focused(page)).toBe("Assign to me");
    await page.keyboard.press("Enter");
    await screen.getByRole("button", { name: "Assignee: you" }).waitFor();
    await expect.poll(() => focused(page)).toMatch(/^Assignee/u);
    await page.keyboard.press("e");
    await eventually(async () => (await readConversation(newer.id)).status === "closed");
    await page.keyboard.press("z");
    await eventually(async () => (await readConversation(newer.id)).status === "open");

    await page.keyboard.press("r");
    const reply = screen.getByLabel("Reply", { exact: true });
    await reply.waitFor();
    await eventually(() => reply.evaluate((one) => one === document.activeElement));
    await page.keyboard.press("Control+End");
    await page.keyboard.type(" jjk");
    expect(await reply.inputValue()).toMatch(/ jjk$/u);
    // Whoever closes the window in the middle of it finds it again.
    const again = await openScreen(page, `/inbox/${newer.id}`);
    await again.getByText("This is what you wrote last time.").waitFor();
    expect(await again.getByLabel("Reply", { exact: true }).inputValue()).toMatch(/ jjk$/u);
    await again.getByRole("button", { name: "Discard edits" }).click();

    await again.getByRole("heading", { level: 1 }).click();
    await page.keyboard.press("?");
    const dialog = again.getByRole("dialog", { name: "Keyboard shortcuts" });
    await dialog.waitFor();
    await expectAccessible(page, `keys of a conversation, ${name}`);
    await keepScreen(page, `acting-keys-${name}`);
    await page.keyboard.press("Escape");
    await dialog.waitFor({ state: "hidden" });
    await expect.poll(() => focusedLabel(page)).toBe(newer.subject);
    await page.keyboard.press("/");
    await again.getByRole("heading", { name: "Inbox", exact: true }).waitFor();
    await eventually(async () =>
      page.frames()[1]?.evaluate(() => document.activeElement instanceof HTMLInputElement),
    );
    expect(errors).toEqual([]);
    await context.close();
  });
});
