import { readPeriod, usualDays, type WrongPeriod } from "#app/desk/insights/period.ts";
import { showInsights, type Insights } from "#app/desk/insights/show-insights.server.ts";
import type { StaffSession } from "#app/staff.server.ts";

/** What the address asks for; a period that cannot be is said, and the usual one shown. */
export async function insightsScreen(
  { inShop, keys, shop }: StaffSession,
  search: URLSearchParams,
): Promise<{ insights: Insights; wrong: WrongPeriod | null }> {
  const now = new Date();
  const where = { now, timeZone: shop.timezone ?? "UTC" };
  const days = usualDays.find((count) => String(count) === search.get("days"));
  const asked = { days, from: search.get("from") ?? undefined, to: search.get("to") ?? undefined };
  const read = readPeriod(asked, where);
  const usual = readPeriod({}, where);
  const found = read.outcome === "read" ? read : usual;
  if (found.outcome === "wrong") throw new Error("The usual period is one");
  const named = (name: string, form: RegExp) => form.exec(search.get(name) ?? "")?.[0] ?? "";
  const channel = named("channel", /^(?:email|storefront)$/u);
  const language = named("language", /^[a-z]{2,3}$/u);
  const { period } = found;
  return {
    insights: await inShop((tx) => showInsights(tx, keys, { period, channel, language, now })),
    wrong: read.outcome === "wrong" ? { field: read.field, why: read.why } : null,
  };
}
