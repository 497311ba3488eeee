// The demo has no model: what its server would answer is given here, in the shapes that tests/integration/translations.test.ts proves.
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { ShownTranslations, Translated } from "#app/care/draft/translate/translation.ts";
import { DESKTOP, keepScreen, openBrowser, openWindow, PHONE } from "#tests/setup/browser.ts";
import {
  client,
  expectAccessible,
  letterWithDraft,
  MARCUS,
  openScreen,
  orderOnItsWay,
  subjectFor,
} from "./desk.ts";

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(async () => {
  await browser?.close();
});

const REFUSED: Translated = { outcome: "not_translated", why: "overloaded" };
const TRANSLATED: Translated = {
  outcome: "translated",
  translation: {
    paragraphs: [
      "Good day,",
      "where is my order [order]? I have been waiting for the parcel for days.",
      "<b>Kind regards</b>",
    ],
    cut: false,
  },
};

async function germanLetter() {
  const order = await orderOnItsWay(MARCUS);
  const subject = subjectFor("Übersetzt");
  const text = `Guten Tag,\n\nwo ist meine Bestellung ${order.name}? Ich warte schon seit Tagen auf das Paket.\n\nViele Grüße`;
  const { id } = await letterWithDraft(MARCUS, { subject, text });
  const { messages } = (await (await client.api(`conversations/${id}`)).json()) as {
    messages: { id: string }[];
  };
  return { id, messageId: messages[0]?.id ?? "" };
}

/** A window in which a model may be asked; `says` is what comes of each question, when it is let go. */
async function windowWithModel(viewport: typeof DESKTOP, messageId: string) {
  const opened = await openWindow(browser, viewport);
  const questions: string[] = [];
  const waiting: ((said: Translated) => void)[] = [];
  const known: ShownTranslations = {
    offered: "by_model",
    messages: { [messageId]: { language: "de", translation: null } },
  };
  await opened.context.route("**/translations*", async (route) => {
    if (route.request().method() === "GET") return route.fulfill({ json: known });
    questions.push(route.request().postData() ?? "");
    const said = await new Promise<Translated>((resolve) => waiting.push(resolve));
    return route.fulfill({ json: said });
  });
  return { ...opened, questions, says: (said: Translated) => waiting.splice(0).forEach((one) => one(said)) };
}

describe("a message in another language", () => {
  it("is translated when the reviewer asks, by keyboard, and says what came of it", async () => {
    const { id, messageId } = await germanLetter();
    const { page, context, errors, questions, says } = await windowWithModel(DESKTOP, messageId);
    const screen = await openScreen(page, `/inbox/${id}`);
    await screen
      .getByText("They write in German. Claude translates a message when you ask for it.")
      .waitFor();

    await screen.getByRole("button", { name: "Translate" }).focus();
    await page.keyboard.press("Enter");
    const busy = screen.getByRole("button", { name: "Translating…" });
    await busy.waitFor();
    await page.keyboard.press("Enter");
    says(REFUSED);
    await screen.getByText("Not translated: Claude is overloaded. Ask again in a minute.").waitFor();
    await page.keyboard.press("Enter");
    await busy.waitFor();
    says(TRANSLATED);
    await screen.getByText("where is my order [order]?").waitFor();
    expect(questions.map((one) => JSON.parse(one) as unknown)).toEqual([
      { messageId, language: "en" },
      { messageId, language: "en" },
    ]);
    await screen.getByText("Translated by Claude, may be wrong.").waitFor();
    // Whatever it says is text.
    await screen.getByText("<b>Kind regards</b>").waitFor();
    await screen.getByText("Ich warte schon seit Tagen").first().waitFor();
    await expectAccessible(page, "a translated message");
    await keepScreen(page, "message-translated-desktop");
    await page.keyboard.press("Enter");
    await screen.getByText("Translated by Claude").waitFor({ state: "detached" });
    await screen.getByRole("button", { name: "Show translation" }).waitFor();
    expect(errors).toEqual([]);
    await context.close();
  });

  it("is translated on a phone", async () => {
    const { id, messageId } = await germanLetter();
    const { page, context, errors, says } = await windowWithModel(PHONE, messageId);
    const screen = await openScreen(page, `/inbox/${id}`);
    await screen.getByRole("button", { name: "Translate" }).click();
    await screen.getByRole("button", { name: "Translating…" }).waitFor();
    says(TRANSLATED);
    const mark = screen.getByText("Translated by Claude, may be wrong.");
    await mark.scrollIntoViewIfNeeded();
    const { width } = await screen
      .locator("html")
      .evaluate((html) => ({ width: html.scrollWidth - html.clientWidth }));
    expect(width).toBe(0);
    await keepScreen(page, "message-translated-phone");
    expect(errors).toEqual([]);
    await context.close();
  });
});
