import type { Browser, FrameLocator } from "playwright-core";
import { DESKTOP, openWindow } from "#tests/setup/browser.ts";
import { client, letterWithDraft, MARCUS, openScreen, orderOnItsWay, subjectFor } from "./desk.ts";

/** How long replies of the demo's shop can be taken back. */
export const undoWithin = (undoSeconds: number) =>
  client.api("settings", { method: "PUT", body: JSON.stringify({ desk: { undoSeconds } }) });

/** Marcus asks where an order is; a draft waits. */
export async function asked(words: string) {
  const order = await orderOnItsWay(MARCUS);
  const subject = subjectFor(words);
  const conversation = await letterWithDraft(MARCUS, { subject, text: `Where is my order ${order.name}?` });
  return { order, subject, conversation };
}

/** The conversation's screen in a window of its own. */
export async function opened(browser: Browser, id: string, viewport = DESKTOP) {
  const window = await openWindow(browser, viewport);
  const screen = await openScreen(window.page, `/inbox/${id}`);
  await screen.getByRole("heading", { name: "Draft reply" }).waitFor();
  return { screen, ...window };
}

export const noSidewaysScroll = (screen: FrameLocator) =>
  screen.locator("html").evaluate((html) => html.scrollWidth <= html.clientWidth);

/** Where the shop's mail is received. */
export async function inboundAddress(): Promise<string> {
  const health = (await (await client.api("health/shop")).json()) as { inboundAddress: string };
  return health.inboundAddress;
}
