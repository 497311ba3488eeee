import { drawFrom, type Drawn } from "#app/care/draft/facts/draw-fact.ts";
import { plainName } from "#app/care/draft/facts/plain-words.ts";
import type { Format } from "#app/care/draft/format-value.ts";
import type { Situation } from "#app/care/draft/order-situation.ts";

const NUMBER = /^[\p{L}\p{N}][\p{L}\p{N} .-]{3,39}$/u;
/** Words are no number, however they are written. */
const isNumber = (text: string) => NUMBER.test(text) && /\d.*\d/u.test(text) && plainName(text).text !== null;
const LINK = /^https?:\/\/[^\s<>"]+$/u;

/**
 * Shopify's list adds to a carrier's name: the language of the page that its link leads to ("Yamato (EN)"), or how it is called for
 * short ("Correios de Portugal (CTT)"). Sentences put the name into brackets of their own.
 */
const ADDED = / \([^()]*\)$/u;
const carrierName = (company: string | null | undefined) => company?.trim().replace(ADDED, "");

/** Where the parcel is, as its carrier said. */
export function parcelFacts({ parcel, lastEvent }: Situation, format: Format): Drawn[] {
  if (!parcel) return [];
  const { plain, date, relative } = drawFrom({ entity: "fulfillment", id: parcel.id }, format);
  const number = parcel.trackingNumber?.trim() ?? "";
  const link = parcel.trackingUrl ?? "";
  const delivered = parcel.deliveredAt ?? (lastEvent?.status === "delivered" ? lastEvent.at : null);
  const arrival = parcel.deliveredAt ? "deliveredAt" : "events";
  return [
    plain(
      { key: "carrier", label: "Carrier", field: "trackingCompany" },
      "name",
      plainName(carrierName(parcel.trackingCompany)).text,
    ),
    plain(
      { key: "tracking", label: "Tracking number", field: "trackingNumber" },
      "tracking",
      isNumber(number) ? number : null,
    ),
    plain(
      { key: "link", label: "Tracking page", field: "trackingUrl" },
      "link",
      LINK.test(link) ? link : null,
    ),
    date(
      { key: "eta", label: "Expected by the carrier", field: "estimatedDeliveryAt" },
      parcel.estimatedDeliveryAt,
    ),
    relative(
      { key: "etaIn", label: "Expected, from today", field: "estimatedDeliveryAt" },
      parcel.estimatedDeliveryAt,
    ),
    date({ key: "deliveredAt", label: "Delivered", field: arrival }, delivered),
    relative({ key: "deliveredAgo", label: "Delivered, from today", field: arrival }, delivered),
    plain({ key: "lastStatus", label: "Last scan", field: "events" }, "status", lastEvent?.status),
    date({ key: "lastAt", label: "Time of the last scan", field: "events" }, lastEvent?.at),
    relative({ key: "lastAgo", label: "Last scan, from today", field: "events" }, lastEvent?.at),
    plain(
      { key: "city", label: "Place of the last scan", field: "events" },
      "name",
      plainName(lastEvent?.city).text,
    ),
  ].flat();
}
