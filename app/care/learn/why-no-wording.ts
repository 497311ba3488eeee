import { findClaims } from "#app/care/draft/guard/find-claims.ts";
import { findPromises } from "#app/care/draft/guard/find-promises.ts";
import { findUnsupported } from "#app/care/draft/guard/find-unsupported.ts";
import { NAME } from "#app/care/draft/wording.ts";
import type { Fault } from "#app/lib/fault.ts";

export type WordingRule = "greeting" | "sign_off" | "never_say" | "always_say";

const LONGEST: Record<WordingRule, number> = { greeting: 60, sign_off: 120, never_say: 500, always_say: 200 };
const MOST_LINES: Record<WordingRule, number> = { greeting: 1, sign_off: 3, never_say: 20, always_say: 1 };

/** The fault, and its English for who has no words for it. */
export type NoWording = Fault & { message: string };

/**
 * Why words cannot be put into every reply; null where they can. They stand there without evidence, so they may state nothing that would
 * need some.
 */
export function whyNoWording(rule: WordingRule, text: string): NoWording | null {
  const [longest, lines] = [LONGEST[rule], MOST_LINES[rule]];
  if (text.trim() === "") return { code: "empty", message: "Enter the words" };
  if (text.length > longest)
    return {
      ...{ code: "too_long", values: { limit: longest } },
      message: `At most ${longest} characters`,
    };
  if (text.split("\n").length > lines)
    return lines === 1
      ? { code: "one_line", message: "One line only" }
      : { code: "too_many_lines", values: { limit: lines }, message: `At most ${lines} lines` };
  return rule === "never_say"
    ? null
    : whySaidOfEverybody(rule === "greeting" ? text.replace(NAME, "") : text);
}

function whySaidOfEverybody(text: string): NoWording | null {
  if (/[{}<>]/u.test(text))
    return {
      code: "placeholder",
      message: `Only ${NAME} can stand for something else, in a greeting, once`,
    };
  const [finding] = findUnsupported(text, { facts: [], shopDomains: [], policyCounts: [] }).findings;
  if (finding) return quoted("states", finding.quote, "Every reply would state “_”: leave it out");
  const [promise] = findPromises(text);
  if (promise) return quoted("promises", promise.quote, "Every reply would promise “_”: leave it out");
  const [claim] = findClaims(text);
  return claim ? quoted(claim.rule, claim.quote, `${claim.why}: “_”`) : null;
}

const quoted = (code: string, quote: string, message: string): NoWording => ({
  ...{ code, values: { quote } },
  message: message.replace("_", () => quote),
});
