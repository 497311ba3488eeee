import type { Circumstances } from "#app/care/decide/circumstances.ts";
import type { Reason } from "#app/care/decide/outreach.ts";
import { ofTheIssue } from "#app/care/decide/rules/of-the-issue.ts";
import { ofTheMoment, ofTheShopper } from "#app/care/decide/rules/of-the-shopper.ts";
import { ofTheShop } from "#app/care/decide/rules/of-the-shop.ts";
import { ofWhatWasSaid } from "#app/care/decide/rules/of-what-was-said.ts";
import type { Rule } from "#app/care/decide/rules/rule.ts";

export type Decision = {
  /** refuse: not written; hold: decided anew; held_out: not written, by lot; write: drafted, and sent once a person approves. */
  outcome: "write" | "hold" | "refuse" | "held_out";
  /** What every rule said, those that are fulfilled, too. */
  reasons: Reason[];
  /** Of what is written: when the quiet hours are over. Null: they are not on. */
  notBefore: Date | null;
  /** Of what is held: when it is decided anew. Null: it hangs on a person. */
  lookAt: Date | null;
};

const rules: readonly Rule[] = [
  ...ofTheShop,
  ...ofTheIssue,
  ...ofTheShopper,
  ...ofWhatWasSaid,
  ...ofTheMoment,
];

/** These two hold a message that is otherwise right: the one its leaving, the other its being written at all. */
const QUIET_HOURS = "quiet_hours";
const HOLD_OUT = "hold_out";

/**
 * Whether the shop may write to a shopper about an issue of their order before they ask, with every reason for and against. Pure: no
 * emotion is among what it knows, and nothing it decides is an offer. One refusal outweighs everything; quiet hours hold the sending
 * and not the draft, so that a person can approve it before.
 */
export function mayWeWrite(given: Circumstances): Decision {
  const said = rules.map(({ rule, look }) => ({ rule, ...look(given) }));
  const reasons = said.map(({ until, ...reason }) => ({
    ...reason,
    ...(until ? { until: until.toISOString() } : {}),
  }));
  const holding = said.filter(
    ({ rule, outcome }) => outcome === "hold" && rule !== QUIET_HOURS && rule !== HOLD_OUT,
  );
  const held = (wanted: string) => said.find(({ rule, outcome }) => rule === wanted && outcome === "hold");
  const nothing = { reasons, notBefore: null, lookAt: null };
  if (said.some(({ outcome }) => outcome === "refuse")) return { outcome: "refuse", ...nothing };
  if (holding.length > 0)
    return { outcome: "hold", ...nothing, lookAt: latest(holding.map(({ until }) => until)) };
  if (held(HOLD_OUT)) return { outcome: "held_out", ...nothing };
  return { outcome: "write", ...nothing, notBefore: held(QUIET_HOURS)?.until ?? null };
}

/** When all of them may be over; null when one of them never is by itself. */
function latest(times: readonly (Date | undefined)[]): Date | null {
  const known = times.flatMap((at) => at?.getTime() ?? []);
  return known.length === times.length && known.length > 0 ? new Date(Math.max(...known)) : null;
}
