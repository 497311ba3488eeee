import { isDelayNotice, type Circumstances } from "#app/care/decide/circumstances.ts";
import { mayBeHeldOut } from "#app/care/decide/hold-out.ts";
import { afterQuietHours } from "#app/care/decide/quiet-hours.ts";
import { hold, later, pass, refuse, type Rule, type Said } from "#app/care/decide/rules/rule.ts";
import { days } from "#app/lib/duration.ts";

const address: Rule = {
  rule: "address",
  look: ({ shopper }) =>
    shopper.hasAddress
      ? pass("known", "The order has an e-mail address.")
      : refuse("none", "No e-mail address of theirs is known."),
};

const redacted: Rule = {
  rule: "redacted",
  look: ({ shopper }) =>
    shopper.redacted ? refuse("yes", "Their data was redacted.") : pass("no", "Their data was not redacted."),
};

const consent: Rule = {
  rule: "consent",
  look: () =>
    pass(
      "not_needed",
      "Mail about somebody's own order needs no marketing consent, as long as it carries no offer; this carries none.",
    ),
};

const suppressed: Rule = {
  rule: "suppression",
  look: ({ shopper, stage, issue, order }) => {
    if (shopper.suppressed.includes("all"))
      return refuse("no_mail", "Their address takes no mail: it bounced, or they complained of one.");
    if (!shopper.suppressed.includes("outreach")) return pass("none", "They did not ask us to stop.");
    if (stage === "correction")
      return pass(
        "put_right",
        "They asked us not to write first, but what we told them was not so: that is put right.",
      );
    if (isDelayNotice(issue.kind, order.country) === "yes")
      return pass(
        "required",
        "They asked us not to write first. US law may require this notice all the same (16 CFR 435): a person decides.",
      );
    return refuse("opted_out", "They asked us not to write first.");
  },
};

/**
 * A threat of the law or the press, a risk to life, somebody in need, a wish for a person: nothing is prepared for them unseen. Which of
 * it is in their messages alone: reasons are kept where anybody of the team reads them.
 */
const careNeeded: Rule = {
  rule: "care_needed",
  look: ({ shopper, issue, order }) => {
    if (shopper.riskFlags.length === 0)
      return pass("none", "Nothing they wrote lately needs a person first.");
    if (isDelayNotice(issue.kind, order.country) === "yes")
      return pass(
        "required",
        "Read first what they wrote lately. US law may require this notice all the same (16 CFR 435): a person decides.",
      );
    return hold("needed", "What they wrote lately has to be read by a person first.");
  },
};

const WEEK = days(7);

const cap: Rule = {
  rule: "cap",
  look: (given) => {
    const { week, shop, stage, issue, order } = given;
    const { perWeek } = shop.settings;
    if (stage === "correction")
      return pass("correction", "What we told wrongly is put right whatever the cap is.");
    if (isDelayNotice(issue.kind, order.country) === "yes")
      return pass("required", "US law may require this notice (16 CFR 435), whatever the cap is.");
    const count = week.left.length + week.underWay;
    if (count < perWeek)
      return pass(
        "below",
        `In seven days they got ${count} of the ${perWeek} messages that the shop allows.`,
        {
          count,
          most: perWeek,
        },
      );
    return hold("reached", `The shop allows ${perWeek} messages in seven days: they have had them.`, {
      until: capEnds(given),
      values: { most: perWeek },
    });
  },
};

/** When enough of what left is a week ago; a day where that hangs on what has not left. */
function capEnds({ week, shop, now }: Circumstances): Date {
  const tooMany = week.left.length - shop.settings.perWeek;
  const last = week.left.toSorted((a, b) => a.getTime() - b.getTime())[tooMany];
  return last ? later(last, WEEK) : later(now, days(1));
}

const quietHours: Rule = {
  rule: "quiet_hours",
  look: ({ shopper, shop, now }): Said => {
    const { quietHours: quiet } = shop.settings;
    const end = afterQuietHours(now, shopper.zones, quiet);
    const values = { from: quiet.from, to: quiet.to };
    const [code, where] =
      shopper.zones.length > 1
        ? ["quiet_in_part", "in a part of the country where they may be"]
        : ["quiet", "where they are"];
    return end
      ? hold(code, `It is between ${quiet.from} and ${quiet.to} ${where}: it leaves after that.`, {
          until: end,
          values,
        })
      : pass("awake", `It is not between ${quiet.from} and ${quiet.to} where they are.`, values);
  },
};

const holdOut: Rule = {
  rule: "hold_out",
  look: (given) => {
    if (!given.shop.settings.holdOut.on) return pass("off", "The shop holds nobody out.");
    const may = mayBeHeldOut(given);
    if (!may.eligible)
      return pass(may.code, `Nobody is held out here: ${may.because}.`, may.stake && { stake: may.stake });
    return given.arm === "held_out"
      ? hold("held_out", "Drawn by lot not to be written to, so that the shop learns whether writing helps.")
      : pass("written", "Drawn by lot to be written to.");
  },
};

const approval: Rule = {
  rule: "approval",
  look: () => pass("needed", "A person approves it before it leaves: nothing is sent unasked without one."),
};

/** Whether this shopper may be written to. */
export const ofTheShopper: readonly Rule[] = [address, redacted, consent, suppressed, careNeeded];
/** When, and who says so in the end. */
export const ofTheMoment: readonly Rule[] = [cap, quietHours, holdOut, approval];
