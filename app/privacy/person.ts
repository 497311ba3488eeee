import { z } from "zod";

/** Whoever a redaction or a data request is about, as the database can be asked for them. */
export const personSchema = z.object({
  customerIds: z.array(z.string()),
  orderIds: z.array(z.string()),
  /** Plain addresses, in lower case: to find them in raw payloads. */
  emails: z.array(z.string()),
  /** Blind indexes of the addresses, and of those that only the mirror knew. */
  contacts: z.array(z.string()),
});
export type Person = z.infer<typeof personSchema>;

/**
 * Whether a raw payload is about the person: it holds their address, their customer id or one of their orders. Ids count as
 * whole numbers only. Too much is removed rather than too little.
 */
export function mentions(text: string, person: Pick<Person, "customerIds" | "orderIds" | "emails">): boolean {
  const folded = text.toLowerCase();
  if (person.emails.some((email) => folded.includes(email))) return true;
  const wanted = new Set([...person.customerIds, ...person.orderIds]);
  if (wanted.size === 0) return false;
  for (const [number] of folded.matchAll(/\d+/g)) if (wanted.has(number)) return true;
  return false;
}
