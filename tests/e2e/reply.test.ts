import type { Browser } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { DESKTOP, keepScreen, openBrowser, openWindow, PHONE } from "#tests/setup/browser.ts";
import { eventually } from "#tests/setup/demo-client.ts";
import {
  client,
  conversationAbout,
  expectAccessible,
  HANNAH,
  letterWithDraft,
  MARCUS,
  openScreen,
  orderOnItsWay,
  readConversation,
  received,
  subjectFor,
} from "./desk.ts";
import { keepsFocus } from "./hands.ts";

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(async () => {
  await browser?.close();
});
afterEach(async () => {
  await client.control("PUT", "mail/behaviour", {});
});

async function conversationOnScreen(words: string) {
  const order = await orderOnItsWay(MARCUS);
  const subject = subjectFor(words);
  const conversation = await letterWithDraft(MARCUS, { subject, text: `Where is my order ${order.name}?` });
  const window = await openWindow(browser, DESKTOP);
  const screen = await openScreen(window.page, `/inbox/${conversation.id}`);
  await screen.getByRole("heading", { name: "Draft reply" }).waitFor();
  return { order, subject, conversation, screen, ...window };
}

describe("a reply", () => {
  it("is stopped when its edit says what no record says, and goes out on a person's own reason", async () => {
    const { screen, subject, page, context, errors } = await conversationOnScreen("Blocked");
    await screen.getByRole("button", { name: "Edit", exact: true }).click();
    await screen
      .getByLabel("Reply")
      .fill("Hello Marcus,\n\nyour tracking number is 1Z999AA10123456784.\n\nBest wishes");
    await screen.getByText("It cannot be sent as it is").waitFor();
    await screen.getByText("“1Z999AA10123456784”").waitFor();
    // Where the words stand, without a word lost to who is typing.
    expect(await screen.locator(".attune-editor mark").allInnerTexts()).toEqual(["1Z999AA10123456784"]);
    expect(await screen.getByLabel("Reply").evaluate((field) => field === document.activeElement)).toBe(true);
    expect(await screen.getByRole("button", { name: "Send edited reply" }).isDisabled()).toBe(true);
    await expectAccessible(page, "a blocked reply");
    await keepScreen(page, "conversation-blocked-desktop");
    expect(await received(MARCUS, subject)).toEqual([]);

    const anyway = screen.getByRole("button", { name: "Send anyway" });
    expect(await anyway.isDisabled()).toBe(true);
    await screen.getByLabel("Send it all the same because").fill("The carrier told me on the phone");
    await anyway.click();
    await screen.getByText("Your reply").waitFor();
    await screen.getByText("Sent by you").waitFor();
    const [mail] = await received(MARCUS, subject);
    expect(mail?.text).toContain("1Z999AA10123456784");
    expect(errors).toEqual([]);
    await context.close();
  });

  it("is not held back by a check that was not reached, and stopped all the same when it is sent", async () => {
    const { screen, subject, page, context, conversation } = await conversationOnScreen("Unchecked");
    await context.route("**/check", (route) => route.abort());
    await screen.getByRole("button", { name: "Edit", exact: true }).click();
    await screen.getByLabel("Reply").fill("Hello Marcus,\n\nit arrives on 3 January 2031.\n\nBest wishes");
    await screen.getByText("Not checked: the connection is lost").waitFor();
    await screen.getByRole("button", { name: "Send edited reply" }).click();
    await screen.getByText("Not sent: it says something the records do not").waitFor();
    await keepScreen(page, "conversation-refused-desktop");
    expect(await received(MARCUS, subject)).toEqual([]);

    await context.unroute("**/check");
    // What the shopper may not be told about others is nobody's to send, whatever the reason.
    const other = await orderOnItsWay(HANNAH);
    await screen.getByLabel("Reply").fill(`Hello Marcus,\n\norder ${other.name} is on its way.`);
    await screen.getByText("No reason makes up for it").waitFor();
    expect(await screen.getByLabel("Send it all the same because").count()).toBe(0);
    await screen.getByLabel("Reply").fill(conversation.draft.text);
    await screen.getByText("Every fact in it has its source").waitFor();
    await screen.getByRole("button", { name: "Send edited reply" }).click();
    await screen.getByText("Your reply").waitFor();
    await context.close();
  });

  it("is judged by what stands there last, however late an older answer comes", async () => {
    const { screen, context, conversation, errors } = await conversationOnScreen("Late answer");
    let release = () => {};
    const held = new Promise<void>((resolve) => (release = resolve));
    await context.route("**/check", async (route) => {
      if (route.request().postData()?.includes("2031")) await held;
      // Nobody waits for an older one any more: there may be nothing left to answer.
      await route.continue().catch(() => {});
    });
    await screen.getByRole("button", { name: "Edit", exact: true }).click();
    const asked = context.waitForEvent("request", (request) => request.postData()?.includes("2031") ?? false);
    await screen.getByLabel("Reply").fill("It arrives on 3 January 2031.");
    await asked;
    await screen.getByLabel("Reply").fill(conversation.draft.text);
    await screen.getByText("Every fact in it has its source").waitFor();
    release();
    await screen.getByLabel("Reply").fill(`${conversation.draft.text} `);
    await screen.getByText("Checked against the records as you type").waitFor();
    expect(await screen.locator(".attune-editor mark").count()).toBe(0);
    expect(errors).toEqual([]);
    await context.close();
  });

  it("says each sentence in the language of who reads it before it is sent", async () => {
    const order = await orderOnItsWay(MARCUS);
    const subject = subjectFor("Auf Deutsch");
    const text = `Guten Tag,\n\nwo ist meine Bestellung ${order.name}? Ich warte schon seit Tagen auf das Paket.\n\nViele Grüße`;
    const { id } = await letterWithDraft(MARCUS, { subject, text });
    const { page, context, errors } = await openWindow(browser, PHONE);
    const screen = await openScreen(page, `/inbox/${id}`);
    await screen.getByText("They write in German. No translation").waitFor();
    const glosses = screen.locator(".attune-gloss");
    await glosses.first().waitFor();
    expect(await glosses.count()).toBe(await screen.locator(".attune-sentence").count());
    expect(await glosses.first().innerText()).toBe("Hi Marcus,");
    expect(await glosses.filter({ hasText: "no translation" }).count()).toBe(0);
    await expectAccessible(page, "a draft with its translation");
    await keepScreen(page, "conversation-translated-phone");
    await screen.getByRole("button", { name: "Hide translation" }).click();
    await glosses.first().waitFor({ state: "detached" });
    expect(errors).toEqual([]);
    await context.close();
  });

  it("rests on what a person of the team adds, is drafted anew with it, and shows what changed", async () => {
    const { screen, page, context, errors } = await conversationOnScreen("Added");
    const words = "The warehouse confirmed by phone that it left in the morning";
    const inTheseWords = screen.getByLabel("Let the draft say it in these words");
    // What is typed before the page has woken up is not noticed.
    await eventually(async () => {
      await screen.getByLabel("Add a fact").fill("");
      await screen.getByLabel("Add a fact").fill(words);
      return (await inTheseWords.count()) > 0;
    });
    await inTheseWords.check();
    await screen.getByRole("button", { name: "Add fact" }).press("Enter");
    const sentence = screen.locator(".attune-sentence", { hasText: words });
    await sentence.waitFor();
    await keepsFocus(page);
    await sentence.focus();
    await screen.getByText("Said by").first().waitFor();
    await screen.getByText("Your team, seen").waitFor();
    await screen.getByRole("button", { name: "Show all 2 versions" }).click();
    await screen.locator("ins", { hasText: words }).waitFor();
    await expectAccessible(page, "a draft with a fact of the team's, and its versions");
    await keepScreen(page, "conversation-fact-desktop");
    await screen.getByRole("button", { name: `Remove: ${words}` }).press("Enter");
    await sentence.waitFor({ state: "detached" });
    await keepsFocus(page);
    expect(errors).toEqual([]);
    await context.close();
  });

  it("keeps what was typed while the connection is lost, and goes out once it is back", async () => {
    const { screen, subject, page, context } = await conversationOnScreen("Lost connection");
    await screen.getByRole("button", { name: "Edit", exact: true }).click();
    const words = "Hello Marcus,\n\nwe are looking into it.\n\nBest wishes";
    await screen.getByLabel("Reply").fill(words);
    await context.setOffline(true);
    await screen.getByRole("button", { name: "Send edited reply" }).click();
    await screen.getByText("No answer from Attune").waitFor();
    expect(await screen.getByLabel("Reply").inputValue()).toBe(words);
    // The screen's own look for news fails as well, and takes nothing away.
    await screen.getByText("You see what was last loaded").waitFor();
    expect(await screen.getByLabel("Reply").inputValue()).toBe(words);
    await keepScreen(page, "conversation-offline-desktop");
    await context.setOffline(false);
    await screen.getByRole("button", { name: "Send edited reply" }).click();
    await screen.getByText("Your reply").waitFor();
    expect(await received(MARCUS, subject)).toHaveLength(1);
    await context.close();
  });

  it("is drafted anew when the records change, and keeps what a person was writing", async () => {
    const { screen, order, conversation, page, context, errors } = await conversationOnScreen("Changed");
    await screen.getByRole("button", { name: "Edit", exact: true }).click();
    await screen.getByLabel("Reply").fill("My own words");
    await client.control("POST", `orders/${order.id}/deliver`, {});
    const { draft } = await eventually(async () => {
      const now = await readConversation(conversation.id);
      return now.draft && now.draft.status === "waiting" && now.draft.id !== conversation.draft.id
        ? now
        : null;
    });
    await screen.getByText("There is a newer draft").waitFor();
    expect(await screen.getByLabel("Reply").inputValue()).toBe("My own words");
    await keepScreen(page, "conversation-newer-draft-desktop");
    await screen.getByRole("button", { name: "Discard edits" }).click();
    const shown = await screen.locator(".attune-sentence").allInnerTexts();
    for (const sentence of shown) expect(draft?.text).toContain(sentence);
    expect(draft?.text).not.toBe(conversation.draft.text);
    expect(errors).toEqual([]);
    await context.close();
  });

  it.each([
    { choice: "It was sent", mails: 0 },
    { choice: "Send again", mails: 1 },
  ])("asks a person when nobody knows whether it left: $choice", async ({ choice, mails }) => {
    const { screen, subject, page, context, errors, conversation } = await conversationOnScreen("Uncertain");
    await client.control("PUT", "mail/behaviour", {
      onData: "drop-after-dot",
      match: MARCUS.email,
      keep: false,
      times: 1,
    });
    await screen.getByRole("button", { name: "Send", exact: true }).click();
    await screen.getByText("It is not certain that the reply left").waitFor();
    expect(await screen.getByRole("button", { name: "Write your own reply" }).count()).toBe(0);
    expect((await readConversation(conversation.id)).deliveries.map(({ status }) => status)).toEqual([
      "uncertain",
    ]);
    await expectAccessible(page, "an uncertain delivery");
    await keepScreen(page, "conversation-uncertain-desktop");
    await screen.getByRole("button", { name: choice }).click();
    await screen.getByText("Your reply").waitFor();
    expect(await screen.getByText("It is not certain that the reply left").count()).toBe(0);
    expect(await received(MARCUS, subject)).toHaveLength(mails);
    expect(errors).toEqual([]);
    await context.close();
  });
});

