import type { Address } from "#app/mirror/order-person.ts";

/** Whether two parcels go to the same door: street, place and code as they were written, without case, space and points. */
export function samePlace(one: Address | null, other: Address | null): boolean {
  const place = placeOf(one);
  return place !== null && place === placeOf(other);
}

function placeOf(address: Address | null): string | null {
  if (!address?.address1) return null;
  const { address1, address2, city, zip, countryCode } = address;
  return [address1, address2, city, zip, countryCode]
    .map((part) =>
      (part ?? "")
        .normalize("NFKC")
        .toLowerCase()
        .replaceAll(/[^\p{L}\p{N}]+/gu, ""),
    )
    .join("|");
}
