import { daysAtWork } from "#app/care/detect/days-at-work.ts";
import type { NearOrder, Seen } from "#app/care/detect/issue.ts";
import { lineKey } from "#app/care/detect/line-key.ts";
import type { MirroredOrder } from "#app/mirror/order.ts";
import { shopPromisesSchema } from "#app/shop/outreach-settings.ts";
import { serviceLevelSettingsSchema } from "#app/shop/service-level-settings.ts";
import { publicHolidays } from "#devstore/history/calendar.ts";
import type { Word } from "#devstore/history/problems.ts";
import { stateAt, YEAR, type DatedOrder } from "./dated-states.ts";
import type { Habits } from "./learn-habits.ts";

const DAY = 86_400_000;
/** Orders of the same shopper further apart than this are not near each other. */
const NEAR = 30 * DAY;

const ZONE = "Europe/Berlin";
const promises = shopPromisesSchema.parse({});

/** What its people set: its hours are the usual ones, and its holidays, where they named any, those of where it is. */
function practiceOf({ holidays }: { holidays: boolean }) {
  const named = publicHolidays(YEAR).map((date) => ({ date, name: "Public holiday" }));
  const serviceLevels = serviceLevelSettingsSchema.parse(holidays ? { holidays: named } : {});
  return { ...promises, ...daysAtWork(serviceLevels, ZONE) };
}

type Looking = {
  dated: DatedOrder;
  at: number;
  /** What was found of this order before: how many issues, and when those of each kind were last over. */
  earlierIssues: number;
  over: Seen["history"]["over"];
};
export type Seeing = (looking: Looking) => Seen | null;

type Shop = { orders: readonly DatedOrder[]; habits: Habits; holidays: boolean };

/** What a rule may see of an order at a moment: nothing that came later, of this order, of others or of carriers. */
export function seeing({ orders, habits, holidays }: Shop): Seeing {
  const shop = practiceOf({ holidays });
  const byShopper = new Map<string, DatedOrder[]>();
  for (const dated of orders) {
    const { key } = dated.plan.shopper;
    byShopper.set(key, [...(byShopper.get(key) ?? []), dated]);
  }
  return ({ dated, at, earlierIssues, over }) => {
    const order = stateAt(dated, at);
    if (!order) return null;
    const others = (byShopper.get(dated.plan.shopper.key) ?? []).filter((one) => one !== dated);
    const before = others.filter(({ states }) => (states[0]?.at ?? Infinity) < Date.parse(order.placedAt));
    return {
      order,
      now: new Date(at),
      shop: { ...shop, usualHandling: habits.usualHandling(at) },
      habitOf: habits.habitOf(at),
      history: { earlierOrders: before.length, earlierIssues, over, near: nearOrders(order, { others, at }) },
      told: dated.plan.words.filter((word) => word.at <= at).map(told),
      said: [],
    };
  };
}

const told = ({ at, about }: Word): Seen["told"][number] => ({ at: new Date(at).toISOString(), about });

function nearOrders(order: MirroredOrder, { others, at }: { others: DatedOrder[]; at: number }): NearOrder[] {
  return others.flatMap((one) => {
    const state = stateAt(one, at);
    if (!state || Math.abs(Date.parse(state.placedAt) - Date.parse(order.placedAt)) > NEAR) return [];
    const { id, name, placedAt, cancelledAt, fulfillmentStatus, total, lines } = state;
    return [
      {
        ...{ id, name, placedAt, cancelledAt, fulfillmentStatus, total },
        lines: lines.map((line) => ({ key: lineKey(line), quantity: line.quantity })),
        samePlace: placeOf(state) === placeOf(order),
      },
    ];
  });
}

const placeOf = ({ shippingAddress }: MirroredOrder) =>
  shippingAddress
    ? [shippingAddress.name, shippingAddress.address1, shippingAddress.zip, shippingAddress.countryCode].join(
        "/",
      )
    : "";
