import type { CustomerFields } from "../changes/change-customer.ts";
import type { Random } from "../seed/random.ts";
import { happens, weighted } from "./chance.ts";
import { countries, type Country, type Town } from "./places.ts";

/** Somebody who orders, as the shop will know them. `key` is theirs alone within a history. */
export type Shopper = {
  key: string;
  country: Country;
  town: Town;
  fields: CustomerFields & { address: NonNullable<CustomerFields["address"]> };
};

/** Invents somebody. Mail domains are reserved for examples (RFC 2606). */
export function inventShopper(random: Random, key: string, among?: readonly string[]): Shopper {
  const open = countries.filter(({ code }) => !among || among.includes(code));
  const country = weighted(
    random,
    open.map((one) => [one.share, one] as const),
  );
  const town = random.pick(country.towns);
  return {
    key,
    country,
    town,
    fields: {
      firstName: random.pick(country.first),
      lastName: random.pick(country.last),
      email: `shopper.${key}@example.com`,
      phone: null,
      locale: country.locale,
      tags: [],
      verifiedEmail: true,
      address: addressIn(random, { country, town }),
    },
  };
}

export function addressIn(random: Random, { country, town }: { country: Country; town: Town }) {
  const street = random.pick(country.streets);
  const number =
    country.code === "JP"
      ? `${random.integer(1, 4)}-${random.integer(2, 30)}-${random.integer(1, 9)}`
      : String(random.integer(1, 140));
  return {
    address1: country.numberFirst ? `${number} ${street}` : `${street} ${number}`,
    address2: happens(random, 0.12) ? (secondLines[country.code] ?? null) : null,
    city: town.city,
    zip: town.zip,
    province: town.province?.[0] ?? null,
    provinceCode: town.province?.[1] ?? null,
    country: country.name,
    countryCode: country.code,
  };
}

const secondLines: Record<string, string> = {
  DE: "Hinterhaus, 2. OG",
  AT: "Top 14",
  FR: "Bâtiment C",
  ES: "3.º izquierda",
  GB: "Flat 2",
  US: "Apt 3B",
};
