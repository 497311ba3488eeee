// A quarter of a shop's life in a minute, from the dev store's webhooks to its mailbox.
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { days, hours, seconds } from "#app/lib/duration.ts";
import { livingShop } from "#tests/factories/living-shop.ts";
import type { Account } from "#tests/factories/quarter-audit.ts";
import type { Records, Stopped } from "#tests/factories/quarter-records.ts";

// The app reads its environment when it is first imported: nothing of it is imported before the dev store listens.
const SEED = 7;
/** A Monday; the clocks of America and of Europe are put forward within the quarter, on different days. */
const START = new Date("2026-02-02T00:00:00.000Z");
const QUARTER = days(90);
/** Orders are placed for so long, so that what comes of them falls into the quarter. */
const ORDERING = 62;
const STEP = hours(3);
const PER_WEEK = 1;

const shop = await livingShop({ start: START, orders: 280, days: ORDERING, seed: SEED });
afterAll(() => shop.stop());
const end = new Date(START.getTime() + QUARTER);

let records: Records;
/** By issue: the states it went through, as far as somebody who looks at every step sees. */
const lives = new Map<string, string[]>();
let personal: string[];

beforeAll(async () => {
  const { liveOn, stopWriting, stopByLink, setOutreach, livesNow, personalJobs } =
    await import("#tests/factories/quarter-life.ts");
  const { quarterRecords } = await import("#tests/factories/quarter-records.ts");
  const { keys, shopId } = shop;
  await setOutreach(shopId, { perWeek: PER_WEEK, holdOut: { on: true, share: 0.3, acknowledged: true } });
  const stopped: Stopped[] = await stopWriting(keys, { seed: SEED, at: START });
  let read = 0;
  const then = async () => {
    const mailbox = shop.mailbox();
    for (const mail of mailbox.slice(read)) stopped.push(...(await stopByLink(mail)));
    read = mailbox.length;
    await livesNow(lives);
  };
  await liveOn({ shop, from: START, until: end, step: STEP, then });
  records = await quarterRecords({
    ...{ end, shopId, stopped },
    ...{ mailbox: shop.mailbox(), orders: shop.orders(), lived: await shop.lived() },
  });
  personal = await personalJobs(shop.orders());
}, seconds(400));

describe("a quarter in which nobody had to ask", () => {
  it("has every webhook taken and every job done", () => {
    expect(shop.undelivered()).toEqual([]);
    expect(shop.time.failed).toEqual([]);
  });

  it("opens each issue once and resolves it once", () => {
    const odd = [...lives].filter(([, states]) => !/^open(?:,resolved)?$/u.test(states.join()));
    expect(odd).toEqual([]);
  });

  it("leaves no issue open whose trouble is over", async () => {
    const { leftOpen } = await audit();
    expect(leftOpen(records, days(4))).toEqual([]);
  });

  it("sends no word twice, none unknown, and loses none", async () => {
    const { wrongLedger, wrongCause } = await audit();
    expect(wrongLedger(records)).toEqual([]);
    expect(wrongCause(records)).toEqual([]);
  });

  it("wakes nobody", async () => {
    const { inQuietHours, zoneOf } = await audit();
    expect(inQuietHours(records)).toEqual([]);
    expect(new Set(records.mails.map(({ order }) => zoneOf(order))).size).toBeGreaterThanOrEqual(5);
  });

  it("writes to nobody who asked for no such mail, and to nobody more than the shop allows", async () => {
    const { toStopped, overCap } = await audit();
    expect(toStopped(records)).toEqual([]);
    expect(overCap(records, PER_WEEK)).toEqual([]);
  });

  it("writes to nobody who is held out, and holds nobody out whom it would cost more than a wait", async () => {
    const { wrongHoldOuts } = await audit();
    expect(wrongHoldOuts(records, shop.orders())).toEqual([]);
    expect(records.words.some(({ state }) => state === "held_out")).toBe(true);
  });

  it("accounts for every problem that was planted", async () => {
    const { accounts } = await audit();
    const all = accounts(records, new Date(end.getTime() - days(1)));
    process.stdout.write(`${tableOf(all)}\n`);
    const kinds = new Set(all.map(({ kind }) => kind));
    expect(kinds.size).toBe(16);
    expect(all.filter(({ end: how }) => how === "not found" || how === "undecided")).toEqual([]);
    expect(all.filter(({ end: how, because }) => how !== "mailed" && because === "")).toEqual([]);
  });

  it("keeps nothing personal in its jobs", () => {
    expect(personal).toEqual([]);
  });
});

const audit = () => import("#tests/factories/quarter-audit.ts");

/** On one screen: what became of the planted problems, by kind. */
function tableOf(all: Account[]): string {
  const ends = [...new Set(all.map((one) => one.end))].toSorted();
  const kinds = [...new Set(all.map(({ kind }) => kind))].toSorted();
  const row = (name: string, cells: (string | number)[]) =>
    [name.padEnd(22), ...cells.map((cell) => String(cell).padStart(11))].join("");
  const count = (kind: string, how: string) =>
    all.filter((one) => one.kind === kind && one.end === how).length;
  const others = all.filter(({ end: how }) => how !== "mailed");
  return [
    row("planted", ["in all", ...ends]),
    ...kinds.map((kind) =>
      row(kind, [
        all.filter((one) => one.kind === kind).length,
        ...ends.map((how) => count(kind, how) || ""),
      ]),
    ),
    ...others.map(
      (one) => `  ${one.kind} of order ${one.orderId} (${one.from.slice(0, 10)}): ${one.end}: ${one.because}`,
    ),
    `${records.mails.length} mails, ${records.issues.length} issues, ${records.lived.length} orders, seed ${SEED}`,
  ].join("\n");
}
