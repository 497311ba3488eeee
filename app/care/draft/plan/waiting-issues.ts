import {
  happened,
  orCancel,
  OVER,
  parcelState,
  sorry,
  WAITS,
  type Telling,
  type Told,
} from "#app/care/draft/plan/issue-steps.ts";
import { tracking } from "#app/care/draft/plan/about-shipping.ts";
import { promising, type Step } from "#app/care/draft/plan-step.ts";

/** The first word on orders that are waited for. Null where the record does not bear it out any more. */

export function unfulfilled({ issue, order, context }: Telling): Told | null {
  const { name, placed, status } = order.ids;
  if (!WAITS.has(order.shipping)) return null;
  const named = happened("issue.unfulfilled.first", { order: name, placed, shipBy: issue.ids.shipBy }, [
    status,
  ]);
  return waited(named, promising("next.check_hold_up", { with: { order: name }, rests: [status] }), {
    order,
    context,
  });
}

export function preorderSlipped({ issue, order, context }: Telling): Told | null {
  const { name, status } = order.ids;
  if (!WAITS.has(order.shipping) && !order.partial) return null;
  const named = happened("issue.preorder_slipped.first", { order: name, shipOn: issue.ids.shipOn }, [status]);
  return waited(named, promising("issue.do.new_day", { rests: [status] }), { order, context });
}

function waited(named: Step, does: Step, { order, context }: Omit<Telling, "issue">): Told {
  const choice = orCancel(order, context);
  return {
    steps: [named, ...sorry("issue.sorry.wait", named, context), does, ...choice.steps],
    offers: ["check_hold_up"],
    choices: choice.choices,
  };
}

export function partlyShipped({ order }: Telling): Told | null {
  const { name, status } = order.ids;
  if (!order.partial) return null;
  return {
    steps: [
      happened("issue.partly_shipped.first", { order: name }, [status]),
      ...parcelState(order).filter(({ say }) => !SAID_OF_THE_WHOLE.has(say)),
      ...tracking(order),
      promising("issue.do.rest", { rests: [status] }),
    ],
    offers: [],
  };
}

/** What leads over to a state, or says again what was named. */
const SAID_OF_THE_WHOLE: ReadonlySet<string> = new Set([
  "state.in_transit",
  "state.parcel_in_transit",
  "state.partial",
]);

export function neededByAtRisk({ issue, order, context }: Telling): Told | null {
  const { ids, shipping } = order;
  const { neededBy } = issue.ids;
  if (!neededBy || OVER.has(shipping)) return null;
  const says = ids.lastStatus ?? ids.status;
  const key = issue.missed ? "issue.needed_by_at_risk.missed" : "issue.needed_by_at_risk.first";
  const named = happened(key, { order: ids.name, neededBy }, [says]);
  const waits = WAITS.has(shipping);
  const choice = orCancel(order, context);
  const late = waits ? "next.check_hold_up" : "issue.do.find_parcel";
  return {
    steps: [
      named,
      ...sorry(issue.missed ? "issue.sorry.wait" : "issue.sorry.trouble", named, context),
      ...(waits ? [] : [...parcelState(order), ...tracking(order)]),
      promising(issue.missed ? late : "issue.do.in_time", { with: { order: ids.name }, rests: [says] }),
      ...choice.steps,
    ],
    offers: [waits ? "check_hold_up" : "carrier_enquiry"],
    choices: choice.choices,
  };
}
