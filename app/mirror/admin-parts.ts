import { z } from "zod";
import type { Address } from "#app/mirror/order-person.ts";
import { storableText } from "#app/mirror/parse-body.ts";
import * as part from "#app/mirror/payloads/parts.ts";

/** What several kinds of nodes of the Admin API have. */
const clean = z.string().transform((value) => storableText(value) || null);
export const maybe = clean.nullish().transform((value) => value ?? null);
export const money = z.object({ shopMoney: z.object({ amount: part.amount, currencyCode: part.currency }) });

const addressNode = z
  .object({
    name: maybe,
    company: maybe,
    address1: maybe,
    address2: maybe,
    city: maybe,
    province: maybe,
    zip: maybe,
    country: maybe,
    countryCodeV2: maybe,
    phone: maybe,
  })
  .transform(({ countryCodeV2, ...rest }): Address => ({ ...rest, countryCode: countryCodeV2 }));
export const maybeAddress = addressNode.nullish().transform((value) => value ?? null);
