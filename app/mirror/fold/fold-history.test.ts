import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { foldHistory, visibleRows } from "#app/mirror/fold/fold-history.ts";
import { mergeRow } from "#app/mirror/fold/merge.ts";
import type { Kind, Stamped } from "#app/mirror/fold/rules.ts";
import { contradicts, saysTheSame } from "#app/mirror/fold/version.ts";
import { deriveShopKeys } from "#app/shop/seal.ts";
import { arrivalsOf, changeOf, histories, isSaid } from "#tests/factories/history.ts";

const keys = deriveShopKeys("shop", Buffer.alloc(32, 1));
const changes = histories.map((history) => history.map((one) => changeOf(keys, one)));

describe("a history", () => {
  it("folds to the same mirror in any order, with any of it twice", () => {
    const arrivals = changes.chain((history) => fc.tuple(fc.constant(history), arrivalsOf(history)));
    fc.assert(
      fc.property(arrivals, ([history, arrival]) => {
        expect(foldHistory(arrival)).toEqual(foldHistory(history));
      }),
      { numRuns: 500 },
    );
  });

  it("shows no deleted order, nor any of its parts, whatever else is said", () => {
    const withDeleted = fc.tuple(changes, fc.constantFrom("1", "2", "10"));
    fc.assert(
      fc.property(withDeleted, ([history, id]) => {
        const deletion = { change: "order-deleted" as const, id, at: "2026-11-10T09:00:00.000Z" };
        const { orders, fulfillments, events, refunds } = visibleRows(foldHistory([deletion, ...history]));
        expect(orders.filter((order) => order.id === id)).toEqual([]);
        expect([...fulfillments, ...events, ...refunds].filter(({ orderId }) => orderId === id)).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });

  it("gives a merged customer's orders to the end of the chain, whenever they come", () => {
    const place = (customerId: string) =>
      changeOf(keys, {
        kind: "orders",
        row: {
          id: "1",
          updatedAt: "2026-11-10T09:00:00.000Z",
          name: "#1",
          placedAt: "2026-11-10T09:00:00.000Z",
          cancelledAt: null,
          cancelReason: null,
          closedAt: null,
          financialStatus: null,
          fulfillmentStatus: "unfulfilled",
          currency: "EUR",
          total: "1",
          lines: [],
          customerId,
          locale: null,
          tags: [],
          person: { attributes: [] },
        },
      });
    const merge = (gone: string, kept: string) => ({
      change: "customers-merged" as const,
      gone,
      kept,
      at: "2026-11-10T09:00:00.000Z",
    });
    const ring = [merge("20", "21"), merge("21", "20"), place("20")];
    for (const history of [
      [merge("20", "21"), merge("21", "22"), place("20")],
      [merge("21", "22"), place("20"), merge("20", "21")],
    ])
      expect(visibleRows(foldHistory(history)).orders).toMatchObject([{ customerId: "22" }]);
    expect(visibleRows(foldHistory(ring)).orders).toMatchObject([{ customerId: "21" }]);
  });
});

describe("a row", () => {
  const pairs = changes.map((history) => {
    const rows = history.flatMap((one) => (one.change === "said" ? [one] : []));
    return rows.flatMap((a) =>
      rows.flatMap((b) =>
        a.kind === b.kind && a.row.id === b.row.id ? [{ kind: a.kind, rows: [a.row, b.row] }] : [],
      ),
    );
  });

  it("comes out the same whichever of two comes first, and is not changed by itself", () => {
    fc.assert(
      fc.property(pairs, (all) => {
        for (const { kind, rows } of all) {
          const [a, b] = rows as [Stamped<Kind>, Stamped<Kind>];
          expect(mergeRow(kind, a, b)).toEqual(mergeRow(kind, b, a));
          expect(mergeRow(kind, mergeRow(kind, a, b), b)).toEqual(mergeRow(kind, a, b));
          // What is no news to the one is no contradiction either.
          expect(saysTheSame(a, b) && contradicts(a, b)).toBe(false);
        }
      }),
      { numRuns: 300 },
    );
  });

  it("is met by every rule of the fold in these histories", () => {
    const kinds = new Set<string>();
    for (const history of fc.sample(histories, { numRuns: 300, seed: 1 }))
      for (const one of history) kinds.add(isSaid(one) ? one.kind : one.change);
    expect(kinds.size).toBe(13);
  });
});
