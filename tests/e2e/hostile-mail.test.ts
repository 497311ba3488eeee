import type { Browser, FrameLocator, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { htmlSamples, textSamples, type HostileSample } from "#tests/fixtures/hostile/html-samples.ts";
import { DESKTOP, keepScreen, openBrowser, openWindow, PHONE } from "#tests/setup/browser.ts";
import { eventually } from "#tests/setup/demo-client.ts";
import { client, conversationAbout, demo, expectAccessible, openScreen, subjectFor } from "./desk.ts";
import { expectNoSidewaysScroll } from "./order-problems.ts";

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(async () => {
  await browser?.close();
});

const ADA = "Ada Fenwick <ada.fenwick@example.com>";
const AT_ONCE = 12;
/** A picture of one dot. */
const PIXEL =
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";

type Letter = { subject: string; html: string; from?: string; before?: string; more?: string[] };

/** A mail as HTML; answers its Message-ID. */
async function write({ subject, html, from = ADA, before, more = [] }: Letter): Promise<string> {
  const id = `<${crypto.randomUUID()}@shopper.example>`;
  const answer = await client.mail(
    [
      `From: ${from}`,
      `To: ${demo.inboundAddress}`,
      `Subject: ${subject}`,
      `Message-ID: ${id}`,
      ...(before ? [`In-Reply-To: ${before}`, `References: ${before}`] : []),
      `Date: ${new Date().toUTCString()}`,
      "MIME-Version: 1.0",
      "Content-Type: multipart/mixed; boundary=part",
      "",
      "--part",
      "Content-Type: text/html; charset=utf-8",
      "Content-Transfer-Encoding: base64",
      "",
      ...(Buffer.from(html)
        .toString("base64")
        .match(/.{1,76}/gu) ?? []),
      ...more,
      "--part--",
      "",
    ].join("\n"),
  );
  expect(answer.status).toBe(202);
  return id;
}

/** One conversation with a message for each sample; answers its id. */
async function thread(subject: string, samples: readonly HostileSample[]): Promise<string> {
  let before: string | undefined;
  for (const { html } of samples) before = await write({ subject, html, ...(before ? { before } : {}) });
  return eventually(async () => {
    const found = (await conversationAbout(subject)) as { id: string; messages: unknown[] } | null;
    return found?.messages.length === samples.length ? found.id : null;
  }, 60);
}

/** What left the window for a host that is not there, and what a sample's script said. */
function watch(page: Page, errors: string[]) {
  const asked: string[] = [];
  page.context().on("request", (request) => asked.push(request.url()));
  page.context().on("page", (opened) => asked.push(`opened ${opened.url()}`));
  page.on("dialog", (dialog) => errors.push(dialog.message()));
  return () => asked.filter((url) => url.includes(".invalid") || url.startsWith("opened"));
}

const twoFramesOn = () => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)));

const frames = (screen: FrameLocator) => screen.locator('iframe[title="Formatted message"]');

