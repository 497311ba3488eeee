import pg from "pg";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { DESKTOP, keepScreen, openBrowser, openWindow, PHONE } from "#tests/setup/browser.ts";
import { eventually } from "#tests/setup/demo-client.ts";
import {
  client,
  demo,
  expectAccessible,
  letterWithDraft,
  MARCUS,
  openScreen,
  orderOnItsWay,
  readConversation,
  received,
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
  await database?.end();
  await browser?.close();
});

/** A mail of Marcus's as it comes, without waiting for what becomes of it. */
async function mailed(subject: string, text: string): Promise<string> {
  const answer = await client.mail(`From: ${MARCUS.name} <${MARCUS.email}>
To: ${demo.inboundAddress}
Subject: ${subject}
Message-ID: <${crypto.randomUUID()}@shopper.example>
Date: ${new Date().toUTCString()}
Content-Type: text/plain; charset=utf-8

${text}
`);
  expect(answer.status).toBe(202);
  return ((await answer.json()) as { messageId: string }).messageId;
}

type Join = { from_id: string; into_id: string };
const joinOf = async (messageId: string) =>
  (
    await database.query<Join>("SELECT from_id, into_id FROM conversation_joins WHERE message_id = $1", [
      messageId,
    ])
  ).rows[0] ?? null;

describe("a second mail about an order, under another subject", () => {
  it("stands in the conversation that waited, is answered with the first, and its old address leads there", async () => {
    const order = await orderOnItsWay(MARCUS);
    const [first, second] = [subjectFor("Waiting"), subjectFor("Sending it back")];
    const { id } = await letterWithDraft(MARCUS, {
      subject: first,
      text: `Where is my order ${order.name}?`,
    });
    const messageId = await mailed(second, `How can I return order ${order.name} once it is here?`);
    const { from_id: gone, into_id: into } = await eventually(() => joinOf(messageId));
    expect(into).toBe(id);
    expect((await client.api(`conversations/${id}/draft`, { method: "POST", body: "{}" })).status).toBe(201);

    const { page, context, errors } = await openWindow(browser, DESKTOP);
    const screen = await openScreen(page, `/inbox/${gone}`);
    await screen.getByText("The conversation you opened was joined with this one").waitFor();
    await screen.getByRole("heading", { name: first }).waitFor();
    await screen.getByText(`Subject: ${second}`).waitFor();
    await expectAccessible(page, "a joined conversation");
    await keepScreen(page, "conversation-joined-desktop");
    await page.setViewportSize(PHONE);
    expect(
      await screen.locator("html").evaluate((html) => html.scrollWidth - html.clientWidth),
    ).toBeLessThanOrEqual(0);
    await keepScreen(page, "conversation-joined-phone");
    await page.setViewportSize(DESKTOP);
    await screen.getByRole("button", { name: "Dismiss notification" }).click();
    await screen
      .getByText("The conversation you opened was joined with this one")
      .waitFor({ state: "detached" });
    expect((await readConversation(gone)).id).toBe(id);

    await screen.getByText("you would like to return").first().waitFor();
    await screen.getByRole("button", { name: "Send", exact: true }).click();
    const [mail] = await eventually(async () => {
      const found = await received(MARCUS, second);
      return found.length > 0 ? found : null;
    });
    expect(mail?.text).toContain(`Your order ${order.name} has been shipped`);
    expect(mail?.text).toContain("you would like to return");
    expect(await received(MARCUS, first)).toEqual([]);
    expect(errors).toEqual([]);
    await context.close();
  });

  it("takes whoever has it open along", async () => {
    const [one, other] = [await orderOnItsWay(MARCUS), await orderOnItsWay(MARCUS)];
    const subject = subjectFor("Taken in");
    const into = await letterWithDraft(MARCUS, { subject, text: `Where is my order ${one.name}?` });
    const text = `Where is my order ${other.name}?`;
    const open = await letterWithDraft(MARCUS, { subject: subjectFor("Open"), text });
    const { page, context, errors } = await openWindow(browser, DESKTOP);
    const screen = await openScreen(page, `/inbox/${open.id}`);
    await screen.getByRole("heading", { name: open.subject }).waitFor();
    // What joining leaves behind, at a moment when nothing else would join these two.
    await database.query("BEGIN");
    await database.query("DELETE FROM drafts WHERE conversation_id = $1", [open.id]);
    await database.query("UPDATE readings SET conversation_id = $2 WHERE conversation_id = $1", [
      open.id,
      into.id,
    ]);
    const { rows } = await database.query<{ id: string; shop_id: string }>(
      "UPDATE messages SET conversation_id = $2 WHERE conversation_id = $1 RETURNING id, shop_id",
      [open.id, into.id],
    );
    await database.query("DELETE FROM conversations WHERE id = $1", [open.id]);
    await database.query("INSERT INTO conversation_joins VALUES ($1, $2, $3, $4, now())", [
      ...[open.id, rows[0]?.shop_id, into.id, rows[0]?.id],
    ]);
    await database.query("COMMIT");
    await screen.getByText("The conversation you opened was joined with this one").waitFor();
    await screen.getByRole("heading", { name: subject }).waitFor();
    // Until it is taken along the screen asks what is new of a conversation that is no longer there.
    expect(errors.filter((error) => !error.includes("404 (Not Found)"))).toEqual([]);
    await context.close();
  });
});
