import { z } from "zod";

/** A postal address as the mirror keeps it; part of what is sealed. */
export const addressSchema = z.object({
  name: z.string().nullish(),
  company: z.string().nullish(),
  address1: z.string().nullish(),
  address2: z.string().nullish(),
  city: z.string().nullish(),
  province: z.string().nullish(),
  zip: z.string().nullish(),
  country: z.string().nullish(),
  countryCode: z.string().nullish(),
  phone: z.string().nullish(),
});
export type Address = z.infer<typeof addressSchema>;

/** What an order says of a person, as sealed in orders.sealed. An empty object after a redaction. */
export const orderPersonSchema = z.object({
  email: z.string().nullish(),
  phone: z.string().nullish(),
  customerName: z.string().nullish(),
  note: z.string().nullish(),
  attributes: z.array(z.object({ name: z.string(), value: z.string() })).default([]),
  shippingAddress: addressSchema.nullish(),
  statusPageUrl: z.string().nullish(),
});
export type OrderPerson = z.infer<typeof orderPersonSchema>;

/** Who a customer is, as sealed in customers.sealed. */
export const customerPersonSchema = z.object({
  firstName: z.string().nullish(),
  lastName: z.string().nullish(),
  email: z.string().nullish(),
  phone: z.string().nullish(),
  note: z.string().nullish(),
  address: addressSchema.nullish(),
});
export type CustomerPerson = z.infer<typeof customerPersonSchema>;

/** "Ada Lovelace", or null when neither part is known. */
export function fullName(person: {
  firstName?: string | null | undefined;
  lastName?: string | null | undefined;
}): string | null {
  return [person.firstName, person.lastName].filter(Boolean).join(" ") || null;
}
