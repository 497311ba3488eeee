import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { DESKTOP, keepScreen, openBrowser, openWindow, PHONE } from "#tests/setup/browser.ts";
import { eventually } from "#tests/setup/demo-client.ts";
import {
  client,
  expectAccessible,
  HANNAH,
  letterWithDraft,
  openScreen,
  orderOnItsWay,
  readConversation,
  subjectFor,
} from "./desk.ts";

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(async () => {
  await browser?.close();
});

const ANGRY = "I am furious! Nobody answers me and my parcel is still not here. This is outrageous!";

type Read = { emotion: string; reading: { emotion: { label: string }; correction: unknown } };
const readOf = async (id: string) => (await readConversation(id)) as unknown as Read;

async function letter(words: string, text: string) {
  const subject = subjectFor(words);
  return letterWithDraft(HANNAH, { subject, text });
}

/** In the box of the three readings: how many lines each reading's name takes, and how far anything sticks out. */
function linesOfVoices(box: HTMLElement | SVGElement) {
  const names = [...box.querySelectorAll("dd")].map((dd) => dd.querySelector("span"));
  const lines = names.map((name) => {
    const words = document.createRange();
    if (name) words.selectNodeContents(name);
    return words.getClientRects().length;
  });
  return { lines, wider: box.scrollWidth - box.clientWidth };
}

