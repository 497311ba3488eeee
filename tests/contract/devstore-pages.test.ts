import AxeBuilder from "@axe-core/playwright";
import type { Browser, Frame, Page } from "playwright-core";
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { startDevstore, type Devstore } from "#devstore/start.ts";
import { startEmbeddedApp, type EmbeddedApp } from "#tests/fakes/embedded-app.ts";
import { DESKTOP, openBrowser, openWindow, PHONE } from "#tests/setup/browser.ts";

// A browser starts slowly on a busy machine.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 120_000 });

let browser: Browser;
let store: Devstore;
let app: EmbeddedApp;
let page: Page;
let errors: string[];

beforeAll(async () => {
  app = await startEmbeddedApp(() => store.url);
  store = await startDevstore({
    appUrl: app.url,
    apiKey: "key",
    apiSecret: "secret",
    inboundUrl: `${app.url}/proxy/inbound`,
    inboundToken: "token",
  });
  store.context.store.settings().inboundAddress = "k3@inbound.example";
  browser = await openBrowser();
});
afterAll(async () => {
  await browser?.close();
  await store?.close();
  await app?.close();
});
beforeEach(async () => {
  ({ page, errors } = await openWindow(browser, DESKTOP));
  app.answerProxyWith(202, { messageId: "m1" });
  app.seen.length = 0;
  return async () => {
    await page.context().close();
  };
});

const admin = (path = "") => `${store.url}/store/attune-demo${path}`;

async function openApp(path = ""): Promise<Frame> {
  await page.goto(admin(`/apps/key${path}`));
  await page.waitForSelector("[data-app-nav] a");
  const frame = page.frames().find((one) => one.url().startsWith(app.url));
  if (!frame) throw new Error("the app's frame did not load");
  return frame;
}

const pressed = (frame: Frame) => expect.poll(() => frame.evaluate(() => document.body.dataset["pressed"]));

/** Runs in the app's frame, where the stand-in has put the global. */
type Bridge = {
  config: { locale: string };
  toast: { show: (message: string) => void };
  saveBar: { show: (id: string) => Promise<void> };
  modal: { show: (id: string) => Promise<void> };
};
declare const shopify: Bridge;

describe("the admin around the app", () => {
  it("hands on the language it was opened in, from then on", async () => {
    const language = (frame: Frame) => frame.evaluate(() => shopify.config.locale);
    expect(await language(await openApp())).toBe("en");
    expect(await language(await openApp("?locale=de"))).toBe("de");
    expect(await language(await openApp())).toBe("de");
  });

  it("opens a deep link in the frame with Shopify's parameters, and follows where the app goes", async () => {
    const frame = await openApp("/inbox?filter=open");
    const url = new URL(frame.url());
    expect(url.pathname).toBe("/inbox");
    expect(Object.fromEntries(url.searchParams)).toMatchObject({
      filter: "open",
      embedded: "1",
      shop: "attune-demo.myshopify.com",
      host: Buffer.from("admin.shopify.com/store/attune-demo").toString("base64").replace(/=+$/, ""),
    });
    expect(page.url()).toBe(admin("/apps/key/inbox?filter=open"));
    await page.click("[data-app-nav] a:has-text('Settings')");
    await page.waitForURL(admin("/apps/key/settings"));
    await expect.poll(() => page.title()).toContain("Settings · Attune");
    expect(await page.getAttribute("[data-app-nav] a:has-text('Settings')", "aria-current")).toBe("page");
    expect(errors).toEqual([]);
  });

  it("gives same-origin requests a session token, and a fresh one when it was refused", async () => {
    const frame = await openApp();
    expect(await frame.evaluate(async () => (await fetch("/data")).status)).toBe(200);
    expect(await frame.evaluate(async () => (await fetch("/stale")).status)).toBe(200);
    const [data, first, second] = app.seen.filter(({ path }) => path === "/data" || path === "/stale");
    expect(data?.authorization).toMatch(/^Bearer ey/);
    expect(second?.authorization).toMatch(/^Bearer ey/);
    expect(second?.authorization).not.toBe(first?.authorization);
  });

  it("comes back from the bounce page with a token", async () => {
    await openApp();
    const bounced = `${app.url}/inbox?embedded=1&shop=attune-demo.myshopify.com`;
    await page.evaluate(
      (src) => document.querySelector("[data-app-frame]")?.setAttribute("src", src),
      bounced,
    );
    await expect
      .poll(() =>
        page.frames().some((one) => one.url().includes("/inbox?") && one.url().includes("id_token=ey")),
      )
      .toBe(true);
  });

  it("shows toasts, the title bar, the save bar and modals, and keeps a person from losing changes", async () => {
    const frame = await openApp("/settings");
    await frame.evaluate(() => shopify.toast.show("Reply sent"));
    await page.waitForSelector("text=Reply sent");
    await page.click("text=Refresh");
    await pressed(frame).toBe("refresh");

    await frame.evaluate(() => shopify.saveBar.show("bar"));
    await page.click("[data-app-nav] a:has-text('Inbox')");
    await page.click("text=Stay");
    expect(page.url()).toBe(admin("/apps/key/settings"));
    await page.click("[data-save-bar] button:text-is('Save')");
    await pressed(frame).toBe("save");
    await page.waitForSelector("[data-save-bar]", { state: "hidden" });

    await frame.evaluate(() => shopify.modal.show("modal"));
    await frame.click("dialog button:text-is('Send')");
    await pressed(frame).toBe("send");
    await frame.waitForSelector("dialog", { state: "hidden" });
  });

  it("says when the app does not answer, and tries again", async () => {
    await page.clock.install();
    await page.route(`${app.url}/**`, (route) => route.abort());
    await page.goto(admin("/apps/key/inbox"));
    await page.clock.runFor(11_000);
    await page.waitForSelector("text=The app does not answer");
    await page.unroute(`${app.url}/**`);
    await page.click("text=Try again");
    await page.waitForSelector("[data-app-nav] a");
    expect(await page.isVisible("text=The app does not answer")).toBe(false);
    expect(page.url()).toBe(admin("/apps/key/inbox"));
  });

  it("takes admin links to the admin", async () => {
    const frame = await openApp();
    await frame.click("text=Orders in the admin");
    await page.waitForURL(admin("/orders"));
    await page.click("tbody a >> nth=0");
    expect(await page.textContent("main h2")).toBe("Items");
  });
});

