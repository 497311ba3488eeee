import type { Browser, FrameLocator, Locator } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { DESKTOP, keepScreen, openBrowser, openWindow, PHONE } from "#tests/setup/browser.ts";
import { eventually } from "#tests/setup/demo-client.ts";
import {
  conversationAbout,
  demo,
  expectAccessible,
  HANNAH,
  MARCUS,
  openScreen,
  orderOnItsWay,
  readConversation,
  received,
  subjectFor,
} from "./desk.ts";
import { MIA } from "./inbox-screen.ts";
import { asked, noSidewaysScroll, opened, undoWithin } from "./outgoing.ts";

const PNG = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  "base64",
);
let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(async () => {
  await browser?.close();
});
afterEach(async () => {
  await undoWithin(1);
});

const edit = async (screen: FrameLocator, text: string) => {
  await screen.getByRole("button", { name: "Edit", exact: true }).click();
  await screen.getByLabel("Reply").fill(text);
  await screen.getByText("Checked against the records as you type").waitFor();
};
describe("a reply that was just approved", () => {
  it("can be taken back by keyboard with what was written, and leaves by itself once nobody does", async () => {
    await undoWithin(20);
    const { subject, conversation } = await asked("Taken back");
    const { screen, page, context, errors } = await opened(browser, conversation.id);
    const text = `${conversation.draft.text}\n\nP.S. We packed it twice.`;
    await edit(screen, text);
    await screen.getByRole("button", { name: "Send edited reply" }).click();
    const undo = screen.getByRole("button", { name: "Undo", exact: true });
    await undo.waitFor();
    await screen.getByText(/Sending in \d+ s/u).waitFor();
    await screen.getByText(/^It leaves in 20 seconds/u).waitFor({ state: "attached" });
    expect(await undo.evaluate((button) => button === document.activeElement)).toBe(true);
    await expectAccessible(page, "a reply about to be sent");
    await undo.scrollIntoViewIfNeeded();
    await keepScreen(page, "outgoing-undo-desktop");
    await page.keyboard.press("Enter");
    await screen.getByRole("heading", { name: "Draft reply" }).waitFor();
    const field = screen.getByLabel("Reply");
    expect(await field.inputValue()).toBe(text);
    await eventually(() => field.evaluate((one) => one === document.activeElement));
    expect(await readConversation(conversation.id)).toMatchObject({
      ...{ status: "open", draft: { status: "waiting" } },
      deliveries: [{ status: "cancelled" }],
    });
    expect(await received(MARCUS, subject)).toEqual([]);

    await undoWithin(2);
    await screen.getByRole("button", { name: "Send edited reply" }).click();
    await screen
      .getByText(/Sending/u)
      .first()
      .waitFor();
    // Whoever closes the window has sent it all the same.
    await context.close();
    const [mail] = await eventually(async () => {
      const mails = await received(MARCUS, subject);
      return mails.length > 0 ? mails : null;
    });
    expect(mail?.text).toContain("We packed it twice.");
    expect(errors).toEqual([]);
  });

  it("has its place on a phone", async () => {
    await undoWithin(30);
    const { conversation } = await asked("On a phone");
    const { screen, page, context } = await opened(browser, conversation.id, PHONE);
    await screen.getByRole("button", { name: "Send", exact: true }).click();
    const undo = screen.getByRole("button", { name: "Undo", exact: true });
    await undo.waitFor();
    await undo.scrollIntoViewIfNeeded();
    expect(await noSidewaysScroll(screen)).toBe(true);
    await keepScreen(page, "outgoing-undo-phone");
    await undo.click();
    await screen.getByRole("button", { name: "Send", exact: true }).waitFor();
    await context.close();
  });

  it("is sent once by two reviewers who edited it differently and click within the window", async () => {
    await undoWithin(3);
    const { subject, conversation } = await asked("Two reviewers");
    const [one, two] = [await opened(browser, conversation.id), await opened(browser, conversation.id)];
    await edit(one.screen, `${conversation.draft.text}\n\nMia`);
    await edit(two.screen, `${conversation.draft.text}\n\nNoor`);
    await Promise.all(
      [one, two].map(({ screen }) => screen.getByRole("button", { name: "Send edited reply" }).click()),
    );
    await Promise.all([one, two].map(({ screen }) => screen.getByText("Your reply").waitFor()));
    await eventually(async () => {
      const { deliveries } = await readConversation(conversation.id);
      return deliveries.length === 1 && deliveries[0]?.status === "sent";
    });
    expect(await received(MARCUS, subject)).toHaveLength(1);
    await one.context.close();
    await two.context.close();
  });

  it("loses nothing when the connection breaks, and is sent again with one click", async () => {
    const { subject, conversation } = await asked("Broken off");
    const { screen, context } = await opened(browser, conversation.id);
    const text = `${conversation.draft.text}\n\nKind words.`;
    await edit(screen, text);
    await context.route(`**/inbox/${conversation.id}*`, (route) =>
      route.request().method() === "POST" ? route.abort() : route.continue(),
    );
    await screen.getByRole("button", { name: "Send edited reply" }).click();
    await screen.getByText("No answer from Attune").waitFor();
    expect(await screen.getByLabel("Reply").inputValue()).toBe(text);
    await context.unrouteAll();
    await screen.getByRole("button", { name: "Send again" }).click();
    await screen.getByText("Your reply").waitFor();
    expect(await received(MARCUS, subject)).toHaveLength(1);
    await context.close();
  });

  it("takes files and copies along, and says what is wrong beside the field", async () => {
    const { subject, conversation } = await asked("With a label");
    const { screen, page, context, errors } = await opened(browser, conversation.id);
    await screen.getByTestId("files").setInputFiles([
      { name: "label.png", mimeType: "image/png", buffer: PNG },
      { name: "tool.exe", mimeType: "application/octet-stream", buffer: Buffer.from("MZ\0\0") },
    ]);
    await screen.getByText("is not an image, a PDF or plain text").waitFor();
    await screen.getByRole("img", { name: "Preview of label.png" }).waitFor();
    await screen.getByRole("button", { name: "Add Cc" }).click();
    const cc = screen.getByLabel("Cc", { exact: true });
    await cc.fill("nobody");
    await cc.press("Enter");
    await screen.getByText("Enter one email address").waitFor();
    await cc.fill(HANNAH.email);
    await cc.press("Enter");
    await screen.getByRole("button", { name: `Remove ${HANNAH.email} from Cc` }).waitFor();
    await screen.getByRole("button", { name: "Remove tool.exe" }).click();
    // Whoever loads the page again finds it as they left it.
    await page.reload();
    await screen.getByRole("button", { name: `Remove ${HANNAH.email} from Cc` }).waitFor();
    await expectAccessible(page, "files and copies");
    await screen.getByText("Attach files").scrollIntoViewIfNeeded();
    await keepScreen(page, "outgoing-additions-desktop");
    await page.setViewportSize(PHONE);
    await screen.getByText("Attach files").scrollIntoViewIfNeeded();
    expect(await noSidewaysScroll(screen)).toBe(true);
    await keepScreen(page, "outgoing-additions-phone");
    await page.setViewportSize(DESKTOP);
    await screen.getByRole("button", { name: "Send", exact: true }).click();
    await screen.getByText("Your reply").waitFor();
    await screen.getByText(`Cc: ${HANNAH.email}`).waitFor();
    await screen.getByRole("button", { name: /Download label\.png/u }).waitFor();
    expect(await received(MARCUS, subject)).toHaveLength(1);
    expect(errors).toEqual([]);
    await context.close();
  });

  it("leaves with the copy that is still being typed, and not at all while that is no address", async () => {
    const { subject, conversation } = await asked("Still typed");
    const { screen, page, context, errors } = await opened(browser, conversation.id);
    await screen.getByRole("button", { name: "Add Cc" }).click();
    const cc = screen.getByLabel("Cc", { exact: true });
    const send = screen.getByRole("button", { name: "Send", exact: true });
    const hasFocus = (one: Locator) => eventually(() => one.evaluate((it) => it === document.activeElement));
    await hasFocus(cc);
    await page.keyboard.type("nobody");
    await send.click();
    await screen.getByText("Enter one email address").waitFor();
    await hasFocus(cc);
    expect((await readConversation(conversation.id)).deliveries).toEqual([]);
    await cc.fill(HANNAH.email);
    const before = await send.boundingBox();
    await send.hover();
    await page.mouse.down();
    expect(await send.boundingBox()).toEqual(before);
    await page.mouse.up();
    await screen.getByText("Your reply").waitFor();
    await screen.getByText(`Cc: ${HANNAH.email}`).waitFor();
    expect(await received(MARCUS, subject)).toHaveLength(1);
    expect(errors).toEqual([]);
    await context.close();
  });

  it("is edited and asked about with the focus where somebody writes next", async () => {
    const { conversation } = await asked("Typed at once");
    const { screen, page, context, errors } = await opened(browser, conversation.id);
    const hasFocus = (one: Locator) => eventually(() => one.evaluate((it) => it === document.activeElement));
    await screen.getByRole("button", { name: "Edit", exact: true }).click();
    await hasFocus(screen.getByLabel("Reply"));
    await screen.getByRole("button", { name: "Discard edits" }).click();
    await screen.getByRole("button", { name: "Edit", exact: true }).press("Enter");
    await hasFocus(screen.getByLabel("Reply"));
    await page.keyboard.press("e");
    await screen.getByRole("button", { name: "Ask somebody" }).click();
    await hasFocus(screen.getByLabel("Their email"));
    await page.keyboard.type("e");
    await screen.getByRole("button", { name: "Cancel", exact: true }).click();
    await hasFocus(screen.getByRole("button", { name: "Ask somebody" }));
    expect((await readConversation(conversation.id)).status).toBe("open");
    expect(errors).toEqual([]);
    await context.close();
  });
});

