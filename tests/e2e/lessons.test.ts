import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { DESKTOP, keepScreen, openBrowser, openWindow, PHONE } from "#tests/setup/browser.ts";
import { eventually } from "#tests/setup/demo-client.ts";
import {
  client,
  conversationAbout,
  demo,
  expectAccessible,
  HANNAH,
  letterWithDraft,
  openScreen,
  orderOnItsWay,
  readConversation,
  subjectFor,
  type Conversation,
} from "./desk.ts";

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(async () => {
  await browser?.close();
});

const post = (path: string, body: object) =>
  client.api(`conversations/${path}`, { method: "POST", body: JSON.stringify(body) });

/** In Dutch, so that what is learned here is in the way of no other test. */
async function dutchLetter(): Promise<Conversation & { draft: NonNullable<Conversation["draft"]> }> {
  const order = await orderOnItsWay(HANNAH);
  const text = `Hallo, waar is mijn bestelling ${order.name}? Ik heb nog niets ontvangen. Alvast bedankt voor je antwoord.`;
  return letterWithDraft(HANNAH, { subject: subjectFor("Waar is mijn pakket"), text });
}

async function send({ id, draft }: Conversation, edit: (text: string) => string): Promise<void> {
  const text = edit(draft?.text ?? "");
  const body = { draftId: draft?.id, text, overrule: { reason: "Our own words" } };
  expect((await post(`${id}/send`, body)).status).toBe(202);
  await eventually(async () =>
    (await readConversation(id)).deliveries.some(({ status }) => status === "sent"),
  );
}

describe("lessons", () => {
  it("are proposed with their evidence, edited, used in the next draft and taken back", async () => {
    const words = `Groetjes van team ${["Anker", "Boei", "Kade"][new Date().getSeconds() % 3]}`;
    for (let sent = 0; sent < 3; sent += 1) {
      const letter = await dutchLetter();
      await send(letter, (text) => text.replace(/\n\n[^\n]+$/u, `\n\n${words}`));
    }
    await eventually(async () => {
      const listed = (await (await client.api("lessons?state=proposed")).json()) as {
        items: { text: string }[];
      };
      return listed.items.some(({ text }) => text === words);
    });

    const { page, context, errors } = await openWindow(browser, DESKTOP);
    const screen = await openScreen(page, "/settings/lessons");
    await screen.getByRole("heading", { name: "Close with these words" }).waitFor();
    await screen.getByText("Changed 3 times").first().waitFor();
    await expectAccessible(page, "lessons");
    await keepScreen(page, "lessons-proposed-desktop");

    await screen.getByRole("button", { name: "Edit: Close with these words" }).click();
    await screen.getByRole("textbox", { name: "Words" }).fill("Je krijgt een tegoedbon");
    await screen.getByRole("button", { name: "Use this: Close with these words" }).click();
    await screen.getByText(/Every reply would promise/u).waitFor();
    await expectAccessible(page, "a refused lesson");
    await screen.getByRole("textbox", { name: "Words" }).fill("Tot gauw");
    await screen.getByRole("button", { name: "Use this: Close with these words" }).click();
    await screen.getByRole("button", { name: "Take back: Close with these words" }).waitFor();
    expect((await dutchLetter()).draft.text).toMatch(/\n\nTot gauw$/u);

    await page.setViewportSize(PHONE);
    await keepScreen(page, "lessons-in-use-phone");
    await expectAccessible(page, "lessons on a phone");
    await screen.getByRole("button", { name: "Take back: Close with these words" }).click();
    await screen.getByText(/^Taken back on/u).waitFor();
    expect((await dutchLetter()).draft.text).not.toMatch(/Tot gauw$/u);
    expect(errors).toEqual([]);
    await context.close();
  });
});

describe("an answer", () => {
  it("is kept from a sent reply, after a person has read it", async () => {
    const subject = subjectFor("Washing");
    const answer = await client.mail(`From: ${HANNAH.name} <${HANNAH.email}>
To: ${demo.inboundAddress}
Subject: ${subject}
Message-ID: <${crypto.randomUUID()}@shopper.example>
Date: ${new Date().toUTCString()}
Content-Type: text/plain; charset=utf-8

Hello, is the blanket made of merino wool, and what material is its lining? How do I wash it?
`);
    expect(answer.status).toBe(202);
    const found = await eventually(async () => {
      const conversation = await conversationAbout(subject);
      return conversation?.reading ? conversation : null;
    });
    await post(`${found.id}/draft`, {});
    const drafted = await readConversation(found.id);
    const title = `Merino ${crypto.randomUUID().slice(0, 6)}`;
    await send(drafted, (text) =>
      text.replace(/\n\n(?=[^\n]+$)/u, " Merino wool is washed by hand, in cold water.\n\n"),
    );

    const { page, context, errors } = await openWindow(browser, DESKTOP);
    const screen = await openScreen(page, `/inbox/${found.id}`);
    await screen.getByRole("button", { name: "Keep as an answer" }).click();
    await screen.getByLabel("Title").fill(`${title} for Hannah`);
    await expectAccessible(page, "an answer to keep");
    await keepScreen(page, "answer-to-keep-desktop");
    await screen.getByRole("button", { name: "Keep answer" }).click();
    await screen.getByText(/This speaks of one shopper/u).waitFor();
    await page.setViewportSize(PHONE);
    await keepScreen(page, "answer-refused-phone");
    await screen.getByLabel("Title").fill(title);
    await screen.getByRole("button", { name: "Keep answer" }).click();
    await screen.getByText("What this reply says is kept among your knowledge.").waitFor();
    await screen.getByRole("link", { name: "Open knowledge" }).waitFor();
    await openScreen(page, "/settings/knowledge");
    await screen.getByRole("heading", { name: title }).waitFor();
    await keepScreen(page, "knowledge-answer-phone");
    await screen.getByRole("button", { name: `Retire ${title} …` }).click();
    await screen.getByRole("button", { name: `Retire ${title}`, exact: true }).click();
    await screen.getByText("Not in use").first().waitFor();
    expect(errors).toEqual([]);
    await context.close();
  });
});
