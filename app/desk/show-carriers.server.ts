import { COVERED, ENOUGH } from "#app/care/detect/silence.ts";
import type { Tx } from "#app/db.server.ts";

/** How a carrier usually behaves on the way to one country; null: to all of them together, or too little is known. */
export type ShownCarrier = {
  /** As its name is mostly written. */
  carrier: string;
  country: string | null;
  parcels: number;
  /** The share of parcels of which it says anything, 0 to 1. */
  coverage: number;
  /** False of whom silence says nothing. */
  tracked: boolean;
  longestUsualGapMs: number | null;
  usualTransitMs: number | null;
};

/** More are not read. */
const MOST = 100;

/** What was learned of the shop's carriers, those of most parcels first, each before its countries. */
export async function showCarriers(tx: Tx, shopId: string): Promise<ShownCarrier[]> {
  const rows = await tx.carrierHabit.findMany({
    where: { shopId },
    orderBy: [{ parcels: "desc" }, { carrier: "asc" }, { country: "asc" }],
    take: MOST,
  });
  const rank = new Map(
    rows.filter(({ country }) => country === "").map(({ carrier }, nth) => [carrier, nth]),
  );
  const ranked = rows.toSorted(
    (one, other) => (rank.get(one.carrier) ?? MOST) - (rank.get(other.carrier) ?? MOST),
  );
  return ranked.map(({ name, carrier, country, parcels, reported, longestUsualGapMs, usualTransitMs }) => {
    const coverage = parcels === 0 ? 0 : reported / parcels;
    return {
      ...{ carrier: name || carrier, country: country || null, parcels, coverage },
      tracked: parcels < ENOUGH || coverage >= COVERED,
      longestUsualGapMs: longestUsualGapMs === null ? null : Number(longestUsualGapMs),
      usualTransitMs: usualTransitMs === null ? null : Number(usualTransitMs),
    };
  });
}