describe("HTML that means harm", () => {
  const groups = Array.from({ length: Math.ceil(htmlSamples.length / AT_ONCE) }, (_, at) =>
    htmlSamples.slice(at * AT_ONCE, (at + 1) * AT_ONCE),
  );

  it.each(groups.map((samples, at) => [at + 1, samples] as const))(
    "is shown without running or asking for anything (%i)",
    async (at, samples) => {
      const id = await thread(subjectFor(`Hostile ${at}`), samples);
      const { page, context, errors } = await openWindow(browser, DESKTOP);
      const asked = watch(page, errors);
      const screen = await openScreen(page, `/inbox/${id}`);
      const show = screen.getByRole("button", { name: "Show formatted" });
      for (let left = samples.length; left > 0; left -= 1) {
        // By key: what the mail before it shows moves the buttons. A second one on the same button would take its mail away again.
        await show.first().press("Enter");
        await expect.poll(() => show.count()).toBe(left - 1);
      }
      await expect.poll(() => frames(screen).count(), { timeout: 30_000 }).toBe(samples.length);
      for (const [nth, { name }] of samples.entries())
        await frames(screen).nth(nth).contentFrame().getByText(`before ${name}`).first().waitFor();
      // What acts late: an animation, a refresh, what gets the focus.
      await page.keyboard.press("Tab");
      await screen.locator("body").evaluate(twoFramesOn);
      expect(asked()).toEqual([]);
      expect(errors).toEqual([]);
      await context.close();
    },
  );

  it("is as harmless in subjects, names and names of files, in tags and in notes", async () => {
    const mark = crypto.randomUUID().slice(0, 8);
    const [first = ""] = textSamples;
    const word = (text: string) => `=?utf-8?B?${Buffer.from(text).toString("base64")}?=`;
    const file = (text: string) => [
      "--part",
      "Content-Type: application/octet-stream",
      `Content-Disposition: attachment; filename*=UTF-8''${encodeURIComponent(text).replaceAll("'", "%27")}`,
      "",
      "content",
    ];
    await write({
      subject: word(`${mark} ${textSamples.join(" ")}`),
      from: `${word(first)} <ada.${mark}@example.com>`,
      html: "<p>Plain</p>",
      more: textSamples.flatMap(file),
    });
    const list = async () =>
      (
        (await (await client.api("conversations?limit=50")).json()) as {
          items: { id: string; subject: string }[];
        }
      ).items;
    const { id } = await eventually(async () =>
      (await list()).find(({ subject }) => subject.startsWith(mark)),
    );
    for (const text of textSamples) {
      const body = JSON.stringify({ text });
      expect((await client.api(`conversations/${id}/notes`, { method: "POST", body })).status).toBeLessThan(
        300,
      );
    }
    const tags = JSON.stringify({ addTags: textSamples.slice(0, 3).map((text) => text.slice(0, 40)) });
    expect((await client.api(`conversations/${id}/change`, { method: "POST", body: tags })).status).toBe(200);

    const { page, context, errors } = await openWindow(browser, PHONE);
    const asked = watch(page, errors);
    for (const path of [`/inbox/${id}`, "/inbox", ""]) {
      const screen = await openScreen(page, path);
      await screen.getByRole("heading").first().waitFor();
      if (path === `/inbox/${id}`) {
        await screen.getByText(first).first().waitFor();
        await keepScreen(page, "hostile-words-phone");
      }
      expect(asked()).toEqual([]);
    }
    expect(errors).toEqual([]);
    await context.close();
  });
});

describe("a mail that is far too long", () => {
  const lines = (count: number, word: string) =>
    Array.from({ length: count }, (_, at) => `<p>${word} ${at + 1}.</p>`).join("");
  /** How much the screen moved by itself. */
  const shifted = () => {
    const observer = new PerformanceObserver(() => {});
    observer.observe({ type: "layout-shift", buffered: true });
    const moves = observer.takeRecords() as (PerformanceEntry & { value: number })[];
    return moves.reduce((sum, { value }) => sum + value, 0);
  };

  it("has its subject cut and its text folded, each whole when asked for, and looked for", async () => {
    const mark = crypto.randomUUID().slice(0, 8);
    const subject = `${mark} ${"where is my order ".repeat(24)}${"x".repeat(450)} the end`;
    const before = await write({ subject, html: lines(60, "Once more") });
    const link = "<p>https://example.com/last</p>";
    await write({ subject, before, html: `${lines(200, "And again")}${link}` });
    const { id } = await eventually(async () => {
      const { items } = (await (await client.api("conversations?limit=50")).json()) as {
        items: { id: string; subject: string }[];
      };
      return items.find((one) => one.subject.startsWith(mark));
    });
    for (const [name, viewport] of [
      ["desktop", DESKTOP],
      ["phone", PHONE],
    ] as const) {
      const { page, context, errors } = await openWindow(browser, viewport);
      const inbox = await openScreen(page, "/inbox?view=all");
      const row = inbox.getByRole("link", { name: mark });
      await row.waitFor();
      expect((await row.boundingBox())?.height).toBeLessThan(60);
      expect(await row.getAttribute("title")).toContain("the end");
      await expectNoSidewaysScroll(page);
      await keepScreen(page, `long-subject-inbox-${name}`);

      const screen = await openScreen(page, `/inbox/${id}`);
      const title = screen.getByRole("heading", { level: 1 });
      await title.getByText(mark).waitFor();
      expect((await title.boundingBox())?.height).toBeLessThan(200);
      const open = screen.getByRole("button", { name: "Show the whole message" });
      const close = screen.getByRole("button", { name: "Show less of the message" });
      await open.waitFor();
      // What waits for an answer is read whole, unless nobody would find the draft below it.
      expect([await open.count(), await close.count()]).toEqual([1, 1]);
      expect(await open.getAttribute("aria-expanded")).toBe("false");
      const text = screen.locator(`[id="${await open.getAttribute("aria-controls")}"]`);
      expect((await text.boundingBox())?.height).toBeLessThan(400);
      await expectNoSidewaysScroll(page);
      await expectAccessible(page, `a long mail, ${name}`);
      await text.scrollIntoViewIfNeeded();
      await keepScreen(page, `long-mail-folded-${name}`);
      expect(await screen.locator("body").evaluate(shifted)).toBeLessThan(0.02);

      await open.press("Enter");
      await expect.poll(() => close.count()).toBe(2);
      expect((await text.boundingBox())?.height).toBeGreaterThan(4_000);
      await close.last().press("Enter");
      await open.waitFor();
      // Who goes to what is folded away sees it.
      const last = screen.getByRole("link", { name: "https://example.com/last" });
      await last.focus();
      await expect.poll(() => close.count()).toBe(2);
      expect(
        await last.evaluate((place) => {
          const { top, bottom } = place.getBoundingClientRect();
          return top >= 0 && bottom <= innerHeight;
        }),
      ).toBe(true);

      await screen.getByRole("button", { name: "Show the whole subject" }).press("Enter");
      await screen
        .getByText(/the end$/u)
        .first()
        .scrollIntoViewIfNeeded();
      await keepScreen(page, `long-subject-${name}`);
      expect(errors).toEqual([]);
      await context.close();
    }
  });
});

