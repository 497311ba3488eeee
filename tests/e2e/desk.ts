import { AxeBuilder } from "@axe-core/playwright";
import type { FrameLocator, Page } from "playwright-core";
import { expect } from "vitest";
import { demoClient, eventually } from "#tests/setup/demo-client.ts";
import { demoOfWorker } from "#tests/setup/demo-of-worker.ts";

/** The demo of this worker, which the files that it runs share, and what the browser tests do to it again and again. */
export const demo = demoOfWorker();
export const client = demoClient(demo);

type Shopper = { name: string; email: string };
export type Conversation = {
  id: string;
  subject: string;
  status: string;
  reading: { identity: string } | null;
  draft: { id: string; version: number; status: string; text: string } | null;
  deliveries: { status: string; messageId: string }[];
};

export const HANNAH: Shopper = { name: "Hannah Okafor", email: "hannah.okafor@example.com" };
export const MARCUS: Shopper = { name: "Marcus Bellweather", email: "marcus.bellweather@example.com" };

/** A new order of the shopper's, on its way, that the app knows of. */
export async function orderOnItsWay(shopper: Shopper): Promise<{ id: string; name: string }> {
  const order = (await client.control("POST", "orders", { customer: shopper.email })) as {
    id: string;
    name: string;
  };
  await client.control("POST", `orders/${order.id}/ship`, {});
  await eventually(async () => {
    const answer = await client.api(`orders/${order.id}`);
    return answer.ok && ((await answer.json()) as { fulfillments: unknown[] }).fulfillments.length > 0;
  });
  return order;
}

/** The shopper writes a mail; resolves when a draft waits for it. */
export async function letterWithDraft(
  shopper: Shopper,
  { subject, text }: { subject: string; text: string },
): Promise<Conversation & { draft: NonNullable<Conversation["draft"]> }> {
  const answer = await client.mail(`From: ${shopper.name} <${shopper.email}>
To: ${demo.inboundAddress}
Subject: ${subject}
Message-ID: <${crypto.randomUUID()}@shopper.example>
Date: ${new Date().toUTCString()}
Content-Type: text/plain; charset=utf-8

${text}
`);
  expect(answer.status).toBe(202);
  return eventually(async () => {
    const found = await conversationAbout(subject);
    return found?.draft ? { ...found, draft: found.draft } : null;
  });
}

export async function conversationAbout(subject: string): Promise<Conversation | null> {
  const list = (await (await client.api("conversations?limit=50")).json()) as { items: Conversation[] };
  const summary = list.items.find((item) => item.subject === subject);
  return summary ? readConversation(summary.id) : null;
}

export async function readConversation(id: string): Promise<Conversation> {
  return (await (await client.api(`conversations/${id}`)).json()) as Conversation;
}

/** A screen of the app, inside the admin. `screen` is the app's own path. */
export async function openScreen(page: Page, screen = ""): Promise<FrameLocator> {
  await page.goto(`${demo.adminUrl}${screen}`);
  const shown = page.frameLocator("iframe").first();
  const title = shown.locator("h1").first();
  // A screen that has no title, or needs no script, is one, too.
  await eventually(() => title.evaluate(isAwake, null, { timeout: 5_000 }), 5).catch(() => undefined);
  return shown;
}

/** React has taken over what the server drew: what is typed or pressed before is not noticed. */
const isAwake = (title: Element) => Object.keys(title).some((key) => key.startsWith("__react"));

/** Nothing on the app's screen breaks a rule of axe. */
export async function expectAccessible(page: Page, name: string): Promise<void> {
  const report = await new AxeBuilder({ page }).include("iframe").disableRules(["frame-tested"]).analyze();
  const found = report.violations.map(({ id, nodes }) => `${name}: ${id} ${nodes[0]?.html ?? ""}`);
  expect(found).toEqual([]);
}

/** Mails in the shopper's mailbox that belong to this conversation. */
export async function received(shopper: Shopper, subject: string) {
  const items = await client.mailbox(shopper.email);
  return items.filter((item) => item.subject.includes(subject));
}

/** Different for each test, so that no two of them share a conversation. */
export const subjectFor = (words: string) => `${words} ${crypto.randomUUID().slice(0, 8)}`;
