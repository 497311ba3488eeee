import type { OutreachState, Reason } from "#app/care/decide/outreach.ts";
import { asSentence, sentenceCase } from "./labels.ts";
import { zonedHour, zonedShortDay } from "./zoned-time.ts";

export type OutreachInWords = {
  state: OutreachState;
  reasons: readonly Reason[];
  /** When an approved one leaves, or a held one is decided anew; ISO 8601. */
  notBefore: string | null;
  lookAt: string | null;
  changedAt: string;
};
/** Where the shopper is, as far as that is known, and where the shop is. */
export type Zones = { theirs: string | null; shop: string | null };

const NEAR_MS = 43_200_000;

/** "08:00 their time" where the clock that counts is the shopper's; with the day where the hour alone could be another day's. */
function moment(at: string, zones: Zones, now: string | null): string {
  const zone = zones.theirs ?? zones.shop;
  const hour = `${zonedHour(at, zone)}${zones.theirs ? " their time" : ""}`;
  const near = now !== null && Date.parse(at) - Date.parse(now) < NEAR_MS;
  return near ? hour : `${zonedShortDay(at, zone)}, ${hour}`;
}

type Said = { text: string; tone: "attention" | "info" | "success" | undefined };
type Given = { outreach: OutreachInWords | null; zones: Zones; now: string | null };

/** Where the message about an issue stands, in a few words for a list. */
export function outreachState({ outreach, zones, now }: Given): Said {
  if (!outreach) return { text: "Being decided", tone: undefined };
  const quiet = (text: string): Said => ({ text, tone: undefined });
  const { state, reasons, notBefore, lookAt, changedAt } = outreach;
  switch (state) {
    case "waiting":
      return { text: "Draft waits", tone: "attention" };
    case "approved":
      return {
        text: notBefore ? `Leaves at ${moment(notBefore, zones, now)}` : "Being sent",
        tone: "info",
      };
    case "sent":
      return { text: `Sent ${zonedShortDay(changedAt, zones.shop)}`, tone: "success" };
    case "wanted":
      return quiet("Being drafted");
    case "held": {
      const why = whyNot(reasons, "hold");
      return quiet(
        lookAt ? `Held until ${moment(lookAt, { ...zones, theirs: null }, now)}: ${why}` : `Held: ${why}`,
      );
    }
    case "refused":
      return quiet(`Not written: ${whyNot(reasons, "refuse")}`);
    case "held_out":
      return quiet("Not written: held back by chance");
    case "declined":
      return quiet("Declined");
    case "snoozed":
      return quiet(lookAt ? `Snoozed until ${zonedShortDay(lookAt, zones.shop)}` : "Snoozed");
    case "superseded":
      return quiet("Overtaken by news");
  }
}

/** What a rule says against writing, as the end of a line; the issue's own page has the whole sentence. */
const AGAINST: Record<string, string> = {
  stands: "it is over",
  news: "no news any more",
  snoozed: "put off",
  test_order: "a test order",
  dispute: "a dispute is open",
  installed: "the app is not installed",
  kill_switch: "writing first is switched off",
  kind_on: "switched off for this problem",
  severity: "below your threshold",
  told_by: "somebody else tells of it",
  since_installed: "from before you had Attune",
  address: "no email address",
  redacted: "their data was erased",
  suppression: "they take no such mail",
  care_needed: "a person has to see it first",
  cap: "they had enough this week",
  hold_out: "held back by chance",
  conversation: "you are in conversation about it",
  already_said: "they know",
  promised: "a promise about it is open",
  one_voice: "something else is told first",
  nothing_to_tell: "it is yours to settle",
};

export const againstLabel = (rule: string): string => AGAINST[rule] ?? sentenceCase(rule).toLowerCase();

/** The first reason against, as the end of a line. */
function whyNot(reasons: readonly Reason[], outcome: Reason["outcome"]): string {
  const against = reasons.find((reason) => reason.outcome === outcome);
  if (!against) return "no reason was kept";
  const said = AGAINST[against.rule] ?? asSentence(against.why).replace(/\.$/u, "");
  return said.charAt(0).toLowerCase() + said.slice(1);
}
