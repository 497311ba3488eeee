import pg from "pg";
import type { Browser, FrameLocator, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { DESKTOP, keepScreen, openBrowser, openWindow, PHONE } from "#tests/setup/browser.ts";
import { eventually } from "#tests/setup/demo-client.ts";
import { client, demo, expectAccessible, openScreen } from "./desk.ts";

type Found = {
  id: string;
  kind: string;
  status: string;
  incidentId: string | null;
  snoozedUntil: string | null;
  outreach: { state: string } | null;
};
type Placed = { id: string; name: string; email: string };

let browser: Browser;
let database: pg.Client;
beforeAll(async () => {
  browser = await openBrowser();
  database = new pg.Client({ connectionString: demo.databaseUrl });
  await database.connect();
  await quietHours("00:00", "00:00");
});
afterAll(async () => {
  await quietHours("20:00", "08:00");
  await browser?.close();
  await database?.end();
});

const settings = async (change: object) => {
  const answer = await client.api("settings", { method: "PUT", body: JSON.stringify(change) });
  expect(answer.status).toBe(200);
};
/** The same time twice: none are. The tests run at any hour. */
const quietHours = (from: string, to: string) => settings({ outreach: { quietHours: { from, to } } });

/** An order of somebody new, so that no test uses up what another's shopper may be told. */
async function orderOf(firstName: string, lastName: string, given: object = {}): Promise<Placed> {
  const email = `${crypto.randomUUID().slice(0, 12)}@shopper.example.com`;
  const address = {
    address1: "Uferweg 12",
    city: "Hamburg",
    zip: "20457",
    country: "Germany",
    countryCode: "DE",
  };
  const order = (await client.control("POST", "orders", {
    newCustomer: { firstName, lastName, email, locale: "en", address },
    ...given,
  })) as { id: string; name: string };
  return { ...order, email };
}

/** Of an order, the issue of that kind once there is one, and what `ready` asks of it is so. */
function issueOf({ id }: Placed, kind: string, ready: (found: Found) => boolean = () => true) {
  return eventually(async () => {
    const answer = await client.api(`orders/${id}`);
    if (!answer.ok) return null;
    const { issues } = (await answer.json()) as { issues: Found[] };
    return issues.find((one) => one.kind === kind && ready(one)) ?? null;
  }, 40);
}
const isWaiting = ({ outreach }: Found) => outreach?.state === "waiting";

/** A delivery that failed, with a message that waits for a person. */
async function failedDelivery(firstName = "Noor", lastName = "Haddad") {
  const order = await orderOf(firstName, lastName);
  await client.control("POST", `orders/${order.id}/ship`, {});
  await client.control("POST", `orders/${order.id}/fail-delivery`, {});
  const issue = await issueOf(order, "delivery_failed", isWaiting);
  return { order, issue };
}

const mailsTo = (email: string) => client.mailbox(email);

async function onScreen(path: string, viewport = DESKTOP) {
  const window = await openWindow(browser, viewport);
  const screen = await openScreen(window.page, path);
  return { screen, ...window };
}

/** Nothing of the app's own page is wider than its window. */
async function expectNoSidewaysScroll(page: Page) {
  const widths = await page
    .frames()[1]
    ?.evaluate(() => [document.documentElement.scrollWidth, document.documentElement.clientWidth]);
  expect(widths?.[0]).toBe(widths?.[1]);
}

const toastOf = (page: Page, words: string) => page.getByText(words).first().waitFor();

describe("an order problem", () => {
  it("is found, read with what it rests on, approved, and told once", async () => {
    const { order, issue } = await failedDelivery();
    const { screen, page, context, errors } = await onScreen("/issues?kind=delivery_failed");
    const row = screen.getByRole("row").filter({ hasText: order.name });
    await row.getByText("Draft waits").waitFor();
    await row.getByText("Noor Haddad").waitFor();
    await expectAccessible(page, "the list of problems");
    await keepScreen(page, "issues-desktop");

    await row.getByRole("link").click();
    await screen.getByRole("heading", { name: "Delivery failed" }).waitFor();
    await screen.getByText(/tried to deliver it on .* and could not/u).waitFor();
    await screen.getByText("It is right to write, and a draft waits for you.").waitFor();
    await screen.getByRole("button", { name: /rules that are fulfilled/u }).click();
    await screen.getByText("The order has an e-mail address").waitFor();
    await screen.getByText("Order placed").waitFor();
    const fact = screen.locator('.attune-sentence[data-kind="fact"]').first();
    await fact.focus();
    await screen.getByText(/^Fact/u).first().waitFor();
    await expectAccessible(page, "a problem");
    await keepScreen(page, "issue-desktop");

    const approve = screen.getByRole("button", { name: "Approve", exact: true });
    await approve.dblclick();
    await toastOf(page, "Approved. It is being sent.");
    const [mail, ...others] = await eventually(async () => {
      const mails = await mailsTo(order.email);
      return mails.length > 0 && mails;
    });
    expect(mail?.text).toContain(order.name);
    expect(others).toEqual([]);
    await screen.getByText("The shopper was told on").waitFor();
    await keepScreen(page, "issue-told-desktop");
    await screen.getByRole("link", { name: "Open the conversation" }).click();
    // Where the order stands beside what was said of it, its problem does too.
    await screen.getByRole("link", { name: "Delivery failed" }).waitFor();
    expect(await issueOf(order, "delivery_failed")).toMatchObject({ id: issue.id });
    expect(errors).toEqual([]);
    await context.close();
  });

  it("is told in a person's own words, which are held to the records as they are typed", async () => {
    const { order, issue } = await failedDelivery("Ida", "Vester");
    const { screen, page, context, errors } = await onScreen(`/issues/${issue.id}`, PHONE);
    await screen.getByRole("button", { name: "Edit", exact: true }).click();
    const field = screen.getByLabel("Reply");
    const drafted = await field.inputValue();
    await field.fill("Hello Ida,\n\nyour tracking number is 1Z999AA10123456784.\n\nBest wishes");
    await screen.getByText("It cannot be sent as it is").waitFor();
    expect(await screen.getByRole("button", { name: "Approve edited message" }).isDisabled()).toBe(true);
    await expectAccessible(page, "a problem's edited message");
    await expectNoSidewaysScroll(page);
    await keepScreen(page, "issue-blocked-phone");
    await field.fill(`${drafted.trimEnd()}\n`);
    await screen.getByText("Checked against the records as you type").waitFor();

    await context.setOffline(true);
    await screen.getByRole("button", { name: "Approve edited message" }).click();
    await screen.getByText("No answer from Attune").waitFor();
    expect(await field.inputValue()).toContain("Ida");
    await context.setOffline(false);
    await screen.getByRole("button", { name: "Approve edited message" }).click();
    await eventually(async () => (await mailsTo(order.email)).length === 1);
    expect(errors.filter((error) => !error.includes("ERR_INTERNET_DISCONNECTED"))).toEqual([]);
    await context.close();
  });

  it("is not told when it is declined, and the reason is kept", async () => {
    const { order, issue } = await failedDelivery("Bo", "Aalto");
    const { screen, page, context, errors } = await onScreen(`/issues/${issue.id}`);
    await screen.getByRole("button", { name: "Decline", exact: true }).click();
    const reason = screen.getByLabel("Why not?");
    expect(await reason.evaluate((field) => field === document.activeElement)).toBe(true);
    await expectAccessible(page, "declining");
    await reason.fill("I called them");
    await screen.getByRole("button", { name: "Decline message" }).click();
    await toastOf(page, "Message declined");
    await screen.getByText("Somebody of your team declined the draft.").waitFor();
    expect(await issueOf(order, "delivery_failed")).toMatchObject({ outreach: { state: "declined" } });
    expect(await mailsTo(order.email)).toEqual([]);
    const { rows } = await database.query<{ decline_reason: string }>(
      "SELECT decline_reason FROM drafts WHERE issue_id = $1 AND status = 'declined'",
      [issue.id],
    );
    expect(rows).toEqual([{ decline_reason: "I called them" }]);
    expect(errors).toEqual([]);
    await context.close();
  });

  it("is put off until a morning, by keyboard alone, and out of the list until then", async () => {
    const { order, issue } = await failedDelivery("שירה", "בן־דוד הארוכה מאוד");
    const { screen, page, context, errors } = await onScreen(`/issues/${issue.id}`, PHONE);
    await expectNoSidewaysScroll(page);
    await keepScreen(page, "issue-phone");
    await screen.getByRole("button", { name: "Snooze" }).focus();
    await page.keyboard.press("Enter");
    await screen.getByRole("menuitem", { name: "For a week" }).focus();
    await page.keyboard.press("Enter");
    await toastOf(page, "Snoozed");
    await screen.getByText("It comes back sooner when something new happens").waitFor();
    const { snoozedUntil } = await issueOf(order, "delivery_failed");
    const left = Date.parse(snoozedUntil ?? "") - Date.now();
    expect(left).toBeGreaterThan(5.5 * 86_400_000);
    expect(left).toBeLessThan(7.5 * 86_400_000);

    const list = await openScreen(page, "/issues?view=snoozed");
    await list.getByText(order.name).waitFor();
    await expectAccessible(page, "what was put off");
    await expectNoSidewaysScroll(page);
    const open = await openScreen(page, "/issues?kind=delivery_failed");
    await open.getByRole("heading", { name: "Issues" }).waitFor();
    expect(await open.getByText(order.name).count()).toBe(0);
    expect(errors).toEqual([]);
    await context.close();
  });

  it("is no problem when somebody says so, and one again when they take it back", async () => {
    const { order, issue } = await failedDelivery("Ana", "Lima");
    const { screen, page, context, errors } = await onScreen(`/issues/${issue.id}`);
    await screen.getByRole("button", { name: "Not a problem" }).click();
    await toastOf(page, "Marked as not a problem");
    await screen.getByText("Marked as not a problem on").waitFor();
    expect(await screen.getByRole("button", { name: "Approve" }).count()).toBe(0);
    await keepScreen(page, "issue-dismissed-desktop");
    await screen.getByRole("button", { name: "Undo" }).click();
    await toastOf(page, "Open again");
    expect(await issueOf(order, "delivery_failed", isWaiting)).toMatchObject({ status: "open" });
    await screen.getByRole("button", { name: "Approve", exact: true }).waitFor();
    expect(errors).toEqual([]);
    await context.close();
  });

  it("waits for the morning where the shopper is when it is approved at night", async () => {
    const { order, issue } = await failedDelivery("Tove", "Nord");
    // Every hour is quiet but one that is not now.
    const hour = (new Date().getUTCHours() + 12) % 24;
    const at = (one: number) => `${String(one % 24).padStart(2, "0")}:00`;
    await quietHours(at(hour + 1), at(hour));
    try {
      const { screen, page, context, errors } = await onScreen(`/issues/${issue.id}`);
      await screen.getByText("It is a quiet hour where the shopper is").waitFor();
      await screen.getByRole("button", { name: "Approve", exact: true }).click();
      await toastOf(page, "It leaves when the quiet hours are over");
      await screen.getByText("when the quiet hours are over where the shopper is").waitFor();
      await keepScreen(page, "issue-quiet-desktop");
      expect(await mailsTo(order.email)).toEqual([]);
      const list = await openScreen(page, "/issues?kind=delivery_failed");
      await list
        .getByRole("row")
        .filter({ hasText: order.name })
        .getByText(/^Leaves/u)
        .waitFor();
      expect(errors).toEqual([]);
      await context.close();
    } finally {
      await quietHours("00:00", "00:00");
    }
  });

  it("is counted on the home page, which leads to it", async () => {
    await failedDelivery("Per", "Holm");
    const { screen, context, errors } = await onScreen("");
    await screen.getByRole("heading", { name: "Messages to approve" }).waitFor();
    await screen.getByRole("link", { name: "Open: Messages to approve" }).click();
    await screen.getByText("Draft waits").first().waitFor();
    expect(errors).toEqual([]);
    await context.close();
  });
});

/** So many parcels, all last seen at one place five days ago. */
async function standingStill(count: number, city: string): Promise<Placed[]> {
  const seen = new Date(Date.now() - (5 * 24 + 2) * 3_600_000).toISOString();
  const orders: Placed[] = [];
  for (let nth = 0; nth < count; nth += 1) {
    const order = await orderOf(`Reader${nth}`, "Lang");
    await client.control("POST", `orders/${order.id}/ship`, { carrier: "dhl" });
    const event = { status: "in_transit", happenedAt: seen, city, country: "DE" };
    await client.control("POST", `orders/${order.id}/event`, event);
    orders.push(order);
  }
  return orders;
}

/** An incident of so many orders at a place of its own, each with a message that waits. */
async function incidentOf(count: number) {
  const hub = `Umschlagort ${crypto.randomUUID().slice(0, 6)}`;
  const orders = await standingStill(count, hub);
  const incidents = [];
  for (const order of orders) {
    const { incidentId } = await issueOf(
      order,
      "stalled",
      (one) => one.incidentId !== null && isWaiting(one),
    );
    incidents.push(incidentId);
  }
  expect(new Set(incidents).size).toBe(1);
  return { id: incidents[0] ?? "", orders, hub };
}

const included = (screen: FrameLocator, { name }: Placed) =>
  screen.getByRole("checkbox", { name: new RegExp(`order ${name}$`, "u") });

describe("an incident", () => {
  it("is one finding, whose messages are read, taken out, and approved at once", async () => {
    const { id, orders, hub } = await incidentOf(7);
    const [taken, ...told] = orders;
    if (!taken) throw new Error("No order was made");
    const { screen, page, context, errors } = await onScreen("/issues");
    const review = screen.getByRole("link", { name: new RegExp(`^Review: DHL, ${hub}: 7 orders`, "u") });
    await review.waitFor();
    await expectAccessible(page, "the list with an incident");
    await keepScreen(page, "issues-incident-desktop");
    await review.click();

    await screen.getByRole("button", { name: "Approve 7 messages …" }).waitFor();
    for (const { name } of orders) await screen.getByRole("link", { name, exact: true }).waitFor();
    expect(await screen.getByText(/Reader\d/u).count()).toBeGreaterThanOrEqual(7);
    await expectAccessible(page, "an incident");
    await keepScreen(page, "incident-desktop");
    await included(screen, taken).uncheck();
    await screen.getByRole("button", { name: "Approve 6 messages …" }).click();
    await screen.getByRole("heading", { name: "Approve 6 messages?" }).waitFor();
    await screen.getByText("6 leave now").waitFor();
    await screen.getByText("1 you took out").waitFor();
    await expectAccessible(page, "asked before an incident is told");
    await keepScreen(page, "incident-asked-desktop");
    await screen.getByRole("button", { name: "Approve 6 messages", exact: true }).dblclick();
    await screen.getByText("Approved: 6 on their way").waitFor();
    for (const { email } of told) await eventually(async () => (await mailsTo(email)).length === 1, 40);
    expect(await mailsTo(taken.email)).toEqual([]);
    await screen.getByRole("button", { name: "Approve 0 messages …" }).waitFor();
    await included(screen, taken).check();
    await screen.getByRole("button", { name: "Approve 1 message …" }).waitFor();
    await keepScreen(page, "incident-told-desktop");
    expect(errors).toEqual([]);
    await context.close();

    const phone = await onScreen(`/issues/incidents/${id}`, PHONE);
    await phone.screen.getByRole("link", { name: taken.name, exact: true }).waitFor();
    await expectAccessible(phone.page, "an incident on a phone");
    await expectNoSidewaysScroll(phone.page);
    await keepScreen(phone.page, "incident-phone");
    expect(phone.errors).toEqual([]);
    await phone.context.close();
  });

  it("goes on where the connection was lost, and tells nobody twice", async () => {
    const { id, orders } = await incidentOf(5);
    const { screen, context, errors } = await onScreen(`/issues/incidents/${id}`);
    await context.route("**/approve", (route) => route.abort(), { times: 1 });
    await screen.getByRole("button", { name: "Approve 5 messages …" }).click();
    await screen.getByRole("button", { name: "Approve 5 messages", exact: true }).click();
    await screen.getByText("The connection was lost").waitFor();
    await screen.getByRole("button", { name: "Try again" }).click();
    await screen.getByText("Approved: 5 on their way").waitFor();
    for (const { email } of orders) await eventually(async () => (await mailsTo(email)).length === 1, 40);
    expect(errors.filter((error) => !error.includes("ERR_FAILED"))).toEqual([]);
    await context.close();
  });
});

describe("the settings of writing first", () => {
  it.each([
    ["desktop", DESKTOP],
    ["phone", PHONE],
  ] as const)(
    "show what they would come to, and say beside the field what is wrong (%s)",
    async (name, size) => {
      await failedDelivery("Kai", "Sund");
      const { screen, page, context, errors } = await onScreen("/settings/outreach", size);
      await screen.getByText(/^Last month this would have found \d+ and written \d+\.$/u).waitFor();
      await expectAccessible(page, `settings of writing first, ${name}`);
      await expectNoSidewaysScroll(page);
      await keepScreen(page, `outreach-settings-${name}`);

      const row = screen.getByRole("listitem").filter({ hasText: "Delivery failed" });
      await row.getByText(/^Found \d+, written [1-9]\d*$/u).waitFor();
      await row.getByLabel("Delivery failed", { exact: true }).uncheck();
      await row.getByText(/^Found \d+, written 0$/u).waitFor();
      await row.getByLabel("Delivery failed", { exact: true }).check();
      await row.getByLabel("Delivery failed: who tells the shopper").selectOption("other");
      await row.getByText(/^Found \d+, written 0$/u).waitFor();

      await screen.getByLabel("At most for one shopper").fill("99");
      await screen.getByText("Not counted: one of the values below is not valid.").waitFor();
      await page.getByRole("button", { name: "Save", exact: true }).click();
      await screen.getByText("A whole number between 1 and 14").waitFor();
      expect(
        await screen
          .getByLabel("At most for one shopper")
          .evaluate((field) => field === document.activeElement),
      ).toBe(true);
      await expectAccessible(page, `a refused setting, ${name}`);
      await page.getByRole("button", { name: "Discard" }).click();
      await page.getByRole("button", { name: "Save", exact: true }).waitFor({ state: "hidden" });
      await row.getByText(/^Found \d+, written [1-9]\d*$/u).waitFor();
      expect(errors.filter((error) => !error.includes("422"))).toEqual([]);
      await context.close();
    },
  );

  it("are saved by the admin's save bar, and kept", async () => {
    const { screen, page, context, errors } = await onScreen("/settings/outreach");
    await screen.getByLabel("Handling time").fill("5");
    const tag = `chilled-${crypto.randomUUID().slice(0, 4)}`;
    await screen.getByRole("textbox", { name: "Tags of what does not keep" }).fill(tag);
    await page.keyboard.press("Enter");
    await screen.getByRole("button", { name: `Remove ${tag}` }).waitFor();
    await page.getByRole("button", { name: "Save", exact: true }).click();
    await page.getByText("Settings saved").waitFor();
    const again = await openScreen(page, "/settings/outreach");
    await again.getByRole("button", { name: `Remove ${tag}` }).waitFor();
    expect(await again.getByLabel("Handling time").inputValue()).toBe("5");
    await again.getByRole("button", { name: `Remove ${tag}` }).click();
    await again.getByLabel("Handling time").fill("3");
    await page.getByRole("button", { name: "Save", exact: true }).click();
    await page.getByRole("button", { name: "Save", exact: true }).waitFor({ state: "hidden" });
    expect(errors).toEqual([]);
    await context.close();
  });

  it("hold nobody back before it was said what that can show", async () => {
    const { screen, page, context, errors } = await onScreen("/settings/outreach");
    await screen.getByRole("button", { name: "Switch on …" }).click();
    const dialog = screen.getByRole("dialog", { name: "Hold some messages back?" });
    await dialog
      .getByText(/within six months|can answer nothing yet/u)
      .first()
      .waitFor();
    await dialog.getByText("Nobody is held back:").waitFor();
    await expectAccessible(page, "asked before anybody is held back");
    await keepScreen(page, "outreach-hold-out-desktop");
    await dialog.getByRole("button", { name: "Switch on" }).click();
    await screen.getByLabel("Share held back").fill("20");
    await page.getByRole("button", { name: "Save", exact: true }).click();
    await page.getByText("Settings saved").waitFor();
    const { outreach } = (await (await client.api("settings")).json()) as {
      outreach: { holdOut: object };
    };
    expect(outreach.holdOut).toEqual({ on: true, share: 0.2, acknowledged: true });
    await screen.getByRole("button", { name: "Switch off" }).click();
    await page.getByRole("button", { name: "Save", exact: true }).click();
    await page.getByRole("button", { name: "Save", exact: true }).waitFor({ state: "hidden" });
    expect(errors).toEqual([]);
    await context.close();
  });
});

/** So many drawn for each arm a hundred days ago, one of whom bought again since. */
async function drawn(count: number) {
  const late = await orderOf("Return", "Ing", { daysAgo: 80 });
  await eventually(async () => (await client.api(`orders/${late.id}`)).ok);
  await database.query(
    `INSERT INTO hold_outs (shop_id, contact_index, kind, issue_id, order_id, arm, assigned_at)
     SELECT s.id, 'e2e-' || n, 'stalled', 'e2e', 'e2e', CASE WHEN n <= $1 THEN 'written' ELSE 'held_out' END,
       now() - interval '100 days' FROM shops s, generate_series(1, 2 * $1) AS n
     UNION ALL
     SELECT shop_id, email_index, 'stalled', 'e2e', 'e2e', 'written', now() - interval '100 days'
     FROM orders WHERE id = $2`,
    [count, late.id],
  );
}

describe("the results of writing first", () => {
  it("say plainly that there are none", async () => {
    const { screen, page, context, errors } = await onScreen("/issues/results");
    await screen.getByText("Nobody is held back").waitFor();
    await expectAccessible(page, "no results");
    await keepScreen(page, "results-none-desktop");
    await screen.getByRole("link", { name: "How it works" }).click();
    await screen.getByRole("heading", { name: "Does it help?" }).waitFor();
    expect(errors).toEqual([]);
    await context.close();
  });

  it.each([
    ["desktop", DESKTOP],
    ["phone", PHONE],
  ] as const)(
    "show both groups as bars and as a table, and no more than is known (%s)",
    async (name, size) => {
      await drawn(40);
      try {
        const { screen, page, context, errors } = await onScreen("/issues/results", size);
        const table = screen.getByRole("table", { name: "Parcel is not moving" });
        await table
          .getByRole("row")
          .filter({ hasText: "Asked within 14 days" })
          .getByText("Not yet known")
          .waitFor();
        expect(await table.getByText("0 of 40 (0%)").count()).toBeGreaterThan(1);
        const again = table.getByRole("row").filter({ hasText: "Bought again within 60 days" });
        await again.getByText(/^[1-9]\d* of 4\d/u).waitFor();
        await screen.getByText("Robbins").waitFor();
        await expectAccessible(page, `results, ${name}`);
        await expectNoSidewaysScroll(page);
        await keepScreen(page, `results-${name}`);
        expect(errors).toEqual([]);
        await context.close();
      } finally {
        await database.query("DELETE FROM hold_outs WHERE issue_id = 'e2e'");
      }
    },
  );
});
