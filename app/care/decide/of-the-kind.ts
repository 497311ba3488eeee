import type { DecidedIssue } from "#app/care/decide/circumstances.ts";
import { days } from "#app/lib/duration.ts";
import { settingsOfKind, type OutreachSettings } from "#app/shop/outreach-settings.ts";

/** Later than this nobody needs to be told first: they know, or it is over. A backfill finds much that is old. */
const STILL_NEWS = days(14);

export const isNews = (at: Date, now: Date): boolean => at >= newsSince(now);

/** What came to be before this is no news now. */
export const newsSince = (now: Date): Date => new Date(now.getTime() - STILL_NEWS);

/** What of the shop's settings for its kind stops an issue; null when nothing does. */
export function stopsKind(
  { kind, severity }: Pick<DecidedIssue, "kind" | "severity">,
  settings: OutreachSettings,
): "kind_on" | "severity" | "told_by" | null {
  const { on, from, toldBy } = settingsOfKind(settings, kind);
  if (!on) return "kind_on";
  if (severity < from) return "severity";
  return toldBy === "attune" ? null : "told_by";
}
