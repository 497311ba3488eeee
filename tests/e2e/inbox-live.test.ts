import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { DESKTOP, keepScreen, openBrowser } from "#tests/setup/browser.ts";
import { eventually } from "#tests/setup/demo-client.ts";
import { expectAccessible } from "./desk.ts";
import { conversationOf, focused, MIA, openInbox, rowOf, write } from "./inbox-screen.ts";

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(async () => {
  await browser?.close();
});

/** What two members of the team see at the same time. */
async function twoInboxes() {
  const own = await openInbox(browser, { size: DESKTOP });
  const mias = await openInbox(browser, { size: DESKTOP, staff: MIA.id });
  const errors = () => [...own.errors, ...mias.errors];
  const close = async () => {
    await own.context.close();
    await mias.context.close();
  };
  return { own, mias, errors, close };
}

describe("an open inbox", () => {
  it("says what is new to everybody, and moves no row for it", async () => {
    const { subject } = await conversationOf("Looked at");
    const { own, mias, errors, close } = await twoInboxes();
    await own.screen.getByRole("link", { name: subject }).focus();
    const place = await rowOf(own.screen, subject).boundingBox();

    const news = await write("Just in");
    for (const { screen } of [own, mias])
      await screen.getByRole("button", { name: /^Show \d+ new conversations?$/u }).waitFor();
    await own.screen.getByText(/^\d+ new conversations? above$/u).waitFor();
    expect(await rowOf(own.screen, news).count()).toBe(0);
    expect(await focused(own.page)).toBe(subject);
    await expectAccessible(own.page, "inbox with news");
    await keepScreen(own.page, "inbox-news-desktop");
    const moved = await rowOf(own.screen, subject).boundingBox();
    expect(moved).toEqual(place);

    const before = await own.screen.locator("[data-row]").first().textContent();
    await own.screen.getByRole("button", { name: /^Show \d+ new/u }).click();
    await rowOf(own.screen, news).waitFor();
    // The first of what came; what an earlier mail became may stand above this one.
    const first = await own.screen.locator("[data-row]").first().textContent();
    expect(first).not.toBe(before);
    await expect.poll(() => focused(own.page)).toBe(first);
    expect(errors()).toEqual([]);
    await close();
  });

  it("shows what a colleague did where it stands", async () => {
    const [kept, put] = [await conversationOf("Tagged by Mia"), await conversationOf("Closed by Mia")];
    const { own, mias, errors, close } = await twoInboxes();
    await rowOf(own.screen, put.subject).waitFor();
    await mias.screen.getByRole("checkbox", { name: kept.subject }).check();
    await mias.screen.getByRole("button", { name: "Assign", exact: true }).click();
    await mias.screen.getByRole("menuitem", { name: "Assign to me" }).click();
    await rowOf(own.screen, kept.subject).getByText(MIA.name).first().waitFor();
    await mias.screen.getByRole("checkbox", { name: put.subject }).check();
    await mias.screen.getByRole("button", { name: "Close", exact: true }).click();
    await rowOf(own.screen, put.subject).getByText("Not in this view any more").waitFor();
    await keepScreen(own.page, "inbox-left-desktop");
    expect(errors()).toEqual([]);
    await close();
  });

  it("says within seconds that the connection is lost, and that no more once it is back", async () => {
    const { screen, page, context } = await openInbox(browser, { size: DESKTOP });
    const banner = screen.getByText("No connection", { exact: true });
    await context.setOffline(true);
    await banner.waitFor({ timeout: 10_000 });
    await expectAccessible(page, "an inbox without a connection");
    await keepScreen(page, "inbox-offline-desktop");
    await context.setOffline(false);
    await banner.waitFor({ state: "detached", timeout: 10_000 });
    expect(await screen.getByRole("heading", { name: "Inbox", exact: true }).count()).toBe(1);
    await context.close();
  });

  it("polls where it cannot listen, and says so", async () => {
    const window = await openInbox(browser, { size: DESKTOP });
    await window.context.route("**/live", (route) => route.abort());
    await window.page.reload();
    const screen = window.page.frameLocator("iframe").first();
    await screen.getByRole("heading", { name: "Inbox", exact: true }).waitFor();
    await screen.getByText("Updates come every few seconds").waitFor();
    const subject = await write("Polled for");
    // What came of earlier mails may be told before it.
    const show = screen.getByRole("button", { name: /^Show \d+ new/u });
    await eventually(async () => {
      if ((await rowOf(screen, subject).count()) > 0) return true;
      if ((await show.count()) > 0) await show.click();
      return false;
    });
    expect(await focused(window.page)).toBe(subject);
    await window.context.close();
  });
});

describe("who has a conversation open", () => {
  it("is said by name, in it and in the list, with what they do, until they are gone", async () => {
    const { subject } = await conversationOf("Opened by two");
    const own = await openInbox(browser, { size: DESKTOP });
    const mias = await openInbox(browser, { size: DESKTOP, staff: MIA.id });
    const row = rowOf(own.screen, subject);
    await mias.screen.getByRole("link", { name: subject }).click();
    await mias.screen.getByRole("heading", { name: subject }).waitFor();
    await row.getByText(/Mia Berg.* is looking/u).waitFor();

    await own.screen.getByRole("link", { name: subject }).click();
    await own.screen.getByText(/Mia Berg.* is looking/u).waitFor();
    await mias.screen.getByLabel("Add a fact").fill("The warehouse called.");
    await own.screen.getByText(/Mia Berg.* is typing/u).waitFor();
    await expectAccessible(own.page, "conversation with a colleague");
    await keepScreen(own.page, "conversation-presence-desktop");

    await mias.page.getByRole("link", { name: "Inbox", exact: true }).click();
    await own.screen.getByText(/Mia Berg.* is/u).waitFor({ state: "detached", timeout: 5_000 });
    // Nobody is told that they are there themselves.
    await mias.screen.getByRole("link", { name: subject }).click();
    await own.screen.getByText(/Mia Berg.* is looking/u).waitFor();
    expect(await own.screen.getByText(/ is looking| are looking/u).count()).toBe(1);

    await mias.context.close();
    await own.screen.getByText(/Mia Berg.* is/u).waitFor({ state: "detached", timeout: 45_000 });
    await own.context.close();
  });
});
