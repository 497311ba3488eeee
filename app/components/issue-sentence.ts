import type { Evidence, IssueKind } from "#app/care/detect/issue.ts";
import { evidenceValue } from "./evidence-value.ts";
import { issueKindLabel } from "./issue-labels.ts";
import { zonedDay } from "./zoned-time.ts";

type Zone = string | null;
/** What the evidence says under a key, as people read it; `day` without the hour. */
type Says = { of: (key: string) => string; day: (key: string) => string; raw: (key: string) => string };

const ADDRESS_FAULTS: Record<string, string> = {
  no_street: "it has no street",
  not_an_address: "what it says is no address",
  no_city: "it has no city",
  no_postal_code: "it has no postal code",
  postal_code_unlike_country: "its postal code is not one of its country",
  no_house_number: "it has no house number",
  held_as_incorrect: "Shopify holds it as incorrect",
  post_box: "it is a post box, which the carrier does not serve",
};

const EXCEPTIONS: Record<string, string> = {
  failure: "that it cannot deliver the parcel",
  lost: "the parcel lost",
  damaged: "the parcel damaged",
  returned: "the parcel on its way back to you",
};

const ODD: Record<string, string> = {
  other_country: "in another country than the order goes to",
  other_city: "in another place than the order goes to",
  before_it_left: "before it had left",
  too_soon: "sooner than it can have arrived",
};

/** " in Leipzig" */
const inPlace = (place: string) => (place ? ` in ${place}` : "");
/** " on Thu, Nov 12, 2026" */
const onDay = (day: string) => (day ? ` on ${day}` : "");
const carrierOr = ({ of }: Says) => of("carrier") || "The carrier";

const SENTENCES: Record<IssueKind, (says: Says) => string> = {
  unfulfilled: ({ day }) =>
    `Placed${onDay(day("placed"))} and not shipped; it should have left by ${day("shipBy") || "now"}.`,
  preorder_slipped: ({ day }) =>
    day("fulfillAt")
      ? `It was to ship on ${day("fulfillAt")} and has not.`
      : "The day on which it was to ship is over, and it has not.",
  not_picked_up: (says) =>
    `The label was made${onDay(says.day("shippedAt"))}; ${says.of("carrier") || "the carrier"} has not scanned the parcel since.`,
  stalled: (says) =>
    `${carrierOr(says)} has said nothing since ${says.of("lastAt") || "a while"}${says.of("city") ? `, when it was${inPlace(says.of("city"))}` : ""}.`,
  past_estimate: (says) => `${carrierOr(says)} expected to deliver it${onDay(says.day("eta"))}, and has not.`,
  delivery_failed: (says) =>
    `${carrierOr(says)} tried to deliver it${onDay(says.day("lastAt"))}${inPlace(says.of("city"))} and could not.`,
  carrier_exception: (says) =>
    `${carrierOr(says)} reports ${EXCEPTIONS[says.raw("exception")] ?? "a problem"}${onDay(says.day("lastAt"))}${inPlace(says.of("city"))}.`,
  delivered_oddly: (says) =>
    `Reported as delivered${onDay(says.day("deliveredAt"))}, ${ODD[says.raw("odd")] ?? "in a way that does not add up"}${says.of("city") ? ` (${says.of("city")})` : ""}.`,
  partly_shipped: ({ of, day }) =>
    `${of("parcels") === "1" ? "One parcel" : "A part"} left; the rest should have by ${day("shipBy") || "now"}, and nobody told the shopper.`,
  cancelled_unsaid: ({ of, day }) => {
    if (day("cancelledAt")) return `Cancelled on ${day("cancelledAt")}, and nobody told the shopper.`;
    if (of("refundAmount"))
      return `${of("refundAmount")} paid back${onDay(day("refundAt"))}, and nobody told the shopper why.`;
    return `Taken out of the order: ${of("removed") || "an item"}. Nobody told the shopper.`;
  },
  refund_not_executed: ({ of, day }) =>
    of("refundAmount")
      ? `A refund of ${of("refundAmount")} was made${onDay(day("refundAt"))} and has not gone through.`
      : `Cancelled${onDay(day("cancelledAt"))}, and nothing of the ${of("total") || "money"} was paid back.`,
  payment_pending: ({ of, day }) =>
    `Placed${onDay(day("placed"))}; the payment is ${(of("payment") || "not there").toLowerCase()}.`,
  bad_address: ({ raw }) =>
    `It cannot be delivered to the address: ${ADDRESS_FAULTS[raw("addressFault")] ?? "something in it is wrong"}.`,
  placed_twice: ({ of }) =>
    `The same items to the same place as ${of("other") || "another order"}, within a day.`,
  needed_by_at_risk: ({ day, of }) =>
    `Needed by ${day("neededBy") || "a certain day"}; ${of("shippedAt") ? "it will hardly be there by then" : "it has not left"}.`,
  return_unsettled: ({ day }) =>
    `The return was completed${onDay(day("closedAt"))}; nothing was paid back or sent instead.`,
};

/** What is wrong in one sentence, with what its evidence says; the kind's own words where it says nothing. */
export function issueSentence(
  { kind, orderId, evidence }: { kind: IssueKind; orderId: string; evidence: readonly Evidence[] },
  zone: Zone,
): string {
  if (evidence.length === 0) return `${issueKindLabel(kind)}.`;
  const find = (key: string) => evidence.filter((one) => keyOf(one, orderId) === key);
  return SENTENCES[kind]({
    raw: (key) => find(key)[0]?.value ?? "",
    of: (key) =>
      find(key)
        .map((one) => evidenceValue(one, zone))
        .join(", "),
    day: (key) => {
      const [one] = find(key);
      if (!one) return "";
      return one.value.length > 10 && !Number.isNaN(Date.parse(one.value))
        ? zonedDay(one.value, zone)
        : evidenceValue(one, zone);
    },
  });
}

/** `fulfillment:12:lastAt` → `lastAt`; `order:1:removed:7` → `removed`; another order's name → `other`. */
function keyOf({ id }: Evidence, orderId: string): string {
  const [entity, of, key = ""] = id.split(":");
  return entity === "order" && of !== orderId && key === "name" ? "other" : key;
}
