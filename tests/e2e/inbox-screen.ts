import type { Browser, FrameLocator, Page } from "playwright-core";
import { expect } from "vitest";
import { openWindow } from "#tests/setup/browser.ts";
import { eventually } from "#tests/setup/demo-client.ts";
import { client, conversationAbout, demo, openScreen, subjectFor } from "./desk.ts";

/** Numbers that the dev store knows people by, beside the shop's owner. */
export const MIA = { id: "91827364506", name: "Mia Berg" };

/** A mail at the door; resolves once it is accepted. */
export async function write(words: string, { text = "Hello, where is my parcel?", name = "Nora Lind" } = {}) {
  const subject = subjectFor(words);
  const answer = await client.mail(`From: ${name} <${name.toLowerCase().replaceAll(" ", ".")}@shopper.example>
To: ${demo.inboundAddress}
Subject: ${subject}
Message-ID: <${crypto.randomUUID()}@shopper.example>
Date: ${new Date().toUTCString()}
Content-Type: text/plain; charset=utf-8

${text}
`);
  expect(answer.status).toBe(202);
  return subject;
}

/** The same, resolved once the conversation is there and its message is read. */
export async function conversationOf(words: string, given?: Parameters<typeof write>[1]) {
  const subject = await write(words, given);
  return eventually(async () => {
    const found = await conversationAbout(subject);
    return found?.reading ? found : null;
  });
}

/** The inbox as somebody of the team has it open; without a number, the shop's owner. */
export async function openInbox(
  browser: Browser,
  given: { size: { width: number; height: number }; staff?: string; query?: string },
) {
  const window = await openWindow(browser, given.size);
  if (given.staff)
    await window.context.addCookies([{ name: "staff", value: given.staff, url: demo.devstoreUrl }]);
  const screen = await openScreen(window.page, `/inbox${given.query ?? ""}`);
  await screen.getByRole("heading", { name: "Inbox", exact: true }).waitFor();
  return { ...window, screen };
}

export const rowOf = (screen: FrameLocator, subject: string) =>
  screen.getByRole("listitem").filter({ has: screen.getByRole("link", { name: subject }) });

/** What has the focus within the app. */
export const focused = (page: Page) =>
  page.frames()[1]?.evaluate(() => document.activeElement?.textContent ?? "") ?? Promise.resolve("");

/** How far the app is wider than its window, in pixels. */
export const tooWide = (page: Page) =>
  page.frames()[1]?.evaluate(() => document.documentElement.scrollWidth - window.innerWidth) ??
  Promise.resolve(Number.NaN);
