import { isNews } from "#app/care/decide/of-the-kind.ts";
import { dateOf, dayOf, hold, pass, refuse, type Rule } from "#app/care/decide/rules/rule.ts";

const stands: Rule = {
  rule: "stands",
  look: ({ issue, stage }) => {
    if (issue.status === "dismissed") return refuse("dismissed", "A person dismissed it.");
    switch (stage) {
      case "first":
        return issue.status === "open" ? pass("still_so", "It is still so.") : refuse("over", "It is over.");
      case "update":
        return pass("changed", "What was told of it has changed.");
      case "resolution":
      case "correction":
        return issue.status === "resolved"
          ? pass("over", "It is over.")
          : refuse("goes_on", "It is not over: there is no end to tell of.");
    }
  },
};

const isFresh: Rule = {
  rule: "news",
  look: ({ newsAt, now }) =>
    isNews(newsAt, now)
      ? pass("fresh", `It is news of ${dayOf(newsAt)}.`, { day: dateOf(newsAt) })
      : refuse("old", `It is of ${dayOf(newsAt)}: after 14 days it is no news to anybody.`, {
          day: dateOf(newsAt),
        }),
};

const snoozed: Rule = {
  rule: "snoozed",
  look: ({ issue, now }) =>
    issue.snoozedUntil && issue.snoozedUntil > now
      ? hold("put_off", "A person put it off.", { until: issue.snoozedUntil })
      : pass("not_put_off", "Nobody put it off."),
};

const testOrder: Rule = {
  rule: "test_order",
  look: ({ order }) =>
    order.test ? refuse("test", "It is a test order.") : pass("real", "It is a real order."),
};

const dispute: Rule = {
  rule: "dispute",
  look: ({ order }) =>
    order.disputed
      ? refuse(
          "open",
          "A dispute about this order is open: what is written now is evidence, so a person writes it.",
        )
      : pass("none", "No dispute about this order is open."),
};

/** Whether the issue, and the order it is of, are to be told of at all. */
export const ofTheIssue: readonly Rule[] = [stands, isFresh, snoozed, testOrder, dispute];
