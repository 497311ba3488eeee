import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { keepScreen, openBrowser } from "#tests/setup/browser.ts";
import { eventually } from "#tests/setup/demo-client.ts";
import { expectAccessible, MARCUS, readConversation, received } from "./desk.ts";
import { asked, opened, undoWithin } from "./outgoing.ts";

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
  await undoWithin(1);
});
afterAll(async () => {
  await browser?.close();
});

const MACROS = [
  {
    ...{ id: "m1", name: "Closing words", text: "Have a good day.", gaps: [] },
    ...{ tags: ["thanked"], closes: true },
  },
];

it("goes into the reply where it belongs, tags the conversation, and closes it once the reply is sent", async () => {
  const { subject, conversation } = await asked("With a macro");
  const { screen, page, context, errors } = await opened(browser, conversation.id);
  await context.route("**/inbox/*/macros*", (route) => route.fulfill({ json: { macros: MACROS } }));
  await screen.getByRole("button", { name: "Insert macro" }).click();
  const item = screen.getByRole("menuitem", { name: "Closing words" });
  await item.waitFor();
  await expectAccessible(page, "choosing a macro");
  await item.scrollIntoViewIfNeeded();
  await keepScreen(page, "insert-macro-desktop");
  await item.click();
  const field = screen.getByLabel("Reply", { exact: true });
  await eventually(() => field.evaluate((one) => one === document.activeElement));
  expect(await field.inputValue()).toMatch(/\n\nHave a good day\.\n\n[^\n]+$/u);
  await screen.getByRole("button", { name: "Remove thanked" }).waitFor();
  await screen.getByText("Checked against the records as you type").waitFor();
  await screen.getByRole("button", { name: "Send edited reply" }).click();
  await screen.getByRole("button", { name: "Open again" }).waitFor();
  await eventually(async () => (await received(MARCUS, subject)).length === 1);
  expect((await received(MARCUS, subject))[0]?.text).toContain("Have a good day.");
  expect((await readConversation(conversation.id)).status).toBe("closed");
  expect(errors).toEqual([]);
  await context.close();
});
