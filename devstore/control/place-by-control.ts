import { z } from "zod";
import { buildOrder } from "../changes/build-order.ts";
import { createCustomer } from "../changes/change-customer.ts";
import { RefusedChange } from "../changes/change.ts";
import { placeOrder } from "../changes/place-order.ts";
import type { DevstoreContext } from "../context.ts";
import { shippingPrices } from "../seed/products.ts";
import type { Customer, Order, ShopState, Variant } from "../state/model.ts";
import { findCustomer } from "./find-subject.ts";

const DAY = 24 * 60 * 60 * 1000;

const place = z.object({
  /** Id, gid or e-mail address of someone the shop knows. */
  customer: z.string().optional(),
  /** Someone new. */
  newCustomer: z
    .object({
      firstName: z.string(),
      lastName: z.string(),
      email: z.email(),
      locale: z.string().default("en"),
      phone: z.string().nullish(),
      address: z
        .object({
          address1: z.string(),
          city: z.string(),
          zip: z.string(),
          country: z.string(),
          countryCode: z.string().length(2),
        })
        .partial()
        .optional(),
    })
    .optional(),
  /** By variant id or SKU. */
  lines: z
    .array(
      z.object({
        variantId: z.string().optional(),
        sku: z.string().optional(),
        quantity: z.number().int().min(1).default(1),
      }),
    )
    .min(1)
    .optional(),
  currency: z.enum(["EUR", "USD", "GBP", "JPY"]).optional(),
  note: z.string().nullish(),
  attributes: z.array(z.object({ name: z.string(), value: z.string() })).optional(),
  tags: z.array(z.string()).optional(),
  /** Places the order in the past. */
  daysAgo: z.number().min(0).max(120).default(0),
});

const CURRENCIES: Record<string, "USD" | "GBP" | "JPY"> = { US: "USD", GB: "GBP", JP: "JPY" };

/** Places an order as told; whoever and whatever is not named is chosen in turn. Throws on unknown customers and variants. */
export function placeByControl(context: DevstoreContext, shop: ShopState, body: unknown): Order {
  const given = place.parse(body);
  const customer = customerFor(context, shop, given);
  const currency = given.currency ?? CURRENCIES[customer.addresses[0]?.countryCode ?? ""] ?? "EUR";
  const wanted = given.lines ?? [{ variantId: inTurn(shop).id, quantity: 1 }];
  const input = {
    customer,
    lines: wanted.map((line) => ({ variantId: variantFor(shop, line).id, quantity: line.quantity })),
    currency,
    shippingPrice: shippingPrices[currency] ?? 0,
    note: given.note ?? null,
    attributes: given.attributes ?? [],
    tags: given.tags ?? [],
  };
  const at = new Date(context.now().getTime() - given.daysAgo * DAY);
  return placeOrder({ ...context, now: () => at }, shop, input);
}

function customerFor(context: DevstoreContext, shop: ShopState, given: z.infer<typeof place>): Customer {
  if (given.customer) return findCustomer(shop, given.customer);
  if (given.newCustomer) {
    const { phone, address, ...fields } = given.newCustomer;
    const places = Object.fromEntries(
      Object.entries(address ?? {}).filter(([, value]) => value !== undefined),
    );
    return createCustomer(context, shop, { ...fields, phone: phone ?? null, address: places });
  }
  const customer = shop.customers[shop.orders.length % Math.max(1, shop.customers.length)];
  if (!customer) throw new RefusedChange("the shop has no customers", "customer");
  return customer;
}

function inTurn(shop: ShopState): Variant {
  const variants = shop.products.flatMap((one) => one.variants);
  const variant = variants[shop.orders.length % Math.max(1, variants.length)];
  if (!variant) throw new RefusedChange("the shop has no products", "lines");
  return variant;
}

function variantFor(
  shop: ShopState,
  wanted: { variantId?: string | undefined; sku?: string | undefined },
): Variant {
  const variant = shop.products
    .flatMap((one) => one.variants)
    .find((one) => one.id === wanted.variantId || (wanted.sku !== undefined && one.sku === wanted.sku));
  if (!variant) throw new RefusedChange("there is no such variant", "lines");
  return variant;
}

/** Many orders at once without a webhook each, for load: they are found by backfill and reconcile only. */
export function placeSilently(context: DevstoreContext, shop: ShopState, count: number): void {
  for (let index = 0; index < count; index += 1) {
    const customer = shop.customers[index % shop.customers.length];
    if (!customer) throw new RefusedChange("the shop has no customers");
    buildOrder(shop, {
      customer,
      lines: [{ variantId: inTurn(shop).id, quantity: 1 }],
      currency: "EUR",
      shippingPrice: 490,
      at: context.now().toISOString().replace(/\.\d+/, ""),
    });
  }
  context.store.changed();
}
