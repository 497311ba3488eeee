import { stopsKind } from "#app/care/decide/of-the-kind.ts";
import { dateOf, dayOf, pass, refuse, spoken, type Rule } from "#app/care/decide/rules/rule.ts";
import { days } from "#app/lib/duration.ts";
import { settingsOfKind } from "#app/shop/outreach-settings.ts";

const installed: Rule = {
  rule: "installed",
  look: ({ shop }) =>
    shop.uninstalled ? refuse("no", "The shop uninstalled the app.") : pass("yes", "The shop has the app."),
};

const killSwitch: Rule = {
  rule: "kill_switch",
  look: ({ shop }) =>
    shop.settings.on
      ? pass("on", "The shop writes first.")
      : refuse(
          "off",
          "The shop switched writing first off: nothing is drafted, and nothing that waits leaves.",
        ),
};

const kindOn: Rule = {
  rule: "kind_on",
  look: ({ shop, issue }) =>
    stopsKind(issue, shop.settings) === "kind_on"
      ? refuse("off", `The shop switched this kind off (${spoken(issue.kind)}).`, { kind: issue.kind })
      : pass("on", `The shop writes of this kind (${spoken(issue.kind)}).`, { kind: issue.kind }),
};

const LEVELS = ["", "low", "medium", "high", "critical"];

const severity: Rule = {
  rule: "severity",
  look: ({ shop, issue }) => {
    const { from } = settingsOfKind(shop.settings, issue.kind);
    const is = LEVELS[issue.severity];
    const values = { severity: issue.severity, from };
    return issue.severity < from
      ? refuse(
          "below",
          `Its severity is ${is}, and the shop writes of this kind from ${LEVELS[from]} on.`,
          values,
        )
      : pass(
          "enough",
          `Its severity is ${is}; the shop writes of this kind from ${LEVELS[from]} on.`,
          values,
        );
  },
};

const toldBy: Rule = {
  rule: "told_by",
  look: ({ shop, issue }) => {
    switch (settingsOfKind(shop.settings, issue.kind).toldBy) {
      case "attune":
        return pass("attune", "The shop leaves this kind to this app.");
      case "shopify":
        return refuse(
          "shopify",
          "Shopify's own notification tells of this kind: the shop leaves it to Shopify.",
        );
      case "other":
        return refuse("other", "Another tool tells of this kind: the shop leaves it to that tool.");
    }
  },
};

/** As far back as an app without `read_all_orders` sees. */
const LONG_BEFORE = days(60);

const sinceInstalled: Rule = {
  rule: "since_installed",
  look: ({ shop, order, now }) =>
    order.placedAt < shop.installedAt && now.getTime() - order.placedAt.getTime() > LONG_BEFORE
      ? refuse(
          "before",
          `The order is of ${dayOf(order.placedAt)}, long before the shop had the app: nobody knows here what was said of it.`,
          { day: dateOf(order.placedAt) },
        )
      : pass("since", "The order is no older than what is known here."),
};

/** What the shop decided, and what it is. */
export const ofTheShop: readonly Rule[] = [installed, killSwitch, kindOn, severity, toldBy, sinceInstalled];
