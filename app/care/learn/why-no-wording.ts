import { findClaims } from "#app/care/draft/guard/find-claims.ts";
import { findPromises } from "#app/care/draft/guard/find-promises.ts";
import { findUnsupported } from "#app/care/draft/guard/find-unsupported.ts";
import { NAME } from "#app/care/draft/wording.ts";

export type WordingRule = "greeting" | "sign_off" | "never_say" | "always_say";

const LONGEST: Record<WordingRule, number> = { greeting: 60, sign_off: 120, never_say: 500, always_say: 200 };
const MOST_LINES: Record<WordingRule, number> = { greeting: 1, sign_off: 3, never_say: 20, always_say: 1 };

/**
 * Why words cannot be put into every reply, in words for who wrote them; null where they can. They stand there without evidence, so they may
 * state nothing that would need some.
 */
export function whyNoWording(rule: WordingRule, text: string): string | null {
  if (text.trim() === "") return "Enter the words";
  if (text.length > LONGEST[rule]) return `At most ${LONGEST[rule]} characters`;
  if (text.split("\n").length > MOST_LINES[rule])
    return MOST_LINES[rule] === 1 ? "One line only" : `At most ${MOST_LINES[rule]} lines`;
  if (rule === "never_say") return null;
  const plain = rule === "greeting" ? text.replace(NAME, "") : text;
  if (/[{}<>]/u.test(plain)) return `Only ${NAME} can stand for something else, in a greeting, once`;
  const [finding] = findUnsupported(plain, { facts: [], shopDomains: [], policyCounts: [] }).findings;
  if (finding) return `Every reply would state “${finding.quote}”: leave it out`;
  const [promise] = findPromises(plain);
  if (promise) return `Every reply would promise “${promise.quote}”: leave it out`;
  const [claim] = findClaims(plain);
  return claim ? `${claim.why}: “${claim.quote}”` : null;
}
