import { z } from "zod";

const tagsSchema = z.array(z.string().trim().toLowerCase().min(1).max(60)).max(50);

/** What the shop says of how it works; the days are business days. */
export const shopPromisesSchema = z.object({
  handlingDays: z.number().int().min(0).max(60).default(3),
  perishableTags: tagsSchema.default(["perishable", "fresh", "frozen", "flowers"]),
  preorderTags: tagsSchema.default(["preorder", "pre-order", "backorder", "back-order"]),
});
export type ShopPromises = z.infer<typeof shopPromisesSchema>;

/** "21:30": an hour of the shopper's day. */
export const hourSchema = z.string().regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/u, "Must be a time such as 21:30.");

/** Who tells the shopper of a kind of problem: this app, Shopify's own notifications, or another tool. */
export const toldBySchema = z.enum(["attune", "shopify", "other"]);

export const kindSettingsSchema = z.object({
  on: z.boolean().default(true),
  /** From which severity on, 1 low to 4 critical. */
  from: z.number().int().min(1).max(4).default(2),
  toldBy: toldBySchema.default("attune"),
});
export type KindSettings = z.infer<typeof kindSettingsSchema>;

/** Every field has a default: an empty object is a valid state. `kinds` by issue kind; one that is absent has the defaults. */
export const outreachSettingsSchema = z.object({
  /** The kill switch: off, nothing is drafted and nothing that waits leaves. */
  on: z.boolean().default(true),
  kinds: z.record(z.string(), kindSettingsSchema).default({}),
  quietHours: z.object({ from: hourSchema, to: hourSchema }).default({ from: "20:00", to: "08:00" }),
  /** Messages that one shopper gets unasked, at most, in seven days. */
  perWeek: z.number().int().min(1).max(14).default(2),
  holdOut: z
    .object({ on: z.boolean().default(false), share: z.number().min(0.05).max(0.5).default(0.1) })
    .prefault({}),
});
export type OutreachSettings = z.infer<typeof outreachSettingsSchema>;
