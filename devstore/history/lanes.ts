import type { CarrierKey } from "../seed/carriers.ts";
import type { Random } from "../seed/random.ts";
import { weighted } from "./chance.ts";

/**
 * A carrier's way to a country. Nothing here was measured at a carrier: the times are what such services are commonly said to
 * take, written before any detector read them.
 */
export type Lane = {
  carrier: CarrierKey;
  country: string;
  /**
   * What the carrier lets the shop know: every scan; only that a parcel arrived; scans of some parcels and nothing of the others;
   * nothing ever.
   */
  speaks: "all" | "arrival" | "some" | "nothing";
  /** Sorting places after Hamburg, with the hours that pass before the parcel is seen there. */
  legs: { city: string; country: string; hours: number }[];
  /** From the last sorting place to the van. */
  lastHours: number;
  /** In hours: no parcel that is well is silent for longer, weekends and holidays included. */
  silence: number;
  /** The share of parcels for which the carrier names a day. */
  dated: number;
};

/** Of parcels on a lane that says everything, those of which a carrier says nothing all the same: a number that was mistyped. */
export const MUTE_SHARE = 0.005;
/** Of parcels on a lane that reports some. */
export const SOME_SHARE = 0.4;

const hamburg = (hours: number) => ({ city: "Hamburg", country: "DE", hours });
const all = { speaks: "all", dated: 0.75 } as const;

const lanes: (Lane & { share: number })[] = [
  {
    ...all,
    carrier: "dhl",
    country: "DE",
    share: 58,
    legs: [hamburg(5), { city: "Leipzig", country: "DE", hours: 11 }],
    lastHours: 12,
    silence: 96,
  },
  {
    ...all,
    carrier: "ups",
    country: "DE",
    share: 20,
    legs: [hamburg(4), { city: "Köln", country: "DE", hours: 10 }],
    lastHours: 12,
    silence: 96,
  },
  {
    carrier: "warenpost",
    country: "DE",
    speaks: "nothing",
    share: 16,
    legs: [hamburg(20)],
    lastHours: 24,
    silence: 96,
    dated: 0,
  },
  {
    carrier: "radkurier",
    country: "DE",
    speaks: "arrival",
    share: 6,
    legs: [],
    lastHours: 2,
    silence: 96,
    dated: 0,
  },
  {
    ...all,
    carrier: "dhl",
    country: "AT",
    share: 100,
    legs: [
      hamburg(5),
      { city: "Leipzig", country: "DE", hours: 11 },
      { city: "Wien", country: "AT", hours: 18 },
    ],
    lastHours: 12,
    silence: 110,
  },
  {
    ...all,
    carrier: "laPoste",
    country: "FR",
    share: 75,
    legs: [hamburg(6), { city: "Roissy", country: "FR", hours: 26 }],
    lastHours: 22,
    silence: 120,
  },
  {
    ...all,
    carrier: "ups",
    country: "FR",
    share: 25,
    legs: [
      hamburg(4),
      { city: "Köln", country: "DE", hours: 10 },
      { city: "Paris", country: "FR", hours: 20 },
    ],
    lastHours: 12,
    silence: 110,
  },
  {
    ...all,
    carrier: "correos",
    country: "ES",
    share: 100,
    legs: [
      hamburg(6),
      { city: "Vitoria-Gasteiz", country: "ES", hours: 44 },
      { city: "Madrid", country: "ES", hours: 20 },
    ],
    lastHours: 20,
    silence: 144,
  },
  {
    carrier: "ctt",
    country: "PT",
    speaks: "some",
    share: 100,
    legs: [hamburg(6), { city: "Perafita", country: "PT", hours: 60 }],
    lastHours: 24,
    silence: 168,
    dated: 0.3,
  },
  {
    ...all,
    carrier: "royalMail",
    country: "GB",
    share: 80,
    legs: [hamburg(6), { city: "Langley", country: "GB", hours: 58 }],
    lastHours: 26,
    silence: 192,
  },
  {
    ...all,
    carrier: "ups",
    country: "GB",
    share: 20,
    legs: [
      hamburg(4),
      { city: "Köln", country: "DE", hours: 10 },
      { city: "Castle Donington", country: "GB", hours: 30 },
    ],
    lastHours: 14,
    silence: 144,
  },
  {
    ...all,
    carrier: "ups",
    country: "US",
    share: 100,
    legs: [
      hamburg(4),
      { city: "Köln", country: "DE", hours: 11 },
      { city: "Louisville", country: "US", hours: 34 },
    ],
    lastHours: 36,
    silence: 168,
  },
  {
    ...all,
    carrier: "yamato",
    country: "JP",
    share: 100,
    legs: [
      hamburg(6),
      { city: "Frankfurt", country: "DE", hours: 16 },
      { city: "羽田", country: "JP", hours: 62 },
    ],
    lastHours: 24,
    silence: 192,
  },
];

const byCountry = new Map<string, (readonly [number, Lane])[]>();
for (const { share, ...lane } of lanes)
  byCountry.set(lane.country, [...(byCountry.get(lane.country) ?? []), [share, lane] as const]);

/** How a parcel goes to a country; couriers on bicycles stay in Hamburg. `speaking`: only where every scan is reported. */
export function laneTo(random: Random, to: { country: string; city: string }, speaking = false): Lane {
  const known = byCountry.get(to.country);
  if (!known) throw new Error(`no lane to ${to.country}`);
  const open = known.filter(
    ([, lane]) =>
      (lane.carrier !== "radkurier" || to.city === "Hamburg") && (!speaking || lane.speaks === "all"),
  );
  return weighted(random, open);
}

/** Countries in which every lane can be followed. */
export const followedCountries = [...byCountry]
  .filter(([, known]) => known.some(([, lane]) => lane.speaks === "all"))
  .map(([country]) => country);
