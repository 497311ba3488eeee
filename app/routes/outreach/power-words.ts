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
    title: say(`outreach.power.title.${titleOf(some.length, able.length)}`),
    kinds: some
      .toSorted((one, other) => other.perMonth - one.perMonth)
      .map((power) => say(`outreach.power.${powerOf(power)}`, valuesOf(say, power))),
    note: some.some(({ assumed }) => assumed) ? say("outreach.power.assumed") : "",
  };
}

function titleOf(some: number, able: number): "nothing" | "none" | "all" | "some" {
  if (some === 0) return "nothing";
  if (able === 0) return "none";
  return able === some ? "all" : "some";
}

function powerOf({ smallest, answers }: KindPower): "tooFew" | "shows" | "hardly" {
  if (smallest === null) return "tooFew";
  return answers ? "shows" : "hardly";
}

const valuesOf = (say: Say, { kind, perMonth, written, heldOut, smallest }: KindPower) => ({
  kind: issueKindLabel(say, kind),
  perMonth: perMonth < 10 ? Math.max(0.1, Math.round(perMonth * 10) / 10) : Math.round(perMonth),
  ...{ written, heldOut },
  /** In 100. */
  drop: Math.round((smallest ?? 0) * 1000) / 10,
});
