import { z } from "zod";
import { issueKinds, type IssueKind } from "#app/care/detect/issue.ts";
import { faultsOf, type Fault } from "#app/lib/fault.ts";
import {
  hourSchema,
  kindSettingsSchema,
  settingsOfKind,
  shopifyNotices,
  type KindSettings,
  type OutreachChange,
  type OutreachSettings,
  type ShopifyNotice,
  type ShopPromises,
} from "#app/shop/outreach-settings.ts";

/** The settings as the form holds them: numbers as they are typed, every kind with what is set for it. */
export type Fields = {
  on: boolean;
  kinds: Record<IssueKind, KindSettings>;
  quietFrom: string;
  quietTo: string;
  perWeek: string;
  shopifyTells: ShopifyNotice[];
  handlingDays: string;
  perishableTags: string[];
  preorderTags: string[];
  holdOut: boolean;
  /** In percent. */
  share: string;
};

const kindsSchema = z.record(z.enum(issueKinds), kindSettingsSchema);

export function fieldsOf(saved: { outreach: OutreachSettings; promises: ShopPromises }): Fields {
  const { outreach, promises } = saved;
  const kinds = issueKinds.map((kind) => [kind, settingsOfKind(outreach, kind)]);
  return {
    on: outreach.on,
    kinds: kindsSchema.parse(Object.fromEntries(kinds)),
    quietFrom: outreach.quietHours.from,
    quietTo: outreach.quietHours.to,
    perWeek: String(outreach.perWeek),
    shopifyTells: outreach.shopifyTells,
    handlingDays: String(promises.handlingDays),
    perishableTags: promises.perishableTags,
    preorderTags: promises.preorderTags,
    holdOut: outreach.holdOut.on,
    share: String(Math.round(outreach.holdOut.share * 100)),
  };
}

/** A whole number between two others, as it is typed. */
function whole(from: number, to: number) {
  return z
    .string()
    .trim()
    .refine((text) => /^\d{1,3}$/u.test(text) && Number(text) >= from && Number(text) <= to, {
      params: { code: "whole", from, to },
    })
    .transform(Number);
}

const hour = z.string().refine((text) => hourSchema.safeParse(text).success, { params: { code: "time" } });

const tags = z.array(z.string().trim().toLowerCase().min(1).max(60)).max(50);

const schema = z.object({
  on: z.boolean(),
  kinds: kindsSchema,
  quietFrom: hour,
  quietTo: hour,
  perWeek: whole(1, 14),
  shopifyTells: z.array(z.enum(shopifyNotices)).max(shopifyNotices.length),
  handlingDays: whole(0, 60),
  perishableTags: tags,
  preorderTags: tags,
  holdOut: z.boolean(),
  share: whole(5, 50),
});

type Read =
  | { outcome: "read"; outreach: OutreachChange; promises: ShopPromises }
  | { outcome: "refused"; errors: Record<string, Fault> };

/** What was typed as settings, or what is wrong with each field. */
export function readFields(given: unknown): Read {
  const parsed = schema.safeParse(given);
  if (!parsed.success) return { outcome: "refused", errors: faultsOf(parsed.error) };
  const { on, kinds, quietFrom, quietTo, perWeek, shopifyTells, holdOut, share, ...promises } = parsed.data;
  return {
    outcome: "read",
    outreach: {
      on,
      kinds,
      quietHours: { from: quietFrom, to: quietTo },
      perWeek,
      shopifyTells,
      // It can be switched on only in the dialog that says what it can answer.
      holdOut: { on: holdOut, share: share / 100, acknowledged: holdOut },
    },
    promises,
  };
}
