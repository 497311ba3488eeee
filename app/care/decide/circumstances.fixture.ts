import type { Circumstances, DecidedIssue, OtherIssue } from "#app/care/decide/circumstances.ts";
import { outreachSettingsSchema, type OutreachSettings } from "#app/shop/outreach-settings.ts";

/** A Friday noon in Berlin. */
export const NOON = new Date("2026-11-20T11:00:00.000Z");

export const ago = (days: number, from: Date = NOON): Date => new Date(from.getTime() - days * 86_400_000);

export const settings = (given: Partial<OutreachSettings> = {}): OutreachSettings => ({
  ...outreachSettingsSchema.parse({}),
  ...given,
});

/** A parcel that stands still since yesterday, of somebody nobody has spoken with. */
export function circumstances(given: Partial<Circumstances> = {}): Circumstances {
  return {
    now: NOON,
    shop: { uninstalled: false, installedAt: ago(90), settings: settings() },
    issue: { ...anIssue(), stakes: [] },
    stage: "first",
    newsAt: ago(1),
    order: { placedAt: ago(8), test: false, disputed: false, country: "DE" },
    shopper: { hasAddress: true, suppressed: [], redacted: false, zones: ["Europe/Berlin"], riskFlags: [] },
    talk: { unanswered: false, draftWaits: false, replyUnderWay: false, answeredAt: null },
    said: { toldAt: null, promisedUntil: null, sameLeft: false },
    others: [],
    week: { left: [], underWay: 0 },
    arm: "written",
    ...given,
  };
}

export function anIssue(given: Partial<DecidedIssue> = {}): DecidedIssue {
  return {
    ...{ id: "issue-1", kind: "stalled", subject: "fulfillment:12@1", severity: 2, status: "open" },
    ...{ knownSince: ago(1), snoozedUntil: null },
    ...given,
  };
}

export const another = (given: Partial<OtherIssue> = {}): OtherIssue => ({
  ...anIssue({ id: "issue-2" }),
  outreaches: [],
  ...given,
});
