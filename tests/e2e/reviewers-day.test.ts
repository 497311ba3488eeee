import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openBrowser } from "#tests/setup/browser.ts";
import { answering } from "./reviewers-answer.ts";
import { restOfTheDay } from "./reviewers-desk.ts";
import { morning } from "./reviewers-mail.ts";
import { A_WALK_MS, ROUNDS, titleOf, walkThrough } from "./walk.ts";

/** One of the dev store's people who does not own the account: a reviewer. */
const MIA = "91827364506";

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(async () => {
  await browser?.close();
});

describe("a reviewer's day", () => {
  it.each(ROUNDS.map((round) => [titleOf(round), round] as const))(
    "%s",
    { timeout: A_WALK_MS },
    async (_title, round) => {
      const day = await morning();
      const steps = [...answering(day), ...restOfTheDay(day)];
      const { adminUrl } = day.shop;
      expect(await walkThrough({ ...round, browser, walk: "reviewer", adminUrl, staff: MIA }, steps)).toBe(
        steps.length,
      );
    },
  );
});
