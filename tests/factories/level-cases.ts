import { readMoments } from "#app/care/triage/read-moments.server.ts";
import { readPace } from "#app/care/triage/read-pace.server.ts";
import { sqlOf } from "#app/db.server.ts";
import { csatResults } from "#app/desk/csat-results.server.ts";
import { recentAlerts } from "#app/desk/recent-alerts.server.ts";
import { showLevel } from "#app/desk/show-level.server.ts";
import { days } from "#app/lib/duration.ts";
import { grown } from "#tests/factories/grown-shop.ts";
import type { ReadCase } from "#tests/factories/read-cases.ts";

const anyConversation = (orders: number, chance: () => number) =>
  grown.conversationId(Math.floor((orders / 5) * chance()));

/** What service levels, alerts and ratings read. */
export const levelCases: ReadCase[] = [
  {
    name: "levels: the clocks of a conversation",
    run: ({ inShop, keys, now, orders }, chance) =>
      inShop((tx) => showLevel(tx, keys, { conversationId: anyConversation(orders, chance), now })),
  },
  {
    name: "levels: what happened in a hundred conversations",
    run: ({ inShop, keys, orders }, chance) =>
      inShop((tx) =>
        readMoments(
          sqlOf(tx),
          keys.shopId,
          Array.from({ length: 100 }, () => anyConversation(orders, chance)),
        ),
      ),
  },
  {
    name: "levels: the pace of the queue",
    run: ({ inShop, keys, now }) => inShop((tx) => readPace(tx, { shopId: keys.shopId, now })),
  },
  {
    name: "levels: the latest alerts",
    run: ({ inShop, keys }) => inShop((tx) => recentAlerts(tx, keys.shopId)),
  },
  {
    name: "levels: how it went",
    run: ({ inShop, now }) =>
      inShop((tx) => csatResults(tx, { from: new Date(now.getTime() - days(30)), to: now })),
  },
];