describe("how a message was read", () => {
  it("is shown with every reading, corrected by keyboard, and taken back", async () => {
    const { id } = await letter("Corrected", ANGRY);
    const { page, context, errors } = await openWindow(browser, DESKTOP);
    const screen = await openScreen(page, `/inbox/${id}`);
    await screen.getByRole("heading", { name: "Anger", exact: true }).waitFor();
    for (const words of [
      "Words",
      "Record",
      "How they were answered",
      "says nothing about the shopper",
      "It is kept until",
      "It states no facts.",
    ])
      await screen.getByText(words).first().waitFor();
    await expectAccessible(page, "a reading");
    await keepScreen(page, "reading-desktop");

    const correct = screen.getByRole("button", { name: "Correct the emotion" });
    const focused = (words: string) =>
      expect
        .poll(() => screen.locator("body").evaluate(() => document.activeElement?.textContent))
        .toBe(words);
    await correct.focus();
    await page.keyboard.press("Enter");
    await screen.getByRole("menuitem", { name: "Anger" }).waitFor();
    expect(await screen.getByRole("menuitem").count()).toBe(12);
    await page.keyboard.press("Escape");
    await focused("Correct");
    await screen.locator("[role=menuitem]").first().waitFor({ state: "detached" });

    await page.keyboard.press("Enter");
    for (const [index, label] of ["Anger", "Frustration", "Disappointment", "Worry"].entries()) {
      if (index > 0) await page.keyboard.press("ArrowDown");
      await focused(label);
    }
    await page.keyboard.press("Enter");
    await screen.getByRole("heading", { name: "Worry", exact: true }).waitFor();
    await screen.getByText("Corrected by").waitFor();
    await screen.getByText("It was read as anger.").waitFor();
    await page.getByText("Emotion corrected").waitFor();
    expect(await readOf(id)).toMatchObject({ emotion: "worry", reading: { emotion: { label: "worry" } } });
    await focused("Correct");
    await expectAccessible(page, "a corrected reading");
    await keepScreen(page, "reading-corrected-desktop");

    await screen.getByRole("button", { name: "Undo the correction" }).dblclick();
    await screen.getByRole("heading", { name: "Anger", exact: true }).waitFor();
    await page.getByText("Undone. The emotion is as it was read.").first().waitFor();
    expect(await readOf(id)).toMatchObject({ emotion: "anger", reading: { correction: null } });
    expect(errors).toEqual([]);
    await context.close();
  });

  it.each([
    ["phone", PHONE],
    ["low window", { width: 1280, height: 480 }],
  ])("is corrected by a click on a page that is scrolled (%s)", async (name, size) => {
    const { id } = await letter(`Scrolled ${name}`, ANGRY);
    const { page, context, errors } = await openWindow(browser, size);
    // A page that wakes up begins at its top, and then says who looks at it.
    const awake = page.waitForRequest((request) => request.url().endsWith("/presence"));
    const screen = await openScreen(page, `/inbox/${id}`);
    await awake;
    const correct = screen.getByRole("button", { name: "Correct the emotion" });
    await correct.scrollIntoViewIfNeeded();
    const scrolled = () => screen.locator("body").evaluate(() => Math.round(scrollY));
    const before = await scrolled();
    expect(before).toBeGreaterThan(0);
    await correct.click();
    const first = screen.getByRole("menuitem", { name: "Anger" });
    await expect.poll(() => first.evaluate((item) => item === document.activeElement)).toBe(true);
    expect(await screen.getByRole("menuitem").count()).toBe(12);
    expect(await scrolled()).toBe(before);
    await screen.getByRole("menuitem", { name: "Grief" }).click();
    await screen.getByRole("heading", { name: "Grief", exact: true }).waitFor();
    await screen.getByText("It was read as anger.").waitFor();
    expect((await readOf(id)).emotion).toBe("grief");
    expect(errors).toEqual([]);
    await context.close();
  });

  it("is corrected once the connection is back, and says so until then", async () => {
    const { id } = await letter("Offline", ANGRY);
    const { page, context } = await openWindow(browser, DESKTOP);
    const screen = await openScreen(page, `/inbox/${id}`);
    const choose = async () => {
      await screen.getByRole("button", { name: "Correct the emotion" }).click();
      await screen.getByRole("menuitem", { name: "Grief" }).click();
    };
    await screen.getByRole("button", { name: "Correct the emotion" }).waitFor();
    await context.setOffline(true);
    await choose();
    await screen.getByText("The connection was lost. Choose again when it is back.").waitFor();
    await context.setOffline(false);
    await choose();
    await screen.getByText("Corrected by").waitFor();
    expect((await readOf(id)).emotion).toBe("grief");
    await context.close();
  });

  it("says plainly that it is not sure, and holds long words at a phone's width", async () => {
    const order = await orderOnItsWay(HANNAH);
    await client.control("POST", `orders/${order.id}/fail-delivery`, { final: true });
    await eventually(async () =>
      (await (await client.api(`orders/${order.id}`)).text()).includes('"failure"'),
    );
    const long = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerk".repeat(4);
    // Warm words over a delivery that failed: they may be meant as they are, or not at all.
    const { id } = await letter("Phone", `Wonderful, I love it! ${order.name} 😊 ${long} שלום`);
    const { page, context, errors } = await openWindow(browser, PHONE);
    const screen = await openScreen(page, `/inbox/${id}`);
    await screen.getByRole("heading", { name: "Not sure", exact: true }).scrollIntoViewIfNeeded();
    await screen.getByText("Best guess: Joy").waitFor();
    await expectAccessible(page, "a reading that is not sure, on a phone");
    await keepScreen(page, "reading-unsure-phone");
    const wider = await screen
      .locator("body")
      .evaluate((body) => body.ownerDocument.documentElement.scrollWidth - body.clientWidth);
    expect(wider).toBeLessThanOrEqual(0);
    await screen.getByRole("button", { name: "Other emotion" }).click();
    await screen.getByRole("menuitem", { name: "Frustration" }).waitFor();
    expect(await screen.getByRole("menuitem").count()).toBe(12);
    await page.keyboard.press("Escape");
    await screen.getByRole("button", { name: "Set emotion to Frustration" }).click();
    await screen.getByRole("heading", { name: "Frustration", exact: true }).waitFor();
    await screen.getByText("It was read as joy.").waitFor();
    await screen.getByRole("button", { name: "Undo the correction" }).click();
    await screen.getByRole("button", { name: "Set emotion to Joy" }).click();
    await screen.getByText("The readings were not sure.").waitFor();
    await page.getByText("Emotion confirmed").waitFor();
    await screen.getByRole("button", { name: "Undo the confirmation" }).waitFor();
    expect(errors).toEqual([]);
    await context.close();
  });

  it.each([
    ["desktop", DESKTOP],
    ["phone", PHONE],
  ])("breaks no word of the three readings that fits into a line (%s)", async (name, size) => {
    const { id } = await letter(`Voices ${name}`, "I am disappointed, it was broken. What a disappointment.");
    const { page, context, errors } = await openWindow(browser, size);
    const screen = await openScreen(page, `/inbox/${id}`);
    await screen.getByRole("heading", { name: "Disappointment", exact: true }).waitFor();
    const box = screen.getByLabel("The three readings");
    expect(await box.evaluate(linesOfVoices)).toMatchObject({ lines: [1, expect.any(Number), 1], wider: 0 });
    await box.scrollIntoViewIfNeeded();
    await keepScreen(page, `voices-${name}`);
    const say = (words: string) =>
      box.evaluate((voices, said) => {
        for (const dd of voices.querySelectorAll("dd")) dd.querySelector("span")?.replaceChildren(said);
      }, words);
    await say("Disappointment");
    expect(await box.evaluate(linesOfVoices)).toEqual({ lines: [1, 1, 1], wider: 0 });
    await say("Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft");
    const { lines, wider } = await box.evaluate(linesOfVoices);
    expect([Math.min(...lines) > 1, wider]).toEqual([true, 0]);
    expect(errors).toEqual([]);
    await context.close();
  });

  it.each([
    ["desktop", DESKTOP],
    ["phone", PHONE],
  ])(
    "writes amounts and causes as people do, and says on Home why it is not sure (%s)",
    async (name, size) => {
      const { id } = await letter(`Amount ${name}`, "I paid 500 eur for this. Where is my refund?");
      const { page, context, errors } = await openWindow(browser, size);
      const screen = await openScreen(page, `/inbox/${id}`);
      await screen.getByText("Paid 500 EUR.").scrollIntoViewIfNeeded();
      await screen.getByText("Money", { exact: true }).waitFor();
      expect(await screen.getByText("Directed at").count()).toBe(0);
      await expectAccessible(page, `claims, ${name}`);
      await keepScreen(page, `claims-${name}`);

      const home = await openScreen(page);
      await home.getByRole("heading", { name: "Conversations to read yourself" }).waitFor();
      await home.getByText("The readings do not agree, or are not sure enough.").waitFor();
      await expectAccessible(page, `Home, ${name}`);
      await keepScreen(page, `home-unsure-${name}`);
      expect(errors).toEqual([]);
      await context.close();
    },
  );
});