describe("the storefront's contact form", () => {
  const send = "[data-attune-send]";
  const contactPosts = () => app.seen.filter(({ path }) => path.startsWith("/proxy/contact"));

  async function openForm(customer?: string): Promise<void> {
    store.context.embeddedUrl({ shop: "attune-demo.myshopify.com" });
    await page.goto(`${store.url}/storefront`);
    if (customer) {
      const value = await page.getAttribute(`#customer option:has-text("${customer}")`, "value");
      await Promise.all([page.waitForNavigation(), page.selectOption("#customer", value)]);
    }
    await page.click("[data-attune-open]");
  }

  it("marks what is missing beside the field and puts the focus there", async () => {
    await openForm();
    await page.click(send);
    expect(await page.evaluate(() => document.activeElement?.id)).toBe("attune-contact-name");
    expect(await page.textContent("#attune-contact-message-error")).toBe("Write your message.");
    expect(contactPosts()).toEqual([]);
  });

  it("sends one message however often it is pressed, signed in as the customer", async () => {
    await openForm("Mareike");
    expect(await page.inputValue("[name=email]")).toBe("mareike.grossmann@example.de");
    expect(await page.evaluate(() => document.activeElement?.id)).toBe("attune-contact-message");
    await page.fill("[name=message]", "Wo ist mein Paket?");
    await page.dblclick(send);
    await page.waitForSelector("text=Ihre Nachricht ist angekommen");
    const [post, ...more] = contactPosts();
    expect(more).toEqual([]);
    expect(JSON.parse(post?.body ?? "")).toEqual({
      nonce: expect.stringMatching(/^[0-9a-f-]{36}$/),
      name: "Mareike Großmann",
      email: "mareike.grossmann@example.de",
      message: "Wo ist mein Paket?",
    });
    expect(new URLSearchParams(post?.path.split("?")[1]).get("logged_in_customer_id")).toMatch(/^\d+$/);
  });

  it("keeps text and nonce when the app does not answer, and takes a new nonce for a new text", async () => {
    await openForm();
    await page.fill("[name=name]", "Anna");
    await page.fill("[name=email]", "anna@example.org");
    await page.fill("[name=message]", "Where is it?");
    app.answerProxyWith(503, { error: { code: "unavailable", message: "later" } });
    await page.click(send);
    await page.waitForSelector("text=Try again");
    expect(await page.inputValue("[name=message]")).toBe("Where is it?");
    await page.context().setOffline(true);
    await page.click(send);
    await page.waitForSelector("text=there was no connection");
    await page.context().setOffline(false);
    app.answerProxyWith(400, { error: { code: "invalid", message: "no", field: "orderName" } });
    await page.click(send);
    await page.waitForSelector("#attune-contact-orderName[aria-invalid=true]");
    app.answerProxyWith(202, { messageId: "m1" });
    await page.fill("[name=message]", "Where is it? It is a gift.");
    await page.click(send);
    await page.waitForSelector("text=Your message has arrived");
    const nonces = contactPosts().map(({ body }) => (JSON.parse(body) as { nonce: string }).nonce);
    expect(nonces).toHaveLength(3);
    expect(new Set(nonces).size).toBe(2);
    expect(nonces[0]).toBe(nonces[1]);
  });

  it("works with the keyboard alone", async () => {
    await openForm();
    await page.keyboard.press("Escape");
    expect(await page.evaluate(() => document.activeElement?.hasAttribute("data-attune-open"))).toBe(true);
    await page.keyboard.press("Enter");
    for (const text of ["Anna", "anna@example.org", "", "Hello"]) {
      await page.keyboard.type(text);
      await page.keyboard.press("Tab");
    }
    await page.keyboard.press("Enter");
    await page.waitForSelector("text=Your message has arrived");
  });
});

