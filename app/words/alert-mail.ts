import type { Say } from "#app/words/say.ts";

/** What an alert says to whoever is told by mail. Not a screen, but read by the same people, in the same words. */
export function sayAlert(
  say: Say,
  alert: { reason: string; round: number; most: number; shopName: string; link: string },
): { subject: string; text: string } {
  const { reason, round, most, shopName, link } = alert;
  const subjects = {
    urgent: say("levels.alertMail.urgent.subject", { shopName }),
    escalated: say("levels.alertMail.escalated.subject", { shopName }),
    low_rating: say("levels.alertMail.low_rating.subject", { shopName }),
    test: say("levels.alertMail.test.subject", { shopName }),
  };
  const texts = {
    urgent: say("levels.alertMail.urgent.text"),
    escalated: say("levels.alertMail.escalated.text"),
    low_rating: say("levels.alertMail.low_rating.text"),
    test: say("levels.alertMail.test.text"),
  };
  const known = reason === "escalated" || reason === "low_rating" || reason === "test" ? reason : "urgent";
  const repeats = known === "test" ? [] : [say("levels.alertMail.again", { round, most })];
  return {
    subject: subjects[known],
    text: `${[texts[known], link, ...repeats, say("levels.alertMail.why", { shopName })].join("\n\n")}\n`,
  };
}
