import { z } from "zod";
import { MOST_DAYS, readPeriod, type WrongPeriod } from "#app/desk/insights/period.ts";
import { showInsights } from "#app/desk/insights/show-insights.server.ts";
import { json } from "#app/routes/api/answer.ts";
import { BadInput, readQuery } from "#app/routes/api/input.ts";
import { readTimeZone } from "#app/shop/read-time-zone.server.ts";
import { resource } from "#app/routes/api/resource.server.ts";

const query = z.strictObject({
  days: z.coerce.number().int().min(1).max(MOST_DAYS).optional(),
  from: z.string().max(10).optional(),
  to: z.string().max(10).optional(),
  channel: z.enum(["email", "storefront"]).optional(),
  language: z
    .string()
    .regex(/^[a-z]{2,3}$/u, "Must be a base language such as de.")
    .optional(),
});

const WRONG: Record<WrongPeriod["why"], string> = {
  missing: "Both from and to are needed.",
  not_a_day: "Must be a day such as 2026-11-23.",
  before_from: "Must not be before from.",
  future: "Must not be in the future.",
  too_long: `Must not be more than ${MOST_DAYS} days before to.`,
};

/** How the shop's care went, in counts with intervals; names nobody. Days are the shop's. */
export const loader = resource({
  GET: async ({ request, inShop, keys, shop, now }) => {
    const { channel = "", language = "", ...asked } = readQuery(request, query);
    const at = now();
    const insights = await inShop(async (tx) => {
      const read = readPeriod(asked, { now: at, timeZone: await readTimeZone(tx, shop.id) });
      if (read.outcome === "wrong") throw new BadInput(WRONG[read.why], { field: read.field });
      return showInsights(tx, keys, { period: read.period, channel, language, now: at });
    });
    return json(insights);
  },
});
export const action = loader;
