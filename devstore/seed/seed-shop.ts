import { newId, newLargeId } from "../ids.ts";
import type { Address, Customer, Product, ShopState } from "../state/model.ts";
import { seconds } from "../time.ts";
import { people, type Person } from "./people.ts";
import { seedPolicies } from "./policies.ts";
import { products } from "./products.ts";
import { seededRandom } from "./random.ts";
import { seedOrders } from "./seed-orders.ts";

const DAY = 24 * 60 * 60 * 1000;

export type ShopSeed = {
  domain: string;
  name: string;
  shopId: string;
  firstId: number;
  seed: number;
  now: Date;
};

export const demoShop = {
  domain: "attune-demo.myshopify.com",
  name: "Fernweh Supply",
  shopId: "78123450001",
  firstId: 6_120_334_870_000,
  seed: 20261121,
};

/** A whole shop: people, goods, policies and 120 days of orders. The same input gives the same shop. */
export function seedShop(input: ShopSeed): ShopState {
  const random = seededRandom(input.seed);
  const shop = openShop(input);
  shop.customers = people.map((person, index) =>
    seedCustomer(shop, person, seconds(new Date(input.now.getTime() - (380 - index * 15) * DAY))),
  );
  seedOrders(shop, { now: input.now, random });
  return shop;
}

/** A shop with goods and policies that nobody has ordered from yet. */
export function openShop(input: ShopSeed): ShopState {
  const shop = emptyShop(input);
  const born = seconds(new Date(input.now.getTime() - 400 * DAY));
  shop.policies = seedPolicies({
    domain: input.domain,
    shopId: shop.id,
    at: born,
    nextId: () => newId(shop),
  });
  shop.products = products.map((one) => seedProduct(shop, one, born));
  return shop;
}

function emptyShop(input: ShopSeed): ShopState {
  const at = seconds(new Date(input.now.getTime() - 420 * DAY));
  const shop: ShopState = {
    id: input.shopId,
    domain: input.domain,
    handle: input.domain.replace(/\.myshopify\.com$/, ""),
    name: input.name,
    email: "care@fernweh.example",
    owner: "Rieke Holtmann",
    currency: "EUR",
    presentmentCurrencies: ["EUR", "USD", "GBP", "JPY"],
    timezone: "Europe/Berlin",
    primaryLocale: "en",
    phone: "+49 40 555 0100",
    address: headquarters(),
    planName: "Basic",
    locationId: String(input.firstId - 100),
    locationName: "Warehouse Hamburg",
    createdAt: at,
    updatedAt: at,
    installed: false,
    installationId: String(input.firstId - 200),
    grantedScopes: [],
    tokens: [],
    policies: [],
    customers: [],
    products: [],
    orders: [],
    disputes: [],
    bulkOperations: [],
    idempotent: {},
    nextId: input.firstId,
    nextOrderNumber: 1001,
  };
  return shop;
}

function headquarters(): Address {
  return {
    id: "1",
    firstName: "Rieke",
    lastName: "Holtmann",
    company: "Fernweh Supply GmbH",
    address1: "Speicherstraße 14",
    address2: null,
    city: "Hamburg",
    province: null,
    provinceCode: null,
    country: "Germany",
    countryCode: "DE",
    zip: "20457",
    phone: "+49 40 555 0100",
  };
}

function seedProduct(shop: ShopState, seed: (typeof products)[number], at: string): Product {
  const handle = seed.title
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/-$/, "");
  return {
    id: newId(shop),
    title: seed.title,
    handle,
    vendor: "Fernweh Supply",
    productType: seed.type,
    grams: seed.grams,
    variants: seed.variants.map((title, index) => ({
      id: newId(shop),
      title,
      sku: `FW-${handle
        .split("-")
        .map((word) => word.slice(0, 3))
        .join("")
        .toUpperCase()}-${index + 1}`,
      price: seed.prices.EUR,
      prices: { ...seed.prices },
    })),
    createdAt: at,
    updatedAt: at,
  };
}

function seedCustomer(shop: ShopState, person: Person, at: string): Customer {
  return {
    id: person.locale === "ja-JP" ? newLargeId(shop) : newId(shop),
    firstName: person.firstName,
    lastName: person.lastName,
    email: person.email,
    phone: person.phone,
    locale: person.locale,
    tags: [...person.tags],
    note: person.note,
    state: "ENABLED",
    verifiedEmail: true,
    taxExempt: false,
    marketingState: person.tags.includes("newsletter") ? "SUBSCRIBED" : "NOT_SUBSCRIBED",
    addresses: [addressOf(shop, person)],
    createdAt: at,
    updatedAt: at,
  };
}

/** A person's address as a record of the shop. */
export function addressOf(shop: ShopState, person: Person): Address {
  return {
    id: newId(shop),
    firstName: person.firstName,
    lastName: person.lastName,
    company: null,
    address1: person.address1,
    address2: person.address2,
    city: person.city,
    province: person.province,
    provinceCode: person.provinceCode,
    country: person.country,
    countryCode: person.countryCode,
    zip: person.zip,
    phone: person.phone,
  };
}
