import { z } from "zod";

const isStorable = (text: string) => text.isWellFormed() && !text.includes("\0");
const tagSchema = z.string().trim().toLowerCase().min(1).max(60).refine(isStorable, "Must be text.");
const tagsSchema = z.array(tagSchema).max(50);
const handlingDaysSchema = z.number().int().min(0).max(60);

/** What the shop says of how it works; the days are business days. */
export const shopPromisesSchema = z.object({
  handlingDays: handlingDaysSchema.default(3),
  perishableTags: tagsSchema.default(["perishable", "fresh", "frozen", "flowers"]),
  preorderTags: tagsSchema.default(["preorder", "pre-order", "backorder", "back-order"]),
});
export type ShopPromises = z.infer<typeof shopPromisesSchema>;

/** "21:30": an hour of the shopper's day. */
export const hourSchema = z.string().regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/u, "Must be a time such as 21:30.");

/** Who tells the shopper of a kind of problem: this app, Shopify's own notifications, or another tool. */
export const toldBySchema = z.enum(["attune", "shopify", "other"]);

const fromSchema = z.number().int().min(1).max(4);

export const kindSettingsSchema = z.object({
  on: z.boolean().default(true),
  /** From which severity on, 1 low to 4 critical. */
  from: fromSchema.default(2),
  toldBy: toldBySchema.default("attune"),
});
export type KindSettings = z.infer<typeof kindSettingsSchema>;

/**
 * What Shopify mails to shoppers by itself, unless a person unticks it or the shop switched the notification off: that an order was
 * sent, delivered, refunded, cancelled.
 */
export const shopifyNotices = ["shipping", "delivered", "refund", "cancellation"] as const;
export type ShopifyNotice = (typeof shopifyNotices)[number];
const shopifyTellsSchema = z.array(z.enum(shopifyNotices)).max(shopifyNotices.length);

const perWeekSchema = z.number().int().min(1).max(14);
const shareSchema = z.number().min(0.05).max(0.5);

/** Every field has a default: an empty object is a valid state. `kinds` by issue kind; one that is absent has the defaults. */
export const outreachSettingsSchema = z.object({
  /** The kill switch: off, nothing is drafted and nothing that waits leaves. */
  on: z.boolean().default(true),
  kinds: z.record(z.string(), kindSettingsSchema).default({}),
  quietHours: z.object({ from: hourSchema, to: hourSchema }).default({ from: "20:00", to: "08:00" }),
  /** Messages that one shopper gets unasked, at most, in seven days. */
  perWeek: perWeekSchema.default(2),
  /** Which of its own notifications Shopify sends for this shop. */
  shopifyTells: shopifyTellsSchema.default([...shopifyNotices]),
  /** `acknowledged`: who switched it on was shown what this shop's volume can answer. Switched off, it has to be shown again. */
  holdOut: z
    .object({
      on: z.boolean().default(false),
      share: shareSchema.default(0.1),
      acknowledged: z.boolean().default(false),
    })
    .prefault({}),
});
export type OutreachSettings = z.infer<typeof outreachSettingsSchema>;

/** Kinds of which Shopify's own notifications tell all there is: they are left to Shopify until the shop says otherwise. */
const toldByShopify: Readonly<Record<string, readonly ShopifyNotice[]>> = {
  cancelled_unsaid: ["refund", "cancellation"],
};

/** What a shop decided of one kind of issue, with the defaults of that kind. */
export function settingsOfKind(
  { kinds, shopifyTells }: Pick<OutreachSettings, "kinds" | "shopifyTells">,
  kind: string,
): KindSettings {
  const notices = toldByShopify[kind];
  const isTold = notices?.every((notice) => shopifyTells.includes(notice)) ?? false;
  return kinds[kind] ?? kindSettingsSchema.parse(isTold ? { toldBy: "shopify" } : {});
}

const kindChangeSchema = z.strictObject({
  on: z.boolean().optional(),
  from: fromSchema.optional(),
  toldBy: toldBySchema.optional(),
});

/** What a change of these settings may name, each part of them for itself; `kinds`: the kinds of issues there are. */
export const outreachChangeSchema = (kinds: readonly string[]) =>
  z.strictObject({
    on: z.boolean().optional(),
    kinds: z
      .strictObject(Object.fromEntries(kinds.map((kind) => [kind, kindChangeSchema.optional()])))
      .optional(),
    quietHours: z.strictObject({ from: hourSchema.optional(), to: hourSchema.optional() }).optional(),
    perWeek: perWeekSchema.optional(),
    shopifyTells: shopifyTellsSchema.optional(),
    holdOut: z
      .strictObject({
        on: z.boolean().optional(),
        share: shareSchema.optional(),
        acknowledged: z.boolean().optional(),
      })
      .refine(({ on, acknowledged }) => on !== true || acknowledged === true, {
        path: ["acknowledged"],
        message: "Must be true: look at what this shop's volume can answer before holding anybody out.",
      })
      .optional(),
  });
export type OutreachChange = z.infer<ReturnType<typeof outreachChangeSchema>>;

export const promisesChangeSchema = z.strictObject({
  handlingDays: handlingDaysSchema.optional(),
  perishableTags: tagsSchema.optional(),
  preorderTags: tagsSchema.optional(),
});

/** The settings with what a change names; the rest of them stays. */
export function changeOutreach(current: OutreachSettings, change: OutreachChange): OutreachSettings {
  const kinds = Object.entries(change.kinds ?? {}).map(
    ([kind, given]) => [kind, { ...settingsOfKind(current, kind), ...given }] as const,
  );
  const holdOut = { ...current.holdOut, ...change.holdOut };
  return outreachSettingsSchema.parse({
    ...current,
    ...change,
    kinds: { ...current.kinds, ...Object.fromEntries(kinds) },
    quietHours: { ...current.quietHours, ...change.quietHours },
    holdOut: holdOut.on ? { ...holdOut, acknowledged: true } : { ...holdOut, acknowledged: false },
  });
}
