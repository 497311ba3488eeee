import { days } from "#app/lib/duration.ts";

/** How long an unanswered or waiting conversation takes in what is no answer to it: a mail of its subject, or about its order. */
export const TAKES_IN_WITHIN = days(14);

const PREFIX =
  /^(?:\s*(?:re|aw|antw|antwort|sv|vs|vb|odp|rv|res|resp|rif|ref|réf|tr|fwd?|wg|doorst|enc|ynt|回复|答复|转发|返信|転送)\s*(?:\[\d{1,3}\]|\(\d{1,3}\))?\s*[:：]|\s*\[(?:ext|external|extern)[^\]]{0,20}\])\s*/iu;

/** A subject without its Re:, AW:, Fwd:, … so that answers compare equal to what they answer. */
export function threadSubject(subject: string): string {
  let rest = subject.slice(0, 500);
  for (let round = 0; round < 20 && PREFIX.test(rest); round += 1) rest = rest.replace(PREFIX, "");
  return rest.replace(/\s+/g, " ").trim().toLowerCase();
}
