import { z } from "zod";
import type { Address } from "#app/mirror/order-person.ts";
import { storableText } from "#app/mirror/parse-body.ts";
import { checkedGid as gidOf, count, currency, decimal as amount } from "#app/mirror/payloads/parts.ts";

export { amount, count, currency, gidOf };

/**
 * What several kinds of nodes of the Admin API have. The schemas only check: what zod transforms costs several times as much,
 * and a bulk result has millions of these values. What they let through, the functions below turn into the mirror's terms.
 */
/** The span keeps out what a database column cannot hold. */
export const time = z.string().refine(isTime, "is not a time");
export const maybeTime = time.nullish();
export const word = z.string().max(100);
export const maybeWord = word.nullish();
export const maybeText = z.string().nullish();
export const money = z.object({ shopMoney: z.object({ amount, currencyCode: currency }) });
export const maybeAddress = z
  .object({
    name: maybeText,
    company: maybeText,
    address1: maybeText,
    address2: maybeText,
    city: maybeText,
    province: maybeText,
    zip: maybeText,
    country: maybeText,
    countryCodeV2: maybeText,
    phone: maybeText,
  })
  .nullish();

const END = Date.UTC(2200, 0);

function isTime(value: string): boolean {
  const at = Date.parse(value);
  return at >= 0 && at < END && /^\d{4}-\d{2}-\d{2}T/.test(value);
}

/** `gid://shopify/Order/820982911946154508` → `820982911946154508` */
export function idOf(gid: string): string {
  const end = gid.indexOf("?");
  const path = end < 0 ? gid : gid.slice(0, end);
  return path.slice(path.lastIndexOf("/") + 1);
}

/** ISO 8601 UTC with milliseconds. What Shopify writes needs no calendar, but for a day or an hour that may not exist. */
export function timeOf(value: string): string {
  const usual = value.length === 20 && value.endsWith("Z");
  if (usual && value.slice(8, 10) <= "28" && value.slice(11, 13) < "24") return `${value.slice(0, 19)}.000Z`;
  return new Date(value).toISOString();
}
export const maybeTimeOf = (value: string | null | undefined) => (value ? timeOf(value) : null);

/** GraphQL's `PARTIALLY_PAID` is the webhooks' `partially_paid`. */
export const wordOf = (value: string) => storableText(value).toLowerCase();
export const maybeWordOf = (value: string | null | undefined) =>
  typeof value === "string" ? wordOf(value) : null;

export const textOf = (value: string | null | undefined) => (value ? storableText(value) || null : null);

export function addressOf(node: z.infer<typeof maybeAddress>): Address | null {
  if (!node) return null;
  return {
    name: textOf(node.name),
    company: textOf(node.company),
    address1: textOf(node.address1),
    address2: textOf(node.address2),
    city: textOf(node.city),
    province: textOf(node.province),
    zip: textOf(node.zip),
    country: textOf(node.country),
    phone: textOf(node.phone),
    countryCode: textOf(node.countryCodeV2),
  };
}
