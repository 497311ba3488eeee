import { z } from "zod";

/** As long as a note is; what is longer is an article of the shop's knowledge. */
export const LONGEST_STAFF_FACT = 500;
export const MOST_STAFF_FACTS = 20;

/** What `staff_facts.sealed` holds. SealContext: `staff_facts.sealed:<id>`. */
export const staffFactContentSchema = z.object({
  text: z.string(),
  /** How the person who said it is called. */
  name: z.string(),
  /** The language of the replies that say it in these very words (BCP 47); null: it is evidence only. */
  quoteIn: z.string().nullable(),
});

/** Something a person of the team knows, in their words. `orderId`: the order it is about, null where it is about none. */
export type StaffFact = z.infer<typeof staffFactContentSchema> & {
  id: string;
  orderId: string | null;
  /** Shopify user id. */
  saidBy: string;
  saidAt: Date;
};
