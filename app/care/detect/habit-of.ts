import { carrierKey } from "#app/care/detect/carrier-key.ts";
import type { Habit, Seen } from "#app/care/detect/issue.ts";
import { countryCode } from "#app/care/detect/place.ts";

/** What is kept of one carrier on the way to one country; country '' stands for all. */
export type HabitRow = {
  carrier: string;
  country: string;
  parcels: number;
  reported: number;
  longestUsualGap: number | null;
  usualTransit: number | null;
};

/** How a carrier usually behaves on the way to a country: where too little is known of that way, as it does everywhere. */
export function habitsFrom(rows: readonly HabitRow[]): Seen["habitOf"] {
  const byKey = new Map(rows.map((row) => [`${row.carrier}|${row.country}`, row]));
  return (carrier, country) => {
    const name = carrierKey(carrier);
    const everywhere = byKey.get(`${name}|`);
    const there = byKey.get(`${name}|${countryCode(country) ?? ""}`) ?? everywhere;
    if (!there || !everywhere) return null;
    return {
      // Of all ways: where a parcel of which nothing was ever said went to, no record tells.
      parcels: everywhere.parcels,
      coverage: everywhere.parcels === 0 ? 0 : everywhere.reported / everywhere.parcels,
      longestUsualGap: there.longestUsualGap ?? everywhere.longestUsualGap,
      usualTransit: there.usualTransit ?? everywhere.usualTransit,
    } satisfies Habit;
  };
}
