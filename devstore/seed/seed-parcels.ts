import { parcelOf, recordEvent, recordFulfillment, remainingLines } from "../changes/fulfillment-record.ts";
import type { Fulfillment } from "../state/model.ts";
import { seconds } from "../time.ts";
import { carrierFor, eventMessages } from "./carriers.ts";
import type { Scene } from "./seed-orders.ts";
import type { Story } from "./stories.ts";

const HOUR = 60 * 60 * 1000;
const DAY = 24 * HOUR;

/** Hours after dispatch at which each event happens; the place is an index into the carrier's places, or the door. */
export type Travel = {
  events: { status: string; after: number; place: number | "door" }[];
  promisedDays: number;
  /** Ship only the first line, or each half in its own parcel. */
  parcels: "one" | "first_line" | "two";
  /** Hours before now at which the last event happened, for parcels still under way. */
  lastEventAgo?: number;
};

const START = [
  { status: "confirmed", after: 1, place: 0 as const },
  { status: "carrier_picked_up", after: 6, place: 0 as const },
  { status: "in_transit", after: 20, place: 1 as const },
];
const OUT = { status: "out_for_delivery", after: 92, place: "door" as const };
const DELIVERED = { status: "delivered", after: 97, place: "door" as const };

function delivered(parcels: Travel["parcels"] = "one"): Travel {
  return { events: [...START, OUT, DELIVERED], promisedDays: 5, parcels };
}

function underWay(events: Travel["events"], lastEventAgo: number, promisedDays = 6): Travel {
  return { events: [...START, ...events], promisedDays, parcels: "one", lastEventAgo };
}

/** How the parcel of a story travelled. */
export function travelOf(story: Story): Travel {
  switch (story) {
    case "delivered_late":
    case "gift_missed":
      return {
        events: [
          ...START,
          { status: "delayed", after: 90, place: 1 },
          { ...OUT, after: 212 },
          { ...DELIVERED, after: 218 },
        ],
        promisedDays: 4,
        parcels: "one",
      };
    case "in_transit":
      return underWay([], 9, 9);
    case "out_for_delivery":
      return underWay([OUT], 3);
    case "stalled":
      return underWay([], 9 * 24);
    case "delayed":
      return underWay([{ status: "delayed", after: 140, place: 1 }], 3 * 24);
    case "attempted":
      return underWay([OUT, { status: "attempted_delivery", after: 98, place: "door" }], 26);
    case "pickup":
      return underWay([OUT, { status: "ready_for_pickup", after: 99, place: "door" }], 50);
    case "failed":
      return { ...underWay([OUT, { status: "failure", after: 100, place: "door" }], 30 * 24) };
    case "partly_shipped":
      return { ...delivered("first_line") };
    case "split":
      return delivered("two");
    case "delivered":
    case "unfulfilled":
    case "on_hold":
    case "cancelled":
    case "partly_refunded":
    case "refunded":
    case "returned":
    case "return_requested":
    case "disputed":
      return delivered();
  }
}

/** Ships the scene's order and lets the carrier report. */
export function shipStory(scene: Scene, travel: Travel): void {
  const { order, shop, random } = scene;
  const shippedAt = scene.placedAt + random.integer(4, 26) * HOUR;
  const groups = parcelGroups(scene, travel.parcels);
  for (const [index, lines] of groups.entries()) {
    const carrier = carrierFor(order.shippingAddress?.countryCode ?? "DE");
    const at = Math.min(shippedAt + index * DAY, scene.now.getTime());
    const fulfillment = recordFulfillment(shop, order, {
      lines,
      parcel: parcelOf(carrier, carrier.number(random)),
      estimatedDeliveryAt: seconds(new Date(at + travel.promisedDays * DAY)),
      at: seconds(new Date(at)),
    });
    travelEvents(scene, fulfillment, { travel, shippedAt: at });
    order.updatedAt = fulfillment.updatedAt;
  }
  if (
    order.fulfillments.every((one) => one.deliveredAt) &&
    groups.length > 0 &&
    travel.parcels !== "first_line"
  ) {
    order.closedAt = order.updatedAt;
  }
}

function parcelGroups(scene: Scene, parcels: Travel["parcels"]): { lineId: string; quantity: number }[][] {
  const all = remainingLines(scene.order);
  if (parcels === "one") return [all];
  return parcels === "first_line" ? [all.slice(0, 1)] : [all.slice(0, 1), all.slice(1)];
}

function travelEvents(
  scene: Scene,
  fulfillment: Fulfillment,
  input: { travel: Travel; shippedAt: number },
): void {
  const { travel, shippedAt } = input;
  const carrier = carrierFor(scene.order.shippingAddress?.countryCode ?? "DE");
  const last = travel.events.at(-1)?.after ?? 1;
  const end =
    travel.lastEventAgo === undefined
      ? shippedAt + last * HOUR
      : scene.now.getTime() - travel.lastEventAgo * HOUR;
  const stretch = Math.max(0.05, (Math.min(end, scene.now.getTime()) - shippedAt) / (last * HOUR));
  for (const event of travel.events) {
    const happenedAt = seconds(new Date(shippedAt + event.after * HOUR * stretch));
    const place = event.place === "door" ? door(scene) : carrierPlace(carrier.places[event.place]);
    recordEvent(scene.shop, fulfillment, {
      status: event.status,
      message: eventMessages[event.status] ?? null,
      happenedAt,
      place,
      at: happenedAt,
    });
  }
}

function carrierPlace(place: [string, string] | undefined) {
  return { city: place?.[0] ?? null, country: place?.[1] ?? null };
}

function door({ order }: Scene) {
  const address = order.shippingAddress;
  return {
    city: address?.city ?? null,
    province: address?.province ?? null,
    country: address?.countryCode ?? null,
    zip: address?.zip ?? null,
  };
}
