import type { Browser, FrameLocator, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { DESKTOP, keepScreen, openBrowser, openWindow, PHONE } from "#tests/setup/browser.ts";
import { expectAccessible, openScreen, subjectFor } from "./desk.ts";
import { conversation, expectNarrow, file, stranger, write } from "./letters.ts";

let browser: Browser;
/** A picture and a document as a shopper's phone makes them. */
const made = { picture: "", document: "" };

beforeAll(async () => {
  browser = await openBrowser();
  const page = await browser.newPage({ viewport: { width: 640, height: 420 } });
  await page.setContent(
    "<body style='background:linear-gradient(120deg,#b98d62,#6e4a2d)'><h1>A dented box</h1>",
  );
  made.picture = (await page.screenshot()).toString("base64");
  made.document = (await page.pdf()).toString("base64");
  await page.close();
});
afterAll(async () => {
  await browser?.close();
});

const SIZES = [
  ["desktop", DESKTOP],
  ["phone", PHONE],
] as const;

/** Holds what a window asks for of attachments back until it is let go. */
async function heldBack(page: Page) {
  let letGo = () => {};
  const free = new Promise<void>((done) => {
    letGo = done;
  });
  await page.route("**/attachments/*", async (route) => {
    await free;
    await route.continue();
  });
  return () => letGo();
}

/** The kind of what a page opens in a tab of its own: a browser without a window has no reader of PDFs. */
async function watchOpened(screen: FrameLocator) {
  const body = screen.locator("body");
  await body.evaluate((place) => {
    window.open = (address) => {
      void fetch(String(address))
        .then((answer) => answer.blob())
        .then(({ type }) => place.setAttribute("data-opened", type));
      return null;
    };
  });
  return () => body.getAttribute("data-opened");
}

describe("what came with a message", () => {
  it.each(SIZES)("is looked at, opened and saved by keyboard (%s)", async (name, size) => {
    const subject = subjectFor(`Files ${name}`);
    await write({
      ...{
        from: stranger(),
        subject,
        text: "This is how it arrived. See https://photos.example.com/box?id=7.",
      },
      parts: [
        ...file(
          "image/png",
          "the dented box, from the side, as it was left at the neighbour's.png",
          made.picture,
        ),
        ...file("application/pdf", "invoice.pdf", made.document),
        ...file("text/html", "label.html", btoa("<script>alert(1)</script>")),
      ],
    });
    const { id } = await conversation(subject, ({ reading }) => reading !== null);
    const { page, context, errors } = await openWindow(browser, size);
    const letGo = await heldBack(page);
    const screen = await openScreen(page, `/inbox/${id}`);
    const look = screen.getByRole("button", { name: /^Look at .*the dented box/u });
    const files = screen.getByRole("list", { name: "Attachments" });
    await files.waitFor();
    const before = await files.evaluate((list) => list.getBoundingClientRect().height);
    expect(await look.locator("img").count()).toBe(0);
    letGo();
    await look.locator("img").waitFor();
    // It had its place before it was there.
    expect(await files.evaluate((list) => list.getBoundingClientRect().height)).toBe(before);
    await expectNarrow(screen);
    await expectAccessible(page, `attachments, ${name}`);
    await look.scrollIntoViewIfNeeded();
    await keepScreen(page, `attachments-${name}`);

    await look.focus();
    await page.keyboard.press("Enter");
    const dialog = screen.getByRole("dialog");
    await dialog.getByRole("img", { name: /^Picture: .*the dented box/u }).waitFor();
    await keepScreen(page, `attachment-large-${name}`);
    await page.keyboard.press("Escape");
    await dialog.waitFor({ state: "hidden" });
    await expect.poll(() => look.evaluate((button) => button === document.activeElement)).toBe(true);

    const opened = await watchOpened(screen);
    await screen.getByRole("button", { name: /^Open .*invoice\.pdf/u }).click();
    await expect.poll(opened).toBe("application/pdf");
    expect(await screen.getByRole("button", { name: /^(?:Open|Look at) .*label\.html/u }).count()).toBe(0);
    const saved = page.waitForEvent("download");
    await screen.getByRole("button", { name: "Download label.html" }).click();
    expect((await saved).suggestedFilename()).toBe("label.html");
    const link = screen.getByRole("link", { name: /^https:\/\/photos\.example\.com\/box\?id=7/u });
    expect(await link.getAttribute("href")).toBe("https://photos.example.com/box?id=7");
    expect(errors).toEqual([]);
    await context.close();
  });

  it("says why it was not kept", async () => {
    const subject = subjectFor("Too many");
    const parts = Array.from({ length: 27 }, (_, at) =>
      file("text/plain", `${at}.txt`, btoa(`${at}`)),
    ).flat();
    await write({ from: stranger(), subject, text: "All my papers.", parts });
    const { id } = await conversation(subject, ({ messages }) => messages.length === 1);
    const { page, context, errors } = await openWindow(browser, DESKTOP);
    const screen = await openScreen(page, `/inbox/${id}`);
    await screen.getByText("Not kept: More than 25 attachments.").first().waitFor();
    expect(errors).toEqual([]);
    await context.close();
  });
});
