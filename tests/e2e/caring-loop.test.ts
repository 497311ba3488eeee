import { mkdirSync } from "node:fs";
import path from "node:path";
import { AxeBuilder } from "@axe-core/playwright";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { DESKTOP, openBrowser, openWindow, PHONE } from "#tests/setup/browser.ts";
import { demoClient, eventually } from "#tests/setup/demo-client.ts";

const demo = inject("demo");
const client = demoClient(demo);
const shots = path.join(process.env["TEST_RESULTS"] ?? "test-results", "screens");
let browser: Browser;

beforeAll(async () => {
  mkdirSync(shots, { recursive: true });
  browser = await openBrowser();
});
afterAll(async () => {
  await browser?.close();
});

type OrderRow = { id: string; name: string; customer: { id: string; email: string; name: string } | null };

/** A shipped order whose shopper can write about it. */
async function anOrder(): Promise<OrderRow & { customer: { email: string; name: string } }> {
  const { items } = (await client.control("GET", "orders")) as { items: OrderRow[] };
  const found = items.find((order) => order.customer?.email);
  if (!found?.customer) throw new Error("the seeded store has no order with a customer");
  return { ...found, customer: found.customer };
}

async function writeAbout(order: OrderRow & { customer: { email: string; name: string } }, subject: string) {
  const answer = await client.mail(`From: ${order.customer.name.normalize("NFKD").replaceAll(/[^\x20-\x7e]/g, "")} <${order.customer.email}>
To: ${demo.inboundAddress}
Subject: ${subject}
Message-ID: <${crypto.randomUUID()}@shopper.example>
Date: ${new Date().toUTCString()}
Content-Type: text/plain; charset=utf-8

Hello,

where is my order ${order.name}? I have been waiting for days.

Thank you
`);
  expect(answer.status).toBe(202);
  return (await answer.json()) as { messageId: string };
}

async function conversationWithDraft(subject: string) {
  return eventually(async () => {
    const list = (await (await client.api("conversations?limit=50")).json()) as { items: { id: string; subject: string }[] };
    const summary = list.items.find((item) => item.subject === subject);
    if (!summary) return null;
    const conversation = (await (await client.api(`conversations/${summary.id}`)).json()) as {
      id: string;
      draft: { id: string; text: string; language: string; facts: unknown[]; sentences: { cites: string[]; kind: string }[] } | null;
    };
    return conversation.draft ? { ...conversation, draft: conversation.draft } : null;
  });
}

async function openAdmin(page: Page, screen = "") {
  await page.goto(`${demo.adminUrl}${screen}`);
  const frame = page.frameLocator("iframe").first();
  return frame;
}

describe("the caring loop", () => {
  it("takes a shopper's mail to a reply in their mailbox, once, through the embedded admin", async () => {
    const order = await anOrder();
    const subject = `Where is ${order.name}? ${Date.now()}`;
    await writeAbout(order, subject);
    const conversation = await conversationWithDraft(subject);
    expect(conversation.draft.text).toContain(order.name);

    const { page, context, errors } = await openWindow(browser, DESKTOP);
    const frame = await openAdmin(page);
    await frame.getByRole("heading", { name: "What needs you now" }).waitFor();
    await page.screenshot({ path: path.join(shots, "home-desktop.png") });

    const inbox = await openAdmin(page, "/inbox");
    await inbox.getByText(subject).first().waitFor();
    await page.screenshot({ path: path.join(shots, "inbox-desktop.png") });
    await inbox.getByText(subject).first().click();

    await inbox.getByRole("heading", { name: "Draft reply" }).waitFor();
    const cited = inbox.locator("button.attune-sentence").nth(1);
    await cited.focus();
    await page.screenshot({ path: path.join(shots, "conversation-desktop.png"), fullPage: true });
    const send = inbox.getByRole("button", { name: "Send", exact: true });
    await send.dblclick();

    const received = await eventually(async () => {
      const items = await client.mailbox(order.customer.email);
      const found = items.filter((item) => item.subject.includes(subject));
      return found.length > 0 ? found : null;
    });
    expect(received).toHaveLength(1);
    expect(received[0]?.text).toContain(order.name);
    await inbox.getByText("Waiting on shopper").first().waitFor();
    await page.screenshot({ path: path.join(shots, "conversation-sent-desktop.png") });

    await page.goto(demo.mailboxUrl);
    await page.getByText(subject).first().waitFor();
    await page.screenshot({ path: path.join(shots, "mailbox-desktop.png") });
    expect(errors).toEqual([]);
    await context.close();
  });

  it("works at a phone's width, without sideways scrolling, and passes axe", async () => {
    const order = await anOrder();
    const subject = `Small screen ${Date.now()}`;
    await writeAbout(order, subject);
    const conversation = await conversationWithDraft(subject);
    const { page, context, errors } = await openWindow(browser, PHONE);
    for (const [name, screen, landmark] of [
      ["home", "", "What needs you now"],
      ["inbox", "/inbox", subject],
      ["conversation", `/inbox/${conversation.id}`, "Draft reply"],
      ["settings", "/settings", "Your inbound address"],
    ] as const) {
      const frame = await openAdmin(page, screen);
      await frame.getByText(landmark).first().waitFor();
      const body = frame.locator("body");
      const overflow = await body.evaluate((element) => element.scrollWidth - element.clientWidth);
      expect(overflow, `${name} scrolls sideways`).toBeLessThanOrEqual(0);
      await page.screenshot({ path: path.join(shots, `${name}-phone.png`) });
      const report = await new AxeBuilder({ page }).include("iframe").disableRules(["frame-tested"]).analyze();
      expect(
        report.violations.map((violation) => `${name}: ${violation.id} ${violation.nodes[0]?.html ?? ""}`),
      ).toEqual([]);
    }
    expect(errors).toEqual([]);
    await context.close();
  });
});