describe("a shopper's mail", () => {
  it("is shown formatted without being able to do anything, and its files are only saved", async () => {
    const subject = subjectFor("Formatted");
    const answer = await client.mail(`From: ${HANNAH.name} <${HANNAH.email}>
To: anybody@example.com
Subject: ${subject}
Message-ID: <${crypto.randomUUID()}@shopper.example>
Date: ${new Date().toUTCString()}
MIME-Version: 1.0
Content-Type: multipart/mixed; boundary=part

--part
Content-Type: text/html; charset=utf-8

<p style="color:teal">Hello <b>there</b></p><script>parent.postMessage("ran", "*")</script>
<img src="https://tracker.invalid/pixel.gif" alt="pixel"><a href="https://phish.invalid/">Click</a>
<form action="https://phish.invalid/"><input name="password"></form>
--part
Content-Type: text/html
Content-Disposition: attachment; filename*=UTF-8''%E9%80%81%E3%82%8A%E7%8A%B6%20%281%29.html

<script>alert(document.domain)</script>
--part--
`);
    expect(answer.status).toBe(202);
    await eventually(() => conversationAbout(subject));
    const { page, context, errors } = await openWindow(browser, DESKTOP);
    const asked: string[] = [];
    page.on("request", (request) => asked.push(request.url()));
    const inbox = await openScreen(page, "/inbox");
    await inbox.getByRole("link", { name: subject }).click();
    await inbox.getByRole("button", { name: "Show formatted" }).click();
    const formatted = inbox.frameLocator('iframe[title="Formatted message"]');
    await formatted.getByText("Hello there").waitFor();
    await inbox.getByText("1 tracking image left out.").waitFor();
    expect(await formatted.locator("script, form, input, iframe, img").count()).toBe(0);
    expect(asked.filter((url) => url.includes(".invalid"))).toEqual([]);
    await keepScreen(page, "conversation-formatted-desktop");

    const answered = page.waitForResponse((response) => response.url().includes("/attachments/"));
    const saved = page.waitForEvent("download");
    await inbox.getByRole("button", { name: /^Download/ }).click();
    const headers = (await answered).headers();
    expect(headers["content-disposition"]).toMatch(/^attachment;/);
    expect(headers["content-type"]).toBe("application/octet-stream");
    expect(headers["x-content-type-options"]).toBe("nosniff");
    expect((await saved).suggestedFilename()).toBe("送り状 (1).html");
    expect(errors).toEqual([]);
    await context.close();
  });
});
