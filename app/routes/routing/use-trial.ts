import { useEffect, useState } from "react";
import { wouldDo, type WouldDo } from "#app/care/triage/would-do.ts";
import type { RuleTried, TriedConversation } from "#app/desk/try-rule.server.ts";
import { ruleInputSchema, type RuleInput } from "#app/care/triage/rule.ts";
import { askLive } from "#app/components/ask-live.ts";
import { pause } from "#app/components/pause.ts";

/** So long nothing is changed before it is tried. */
const PAUSE_MS = 500;
const RETRY_MS = 5_000;
const SHOWN = 20;

/** The pages of a trial, added up. */
export type Trial = {
  days: number;
  messages: number;
  conversations: number;
  matched: number;
  kept: number;
  would: Partial<Record<WouldDo, number>>;
  sample: TriedConversation[];
  cut: boolean;
};

export type LiveTrial = {
  /** `tried`: this very rule, to its end. `lost`: nobody answered, and it is tried again. `wrong`: it is no whole rule yet. */
  state: "trying" | "tried" | "lost" | "wrong";
  /** What was found last, of this rule or the one before it; null before the first answer. */
  trial: Trial | null;
};

const addressOf = (cursor: string | null) =>
  cursor === null ? "/settings/routing/try" : `/settings/routing/try?cursor=${encodeURIComponent(cursor)}`;

/** What a rule would have done last week, tried again when it changes: a page of conversations after the other. */
export function useTrial(rule: RuleInput, ruleId: string | undefined): LiveTrial {
  const { name: _name, enabled: _enabled, ...tried } = rule;
  const nameless = { ...tried, name: "-" };
  const isWhole = ruleInputSchema.safeParse(nameless).success;
  const asked = JSON.stringify({ rule: nameless, ...(ruleId ? { ruleId } : {}) });
  const [found, setFound] = useState<{
    asked: string;
    state: LiveTrial["state"];
    trial: Trial | null;
  } | null>(null);
  useEffect(() => {
    if (!isWhole) return undefined;
    const superseded = new AbortController();
    const { signal } = superseded;
    void (async () => {
      await pause(PAUSE_MS, signal);
      let [trial, cursor]: [Trial | null, string | null] = [null, null];
      while (!signal.aborted) {
        const answer: RuleTried | "wrong" | "lost" = await askLive<RuleTried>(
          addressOf(cursor),
          asked,
          signal,
        );
        if (signal.aborted) return;
        if (typeof answer === "object") {
          trial = addUp(trial, answer);
          cursor = answer.nextCursor;
          const state = cursor === null ? "tried" : "trying";
          setFound({ asked, state, trial });
          if (cursor === null) return;
        } else {
          setFound((before) => ({ asked, state: answer, trial: trial ?? before?.trial ?? null }));
          if (answer === "wrong") return;
          await pause(RETRY_MS, signal);
        }
      }
    })();
    return () => superseded.abort();
  }, [asked, isWhole]);
  if (!isWhole) return { state: "wrong", trial: null };
  if (found?.asked !== asked) return { state: "trying", trial: found?.trial ?? null };
  return { state: found.state, trial: found.trial };
}

function addUp(before: Trial | null, { nextCursor: _nextCursor, ...page }: RuleTried): Trial {
  if (!before) return page;
  const would = { ...before.would };
  for (const what of wouldDo) {
    const count = (would[what] ?? 0) + (page.would[what] ?? 0);
    if (count > 0) would[what] = count;
  }
  return {
    ...{ days: page.days, cut: page.cut, would },
    messages: before.messages + page.messages,
    conversations: before.conversations + page.conversations,
    matched: before.matched + page.matched,
    kept: before.kept + page.kept,
    sample: [...before.sample, ...page.sample].slice(0, SHOWN),
  };
}
