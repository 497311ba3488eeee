import { canDo, matterOf } from "#app/care/draft/feasible-options.ts";
import type { OrderSheet } from "#app/care/draft/facts/order-facts.ts";
import { saysNotReceived } from "#app/care/draft/options/ask-carrier.ts";
import { isLate } from "#app/care/draft/options/find-hold-up.ts";
import {
  asking,
  courtesy,
  naming,
  offering,
  promising,
  telling,
  type Part,
  type PlanContext,
  type Step,
} from "#app/care/draft/plan-step.ts";
import type { MessageKey } from "#app/care/draft/catalogue/catalogue.ts";

/** Where is it, and what happens next. */
export function aboutShipping(order: OrderSheet, context: PlanContext): Part {
  if (order.shipping === "delivered" && saysNotReceived(matterOf(context))) return missing(order, context);
  const next = nextStep(order, context);
  const named = nameIt(order, context);
  return {
    approach: "answer",
    // What was named as trouble is not told a second time.
    steps: [
      ...named,
      ...(named.length > 0 ? stateAfterNaming(order) : [...state(order), ...whatItMeans(order)]),
      ...tracking(order),
      ...next.steps,
    ],
    offers: next.offers,
  };
}

/** Where it is and where to follow it, without a next step: of an order that a message nobody could read may be about. */
export function whereItIs(order: OrderSheet): Step[] {
  return [...state(order), ...tracking(order)];
}

/** The short form, for a message about several orders at once. */
export function whereIsIt(order: OrderSheet): Step[] {
  return state(order);
}

const STATE: Record<OrderSheet["shipping"], MessageKey> = {
  cancelled: "state.cancelled",
  unfulfilled: "state.unfulfilled",
  on_hold: "state.on_hold",
  shipped: "state.shipped",
  label_made: "state.label_made",
  in_transit: "state.in_transit",
  overdue: "state.overdue",
  stalled: "state.stalled",
  out_for_delivery: "state.out_for_delivery",
  ready_for_pickup: "state.ready_for_pickup",
  failed_attempt: "state.failed_attempt",
  delivered: "state.delivered",
};

function state({ shipping, partial, ids, parcels }: OrderSheet): Step[] {
  const { carrier, city, lastAt, eta, placed, cancelledAt, deliveredAt } = ids;
  const steps: Step[] = [];
  if (parcels > 1 && shipping !== "cancelled")
    steps.push(
      telling(shipping === "delivered" ? "state.parcels_delivered" : "state.parcels", {
        with: { order: ids.name, parcels: ids.parcels },
      }),
    );
  const full = { order: ids.name, carrier, city, lastAt, eta, placed, cancelledAt, deliveredAt };
  const say = parcels > 1 && shipping === "in_transit" ? "state.parcel_in_transit" : STATE[shipping];
  steps.push(telling(say, { with: full, rests: [ids.lastStatus ?? ids.status] }));
  if (shipping === "in_transit")
    steps.push(telling("state.last_scan", { with: { lastAt, city }, rests: [ids.lastStatus] }));
  if ((shipping === "in_transit" || shipping === "shipped" || shipping === "label_made") && eta)
    steps.push(telling("state.eta", { with: { eta } }));
  if (partial && shipping !== "cancelled")
    steps.push(telling("state.partial", { with: {}, rests: [ids.status] }));
  return steps;
}

/** What "out for delivery" means, to who asks about a parcel that is. */
const whatItMeans = ({ shipping, ids }: OrderSheet): Step[] =>
  shipping === "out_for_delivery" ? [telling("state.on_the_vehicle", { rests: [ids.lastStatus] })] : [];

function stateAfterNaming({ shipping, ids, partial }: OrderSheet): Step[] {
  const steps =
    shipping === "overdue"
      ? [
          telling("state.last_scan", {
            with: { lastAt: ids.lastAt, city: ids.city },
            rests: [ids.lastStatus],
          }),
        ]
      : [];
  return partial ? [...steps, telling("state.partial", { rests: [ids.status] })] : steps;
}

export function tracking({ shipping, ids: { tracking: number, link, carrier } }: OrderSheet): Step[] {
  if (["cancelled", "unfulfilled", "on_hold"].includes(shipping)) return [];
  const filled = { tracking: number, link, carrier };
  // A parcel that arrived is not followed any more.
  if (link && shipping !== "delivered")
    return [telling(number ? "track.both" : "track.link", { with: filled })];
  return number ? [telling("track.number", { with: filled })] : [];
}