describe("a mail with pictures that are kept elsewhere", () => {
  it("loads them when they are asked for, leaves those out that count, folds what it quotes and names where links lead", async () => {
    const subject = subjectFor("Pictures");
    await write({
      subject,
      html: `<p>My box came like this:</p><img src="cid:label@mail" alt="the label"><img src="https://pictures.invalid/box.png" alt="the box" width="40" height="40">
        <img src="https://count.invalid/open.gif" width="1" height="1">
        <p>More <a href="https://elsewhere.invalid/claim">here</a></p>
        <div class="gmail_quote">On 3 March 2026 at 10:00, Eva wrote:<blockquote>It left today.</blockquote></div>`,
      more: [
        "--part",
        "Content-Type: image/png",
        "Content-Disposition: inline; filename=label.png",
        "Content-ID: <label@mail>",
        "Content-Transfer-Encoding: base64",
        "",
        PIXEL,
      ],
    });
    const found = await eventually(() => conversationAbout(subject));
    const { page, context, errors } = await openWindow(browser, DESKTOP);
    const asked: string[] = [];
    await context.route(/\.invalid\//u, (route) => {
      asked.push(`${route.request().url()} ${route.request().headers()["referer"] ?? "unnamed"}`);
      return route.fulfill({ contentType: "image/png", body: Buffer.from(PIXEL, "base64") });
    });
    const screen = await openScreen(page, `/inbox/${found.id}`);
    await screen.getByRole("button", { name: "Show formatted" }).click();
    const mail = frames(screen).contentFrame();
    await mail.getByText("[Image: the box]").waitFor();
    await mail.getByRole("img", { name: "the label" }).waitFor();
    await screen.getByText("1 image from elsewhere is not loaded").waitFor();
    await screen.getByText("1 tracking image left out.").waitFor();
    expect(asked).toEqual([]);
    expect(await mail.getByText("It left today.").isVisible()).toBe(false);
    await mail.getByText("(elsewhere.invalid)").waitFor();
    await keepScreen(page, "mail-images-blocked-desktop");

    await screen.getByRole("button", { name: "Show images" }).click();
    await mail.getByRole("img", { name: "the box" }).waitFor();
    await screen.getByText("1 image is loaded from elsewhere.").waitFor();
    expect(asked).toEqual(["https://pictures.invalid/box.png unnamed"]);
    await mail.getByText("Show quoted text").click();
    await mail.getByText("It left today.").waitFor();
    await keepScreen(page, "mail-images-shown-desktop");

    const opened = context.waitForEvent("page");
    await mail.getByRole("link", { name: "here (elsewhere.invalid)" }).click();
    const tab = await opened;
    await tab.waitForURL("https://elsewhere.invalid/claim");
    expect(await tab.evaluate(() => window.opener === null)).toBe(true);
    expect(asked.at(-1)).toBe("https://elsewhere.invalid/claim unnamed");
    expect(errors).toEqual([]);
    // Last: it would run in the mail's frame too, which lets nothing run.
    await expectAccessible(page, "a formatted mail");
    await context.close();
  });
});
