// The demo has no model: what its server would answer is given here, in the shapes that tests/integration/translations.test.ts proves.
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { ShownGloss } from "#app/care/draft/gloss.ts";
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

describe("a draft that a model wrote in another language", () => {
  it("shows which sentences the model translated itself, and which translation could not be checked", async () => {
    const { id } = await germanLetter();
    const { page, context, errors } = await openWindow(browser, PHONE);
    await context.route("**/gloss?*", async (route) => {
      const { language, sentences }: ShownGloss = await (await route.fetch()).json();
      const [greeting, , ...others] = sentences;
      const own = { text: "Your order is on its way and was seen in Leipzig.", language: "en", exact: false };
      const shown = [greeting, own, { text: null, why: "unchecked" }, { text: null, why: "none" }];
      return route.fulfill({ json: { language, sentences: [...shown, ...others.slice(2)] } });
    });
    const screen = await openScreen(page, `/inbox/${id}`);
    await screen
      .getByText("Claude translated the sentences that it wrote itself, and may be wrong.")
      .waitFor();
    const glosses = screen.locator(".attune-gloss");
    expect(await glosses.nth(0).innerText()).toBe("Hi Marcus,");
    expect(await glosses.nth(1).innerText()).toBe(
      "Your order is on its way and was seen in Leipzig. (translated by Claude)",
    );
    expect(await glosses.nth(2).innerText()).toBe("No translation of this sentence could be checked.");
    expect(await glosses.nth(3).innerText()).toBe("There is no translation of this sentence into English.");
    const { width } = await screen
      .locator("html")
      .evaluate((html) => ({ width: html.scrollWidth - html.clientWidth }));
    expect(width).toBe(0);
    await expectAccessible(page, "a draft with a model's own translation");
    await glosses.nth(1).scrollIntoViewIfNeeded();
    await keepScreen(page, "draft-translated-by-model-phone");
    await screen.getByRole("button", { name: "Hide translation" }).click();
    await glosses.first().waitFor({ state: "detached" });
    expect(errors).toEqual([]);
    await context.close();
  });
});
