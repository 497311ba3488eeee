import { listed } from "#app/components/labels.ts";
import { againstLabel } from "#app/components/outreach-words.ts";
import type { Say } from "#app/words/say.ts";
import type { LivePreview } from "./use-preview.ts";

/** What these settings come to, or why it was not counted. */
export function countInAll(say: Say, { state, preview }: LivePreview): string {
  if (state === "lost" || state === "wrong") return say(`outreach.count.${state}`);
  if (!preview) return say("outreach.count.pending");
  const { found, written, cut } = preview;
  if (found === 0) return say("outreach.count.none");
  return say("outreach.count.found", { found, written, cut: cut ? "yes" : "no" });
}

/** The reasons most of them were not written for: the first one against each. Nothing where these settings were not counted. */
export function notWritten(say: Say, { state, preview }: LivePreview): string {
  if (state === "wrong") return "";
  const because = new Map<string, number>();
  for (const kind of preview?.kinds ?? [])
    for (const [rule, count = 0] of Object.entries(kind.because))
      because.set(rule, (because.get(rule) ?? 0) + count);
  const most = [...because].toSorted(([, one], [, other]) => other - one).slice(0, REASONS);
  if (most.length === 0) return "";
  const reasons = most.map(([rule, count]) =>
    say("outreach.count.reason", { count, why: againstLabel(say, rule) }),
  );
  return say("outreach.count.notWritten", { reasons: listed(say, reasons) });
}

const REASONS = 4;
