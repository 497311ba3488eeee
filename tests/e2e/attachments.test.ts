import type { Browser, Page } from "playwright-core";
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

/** How far what is shown moved by itself, as browsers count it. */
const shifts = (page: Page) =>
  page
    .frames()
    .at(1)
    ?.evaluate(
      () =>
        new Promise<number>((said) => {
          const watcher = new PerformanceObserver((list) => {
            const moved = list.getEntries().map((entry) => ("value" in entry ? Number(entry.value) : 0));
            said(moved.reduce((sum, one) => sum + one, 0));
          });
          watcher.observe({ type: "layout-shift", buffered: true });
          requestAnimationFrame(() => requestAnimationFrame(() => said(0)));
        }),
    );

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
    const screen = await openScreen(page, `/inbox/${id}`);
    const look = screen.getByRole("button", { name: /^Look at .*the dented box/u });
    await look.locator("img").waitFor();
    expect(await shifts(page)).toBeLessThanOrEqual(0.02);
    await expectNarrow(screen);
    await expectAccessible(page, `attachments, ${name}`);
    await look.scrollIntoViewIfNeeded();
    await keepScreen(page, `attachments-${name}`);

    await look.focus();
    await page.keyboard.press("Enter");
    const dialog = page.getByRole("dialog").or(screen.getByRole("dialog"));
    await dialog.getByRole("img", { name: /^Picture: .*the dented box/u }).waitFor();
    await keepScreen(page, `attachment-large-${name}`);
    await page.keyboard.press("Escape");
    await dialog.waitFor({ state: "hidden" });
    await expect.poll(() => look.evaluate((button) => button === document.activeElement)).toBe(true);

    const opened = context.waitForEvent("page");
    await screen.getByRole("button", { name: /^Open .*invoice\.pdf/u }).click();
    expect((await opened).url()).toMatch(/^blob:|^about:blank|^chrome-extension:/u);
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
