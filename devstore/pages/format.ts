import { decimalsOf } from "../money.ts";
import type { Customer, Order } from "../state/model.ts";
import { fulfillmentStatus } from "../state/order-totals.ts";
import { html, type Html } from "./html.ts";

/** Minor units → `€12.30`. */
export function money(minor: number, currency: string, locale = "en"): string {
  return new Intl.NumberFormat(locale, { style: "currency", currency }).format(
    minor / 10 ** decimalsOf(currency),
  );
}

/** A time in the shop's own time zone; the machine-readable one stays UTC. */
export function time(iso: string, timeZone: string): Html {
  const text = new Intl.DateTimeFormat("en", { dateStyle: "medium", timeStyle: "short", timeZone }).format(
    new Date(iso),
  );
  return html`<time datetime="${iso}">${text}</time>`;
}

export function customerName(customer: Customer | undefined): string {
  return customer ? `${customer.firstName} ${customer.lastName}`.trim() : "No customer";
}

/** `IN_TRANSIT`, `in_transit` → `In transit` */
export function words(code: string): string {
  const text = code.replaceAll("_", " ").toLowerCase();
  return text.charAt(0).toUpperCase() + text.slice(1);
}

export function statusBadges(order: Order): Html {
  const shipped = fulfillmentStatus(order);
  return html`<span class="badge ${order.financialStatus === "PAID" ? "" : "badge--caution"}"
      >${words(order.financialStatus)}</span
    >
    <span class="badge ${shipped === "fulfilled" ? "badge--good" : "badge--caution"}"
      >${shipped === null ? "Unfulfilled" : shipped === "partial" ? "Partially fulfilled" : "Fulfilled"}</span
    >
    ${order.cancelledAt ? html`<span class="badge badge--critical">Cancelled</span>` : ""}`;
}

/** Where the newest parcel is, in the carrier's last word. */
export function parcelStatus(order: Order): string {
  const last = order.fulfillments.at(-1);
  if (!last) return "";
  return words(last.events.at(-1)?.status ?? last.shipmentStatus ?? "shipped");
}
