import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { keepScreen, openBrowser, openWindow, PHONE } from "#tests/setup/browser.ts";
import { eventually } from "#tests/setup/demo-client.ts";
import {
  client,
  expectAccessible,
  MARCUS,
  openScreen,
  readConversation,
  received,
  subjectFor,
} from "./desk.ts";
import { keepsFocus } from "./hands.ts";
import { asked, inboundAddress, noSidewaysScroll, opened, undoWithin } from "./outgoing.ts";

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
  await undoWithin(1);
});
afterAll(async () => {
  await browser?.close();
});

describe("conversations of one matter", () => {
  it("are merged, the old address leads there, and the merge is undone", async () => {
    const [first, second] = [await asked("Merge one"), await asked("Merge two")];
    const { screen, page, context, errors } = await opened(browser, second.conversation.id);
    await screen.getByRole("button", { name: "Merge", exact: true }).click();
    const into = screen.getByRole("button", { name: `Move its messages here: ${first.subject}` });
    await into.waitFor();
    await expectAccessible(page, "choosing what to merge");
    await into.scrollIntoViewIfNeeded();
    await keepScreen(page, "outgoing-merge-desktop");
    await into.press("Enter");
    const undo = screen.getByRole("button", { name: `Undo merging “${first.subject}”` });
    await undo.waitFor();
    await keepsFocus(page);
    await screen.getByText(`Where is my order ${first.order.name}?`).waitFor();
    const old = await client.api(`conversations/${first.conversation.id}`);
    expect(((await old.json()) as { id: string }).id).toBe(second.conversation.id);
    await undo.press("Enter");
    await screen.getByText(`Where is my order ${first.order.name}?`).waitFor({ state: "detached" });
    await keepsFocus(page);
    expect((await readConversation(first.conversation.id)).id).toBe(first.conversation.id);
    expect(errors).toEqual([]);
    await context.close();
  });

  it("are split again by who sees that they are two", async () => {
    const [first, second] = [await asked("Split one"), await asked("Split two")];
    const merged = await client.api(`conversations/${second.conversation.id}/merge`, {
      method: "POST",
      body: JSON.stringify({ fromId: first.conversation.id }),
    });
    expect(merged.status).toBe(200);
    const { page, context } = await openWindow(browser, PHONE);
    const screen = await openScreen(page, `/inbox/${second.conversation.id}`);
    await screen.getByRole("button", { name: "Split", exact: true }).click();
    await screen.getByRole("checkbox", { name: `Where is my order ${first.order.name}?` }).check();
    const take = screen.getByRole("button", { name: "Move 1 message to a new conversation" });
    await take.scrollIntoViewIfNeeded();
    expect(await noSidewaysScroll(screen)).toBe(true);
    await keepScreen(page, "outgoing-split-phone");
    await take.click();
    await screen.getByRole("heading", { name: first.subject }).waitFor();
    await screen.getByText(`Where is my order ${second.order.name}?`).waitFor({ state: "detached" });
    await context.close();
  });
});

describe("a side conversation", () => {
  it("tells the carrier what was ticked, stands beside the thread with the answer, and is closed", async () => {
    const { order, conversation } = await asked("Ask the carrier");
    const { screen, page, context, errors } = await opened(browser, conversation.id);
    await screen.getByRole("button", { name: "Ask somebody" }).click();
    await screen.getByLabel("Their email address").fill("service@carrier.example");
    const subject = subjectFor("A parcel");
    await screen.getByLabel("Subject").fill(subject);
    await screen.getByRole("checkbox", { name: `Order: ${order.name}` }).check();
    const message = screen.getByLabel("Message", { exact: true });
    expect(await message.inputValue()).toBe(`Order: ${order.name}`);
    await message.fill(`Order: ${order.name}\nWhere is the parcel of ${MARCUS.name}?`);
    const send = screen.getByRole("button", { name: "Send", exact: true }).last();
    await send.click();
    await screen.getByText("Not sent: it names the shopper").waitFor();
    await expectAccessible(page, "a side conversation");
    await screen.getByText("Not sent: it names the shopper").scrollIntoViewIfNeeded();
    await keepScreen(page, "outgoing-aside-desktop");
    await message.fill(`Order: ${order.name}\nWhere is the parcel?`);
    await send.click();
    await screen.getByText("Waiting for an answer").waitFor();
    const [mail] = await eventually(async () => {
      const mails = await received({ name: "", email: "service@carrier.example" }, subject);
      return mails.length > 0 ? mails : null;
    });
    expect(mail?.text).not.toContain(MARCUS.name);
    const answered = await client.mail(`From: Carrier <service@carrier.example>
To: ${await inboundAddress()}
Subject: Re: ${subject}
In-Reply-To: ${mail?.messageId}
Message-ID: <${crypto.randomUUID()}@carrier.example>
Content-Type: text/plain; charset=utf-8

It lies in Hamburg.
`);
    expect(answered.status).toBe(202);
    await screen.getByText("Answered").waitFor();
    await screen.getByRole("button", { name: `Show ${subject}` }).click();
    await screen.getByText("It lies in Hamburg.").waitFor();
    await page.setViewportSize(PHONE);
    await screen.getByText("It lies in Hamburg.").scrollIntoViewIfNeeded();
    expect(await noSidewaysScroll(screen)).toBe(true);
    await keepScreen(page, "outgoing-aside-phone");
    await screen.getByRole("button", { name: `Close “${subject}”` }).click();
    await screen.getByText("Closed", { exact: true }).waitFor();
    const shown = (await readConversation(conversation.id)) as unknown as { messages: { text: string }[] };
    expect(shown.messages.map(({ text }) => text).join()).not.toContain("Hamburg");
    expect(errors).toEqual([]);
    await context.close();
  });
});
