import type { Fact } from "#app/care/draft/draft.ts";
import { daysFromToday, formatRelative } from "#app/care/draft/format-relative.ts";
import { formatDate, formatMoney, localDay, rawMoney, type Format } from "#app/care/draft/format-value.ts";
import type { Money } from "#app/mirror/order.ts";

export const orderFactKeys = [
  "name",
  "label",
  "placed",
  "placedAgo",
  "total",
  "items",
  "status",
  "cancelledAt",
  "parcels",
  "carrier",
  "tracking",
  "link",
  "eta",
  "etaIn",
  "deliveredAt",
  "deliveredAgo",
  "lastStatus",
  "lastAt",
  "lastAgo",
  "city",
  "refundAmount",
  "refundAt",
  "refundAgo",
  "refundState",
  "returnStatus",
  "disputeStatus",
  "warehouse",
] as const;
export type OrderFactKey = (typeof orderFactKeys)[number];

/** A fact of an order before its time and proof level are known. */
export type Drawn = Pick<Fact, "label" | "value" | "kind" | "raw" | "source" | "on"> & { key: OrderFactKey };

type About = { key: OrderFactKey; label: string; field: string };

/** Draws facts from one record; a field without a value gives none. */
export function drawFrom(record: { entity: string; id: string }, format: Format) {
  const drawn = (
    { field, ...about }: About,
    value: Pick<Drawn, "value" | "kind" | "raw" | "on">,
  ): Drawn[] => [{ ...about, ...value, source: { ...record, field } }];
  return {
    plain: (about: About, kind: Fact["kind"], value: string | null | undefined) =>
      value ? drawn(about, { value, kind, raw: value }) : [],
    date: (about: About, iso: string | null | undefined) =>
      iso
        ? drawn(about, { value: formatDate(iso, format), kind: "date", raw: localDay(iso, format.timeZone) })
        : [],
    /** Whole days from today, true on the day it is drawn: "5 days ago", "tomorrow". */
    relative: (about: About, iso: string | null | undefined) => {
      if (!iso) return [];
      const away = daysFromToday(iso, format);
      const on = localDay(format.now.toISOString(), format.timeZone);
      const value = formatRelative(away, format.locale);
      return drawn(about, { value, kind: "number", raw: String(Math.abs(away)), on });
    },
    money: (about: About, money: Money | null | undefined) =>
      money
        ? drawn(about, { value: formatMoney(money, format.locale), kind: "money", raw: rawMoney(money) })
        : [],
  };
}
