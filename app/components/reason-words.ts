import type { Worded } from "#app/care/decide/outreach.ts";
import { outreachStageSchema } from "#app/care/decide/outreach.ts";
import { severitySchema, stakes } from "#app/care/detect/issue.ts";
import { dateFormat } from "#app/words/format.ts";
import type { Say, Values } from "#app/words/say.ts";
import { issueKindLabel, severityLabel, stageLabel, stakeLabel } from "./issue-labels.ts";
import { asSentence, withinSentence } from "./labels.ts";

/** What a rule says of a case, as a sentence. What has no words by its code, or was kept before there were codes, is said in English. */
export function reasonInWords(say: Say, { rule, code, why, values = {} }: Worded): string {
  const key = `reason.${rule}.${code}`;
  return code !== undefined && say.knows(key) ? say(key, spoken(say, values)) : asSentence(why);
}

/** The same without its full stop, for a line of which it is a part. */
export const reasonInLine = (say: Say, reason: Worded): string =>
  reasonInWords(say, reason).replace(/[.。]$/u, "");

const spoken = (say: Say, values: Record<string, string | number>): Values =>
  Object.fromEntries(Object.entries(values).map(([name, value]) => [name, spokenValue(say, name, value)]));

/** A value by its name: days, kinds, stakes and severities are kept as codes. */
function spokenValue(say: Say, name: string, value: string | number): string | number {
  switch (name) {
    case "day":
      return dateFormat(say, { day: "numeric", month: "long", timeZone: "UTC" }).format(new Date(value));
    case "kind":
      return withinSentence(say, issueKindLabel(say, String(value)));
    case "stake": {
      const stake = stakes.find((one) => one === value);
      return stake ? withinSentence(say, stakeLabel(say, stake)) : value;
    }
    case "stage": {
      const { data: stage } = outreachStageSchema.safeParse(value);
      return stage ? withinSentence(say, stageLabel(say, stage)) : value;
    }
    case "severity":
    case "from": {
      const { data: severity } = severitySchema.safeParse(value);
      return severity ? withinSentence(say, severityLabel(say, severity)) : value;
    }
    default:
      return value;
  }
}
