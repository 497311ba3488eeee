import type { MessageKey } from "#app/care/draft/catalogue/catalogue.ts";
import { happened, OVER, sorry, type Telling, type Told } from "#app/care/draft/plan/issue-steps.ts";
import { afterFailedAttempt, tracking } from "#app/care/draft/plan/about-shipping.ts";
import { asking, promising, telling, type Step } from "#app/care/draft/plan-step.ts";

/** The first word on parcels under way. Null where the record does not bear it out any more. */

export function notPickedUp({ issue, order, context }: Telling): Told | null {
  const { ids, parcel } = order;
  if (!parcel || issue.movedOn || OVER.has(order.shipping)) return null;
  const says = ids.lastStatus ?? ids.status;
  const about = { order: ids.name, carrier: ids.carrier, shippedOn: issue.ids.shippedOn };
  const named = happened("issue.not_picked_up.first", about, [says]);
  const does = promising("issue.do.find_parcel", { rests: [says] });
  return {
    steps: [named, ...sorry("issue.sorry.wait", named, context), does],
    offers: ["carrier_enquiry"],
  };
}

export function stalled({ issue, order, context }: Telling): Told | null {
  const { name, carrier, lastAt, city, lastStatus } = order.ids;
  if (!lastAt || issue.movedOn || OVER.has(order.shipping)) return null;
  const named = happened("issue.stalled.first", { order: name, carrier, lastAt, city }, [lastStatus]);
  return enquired(named, { order, context });
}

export function pastEstimate({ issue, order, context }: Telling): Told | null {
  const { name, lastAt, city, lastStatus } = order.ids;
  const eta = order.ids.eta ?? issue.ids.eta;
  // The carrier may have named another day since.
  if (!eta || !issue.missed || OVER.has(order.shipping)) return null;
  const named = happened("issue.past_estimate.first", { order: name, eta }, [lastStatus]);
  const scan = lastAt ? [telling("state.last_scan", { with: { lastAt, city }, rests: [lastStatus] })] : [];
  return enquired(named, { order, context }, scan);
}

function enquired(named: Step, { order, context }: Omit<Telling, "issue">, more: Step[] = []): Told {
  const { carrier, lastStatus, status } = order.ids;
  const does = promising("next.carrier_enquiry", { with: { carrier }, rests: [lastStatus ?? status] });
  return {
    steps: [named, ...sorry("issue.sorry.wait", named, context), ...more, ...tracking(order), does],
    offers: ["carrier_enquiry"],
  };
}

export function deliveryFailed(given: Telling): Told | null {
  const { issue, order, context } = given;
  const { name, carrier, lastAt, lastStatus } = order.ids;
  if (issue.movedOn || OVER.has(order.shipping)) return null;
  // Carriers have other words for it than the record's own: those say that something is wrong, and not what.
  if (order.shipping !== "failed_attempt" || !lastAt) return troubled("issue.carrier_exception.first", given);
  const named = happened("issue.delivery_failed.first", { order: name, carrier, lastAt }, [lastStatus]);
  // The carrier is asked whatever is expected to be felt.
  const next = afterFailedAttempt(order, { ...context, tone: "upset" });
  return {
    steps: [named, ...sorry("issue.sorry.trouble", named, context), ...tracking(order), ...next.steps],
    offers: next.offers,
  };
}

const EXCEPTIONS: Partial<Record<string, MessageKey>> = {
  lost: "issue.carrier_exception.lost",
  damaged: "issue.carrier_exception.damaged",
  returned: "issue.carrier_exception.returned",
};

export function carrierException(given: Telling): Told | null {
  if (OVER.has(given.order.shipping)) return null;
  const key = EXCEPTIONS[given.issue.raw.exception ?? ""] ?? "issue.carrier_exception.first";
  return troubled(key, given);
}

function troubled(key: MessageKey, { issue, order, context }: Telling): Told {
  const { name, carrier, lastStatus, status } = order.ids;
  const { exception, exceptionAt } = issue.ids;
  const says = exception ?? lastStatus ?? status;
  const named = happened(key, { order: name, carrier, lastAt: exceptionAt }, [says]);
  const does = promising("issue.do.go_on", { with: { carrier }, rests: [says] });
  return {
    steps: [named, ...sorry("issue.sorry.trouble", named, context), ...tracking(order), does],
    offers: ["carrier_enquiry"],
  };
}

/** What the record shows may well be right: they are asked, and nothing is claimed. */
export function deliveredOddly({ order }: Telling): Told | null {
  const { name, carrier, deliveredAt, lastStatus, status } = order.ids;
  if (order.shipping !== "delivered" || !deliveredAt) return null;
  const question = "issue.ask.reached";
  return {
    steps: [
      happened("issue.delivered_oddly.first", { order: name, carrier, deliveredAt }, [lastStatus]),
      asking(question),
      promising("next.missing_enquiry", { with: { carrier }, rests: [lastStatus ?? status] }),
    ],
    offers: [],
    question,
  };
}
