import type { Browser, FrameLocator } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { DESKTOP, keepScreen, openBrowser, openWindow, PHONE } from "#tests/setup/browser.ts";
import { eventually } from "#tests/setup/demo-client.ts";
import { client, expectAccessible, openScreen } from "./desk.ts";
import {
  type Placed,
  expectNoSidewaysScroll,
  isWaiting,
  issueOf,
  orderOf,
  quietHours,
} from "./order-problems.ts";

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
  await quietHours("00:00", "00:00");
});
afterAll(async () => {
  await quietHours("20:00", "08:00");
  await browser?.close();
});

async function onScreen(path: string, viewport = DESKTOP) {
  const window = await openWindow(browser, viewport);
  const screen = await openScreen(window.page, path);
  return { screen, ...window };
}

const mailsTo = (email: string) => client.mailbox(email);

/** So many parcels, the first of somebody who reads German, all last seen at one place five days ago. */
async function standingStill(count: number, city: string): Promise<Placed[]> {
  const seen = new Date(Date.now() - (5 * 24 + 2) * 3_600_000).toISOString();
  const orders: Placed[] = [];
  for (let nth = 0; nth < count; nth += 1) {
    const order = await orderOf(`Reader${nth}`, "Lang", nth === 0 ? { locale: "de" } : {});
    await client.control("POST", `orders/${order.id}/ship`, { carrier: "dhl" });
    const event = { status: "in_transit", happenedAt: seen, city, country: "DE" };
    await client.control("POST", `orders/${order.id}/event`, event);
    orders.push(order);
  }
  return orders;
}

/** An incident of so many orders at a place of its own, each with a message that waits. */
async function incidentOf(count: number) {
  const hub = `Umschlagort ${crypto.randomUUID().slice(0, 6)}`;
  const orders = await standingStill(count, hub);
  const incidents = [];
  for (const order of orders) {
    const { incidentId } = await issueOf(
      order,
      "stalled",
      (one) => one.incidentId !== null && isWaiting(one),
    );
    incidents.push(incidentId);
  }
  expect(new Set(incidents).size).toBe(1);
  return { id: incidents[0] ?? "", orders, hub };
}

const included = (screen: FrameLocator, { name }: Placed) =>
  screen.getByRole("checkbox", { name: new RegExp(`order ${name}$`, "u") });

describe("an incident", () => {
  it("is one finding, whose messages are read, taken out, and approved at once", async () => {
    const { id, orders, hub } = await incidentOf(7);
    const [taken, ...told] = orders;
    if (!taken) throw new Error("No order was made");
    const { screen, page, context, errors } = await onScreen("/issues");
    const review = screen.getByRole("link", { name: new RegExp(`^Review: DHL, ${hub}: 7 orders`, "u") });
    await review.waitFor();
    await expectAccessible(page, "the list with an incident");
    await keepScreen(page, "issues-incident-desktop");
    await review.click();

    await screen.getByRole("button", { name: "Approve 7 messages …" }).waitFor();
    for (const { name } of orders) await screen.getByRole("link", { name, exact: true }).waitFor();
    expect(await screen.getByText(/Reader\d/u).count()).toBeGreaterThanOrEqual(7);
    // Each is the whole mail: how it was made, and how to stop such mail.
    expect(
      await screen.getByText(/^(?:Drafted with AI, checked by|Mit KI entworfen, geprüft von) /u).count(),
    ).toBe(7);
    expect(await screen.getByText(/\/unsubscribe\//u).count()).toBe(7);
    // Who approves them all has read each: in their own language, and with what it rests on.
    await screen.getByRole("button", { name: "Hide translation" }).waitFor();
    const glosses = screen.locator(".attune-gloss");
    await glosses.first().waitFor();
    expect(await glosses.first().innerText()).toBe("Hello,");
    expect(await screen.getByText("Sending this commits the team").count()).toBe(7);
    const unread = screen.getByText("Point at a sentence");
    expect(await unread.count()).toBe(7);
    await screen.locator('.attune-sentence[data-kind="fact"]').first().focus();
    await eventually(async () => (await unread.count()) === 6);
    await expectAccessible(page, "an incident");
    await keepScreen(page, "incident-desktop");
    await included(screen, taken).uncheck();
    await screen.getByRole("button", { name: "Approve 6 messages …" }).click();
    await screen.getByRole("heading", { name: "Approve 6 messages?" }).waitFor();
    await screen.getByText("6 leave now").waitFor();
    await screen.getByText("1 you took out").waitFor();
    await expectAccessible(page, "asked before an incident is told");
    await keepScreen(page, "incident-asked-desktop");
    await screen.getByRole("button", { name: "Approve 6 messages", exact: true }).dblclick();
    await screen.getByText("Approved: 6 on their way").waitFor();
    for (const { email } of told) await eventually(async () => (await mailsTo(email)).length === 1, 40);
    expect(await mailsTo(taken.email)).toEqual([]);
    await screen.getByRole("button", { name: "Approve 0 messages …" }).waitFor();
    await included(screen, taken).check();
    await screen.getByRole("button", { name: "Approve 1 message …" }).waitFor();
    await keepScreen(page, "incident-told-desktop");
    expect(errors).toEqual([]);
    await context.close();

    const phone = await onScreen(`/issues/incidents/${id}`, PHONE);
    await phone.screen.getByRole("link", { name: taken.name, exact: true }).waitFor();
    await expectAccessible(phone.page, "an incident on a phone");
    await expectNoSidewaysScroll(phone.page);
    await keepScreen(phone.page, "incident-phone");
    expect(phone.errors).toEqual([]);
    await phone.context.close();
  });

  it("goes on where the connection was lost, and tells nobody twice", async () => {
    const { id, orders } = await incidentOf(5);
    const { screen, context, errors } = await onScreen(`/issues/incidents/${id}`);
    await context.route("**/approve", (route) => route.abort(), { times: 1 });
    await screen.getByRole("button", { name: "Approve 5 messages …" }).click();
    await screen.getByRole("button", { name: "Approve 5 messages", exact: true }).click();
    await screen.getByText("The connection was lost").waitFor();
    await screen.getByRole("button", { name: "Try again" }).click();
    await screen.getByText("Approved: 5 on their way").waitFor();
    for (const { email } of orders) await eventually(async () => (await mailsTo(email)).length === 1, 40);
    expect(errors.filter((error) => !error.includes("ERR_FAILED"))).toEqual([]);
    await context.close();
  });
});
