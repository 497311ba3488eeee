import type { OutreachState, Reason } from "#app/care/decide/outreach.ts";
import { sayCode, type Say } from "#app/words/say.ts";
import { asSentence, withinSentence } from "./labels.ts";
import { dayIn, zonedHour, zonedShortDay } from "./zoned-time.ts";

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
function moment(say: Say, at: string, { zones, now }: Omit<Given, "outreach">) {
  const zone = zones.theirs ?? zones.shop;
  const near = now !== null && Date.parse(at) - Date.parse(now) < NEAR_MS;
  return {
    day: near ? "near" : zonedShortDay(say, at, zone),
    hour: zonedHour(say, at, zone),
    clock: zones.theirs ? "theirs" : "shop",
  };
}

type Said = { text: string; tone: "magic" | "info" | "success" | undefined };
/** An hour of another day than today's says which. */
const isToday = (zone: string | null, { at, now }: { at: string; now: string | null }): boolean =>
  now !== null && dayIn(zone, Date.parse(at)) === dayIn(zone, Date.parse(now));

type Given = { outreach: OutreachInWords | null; zones: Zones; now: string | null };

/** Where the message about an issue stands, in a few words for a list. */
export function outreachState(say: Say, { outreach, zones, now }: Given): Said {
  if (!outreach) return { text: say("outreachState.deciding"), tone: undefined };
  const quiet = (text: string): Said => ({ text, tone: undefined });
  const { state, reasons, notBefore, lookAt, changedAt } = outreach;
  switch (state) {
    case "waiting":
      return { text: say("outreachState.waiting"), tone: "magic" };
    case "approved":
      return {
        text: notBefore
          ? say("outreachState.leavesAt", moment(say, notBefore, { zones, now }))
          : say("outreachState.sending"),
        tone: "info",
      };
    case "sent":
      return {
        text: say("outreachState.sent", { day: zonedShortDay(say, changedAt, zones.shop) }),
        tone: "success",
      };
    case "wanted":
      return quiet(say("outreachState.wanted"));
    case "held": {
      const why = whyNot(say, reasons, "hold");
      if (!lookAt) return quiet(say("outreachState.held", { why }));
      const { hour } = moment(say, lookAt, { zones: { ...zones, theirs: null }, now });
      const day = isToday(zones.shop, { at: lookAt, now }) ? "near" : zonedShortDay(say, lookAt, zones.shop);
      return quiet(say("outreachState.heldUntil", { day, hour, why }));
    }
    case "refused":
      return quiet(say("outreachState.refused", { why: whyNot(say, reasons, "refuse") }));
    case "held_out":
      return quiet(say("outreachState.heldOut"));
    case "declined":
      return quiet(say("outreachState.declined"));
    case "snoozed":
      return quiet(
        lookAt
          ? say("outreachState.snoozedUntil", { day: zonedShortDay(say, lookAt, zones.shop) })
          : say("outreachState.snoozed"),
      );
    case "superseded":
      return quiet(say("outreachState.superseded"));
  }
}

/** What a rule says against writing, as the end of a line; the issue's own page has the whole sentence. */
export const againstLabel = (say: Say, rule: string): string =>
  withinSentence(say, sayCode(say, "against", rule));

/** The first reason against, as the end of a line; a rule that has no words here says its own. */
function whyNot(say: Say, reasons: readonly Reason[], outcome: Reason["outcome"]): string {
  const against = reasons.find((reason) => reason.outcome === outcome);
  if (!against) return say("outreachState.noReason");
  const key = `against.${against.rule}`;
  if (say.knows(key)) return say(key);
  const said = asSentence(against.why).replace(/\.$/u, "");
  return said.charAt(0).toLowerCase() + said.slice(1);
}
