import type { ShopState } from "./model.ts";

/** Every shop has a second stock, in which nothing lies until it is moved there. */
const secondId = ({ locationId }: ShopState): string => String(BigInt(locationId) + 1n);
const SECOND = "Warehouse Leipzig";

export const locationName = (shop: ShopState, id: string): string =>
  id === secondId(shop) ? SECOND : shop.locationName;

/** Where what lies in one stock is moved to. */
export const otherLocation = (shop: ShopState, id: string): string =>
  id === shop.locationId ? secondId(shop) : shop.locationId;
