import pg from "pg";
import type { Browser, FrameLocator } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { DESKTOP, keepScreen, openBrowser, openWindow, PHONE } from "#tests/setup/browser.ts";
import { eventually } from "#tests/setup/demo-client.ts";
import { client, conversationAbout, demo, expectAccessible, openScreen, subjectFor } from "./desk.ts";
import { openInbox, rowOf } from "./inbox-screen.ts";
import { expectNarrow, write } from "./letters.ts";
import { isWaiting, issueOf, orderOf, quietHours, type Placed } from "./order-problems.ts";

let browser: Browser;
let database: pg.Client;
const made: string[] = [];
beforeAll(async () => {
  browser = await openBrowser();
  database = new pg.Client({ connectionString: demo.databaseUrl });
  await database.connect();
  await quietHours("00:00", "00:00");
});
afterAll(async () => {
  await quietHours("20:00", "08:00");
  for (const id of made) await client.api(`triage/rules/${id}`, { method: "DELETE" });
  await browser?.close();
  await database?.end();
});

const SIZES = [
  ["desktop", DESKTOP],
  ["phone", PHONE],
] as const;

/** So many orders whose parcels stand still at one place, which makes one finding of them. */
async function standingStill(count: number): Promise<Placed[]> {
  const city = `Umschlagort ${crypto.randomUUID().slice(0, 6)}`;
  const happenedAt = new Date(Date.now() - (5 * 24 + 2) * 3_600_000).toISOString();
  const orders: Placed[] = [];
  for (let nth = 0; nth < count; nth += 1) {
    const order = await orderOf(`Reader${nth}`, "Lang");
    await client.control("POST", `orders/${order.id}/ship`, { carrier: "dhl" });
    const event = { status: "in_transit", happenedAt, city, country: "DE" };
    await client.control("POST", `orders/${order.id}/event`, event);
    orders.push(order);
  }
  for (const order of orders)
    await issueOf(order, "stalled", (one) => one.incidentId !== null && isWaiting(one));
  return orders;
}

async function aRule(name: string, word: string) {
  const answer = await client.api("triage/rules", {
    method: "POST",
    body: JSON.stringify({
      name,
      conditions: { match: "all", list: [{ on: "words", in: "anywhere", any: [word], not: false }] },
      actions: [
        { do: "add_tags", tags: ["parcel", "second time"] },
        { do: "set_priority", priority: "urgent" },
      ],
    }),
  });
  expect(answer.status).toBe(201);
  made.push(((await answer.json()) as { id: string }).id);
}

async function letterAbout({ name: order, email }: Placed, { words, text }: { words: string; text: string }) {
  const subject = subjectFor(words);
  await write({ from: { name: "Rita Lang", email }, subject, text: `${text} ${order}` });
  // Its draft is the last that comes of it.
  const { id } = await eventually(async () => {
    const found = await conversationAbout(subject);
    return found?.draft ? found : null;
  }, 40);
  return { id, subject };
}

const setPriority = (id: string, priority: string) =>
  client.api(`conversations/${id}/change`, { method: "POST", body: JSON.stringify({ priority }) });

/** As its service level would say of it in time. */
const atRisk = (id: string, dueIn: string) =>
  database.query(
    "UPDATE conversations SET at_risk_at = now() - interval '1 hour', due_at = now() + $2::interval WHERE id = $1",
    [id, dueIn],
  );

/** Its level may have been looked at once more meanwhile, and says nothing of it yet. */
const showsRisk = (
  screen: FrameLocator,
  { id, subject }: { id: string; subject: string },
  { dueIn, words }: { dueIn: string; words: string },
) =>
  eventually(async () => {
    const label = rowOf(screen, subject).getByText(words);
    const shown = await label.waitFor({ timeout: 3_000 }).then(
      () => true,
      () => false,
    );
    if (!shown) await atRisk(id, dueIn);
    return shown;
  }, 30);

/** What stands within the card of that name. */
const cardOf = (screen: FrameLocator, name: string) =>
  screen.locator(".Polaris-ShadowBevel").filter({ has: screen.getByRole("heading", { name, exact: true }) });

describe("why a conversation is as urgent as it is", () => {
  it.each(SIZES)("is said beside it, with who decided and who else wrote (%s)", async (name, size) => {
    const [mine, theirs, later] = await standingStill(5);
    if (!mine || !theirs || !later) throw new Error("No orders were made");
    const rule = `Parcels ${name} ${crypto.randomUUID().slice(0, 6)}`;
    const word = `w${crypto.randomUUID().slice(0, 8)}`;
    await aRule(rule, word);
    const other = await letterAbout(theirs, {
      words: `Where is my parcel ${name}`,
      text: "Where is my order?",
    });
    const held = await letterAbout(later, { words: `Nothing moves ${name}`, text: "Please tell me about" });
    expect((await setPriority(held.id, "high")).status).toBe(200);
    const own = await letterAbout(mine, {
      words: `Still not here ${name}`,
      text: `I will call my lawyer today if nothing happens! It is a birthday gift. ${word}. Where is`,
    });
    await eventually(async () => {
      const { rows } = await database.query(
        "SELECT 1 FROM triage_applications a JOIN messages m ON m.id = a.message_id WHERE m.conversation_id = $1",
        [own.id],
      );
      return rows.length > 0;
    });
    await atRisk(other.id, "-20 minutes");
    await atRisk(held.id, "20 minutes");

    const { page, context, errors, screen } = await openInbox(browser, { size });
    await showsRisk(screen, other, { dueIn: "-20 minutes", words: "Overdue" });
    await showsRisk(screen, held, { dueIn: "20 minutes", words: "Due soon" });
    await rowOf(screen, own.subject)
      .getByRole("link", { name: /^Incident: /u })
      .waitFor();
    await expectNarrow(screen);
    await expectAccessible(page, `inbox with what is at risk, ${name}`);
    await keepScreen(page, `inbox-incident-${name}`);
    await context.close();
    expect(errors).toEqual([]);

    const window = await openWindow(browser, { ...size, height: 2_600 });
    const shown = await openScreen(window.page, `/inbox/${own.id}`);
    const card = cardOf(shown, "Priority");
    await card.getByText(/^The rule .* set it\./u).waitFor();
    await card.getByText(rule).first().waitFor();
    await card.getByText(/legal/u).waitFor();
    await card.getByText("Priority set to urgent").waitFor();
    await card.getByRole("link", { name: other.subject }).waitFor();
    await expectNarrow(shown);
    await expectAccessible(window.page, `why a conversation is urgent, ${name}`);
    await card.scrollIntoViewIfNeeded();
    await keepScreen(window.page, `why-urgent-${name}`);

    await card.getByRole("link", { name: held.subject }).click();
    await card.getByText("You set it.").waitFor();
    await keepScreen(window.page, `why-urgent-by-hand-${name}`);
    expect(window.errors).toEqual([]);
    await window.context.close();
  });
});
