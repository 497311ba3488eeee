import { countriesOfZones } from "#app/care/decide/zones/zones-of-countries.ts";
import { provincesOfCountries } from "#app/care/decide/zones/zones-of-provinces.ts";

const zoneOfCountry = new Map(
  Object.entries(countriesOfZones).flatMap(([zone, codes]) =>
    codes.split(" ").map((code) => [code, zone] as const),
  ),
);

/** By country: its provinces by plain name, and the zones of whom no province is known of. */
const severalOf = new Map(
  Object.entries(provincesOfCountries).map(([code, provinces]) => {
    const named = provinces.flatMap(({ zones, names }) =>
      names.split("|").map((name) => [plain(name), [...zones]] as const),
    );
    const any = provinces.flatMap(({ zones, apart }) => (apart ? [] : zones));
    return [code, { byName: new Map(named), any: [...new Set(any)] }] as const;
  }),
);

/**
 * The IANA time zones in which whoever lives at an address may be, most often one. Several where a country has several and the
 * province does not tell which, or has two itself; the shop's own where the country is not known.
 *
 * @param countryCode ISO 3166, two letters
 * @param province as Shopify writes it: its name, or its code
 */
export function zonesOf(
  {
    countryCode,
    province,
  }: { countryCode?: string | null | undefined; province?: string | null | undefined },
  shopZone: string,
): string[] {
  const country = countryCode?.trim().toUpperCase() ?? "";
  const single = zoneOfCountry.get(country);
  if (single) return [single];
  const several = severalOf.get(country);
  if (!several) return [shopZone];
  const named = province ? several.byName.get(plain(province)) : undefined;
  return [...(named ?? several.any)];
}

/** Names are written with and without accents and stops. */
function plain(name: string): string {
  return name
    .normalize("NFKD")
    .replaceAll(/[^\p{L}\p{N}]+/gu, "")
    .toLowerCase();
}