/**
 * Names what happened as it is for them, with the shop's apology where it is the one who is late: only where the record shows it, and
 * never to someone who is merely asking. Who had to write before is told that it is known.
 */
function nameIt(order: OrderSheet, context: PlanContext): Step[] {
  if (context.tone !== "upset" && !context.hints.warmer) return [];
  const named = trouble(order, context);
  const again = named.length > 0 && context.reading.claims.some(({ kind }) => kind === "repeated");
  return again ? [...named, naming("name.repeated", { rests: [order.ids.name] })] : named;
}

function trouble({ shipping, ids }: OrderSheet, { sheet, now }: PlanContext): Step[] {
  const { name: order, lastAt, city, carrier, eta, placed } = ids;
  if (shipping === "stalled")
    return [naming("name.stalled", { with: { order, lastAt, city }, rests: [ids.lastStatus] })];
  if (shipping === "overdue") return [naming("name.overdue", { with: { order, eta } })];
  if (shipping === "failed_attempt")
    return [naming("name.failed_attempt", { with: { order, carrier, lastAt }, rests: [ids.lastStatus] })];
  const waiting =
    (shipping === "unfulfilled" || shipping === "on_hold") && isLate(placed, { facts: sheet.facts, now });
  return waiting ? [naming("name.waiting", { with: { order, placed }, rests: [ids.status] })] : [];
}

function nextStep(order: OrderSheet, context: PlanContext): Pick<Part, "steps" | "offers"> {
  const { ids, shipping } = order;
  // A promise rests on the state, not on a past day: a day it cites is the day it is due.
  const cites = [ids.lastStatus ?? ids.status].filter((id) => id !== null);
  const nothing = { steps: [], offers: [] };
  if (shipping === "failed_attempt") return afterFailedAttempt(order, context);
  if (canDo("carrier_enquiry", order, context))
    return {
      steps: [promising("next.carrier_enquiry", { with: { carrier: ids.carrier }, rests: cites })],
      offers: ["carrier_enquiry"],
    };
  if (shipping === "delivered")
    return {
      ...nothing,
      steps: [promising("next.missing_enquiry", { with: { carrier: ids.carrier }, rests: cites })],
    };
  if (shipping !== "unfulfilled" && shipping !== "on_hold" && shipping !== "label_made") return nothing;
  if (canDo("check_hold_up", order, context))
    return {
      steps: [promising("next.check_hold_up", { with: { order: ids.name }, rests: cites })],
      offers: ["check_hold_up"],
    };
  return ids.tracking
    ? nothing
    : {
        ...nothing,
        steps: [
          promising("next.tracking_follows", { with: { order: ids.name }, rests: cites, optional: true }),
        ],
      };
}

/** The carrier is asked, and its page is where a new attempt shows first: what it says of the first one is only its own word. */
export function afterFailedAttempt(order: OrderSheet, context: PlanContext): Pick<Part, "steps" | "offers"> {
  const { ids } = order;
  const page = canDo("new_attempt", order, context);
  const troubled = context.tone === "upset" || context.matter === "delivery_problem" || !page;
  const enquiry = promising("next.failed_enquiry", {
    with: { carrier: ids.carrier },
    rests: [ids.lastStatus],
  });
  return {
    steps: [
      ...(page ? [offering("next.failed_attempt", { rests: [ids.link] })] : []),
      ...(troubled ? [enquiry] : []),
    ],
    offers: [
      ...(page ? (["new_attempt"] as const) : []),
      ...(troubled ? (["carrier_enquiry"] as const) : []),
    ],
  };
}

/** Marked delivered, and the shopper does not have it: say both, ask the carrier, and ask them to look where they did not yet. */
function missing({ ids }: OrderSheet, { tone, told }: PlanContext): Part {
  const { carrier, deliveredAt } = ids;
  const cites = [ids.lastStatus ?? ids.status].filter((id) => id !== null);
  const filled = { with: { order: ids.name, carrier, deliveredAt }, rests: [ids.lastStatus] };
  const named =
    tone === "upset"
      ? [naming("name.missing", filled)]
      : [
          { ...courtesy("name.missing_calm"), stage: "name" as const },
          { ...telling("state.delivered", filled), stage: "name" as const },
        ];
  return {
    approach: "answer",
    steps: [
      ...named,
      ...(told.looked ? [] : [asking("ask.look_around")]),
      promising("next.carrier_where", { with: { carrier }, rests: cites }),
    ],
    offers: ["carrier_enquiry"],
    ...(told.looked ? {} : { question: "ask.look_around" as const }),
  };
}