describe("the mailbox", () => {
  it("answers as the shopper, into the thread, to the address that was asked for", async () => {
    app.answerProxyWith(202, { messageId: "m1" });
    const written = await fetch(`${store.url}/control/mail`, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify({
        from: "hannah.okafor@example.com",
        subject: "Where is it?",
        text: "Where is my parcel?",
      }),
    });
    expect(written.status).toBe(202);
    await page.goto(`${store.url}/mailbox`);
    await page.click("text=Hannah Okafor");
    await page.click(".mailbox__threads .list a");
    await page.fill("#reply", "Any news?");
    await page.click("text=Send reply");
    await page.waitForSelector(".messages li:nth-child(2)");
    const reply = app.seen.at(-1);
    expect(reply?.path).toBe("/proxy/inbound?to=k3%40inbound.example");
    expect(reply?.authorization).toBe("Bearer token");
    expect(reply?.body).toMatch(/^In-Reply-To: <.+>/im);
    expect(reply?.body).toContain("Subject: Re: Where is it?");
  });

  it("keeps the text of a reply that the app did not take", async () => {
    await page.goto(`${store.url}/mailbox?to=hannah.okafor@example.com`);
    await page.click(".mailbox__threads .list a");
    app.answerProxyWith(404, { error: { code: "unknown_recipient", message: "nobody" } });
    await page.fill("#reply", "Hello?");
    await page.click("text=Send reply");
    await page.waitForSelector("text=did not take the mail (404)");
    expect(await page.inputValue("#reply")).toBe("Hello?");
  });
});

describe("the scenarios panel", () => {
  it("makes things happen and says what came of it", async () => {
    await page.goto(`${store.url}/scenarios`);
    for (const action of [
      "Place order",
      "Ship it",
      "Let it stall",
      "Fail a delivery",
      "Deliver it",
      "Refund",
    ]) {
      await page.click(`button:text-is("${action}")`);
      await page.waitForSelector(`.notice--good:has-text("${action}: done")`);
    }
    await page.click('button:text-is("Cancel it")');
    await page.waitForSelector(".notice--critical");
    expect(await page.textContent("[data-result]")).toContain("Cancel it did not work");
  });
});

describe("every page", () => {
  const pages = [
    "/store/attune-demo",
    "/store/attune-demo/orders",
    "/store/attune-demo/apps/key",
    "/mailbox",
    "/mailbox?to=hannah.okafor@example.com",
    "/scenarios",
    "/storefront",
  ];

  it.each(pages)(
    "%s has no accessibility violation and needs no sideways scrolling on a phone",
    async (path) => {
      await page.goto(store.url + path);
      if (path === "/storefront") await page.click("[data-attune-open]");
      await page.waitForFunction(() =>
        document.getAnimations().every(({ playState }) => playState !== "running"),
      );
      const { violations } = await new AxeBuilder({ page }).exclude("iframe").analyze();
      expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
      await page.setViewportSize(PHONE);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(
        PHONE.width,
      );
    },
  );
});
