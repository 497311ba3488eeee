import type { DraftUsage } from "#app/care/draft/draft.ts";

/** What a draft cost, in words. Nothing is known of drafts of earlier releases, nor of a model that did not say. */
export function costLabel({
  maker,
  usage,
}: {
  maker: string;
  usage?: DraftUsage | null | undefined;
}): string {
  if (!usage) return maker === "composer" ? "No cost: written by the embedded composer" : "Cost not known";
  const tokens = usage.tokensIn + usage.tokensOut;
  const cached = usage.tokensCached > 0 ? ` (${counted(usage.tokensCached)} of them cached)` : "";
  return `${dollars(usage.costMicros)} · ${counted(tokens)} ${tokens === 1 ? "token" : "tokens"}${cached}`;
}

/** To a hundredth of a cent; what is less is said to be. */
function dollars(micros: number): string {
  const format = new Intl.NumberFormat("en", {
    ...{ style: "currency", currency: "USD", minimumFractionDigits: 2, maximumFractionDigits: 4 },
  });
  return micros > 0 && micros < 100 ? "Less than $0.0001" : format.format(micros / 1_000_000);
}

const counted = (count: number) => new Intl.NumberFormat("en").format(count);
