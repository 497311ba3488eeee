import express, { type Router } from "express";
import { z } from "zod";
import { RefusedChange } from "../changes/change.ts";
import type { DevstoreContext } from "../context.ts";
import { startHistory, type LiveHistory } from "../history/live.ts";
import type { OrderPlan } from "../history/step.ts";
import type { ShopState } from "../state/model.ts";
import { shopOf } from "./shop-of.ts";

const start = z.object({
  orders: z.number().int().min(1).max(20_000),
  days: z.number().int().min(1).max(400),
  seed: z.number().int().min(0).default(1),
  /** Also stories that hang on what the shop's people write to shoppers. Somebody must write it then: see `words`. */
  spoken: z.boolean().default(false),
  /** Without the orders and people the shop was seeded with. */
  empty: z.boolean().default(false),
});

/** `POST /control/history`, `POST /control/history/live`, `GET /control/history`: a shop lives through planned orders. */
export function historyControls(context: DevstoreContext): Router {
  const router = express.Router();
  const histories = new Map<string, LiveHistory>();
  router.post("/control/history", (request, response) => {
    const shop = shopOf(context, request);
    const { empty, ...given } = start.parse(request.body ?? {});
    if (histories.get(shop.domain)?.next()) throw new RefusedChange("a history is under way", "orders");
    if (empty) emptyShop(context, shop);
    const history = startHistory(context, shop, { ...given, from: context.now() });
    histories.set(shop.domain, history);
    response.status(201).json({ orders: history.plans.length, ...timesOf(context, history) });
  });
  router.post("/control/history/live", (request, response) => {
    const { until } = z.object({ until: z.iso.datetime({ offset: true }) }).parse(request.body ?? {});
    const history = historyOf(histories, shopOf(context, request));
    const happened = history.liveUntil(new Date(until));
    response.json({ happened, ...timesOf(context, history) });
  });
  router.get("/control/history", (request, response) => {
    const history = historyOf(histories, shopOf(context, request));
    response.json({
      ...timesOf(context, history),
      items: history.plans.map((plan) => planItem(plan, history.orderIdOf(plan))),
    });
  });
  return router;
}

function historyOf(histories: Map<string, LiveHistory>, shop: ShopState): LiveHistory {
  const history = histories.get(shop.domain);
  if (!history) throw new RefusedChange("the shop has no history: POST /control/history first", "id");
  return history;
}

function emptyShop(context: DevstoreContext, shop: ShopState): void {
  if (shop.installed) throw new RefusedChange("an installed app knows the orders already", "empty");
  shop.orders = [];
  shop.disputes = [];
  shop.customers = [];
  context.store.changed();
}

const timesOf = (context: DevstoreContext, history: LiveHistory) => ({
  now: context.now().toISOString(),
  next: history.next()?.toISOString() ?? null,
});

const iso = (at: number | null) => (at === null ? null : new Date(at).toISOString());

/** `orderId` is null until the order is placed. */
function planItem({ key, story, planted, words, labels }: OrderPlan, orderId: string | null) {
  return {
    key,
    orderId,
    story,
    planted,
    words: words.map(({ at, about }) => ({ at: iso(at), about })),
    labels: labels.map(({ from, until, contactAt, ...label }) => ({
      ...label,
      from: iso(from),
      until: iso(until),
      contactAt: iso(contactAt),
    })),
  };
}
