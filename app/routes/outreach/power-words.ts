import type { IssueKind } from "#app/care/detect/issue.ts";
import type { HoldOutResults } from "#app/care/learn/hold-out-results.server.ts";
import type { Say } from "#app/words/say.ts";
import { issueKindLabel } from "#app/components/issue-labels.ts";

export type KindPower = { kind: IssueKind } & HoldOutResults["kinds"][number]["power"];

/** Whether this store's volume can answer within six months, and the reasons by kind. */
export type PowerInWords = { able: boolean; title: string; kinds: string[]; note: string };

export function powerInWords(say: Say, powers: readonly KindPower[]): PowerInWords {
  const some = powers.filter(({ perMonth }) => perMonth > 0);
  const able = some.filter(({ answers }) => answers);
  return {
    able: able.length > 0,
    title: titleOf(some.length, able.length),
    kinds: some
      .toSorted((one, other) => other.perMonth - one.perMonth)
      .map((power) => `${issueKindLabel(say, power.kind)}: ${powerOf(power)}`),
    note: some.some(({ assumed }) => assumed)
      ? "Where too little is known of how many of your shoppers ask, 30 in 100 are taken to do."
      : "",
  };
}

function titleOf(some: number, able: number): string {
  if (some === 0)
    return "It can answer nothing yet: in the last 60 days nobody could have been held back in your store";
  if (able === 0) return "Your store's volume can hardly answer within six months";
  return able === some
    ? "Your store's volume can answer within six months"
    : "Your store's volume can answer within six months for some problems";
}

function powerOf({ perMonth, written, heldOut, smallest, answers }: KindPower): string {
  const volume = `about ${Math.max(1, Math.round(perMonth)).toLocaleString("en")} a month. In six months ${written.toLocaleString("en")} written to and ${heldOut.toLocaleString("en")} held back`;
  if (smallest === null) return `${volume}: too few to show any difference.`;
  const drop = `${(Math.round(smallest * 1000) / 10).toLocaleString("en")} in 100`;
  return answers
    ? `${volume}: a drop of ${drop} in who asks would show.`
    : `${volume}: only a drop of ${drop} in who asks would show, and so large it will hardly be.`;
}
