import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { days, hours } from "#app/lib/duration.ts";
import { joinRows } from "#app/mirror/bulk-line.ts";
import type { MirrorRows } from "#app/mirror/rows.ts";
import { readOrders } from "#app/mirror/read-orders.server.ts";
import { lookedShop, testRules } from "#tests/factories/looked-shop.ts";
import { orderRowsOf } from "#tests/factories/order.ts";

const START = Date.parse("2026-11-01T09:00:00.000Z");
const at = (day: number) => new Date(START + days(day)).toISOString();

/** What happens to an order, a piece for each webhook: it leaves late, stalls, cannot be delivered, stalls again. */
function historyOf(n: number, takenBack: boolean): MirrorRows[] {
  const { orders, fulfillments, events } = orderRowsOf({
    ...{ placedAt: at(0), updatedAt: at(0), person: { email: `shopper${n}@example.com` } },
    fulfillments: [
      {
        ...{ createdAt: at(5), updatedAt: at(5) },
        events: [
          { happenedAt: at(6) },
          { happenedAt: at(11), city: "Berlin" },
          { happenedAt: at(12), status: "failure" },
          { happenedAt: at(13), city: "Berlin" },
        ],
      },
    ],
  });
  const wrong = events.slice(0, 1).map((one) => ({
    ...{ ...one, id: `${one.id}-wrong`, status: "delivered", happenedAt: at(8), updatedAt: at(8) },
  }));
  const back = wrong.map((one) => ({ ...one, deletedAt: at(14) }));
  return [
    { orders },
    { fulfillments },
    ...events.map((one) => ({ events: [one] })),
    ...(takenBack ? [{ events: wrong }, { events: back }] : []),
  ];
}

type Arrival = { order: number[]; twice: number[]; shift: number };

/** Every piece once in some order, and some of them again. */
const arrivalOf = (pieces: number) =>
  fc
    .tuple(
      fc.shuffledSubarray(
        Array.from({ length: pieces }, (_, n) => n),
        { minLength: pieces },
      ),
      fc.array(fc.nat(pieces - 1), { minLength: 4, maxLength: 4 }),
      fc.nat(pieces),
    )
    .map(([order, twice, shift]): Arrival => ({ order, twice, shift }));

const sequenceOf = ({ order, twice, shift }: Arrival) => [
  ...order.slice(0, shift),
  ...twice,
  ...order.slice(shift),
];

const ORDERS = 150;

describe.each([
  ["as they come", { takenBack: false, inTime: true, oneSilence: false }],
  ["all of it late", { takenBack: false, inTime: false, oneSilence: true }],
  ["all of it late, and a scan that is taken back", { takenBack: true, inTime: false, oneSilence: false }],
])("events in any order and with repetition, %s", (_name, { takenBack, inTime, oneSilence }) => {
  it("open each issue once and resolve it once, and come to what the records say", async () => {
    const shop = await lookedShop(new Date(at(inTime ? 1 : 17)));
    const histories = Array.from({ length: ORDERS }, (_, n) => historyOf(n, takenBack));
    const pieces = histories[0]?.length ?? 0;
    const arrivals = fc.sample(arrivalOf(pieces), { numRuns: ORDERS, seed: 20261121 }).map(sequenceOf);
    const seen = new Map<string, string[]>();
    for (let step = 0; step < pieces + 4; step += 1) {
      await shop.arrive(joinRows(histories.map((history, n) => history[arrivals[n]?.[step] ?? 0] ?? {})));
      // The same orders at once: by what was mirrored, half of it again, and by the time.
      const ids = await shop.waiting();
      await Promise.all([shop.detect(...ids), shop.detect(...ids.slice(ids.length >> 1)), shop.sweep()]);
      for (const { id, status } of await shop.issues()) {
        const before = seen.get(id) ?? [];
        if (before.at(-1) !== status) seen.set(id, [...before, status]);
      }
      shop.clock.now = new Date(shop.clock.now.getTime() + (inTime ? days(14) / (pieces + 3) : hours(1)));
    }
    shop.clock.now = new Date(at(20));
    await shop.sweep();

    const lives = [...seen.values()].map((states) => states.join());
    const allowed = takenBack ? /^open(?:,resolved(?:,open(?:,resolved)?)?)?$/u : /^open(?:,resolved)?$/u;
    expect(lives.filter((life) => !allowed.test(life))).toEqual([]);
    expect(lives.some((life) => life === "open,resolved")).toBe(true);
    expect(lives.some((life) => life.startsWith("open,resolved,open"))).toBe(takenBack);

    const ids = histories.flatMap((history) => history[0]?.orders?.map(({ id }) => id) ?? []);
    const orders = await shop.inShop((tx) => readOrders(tx, shop.keys, ids));
    const key = (one: { kind: string; subject: string }) => `${one.kind} ${one.subject}`;
    const said = orders.flatMap((order) => testRules(shop.see(order)).found.map(key));
    const open = (await shop.issues()).filter(({ status }) => status === "open");
    expect(open.map(key).toSorted()).toEqual(said.toSorted());
    expect(said).toHaveLength(ORDERS);
    // What only came late is one silence, however many scans of it came before the last.
    const silences = (await shop.issues()).filter(({ kind }) => kind === "stalled").length;
    expect(silences).toBeLessThanOrEqual(oneSilence ? ORDERS : 4 * ORDERS);
  }, 120_000);
});
