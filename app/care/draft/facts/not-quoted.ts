import { plainName, plainTitle, type Plain } from "#app/care/draft/facts/plain-words.ts";
import type { DraftOrder } from "#app/care/draft/order-situation.ts";

/** What only looks wrong to a machine: it is left out of a reply, and nobody needs to look at it. */
const HARMLESS: ReadonlySet<Plain["why"]> = new Set([null, "empty", "long"]);

/** What of an order is not repeated in a reply because it reads like a message to somebody, in words for the reviewer. */
export function notQuoted(order: DraftOrder): { code: string; what: string }[] {
  const parcels = order.fulfillments;
  const found = [
    { code: "item", what: "the title of an item", words: order.lines.map(({ title }) => plainTitle(title)) },
    {
      code: "carrier",
      what: "the name of a carrier",
      words: parcels.map((parcel) => plainName(parcel.trackingCompany)),
    },
    {
      code: "place",
      what: "the place of a scan",
      words: parcels.flatMap(({ events }) => events.map(({ city }) => plainName(city))),
    },
  ];
  return found.flatMap(({ code, what, words }) =>
    words.every(({ why }) => HARMLESS.has(why)) ? [] : [{ code, what }],
  );
}
