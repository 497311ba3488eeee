import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { DESKTOP, keepScreen, openBrowser, openWindow, PHONE } from "#tests/setup/browser.ts";
import { eventually } from "#tests/setup/demo-client.ts";
import { client, expectAccessible, openScreen, subjectFor } from "./desk.ts";
import { conversation, expectNarrow, stranger, write, type Found } from "./letters.ts";

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(async () => {
  await browser?.close();
});

const SIZES = [
  ["desktop", DESKTOP],
  ["phone", PHONE],
] as const;

describe("how a conversation went", () => {
  it.each(SIZES)("is drawn, and told in a table (%s)", async (name, size) => {
    const subject = subjectFor(`Mood ${name}`);
    const from = stranger();
    const texts = [
      "I am furious! Nobody answers me and this is outrageous!",
      "I am still quite annoyed that it is late.",
      "It finally arrived, thank you so much, I am very grateful!",
    ];
    let before: string | undefined;
    for (const [at, text] of texts.entries()) {
      before = await write({ from, subject, text, ...(before ? { before } : {}) });
      await conversation(subject, ({ messages, reading }) => messages.length === at + 1 && reading !== null);
    }
    const { id } = await conversation(
      subject,
      (found) =>
        JSON.stringify(found.reading).includes('"trajectory"') &&
        JSON.stringify(found.reading).split('"messageId"').length > 4,
    );
    const { page, context, errors } = await openWindow(browser, size);
    const screen = await openScreen(page, `/inbox/${id}`);
    const chart = screen.getByRole("img", { name: /^3 messages, from the first to the newest: Anger/u });
    await chart.scrollIntoViewIfNeeded();
    expect(await chart.locator("circle").count()).toBe(3);
    await screen.getByRole("button", { name: "Show as a table" }).click();
    await screen.getByRole("columnheader", { name: "How it was read" }).waitFor();
    expect(await screen.getByRole("table").getByRole("row").count()).toBe(4);
    await expectNarrow(screen);
    await expectAccessible(page, `mood, ${name}`);
    await chart.scrollIntoViewIfNeeded();
    await keepScreen(page, `mood-${name}`);
    expect(errors).toEqual([]);
    await context.close();
  });
});

const MARYAM = { firstName: "مريم", lastName: "الحسيني بنت عبد الرحمن الطويلة الاسم" };

/** An order of everything: many lines, a long journey, a refund, a return, a dispute; of somebody whose name is read from the right. */
async function eventfulOrder(email: string) {
  const address = {
    address1: "شارع النخيل 7",
    city: "دبي",
    zip: "00000",
    country: "United Arab Emirates",
    countryCode: "AE",
  };
  const order = (await client.control("POST", "orders", {
    newCustomer: { ...MARYAM, email, locale: "ar", address },
    currency: "JPY",
    daysAgo: 9,
    lines: await eightLines(),
  })) as { id: string; name: string };
  await client.control("POST", `orders/${order.id}/ship`, {});
  for (const status of ["confirmed", "in_transit", "delayed", "out_for_delivery", "attempted_delivery"])
    await client.control("POST", `orders/${order.id}/event`, {
      status,
      city: "دبي",
      country: "AE",
      message: `Said: ${status}`,
    });
  await client.control("POST", `orders/${order.id}/refund`, {});
  await client.control("POST", `orders/${order.id}/return`, {});
  await client.control("POST", `orders/${order.id}/dispute`, {
    type: "chargeback",
    status: "needs_response",
  });
  await eventually(async () => {
    const answer = await client.api(`orders/${order.id}`);
    const found = answer.ok
      ? ((await answer.json()) as Found["orders"][number] & { returns: unknown[]; disputes: unknown[] })
      : null;
    return (
      found &&
      (found.fulfillments[0]?.events.length ?? 0) >= 5 &&
      found.returns.length > 0 &&
      found.disputes.length > 0
    );
  }, 40);
  return order;
}

async function eightLines() {
  const { items } = (await client.control("GET", "orders")) as { items: { id: string }[] };
  const skus = new Set<string>();
  for (const { id } of items) {
    const { record } = (await client.control("GET", `orders/${id}`)) as {
      record: { lines: { sku: string | null }[] };
    };
    for (const { sku } of record.lines) if (sku) skus.add(sku);
    if (skus.size >= 8) break;
  }
  return [...skus].slice(0, 8).map((sku) => ({ sku, quantity: 2 }));
}

describe("an order and who it is of", () => {
  it.each(SIZES)("are told whole beside the conversation (%s)", async (name, size) => {
    const email = `maryam.${crypto.randomUUID().slice(0, 8)}@example.com`;
    const from = { name: `${MARYAM.firstName} ${MARYAM.lastName}`, email };
    const order = await eventfulOrder(email);
    const earlier = subjectFor(`Earlier ${name}`);
    await write({ from, subject: earlier, text: `Please change the address of ${order.name}.` });
    const { id: past } = await conversation(earlier, ({ reading }) => reading !== null);
    await client.api(`conversations/${past}/change`, {
      method: "POST",
      body: JSON.stringify({ status: "closed" }),
    });
    const subject = subjectFor(`Order ${name}`);
    await write({
      from,
      subject,
      text: `Where is ${order.name}? I have waited for nine days. I want my money back.`,
    });
    const { id } = await conversation(
      subject,
      ({ reading, orders }) => reading !== null && orders.length > 0,
    );

    const { page, context, errors } = await openWindow(browser, size);
    const screen = await openScreen(page, `/inbox/${id}`);
    await screen.getByRole("link", { name: order.name, exact: true }).waitFor();
    for (const words of [
      "Payment",
      "Returns",
      "Dispute: Chargeback",
      "Attempted delivery",
      "Said: attempted_delivery",
    ])
      await screen.getByText(words, { exact: false }).first().waitFor();
    await screen
      .getByText(/[−-]¥|[−-]JP¥/u)
      .first()
      .waitFor();
    expect(await screen.getByText("Confirmed", { exact: true }).count()).toBe(0);
    const events = screen.getByRole("button", { name: /^Show all \d+ events$/u });
    await events.focus();
    await page.keyboard.press("Enter");
    await screen.getByText("Confirmed", { exact: true }).waitFor();
    await screen.getByRole("button", { name: "Show less" }).waitFor();
    await screen.getByRole("button", { name: "Show all 8 items" }).click();
    expect(await screen.locator('a[href^="shopify:admin/orders/"]').count()).toBeGreaterThan(0);
    const tracking = screen.locator('a[target="_blank"][href^="http"]').first();
    expect(await tracking.getAttribute("rel")).toContain("noopener");

    await screen.locator('a[href^="shopify:admin/customers/"]').waitFor();
    await screen.getByRole("link", { name: earlier }).waitFor();
    await screen.getByText(/^Closed · /u).waitFor();
    await screen.getByText("They did not opt out of anything.").waitFor();
    await expectNarrow(screen);
    await expectAccessible(page, `order and shopper, ${name}`);
    await keepScreen(page, `shopper-${name}`);
    await screen.getByRole("heading", { name: order.name }).scrollIntoViewIfNeeded();
    await keepScreen(page, `order-${name}`);
    await page.setViewportSize({ ...size, height: 3_400 });
    await keepScreen(page, `conversation-whole-${name}`);
    expect(errors).toEqual([]);
    await context.close();
  });
});
