import { isNews } from "#app/care/decide/of-the-kind.ts";
import { dayOf, hold, pass, refuse, type Rule } from "#app/care/decide/rules/rule.ts";

const stands: Rule = {
  rule: "stands",
  look: ({ issue, stage }) => {
    if (issue.status === "dismissed") return refuse("A person dismissed it.");
    switch (stage) {
      case "first":
        return issue.status === "open" ? pass("It is still so.") : refuse("It is over.");
      case "update":
        return pass("What was told of it has changed.");
      case "resolution":
      case "correction":
        return issue.status === "resolved"
          ? pass("It is over.")
          : refuse("It is not over: there is no end to tell of.");
    }
  },
};

const isFresh: Rule = {
  rule: "news",
  look: ({ newsAt, now }) =>
    isNews(newsAt, now)
      ? pass(`It is news of ${dayOf(newsAt)}.`)
      : refuse(`It is of ${dayOf(newsAt)}: after 14 days it is no news to anybody.`),
};

const snoozed: Rule = {
  rule: "snoozed",
  look: ({ issue, now }) =>
    issue.snoozedUntil && issue.snoozedUntil > now
      ? hold("A person put it off.", issue.snoozedUntil)
      : pass("Nobody put it off."),
};

const testOrder: Rule = {
  rule: "test_order",
  look: ({ order }) => (order.test ? refuse("It is a test order.") : pass("It is a real order.")),
};

const dispute: Rule = {
  rule: "dispute",
  look: ({ order }) =>
    order.disputed
      ? refuse("A dispute about this order is open: what is written now is evidence, so a person writes it.")
      : pass("No dispute about this order is open."),
};

/** Whether the issue, and the order it is of, are to be told of at all. */
export const ofTheIssue: readonly Rule[] = [stands, isFresh, snoozed, testOrder, dispute];
