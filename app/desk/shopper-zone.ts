import { zonesOf } from "#app/care/decide/zones/zones-of.ts";
import type { MirroredOrder } from "#app/mirror/order.ts";

/** The time zone of where an order goes, when there is one only; null where it may be several or the country is not known. */
export function shopperZone({ shippingAddress }: Pick<MirroredOrder, "shippingAddress">): string | null {
  const { countryCode, province } = shippingAddress ?? {};
  const [zone, ...others] = countryCode ? zonesOf({ countryCode, province }, "") : [];
  return zone && others.length === 0 ? zone : null;
}
