import { numberFormat } from "#app/words/format.ts";
import type { Say } from "#app/words/say.ts";
import type { DraftUsage } from "#app/care/draft/draft.ts";

/** What a draft cost, in words. Nothing is known of drafts of earlier releases, nor of a model that did not say. */
export function costLabel(
  say: Say,
  { maker, usage }: { maker: string; usage?: DraftUsage | null | undefined },
): string {
  if (!usage) return say(maker === "composer" ? "cost.none" : "cost.unknown");
  return say(usage.tokensCached > 0 ? "cost.cached" : "cost.spent", {
    cost: dollars(say, usage.costMicros),
    tokens: usage.tokensIn + usage.tokensOut,
    cached: usage.tokensCached,
  });
}

/** To a hundredth of a cent; what is less is said to be. */
function dollars(say: Say, micros: number): string {
  const format = numberFormat(say, {
    ...{ style: "currency", currency: "USD", minimumFractionDigits: 2, maximumFractionDigits: 4 },
  });
  return micros > 0 && micros < 100
    ? say("cost.lessThan", { cost: format.format(0.0001) })
    : format.format(micros / 1_000_000);
}
