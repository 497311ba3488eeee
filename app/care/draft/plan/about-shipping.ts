import type { OrderSheet } from "#app/care/draft/facts/order-facts.ts";
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
import { days } from "#app/lib/duration.ts";
import type { MessageKey } from "#app/care/draft/catalogue/catalogue.ts";

/** An order that has not left after this long is a delay the shop can name as its own. */
const LATE_TO_SHIP = days(5);

/** Where is it, and what happens next. */
export function aboutShipping(order: OrderSheet, context: PlanContext): Part {
  if (order.shipping === "delivered" && saysNotReceived(context)) return missing(order, context);
  const next = nextStep(order, context);
  const named = nameIt(order, context);
  return {
    approach: "answer",
    // What was named as trouble is not told a second time.
    steps: [
      ...named,
      ...(named.length > 0 ? stateAfterNaming(order) : state(order)),
      ...tracking(order),
      ...next.steps,
    ],
    options: next.options,
  };
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

function tracking({ shipping, ids: { tracking: number, link, carrier } }: OrderSheet): Step[] {
  if (["cancelled", "unfulfilled", "on_hold"].includes(shipping)) return [];
  const filled = { tracking: number, link, carrier };
  // A parcel that arrived is not followed any more.
  if (link && shipping !== "delivered")
    return [telling(number ? "track.both" : "track.link", { with: filled })];
  return number ? [telling("track.number", { with: filled })] : [];
}

/** Names what happened as it is for them: only where the record shows it, and never to someone who is merely asking. */
function nameIt({ shipping, ids }: OrderSheet, { tone, hints, sheet, now }: PlanContext): Step[] {
  if (tone !== "upset" && !hints.warmer) return [];
  const { name: order, lastAt, city, carrier, eta, placed } = ids;
  if (shipping === "stalled")
    return [
      naming("name.stalled", { with: { order, lastAt, city }, rests: [ids.lastStatus] }),
      sorry("apology.delay", lastAt),
    ];
  if (shipping === "overdue")
    return [naming("name.overdue", { with: { order, eta } }), sorry("apology.delay", eta)];
  if (shipping === "failed_attempt")
    return [naming("name.failed_attempt", { with: { order, carrier, lastAt }, rests: [ids.lastStatus] })];
  const waiting = (shipping === "unfulfilled" || shipping === "on_hold") && isLate(placed, { sheet, now });
  return waiting
    ? [
        naming("name.waiting", { with: { order, placed }, rests: [ids.status] }),
        sorry("apology.delay", placed),
      ]
    : [];
}

const sorry = (say: MessageKey, rests: string | null) => naming(say, { rests: [rests] });

function nextStep({ ids, shipping }: OrderSheet, context: PlanContext): Pick<Part, "steps" | "options"> {
  // A promise rests on the state, not on a past day: a day it cites is the day it is due.
  const cites = [ids.lastStatus ?? ids.status].filter((id) => id !== null);
  const nothing = { steps: [], options: [] };
  if (shipping === "failed_attempt" && ids.link)
    return { ...nothing, steps: [offering("next.failed_attempt", { rests: [ids.link] })] };
  if (shipping === "stalled" || shipping === "overdue" || shipping === "failed_attempt")
    return {
      steps: [promising("next.carrier_enquiry", { with: { carrier: ids.carrier }, rests: cites })],
      options: [{ id: "carrier_enquiry", label: "Ask the carrier where the parcel is", cites }],
    };
  if (shipping === "delivered")
    return {
      ...nothing,
      steps: [promising("next.missing_enquiry", { with: { carrier: ids.carrier }, rests: cites })],
    };
  if (shipping !== "unfulfilled" && shipping !== "on_hold" && shipping !== "label_made") return nothing;
  if (isLate(ids.placed, context))
    return {
      steps: [promising("next.check_hold_up", { rests: cites })],
      options: [{ id: "check_hold_up", label: "Find out what is holding the order up", cites }],
    };
  return ids.tracking
    ? nothing
    : { ...nothing, steps: [promising("next.tracking_follows", { rests: cites, optional: true })] };
}

/** Marked delivered, and the shopper does not have it: say both, ask one thing, name the way on. */
function missing({ ids }: OrderSheet, { tone }: PlanContext): Part {
  const { carrier, deliveredAt } = ids;
  const cites = [ids.lastStatus ?? ids.status].filter((id) => id !== null);
  const filled = { with: { order: ids.name, carrier, deliveredAt }, rests: [ids.lastStatus] };
  const told =
    tone === "upset"
      ? [naming("name.missing", filled)]
      : [
          { ...courtesy("name.missing_calm"), stage: "name" as const },
          { ...telling("state.delivered", filled), stage: "name" as const },
        ];
  return {
    approach: "ask",
    steps: [
      ...told,
      asking("ask.look_around"),
      promising("next.missing_enquiry", { with: { carrier }, rests: cites }),
    ],
    options: [{ id: "carrier_enquiry", label: "Ask the carrier for proof of delivery", cites }],
    question: "ask.look_around",
  };
}

/** In so many words, or by having trouble with a delivery that the record calls done. */
function saysNotReceived({ reading: { claims, intent } }: PlanContext): boolean {
  if (claims.some(({ kind }) => kind === "not_received" || kind === "marked_delivered")) return true;
  return intent === "delivery_problem" && !claims.some(({ kind }) => kind === "received");
}

/** `placed` is a fact id; its raw value is the shop's local day. */
function isLate(placed: string | null, { sheet, now }: Pick<PlanContext, "sheet" | "now">): boolean {
  const day = sheet.facts.find(({ id }) => id === placed)?.raw;
  return day !== undefined && now.getTime() - Date.parse(day) >= LATE_TO_SHIP;
}
