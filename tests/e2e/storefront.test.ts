import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { DESKTOP, keepScreen, openBrowser, openWindow } from "#tests/setup/browser.ts";
import { eventually } from "#tests/setup/demo-client.ts";
import { client, demo, openScreen, readConversation, type Conversation } from "./desk.ts";

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(async () => {
  await browser?.close();
});

describe("the storefront's contact form", () => {
  it("brings a signed-in shopper's message into the inbox with proof of who they are", async () => {
    const { items } = (await client.control("GET", "customers")) as {
      items: { id: string; email: string; name: string }[];
    };
    const priya = items.find(({ email }) => email === "priya.r@example.net");
    const { page, context, errors } = await openWindow(browser, DESKTOP);
    await page.request.post(`${demo.devstoreUrl}/storefront/session`, {
      form: { customer: priya?.id ?? "", locale: "en" },
    });
    await page.goto(`${demo.devstoreUrl}/storefront`);
    await page.getByRole("button", { name: "Contact us" }).click();
    const words = `Does the lantern float? ${crypto.randomUUID().slice(0, 8)}`;
    await page.getByLabel("Message", { exact: true }).fill(words);
    await keepScreen(page, "storefront-contact-desktop");
    await page.getByRole("button", { name: "Send message" }).click();
    await page.getByText("Your message has arrived").first().waitFor();

    const conversation = await eventually(async () => {
      const list = (await (await client.api("conversations?limit=10")).json()) as { items: { id: string }[] };
      const read = await Promise.all(list.items.map(({ id }) => readConversation(id)));
      return read.find((one) => one.reading && textOf(one).includes(words));
    });
    expect(conversation.reading?.identity).toBe("signed_in");
    const screen = await openScreen(page, `/inbox/${conversation.id}`);
    await screen.getByText("Signed in to the store").waitFor();
    await screen.getByText(words).first().waitFor();
    await keepScreen(page, "conversation-signed-in-desktop");
    expect(errors).toEqual([]);
    await context.close();
  });
});

const textOf = (conversation: Conversation & { messages?: { text: string }[] }) =>
  (conversation.messages ?? []).map(({ text }) => text).join("\n");
