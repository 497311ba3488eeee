import pg from "pg";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { DESKTOP, keepScreen, openBrowser, openWindow, PHONE } from "#tests/setup/browser.ts";
import { eventually } from "#tests/setup/demo-client.ts";
import {
  client,
  demo,
  expectAccessible,
  HANNAH,
  letterWithDraft,
  openScreen,
  orderOnItsWay,
  readConversation,
  subjectFor,
} from "./desk.ts";

let browser: Browser;
let database: pg.Client;
beforeAll(async () => {
  browser = await openBrowser();
  database = new pg.Client({ connectionString: demo.databaseUrl });
  await database.connect();
});
afterAll(async () => {
  await browser?.close();
  await database?.end();
});

type Kept = { promises: { id: string; text: string; dueAt: string | null }[]; corrections: unknown[] };
const kept = async (id: string) => (await readConversation(id)) as unknown as Kept;

/** A reply that told where the parcel is and promised something by tomorrow, the last moment to warn of which is past. */
async function aPromise(words: string) {
  const order = await orderOnItsWay(HANNAH);
  const subject = subjectFor(words);
  const { id, draft } = await letterWithDraft(HANNAH, { subject, text: `Where is my order ${order.name}?` });
  const text = `${draft.text}\n\nWe will write to you again by tomorrow.`;
  const body = JSON.stringify({ draftId: draft.id, text, overrule: { reason: "We have time tomorrow" } });
  const sent = await client.api(`conversations/${id}/send`, { method: "POST", body });
  expect(sent.status).toBe(202);
  const promise = await eventually(async () =>
    (await kept(id)).promises.find((one) => one.text.includes("tomorrow")),
  );
  await database.query("UPDATE promises SET warn_at = now() - interval '1 minute' WHERE id = $1", [
    promise.id,
  ]);
  return { id, order, promise };
}

/** The carrier's number of the order's parcel is another one now, and the job that hears of it runs. */
async function renumber(orderId: string) {
  const number = "RENUMBERED01";
  const { rows } = await database.query<{ shop_id: string }>(
    "UPDATE fulfillments SET tracking_number = $2 WHERE order_id = $1 RETURNING shop_id",
    [orderId, number],
  );
  const shopId = rows[0]?.shop_id;
  await database.query(
    "INSERT INTO jobs (shop_id, event, name, data) VALUES ($1, 'told-order-mirrored', 'watchOrder', $2)",
    [shopId, JSON.stringify({ shopId, orderId })],
  );
}

describe("a promise", () => {
  it.each([
    ["desktop", DESKTOP],
    ["phone", PHONE],
  ] as const)("is warned of on the home page and closed on its conversation (%s)", async (name, viewport) => {
    const { id, order, promise } = await aPromise(`Promise ${name}`);
    expect(promise.dueAt).not.toBeNull();
    await renumber(order.id);
    await eventually(async () => (await kept(id)).corrections.length === 1);

    const { page, context, errors } = await openWindow(browser, viewport);
    const home = await openScreen(page);
    await home.getByRole("heading", { name: "Promises about to break" }).waitFor();
    await home.getByRole("heading", { name: "Replies that are not true any more" }).waitFor();
    await keepScreen(page, `home-promises-${name}`);
    await expectAccessible(page, `home with promises, ${name}`);

    const screen = await openScreen(page, `/inbox/${id}`);
    await screen.getByText("Something we wrote is not true any more").waitFor();
    await screen.getByText("Now: The tracking number is RENUMBERED01").waitFor();
    const draft = screen.getByRole("heading", { name: "Draft correction" });
    await draft.waitFor();
    await screen.getByText("That is no longer right.").waitFor();
    expect((await readConversation(id)).draft?.text).toMatch(/RENUMBERED01/u);
    await keepScreen(page, `conversation-correction-${name}`);
    await draft.scrollIntoViewIfNeeded();
    await keepScreen(page, `conversation-correction-draft-${name}`);
    await screen.getByRole("heading", { name: "Promises", level: 2 }).scrollIntoViewIfNeeded();
    await screen.getByText("About to break").waitFor();
    await expectAccessible(page, `conversation with a promise, ${name}`);
    await keepScreen(page, `conversation-promises-${name}`);
    await screen.getByRole("button", { name: "The shopper knows" }).click();
    await screen.getByText("Something we wrote is not true any more").waitFor({ state: "detached" });
    await screen.getByRole("button", { name: /^Mark as done: We will write to you again/ }).click();
    await screen.getByText("Kept", { exact: true }).waitFor();
    await screen.getByRole("heading", { name: /^Draft/u }).waitFor({ state: "detached" });
    expect(errors).toEqual([]);
    await context.close();
  });
});