describe("a new message", () => {
  it("is nobody else's who uses the same browser, nor what was looked for in the inbox", async () => {
    const subject = subjectFor("Begun by the owner");
    const { page, context, errors } = await openWindow(browser, DESKTOP);
    const keptOf = async (words: string) =>
      JSON.stringify(
        await page
          .frames()[1]
          ?.evaluate(() => [...Object.entries(localStorage), ...Object.entries(sessionStorage)]),
      ).includes(words);
    const kept = () => keptOf(subject);
    let screen = await openScreen(page, "/inbox?view=all&q=lookedfor");
    await eventually(() => keptOf("lookedfor"));
    screen = await openScreen(page, "/inbox/new");
    await screen.getByLabel("Subject").fill(subject);
    await eventually(kept);
    screen = await openScreen(page, "/inbox/new");
    await screen.getByText("This is what you wrote last time.").waitFor();

    await context.addCookies([{ name: "staff", value: MIA.id, url: demo.devstoreUrl }]);
    screen = await openScreen(page, "/inbox/new");
    await eventually(async () => !(await kept()) && !(await keptOf("lookedfor")));
    expect(await screen.getByLabel("Subject").inputValue()).toBe("");
    expect(errors).toEqual([]);
    await context.close();
  });

  it("is found its recipient, drafted from the order, checked, kept on the way, and sent once", async () => {
    const order = await orderOnItsWay(HANNAH);
    const subject = subjectFor("About your order");
    const { page, context, errors } = await openWindow(browser, DESKTOP);
    let screen = await openScreen(page, "/inbox");
    await screen.getByRole("link", { name: "New message" }).click();
    await screen.getByLabel("To", { exact: true }).fill(order.name);
    await screen.getByRole("button", { name: new RegExp(`^Order ${order.name}`, "u") }).click();
    await screen.getByLabel("Subject").fill(subject);
    await screen.getByRole("button", { name: `Draft from order ${order.name}` }).click();
    const field = screen.getByLabel("Message", { exact: true });
    await eventually(async () => (await field.inputValue()).includes(order.name));
    await screen.getByText("Checked against the records as you type").waitFor();
    await expectAccessible(page, "a new message");
    await keepScreen(page, "outgoing-new-desktop");
    const drafted = await field.inputValue();
    await field.fill(`${drafted}\n\nYour code is 1Z999AA10123456784.`);
    await screen.getByText("It cannot be sent as it is").waitFor();
    await field.fill(`${drafted}\n\nHave a good day.`);
    await screen.getByText("Checked against the records as you type").waitFor();

    const copied = `copied.${crypto.randomUUID().slice(0, 8)}@elsewhere.example`;
    await screen.getByRole("button", { name: "Add Cc" }).click();
    await screen.getByLabel("Cc", { exact: true }).fill(copied);
    await screen.getByLabel("Cc", { exact: true }).press("Enter");
    await screen.getByRole("button", { name: `Remove ${copied} from Cc` }).waitFor();

    // Whoever leaves in the middle of it finds it again.
    screen = await openScreen(page, "/inbox/new");
    await screen.getByText("This is what you wrote last time.").waitFor();
    expect(await screen.getByLabel("Message", { exact: true }).inputValue()).toContain("Have a good day.");
    await screen.getByRole("button", { name: `Remove ${copied} from Cc` }).waitFor();
    await page.setViewportSize(PHONE);
    expect(await noSidewaysScroll(screen)).toBe(true);
    await keepScreen(page, "outgoing-new-phone");
    await page.setViewportSize(DESKTOP);

    let lose = true;
    await context.route("**/inbox/new/send", (route) => (lose ? route.abort() : route.continue()));
    const send = screen.getByRole("button", { name: "Send", exact: true });
    await eventually(() => send.isEnabled());
    await send.click();
    await screen.getByText("The connection was lost. Nothing you typed is lost").waitFor();
    lose = false;
    await screen.getByRole("button", { name: "Send again" }).click();
    await screen.getByText("Your reply").waitFor();
    const mails = await received(HANNAH, subject);
    expect(mails).toHaveLength(1);
    expect(mails[0]?.text).toContain("Have a good day.");
    await screen.getByText(`Cc: ${copied}`).waitFor();
    expect(await conversationAbout(subject)).toMatchObject({ status: "waiting" });
    expect(errors.filter((one) => !one.includes("ERR_FAILED"))).toEqual([]);
    await context.close();
  });

  it("tells nobody else of an order", async () => {
    const order = await orderOnItsWay(HANNAH);
    const { page, context } = await openWindow(browser, DESKTOP);
    const screen = await openScreen(page, "/inbox/new");
    await screen.getByLabel("To", { exact: true }).fill("somebody@elsewhere.example");
    await screen.getByRole("button", { name: "Write to somebody@elsewhere.example" }).click();
    await screen.getByLabel("Subject").fill(subjectFor("Their order"));
    await screen.getByLabel("Message", { exact: true }).fill(`Hello,\n\norder ${order.name} is on its way.`);
    await screen.getByText("No reason makes up for it").waitFor();
    expect(await screen.getByRole("button", { name: "Send", exact: true }).isDisabled()).toBe(true);
    await keepScreen(page, "outgoing-new-blocked-desktop");
    await context.close();
  });
});
