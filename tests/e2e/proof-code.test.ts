import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { DESKTOP, keepScreen, openBrowser, openWindow } from "#tests/setup/browser.ts";
import { eventually } from "#tests/setup/demo-client.ts";
import {
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
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(async () => {
  await browser?.close();
});

it("proves an order by a code that goes to its own address with the approved reply", async () => {
  const order = await orderOnItsWay(MARCUS);
  const subject = subjectFor("Code");
  const stranger = { name: "Marcus B", email: `${crypto.randomUUID().slice(0, 8)}@new.example` };
  const before = await received(MARCUS, "code");
  const asked = await letterWithDraft(stranger, { subject, text: `Where is my order ${order.name}?` });
  expect(asked.draft.text).not.toContain(order.name);

  const { page, context, errors } = await openWindow(browser, DESKTOP);
  const screen = await openScreen(page, `/inbox/${asked.id}`);
  await screen.getByText("Not proven to be this shopper's order").waitFor();
  await screen
    .getByText(`Sending this also mails a code to the email address of order ${order.name}`)
    .waitFor();
  await expectAccessible(page, "a draft that asks for a code");
  await keepScreen(page, "conversation-asks-code-desktop");
  await screen.getByRole("button", { name: "Send", exact: true }).click();

  const mails = await eventually(async () => {
    const found = (await received(MARCUS, "code")).filter(({ id }) => !before.some((one) => one.id === id));
    return found.length > 0 ? found : null;
  });
  expect(mails).toHaveLength(1);
  const code = /^(\d{3} \d{3})$/mu.exec(mails[0]?.text ?? "")?.[1] ?? "";
  expect(code).not.toBe("");
  await eventually(async () => (await received(stranger, subject)).length > 0);
  const [reply] = await received(stranger, subject);
  expect(reply?.text).not.toContain(code);
  await screen.getByText("Your reply").waitFor();
  expect(await screen.getByText(code).count()).toBe(0);

  await letterWithDraft(stranger, { subject, text: code });
  const proven = await eventually(async () => {
    const now = await readConversation(asked.id);
    return now.reading?.identity === "code" && now.draft && now.draft.id !== asked.draft.id ? now : null;
  });
  expect(proven.draft?.text).toContain(order.name);
  await screen.getByText("Proven by code").waitFor();
  expect(errors).toEqual([]);
  await context.close();
});
