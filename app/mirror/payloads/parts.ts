import { z } from "zod";
import type { Address } from "#app/mirror/order-person.ts";

/** A numeric id as text, exact also above 2^53 (parse-body.ts keeps those as text). */
export const id = z.union([z.number().int().positive(), z.string().regex(/^\d{1,25}$/)]).transform(String);

/** Only the type of record it is about will do. */
export const checkedGid = (type: string) =>
  z.string().regex(new RegExp(`^gid://shopify/${type}/\\d{1,25}(\\?.*)?$`), `is not the id of a ${type}`);

/** `gid://shopify/Order/820982911946154508` → `820982911946154508` */
export const gidOf = (type: string) =>
  checkedGid(type).transform((gid) => gid.replace(/^.*\//, "").replace(/\?.*$/, ""));

/** A time with its zone, as ISO 8601 UTC. The span keeps out what a database column cannot hold. */
export const time = z.string().transform((value, context) => {
  const at = new Date(/^\d{4}-\d{2}-\d{2}T/.test(value) ? value : Number.NaN);
  const year = at.getUTCFullYear();
  if (year >= 1970 && year < 2200) return at.toISOString();
  context.addIssue("is not a time");
  return z.NEVER;
});
export const maybeTime = time.nullish().transform((value) => value ?? null);

export const text = z.string().max(100_000);
export const maybeText = text.nullish().transform((value) => value || null);

export const decimal = z.string().regex(/^-?\d{1,18}(\.\d{1,6})?$/, "is not an amount");
/** A decimal amount as Shopify writes it; some topics use JSON numbers. */
export const amount = z.union([z.string(), z.number()]).transform(String).pipe(decimal);
export const maybeAmount = amount.nullish().transform((value) => value ?? null);
/** Of which GraphQL makes a text; no more than a database column holds. */
export const count = z.coerce.number().int().nonnegative().max(2_147_483_647);
export const currency = z.string().regex(/^[A-Z]{3}$/, "is not a currency");

export const lower = z
  .string()
  .max(100)
  .transform((value) => value.toLowerCase());
export const maybeLower = lower.nullish().transform((value) => value ?? null);

/** An address of an order or a customer. */
export const address = z
  .object({
    name: maybeText,
    first_name: maybeText,
    last_name: maybeText,
    company: maybeText,
    address1: maybeText,
    address2: maybeText,
    city: maybeText,
    province: maybeText,
    zip: maybeText,
    country: maybeText,
    country_code: maybeText,
    phone: maybeText,
  })
  .transform((given): Address => ({
    name: given.name ?? ([given.first_name, given.last_name].filter(Boolean).join(" ") || null),
    company: given.company,
    address1: given.address1,
    address2: given.address2,
    city: given.city,
    province: given.province,
    zip: given.zip,
    country: given.country,
    countryCode: given.country_code,
    phone: given.phone,
  }));
export const maybeAddress = address.nullish().transform((value) => value ?? null);

/** Cents summed exactly: amounts are decimal text, and floating point would invent a cent. */
export function sumAmounts(amounts: string[]): string {
  const SCALE = 6;
  const total = amounts.reduce((sum, value) => {
    const negative = value.startsWith("-");
    const [whole = "0", fraction = ""] = value.replace("-", "").split(".");
    const units = BigInt(whole + fraction.padEnd(SCALE, "0").slice(0, SCALE));
    return negative ? sum - units : sum + units;
  }, 0n);
  const digits = (total < 0n ? -total : total).toString().padStart(SCALE + 1, "0");
  const fraction = digits.slice(-SCALE).replace(/0{1,4}$/, "");
  return `${total < 0n ? "-" : ""}${digits.slice(0, -SCALE)}.${fraction}`;
}
