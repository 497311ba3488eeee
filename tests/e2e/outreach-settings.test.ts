import pg from "pg";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { DESKTOP, keepScreen, openBrowser, openWindow, PHONE } from "#tests/setup/browser.ts";
import { eventually } from "#tests/setup/demo-client.ts";
import { client, demo, expectAccessible, openScreen } from "./desk.ts";
import { expectNoSidewaysScroll, failedDelivery, orderOf, quietHours } from "./order-problems.ts";

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

async function onScreen(path: string, viewport = DESKTOP) {
  const window = await openWindow(browser, viewport);
  const screen = await openScreen(window.page, path);
  return { screen, ...window };
}

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
      await screen.getByText("Not counted: one of the values on this page is not valid.").waitFor();
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
        const [whole, part] = size === PHONE ? (["list", "listitem"] as const) : (["table", "row"] as const);
        const table = screen.getByRole(whole, { name: "Parcel is not moving" });
        await table
          .getByRole(part)
          .filter({ hasText: "Asked within 14 days" })
          .getByText("Not yet known")
          .waitFor();
        expect(await table.getByText("0 of 40 (0%)").count()).toBeGreaterThan(1);
        const again = table.getByRole(part).filter({ hasText: "Bought again within 60 days" });
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
