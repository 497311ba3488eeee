import pg from "pg";
import { AxeBuilder } from "@axe-core/playwright";
import type { Browser, Locator, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { DESKTOP, keepScreen, openBrowser, openWindow, PHONE } from "#tests/setup/browser.ts";
import { eventually } from "#tests/setup/demo-client.ts";
import {
  client,
  demo,
  expectAccessible,
  HANNAH,
  letterWithDraft,
  MARCUS,
  openScreen,
  orderOnItsWay,
  readConversation,
  subjectFor,
} from "./desk.ts";
import { expectNoSidewaysScroll } from "./order-problems.ts";

let browser: Browser;
let database: pg.Client;
beforeAll(async () => {
  browser = await openBrowser();
  database = new pg.Client({ connectionString: demo.databaseUrl });
  await database.connect();
});
afterAll(async () => {
  await put({
    holidays: [],
    exceptions: [],
    alerts: { on: false, name: "", address: "", webhookUrl: "" },
    receipt: { on: false },
    csat: { on: false },
  });
  await browser?.close();
  await database?.end();
});

const put = (serviceLevels: object) =>
  client.api("settings", { method: "PUT", body: JSON.stringify({ serviceLevels }) });
const levels = async () =>
  ((await (await client.api("settings")).json()) as { serviceLevels: Record<string, unknown> }).serviceLevels;

/** All of a long screen at once, as it is looked at. */
const tall = ({ width }: { width: number }) => ({ width, height: width < 500 ? 6_200 : 3_900 });

async function onScreen(viewport = DESKTOP) {
  const window = await openWindow(browser, viewport);
  const screen = await openScreen(window.page, "/settings/service-levels");
  await screen.getByRole("heading", { name: "Business hours" }).waitFor();
  return { screen, ...window };
}

describe("the settings of service levels", () => {
  it.each([
    ["desktop", DESKTOP],
    ["phone", PHONE],
  ] as const)("say beside the field what is wrong, and keep what is right (%s)", async (name, size) => {
    await put({ holidays: [{ date: "2026-12-25", name: "Christmas", yearly: true }] });
    const { screen, page, context, errors } = await onScreen(tall(size));
    await screen.getByRole("group", { name: "Christmas" }).waitFor();
    await expectAccessible(page, `settings of service levels, ${name}`);
    await expectNoSidewaysScroll(page);
    await keepScreen(page, `service-levels-${name}`);

    const saturday = screen.getByRole("group", { name: "Saturday" });
    await saturday.getByRole("button", { name: "Add hours on Saturday" }).click();
    await saturday.getByLabel("Until").fill("14:00");
    await screen.getByRole("button", { name: "Add targets for a channel or tag" }).click();
    const urgent = screen.getByRole("group", { name: "Urgent" }).first();
    await urgent.getByLabel("First reply").fill("soon");
    await screen.getByRole("button", { name: "Add holiday" }).click();
    await page.getByRole("button", { name: "Save", exact: true }).click();
    await urgent.getByText("Hours such as 0.5 or 8").waitFor();
    await screen.getByText("Fill this in").waitFor();
    await screen.getByText("Choose a channel or enter a tag").waitFor();
    expect(
      await screen
        .getByRole("group", { name: "Holiday 2" })
        .getByLabel("Name")
        .evaluate((field) => field === document.activeElement),
    ).toBe(true);
    await expectAccessible(page, `refused service levels, ${name}`);
    await expectNoSidewaysScroll(page);
    await keepScreen(page, `service-levels-refused-${name}`);

    await urgent.getByLabel("First reply").fill("0,5");
    await screen.getByRole("group", { name: "Holiday 2" }).getByLabel("Name").fill("New Year’s Eve");
    await screen.getByRole("group", { name: "Other targets 1" }).getByLabel("Carries the tag").fill("vip");
    await page.getByRole("button", { name: "Save", exact: true }).click();
    await page.getByText("Settings saved").waitFor();
    await page.getByRole("button", { name: "Save", exact: true }).waitFor({ state: "hidden" });
    expect(await levels()).toMatchObject({
      hours: { saturday: [{ from: "09:00", to: "14:00" }] },
      holidays: [{ name: "Christmas" }, { name: "New Year’s Eve" }],
      targets: { urgent: { first: 30 } },
      exceptions: [{ channel: null, tag: "vip" }],
    });
    expect(errors).toEqual([]);
    await context.close();
    await put({ hours: { saturday: [] }, targets: { urgent: { first: 60 } }, exceptions: [], holidays: [] });
  });

  it("begin with the first that is wrong, though it is about all days and no one field", async () => {
    const { screen, page, context, errors } = await onScreen();
    const week = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday"];
    for (const day of week)
      await screen
        .getByRole("group", { name: day })
        .getByRole("button", { name: /^Remove / })
        .click();
    await screen.getByRole("group", { name: "Urgent" }).getByLabel("First reply").fill("soon");
    await page.getByRole("button", { name: "Save", exact: true }).click();
    await screen.getByText("Hours such as 0.5 or 8").waitFor();
    const never = "Give at least one day hours";
    await screen.getByText(never).waitFor();
    expect(await screen.locator(":focus").textContent()).toContain(never);
    await expectAccessible(page, "no hours");
    await keepScreen(page, "service-levels-never-desktop");
    expect(errors).toEqual([]);
    await context.close();
  });

  it("can be set without a mouse, and keep the focus when a row comes or goes", async () => {
    const { screen, page, context, errors } = await onScreen(PHONE);
    const focused = () =>
      screen.locator(":focus").evaluate((field) => field.getAttribute("aria-label") ?? field.id);
    const press = async (button: Locator) => {
      await button.focus();
      await page.keyboard.press("Enter");
    };
    await press(screen.getByRole("button", { name: "Add hours on Saturday" }));
    expect(await focused()).toBe("hours-saturday-0-from");
    await press(screen.getByRole("button", { name: "Add hours on Saturday" }));
    expect(await focused()).toBe("hours-saturday-1-from");
    await press(screen.getByRole("button", { name: /^Remove .* on Saturday$/u }).first());
    expect(await focused()).toMatch(/^Remove .* on Saturday$/u);
    await page.keyboard.press("Enter");
    expect(await focused()).toBe("Add hours on Saturday");
    await press(screen.getByRole("button", { name: "Add holiday" }));
    expect(await focused()).toBe("holidays-0-date");
    await press(screen.getByRole("button", { name: /^Remove 2\d{3}-/u }));
    expect(await focused()).toBe("holidays-add");
    await press(screen.getByRole("button", { name: "Add targets for a channel or tag" }));
    expect(await focused()).toBe("exceptions-0-channel");
    await press(screen.getByRole("button", { name: "Remove Other targets 1" }));
    expect(await focused()).toBe("exceptions-add");
    expect(errors).toEqual([]);
    await context.close();
  });

  it("show the mails that leave by themselves, in another language, before anything is saved", async () => {
    const { screen, page, context, errors } = await onScreen(tall(DESKTOP));
    await screen.getByLabel("Send a receipt").check();
    await screen.getByLabel("Preview in").first().selectOption("de");
    await screen.getByRole("button", { name: "Show a preview: Receipt" }).click();
    await screen.getByText(/Jemand aus unserem Team antwortet dir bis /u).waitFor();
    await screen.getByText("Diese Eingangsbestätigung wurde automatisch verschickt.").waitFor();
    await screen.getByText("Two: good or not good").click();
    await screen.getByLabel("Preview in").last().selectOption("ja");
    await screen.getByRole("button", { name: "Show a preview: How it went" }).click();
    await screen.getByText(/良くない: /u).waitFor();
    await expectAccessible(page, "previews");
    await keepScreen(page, "service-levels-preview-desktop");
    await page.getByRole("button", { name: "Discard" }).click();
    expect(await levels()).toMatchObject({ receipt: { on: false }, csat: { scale: 5 } });
    expect(errors).toEqual([]);
    await context.close();
  });

  it("send a test to whom they name, and say whether it arrived", async () => {
    const { screen, page, context, errors } = await onScreen(tall(DESKTOP));
    const address = `oncall-${crypto.randomUUID().slice(0, 8)}@fernweh.example`;
    expect(await screen.getByRole("button", { name: "Send a test" }).isDisabled()).toBe(true);
    await screen.getByLabel("Tell somebody at once").check();
    await page.getByRole("button", { name: "Save", exact: true }).click();
    await screen.getByText("Enter an email address or a webhook, so that somebody is reached").waitFor();
    await screen.getByLabel("Who is told").fill("Robin");
    await screen.getByLabel("By email to").fill(address);
    await screen.getByLabel("By webhook to").fill("https://127.0.0.1/hook");
    await page.getByRole("button", { name: "Save", exact: true }).click();
    await screen.getByText("An address of the public internet").waitFor();
    // A name that nobody can look up: it is not reached, and that is said.
    await screen.getByLabel("By webhook to").fill("https://hooks.attune-nowhere.example/x");
    await page.getByRole("button", { name: "Save", exact: true }).click();
    await page.getByText("Settings saved").waitFor();
    await screen.getByRole("button", { name: "Send a test" }).click();
    await screen.getByText("Email: arrived").waitFor();
    await eventually(async () => (await client.mailbox(address)).length > 0);
    const [mail] = await client.mailbox(address);
    expect(mail?.subject).toMatch(/^Test alert – /u);
    await screen.getByRole("button", { name: "Show", exact: true }).first().click();
    expect(await screen.getByLabel("Signing secret").inputValue()).toMatch(/^whsec_/u);
    await expectAccessible(page, "a test alert");
    await keepScreen(page, "service-levels-alerts-desktop");
    expect(errors).toEqual([]);
    await context.close();
    await put({ alerts: { on: false, name: "", address: "", webhookUrl: "" } });
  });
});

/** What the worker does within seconds is waited for; what takes a day is brought forward. */
async function askedHowItWent(
  shopper: typeof MARCUS,
  words: string,
): Promise<{ conversationId: string; link: string }> {
  await put({ csat: { on: true, scale: 5 } });
  const order = await orderOnItsWay(shopper);
  const text = `${words} ${order.name}?`;
  const { id, draft } = await letterWithDraft(shopper, { subject: subjectFor(order.name), text });
  const sent = await client.api(`conversations/${id}/send`, {
    method: "POST",
    body: JSON.stringify({ draftId: draft.id }),
  });
  expect(sent.status).toBe(202);
  await eventually(async () =>
    (await readConversation(id)).deliveries.some(({ status }) => status === "sent"),
  );
  await database.query(
    `WITH closed AS (UPDATE conversations SET status = 'closed', updated_at = now() WHERE id = $1 RETURNING id, shop_id)
     INSERT INTO conversation_events (id, shop_id, conversation_id, kind, by, at)
     SELECT gen_random_uuid()::text, shop_id, id, 'closed', '1', now() FROM closed`,
    [id],
  );
  await eventually(async () => {
    const { rowCount } = await database.query(
      "UPDATE csat_requests SET look_at = now() WHERE conversation_id = $1 AND state = 'planned'",
      [id],
    );
    return (rowCount ?? 0) > 0;
  });
  const mail = await eventually(async () =>
    (await client.mailbox(shopper.email)).find(
      ({ text }) => text.includes("/rate/") && text.includes("?a=2"),
    ),
  );
  const link = /https?:\S+\?a=2/u.exec(mail.text)?.[0];
  if (!link) throw new Error("The mail has no link");
  return { conversationId: id, link };
}

describe("the page on which shoppers say how it went", () => {
  const expectGood = async (page: Page) => {
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id, nodes }) => `${id} ${nodes[0]?.html ?? ""}`)).toEqual([]);
    const room = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
    expect(room[0]).toBeLessThanOrEqual(room[1] ?? 0);
  };
  /** The fonts that a test brings are none of the page's. */
  const own = (errors: string[]) => errors.filter((error) => !error.startsWith("Loading the font"));

  it("takes one click, which no program makes for them, and what they add", async () => {
    const { conversationId, link } = await askedHowItWent(MARCUS, "Hello, where is my order");
    const rating = async () => {
      const { rows } = await database.query<{ rating: number | null }>(
        "SELECT rating FROM csat_requests WHERE conversation_id = $1",
        [conversationId],
      );
      return rows[0]?.rating ?? null;
    };
    const { context, page, errors } = await openWindow(browser, PHONE);
    // What opens it to look at it, with its scripts, is no person.
    await page.goto(link);
    await page.evaluate(() => {
      dispatchEvent(new PointerEvent("pointermove"));
      dispatchEvent(new KeyboardEvent("keydown", { key: "a" }));
    });
    expect(await rating()).toBeNull();
    await expectGood(page);
    await keepScreen(page, "rate-ask-phone");
    await page.addInitScript(() => Object.defineProperty(navigator, "webdriver", { get: () => false }));
    await page.goto(link);
    await page.mouse.move(100, 100);
    await page.mouse.move(120, 140);
    await page.getByText("Thank you, your answer is noted: Poor.").waitFor();
    expect(await rating()).toBe(2);
    expect((await readConversation(conversationId)).status).toBe("open");
    await page.getByLabel("Would you like to add something? This is optional.").fill("It took two days.");
    await expectGood(page);
    await keepScreen(page, "rate-noted-phone");
    await page.getByRole("button", { name: "Send comment" }).click();
    await page.getByText("Your comment is noted, too.").waitFor();
    await page.getByRole("link", { name: "Choose another answer" }).click();
    await page.getByLabel("Very good").check();
    await page.getByRole("button", { name: "Send answer" }).click();
    await page.getByText("Thank you, your answer is noted: Very good.").waitFor();
    expect(own(errors)).toEqual([]);
    await context.close();
  });

  it("is in the language they wrote in, and takes an answer by the keyboard and without scripts", async () => {
    const { link } = await askedHowItWent(HANNAH, "Guten Tag, wo bleibt denn meine Bestellung");
    const context = await browser.newContext({ viewport: DESKTOP, javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(link.replace(/\?.*$/u, ""));
    expect(await page.locator("html").getAttribute("lang")).toBe("de");
    await keepScreen(page, "rate-ask-german-desktop");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Space");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    await page.getByRole("status").getByText("Gut").waitFor();
    await keepScreen(page, "rate-noted-german-desktop");
    // To be asked no more is one click on, and says so.
    await page.goto(link.replace(/\?.*$/u, "?stop=1"));
    await page.getByRole("button").click();
    await page.getByRole("status").waitFor();
    await keepScreen(page, "rate-stopped-german-desktop");
    await context.close();
  });
});
