import type { TokenUsage } from "#app/ports.ts";

/** Millionths of a US dollar. */
export type Micros = number;

/** Of a million tokens, in US dollars; `cached` is the share of `input` that a prompt costs which the provider had kept. */
type Price = { input: number; output: number; cached: number };

/**
 * List prices by the beginning of a model's name, the longest that fits first. Source:
 * platform.claude.com/docs/en/about-claude/pricing, as of November 2026. A model that none begins is priced as the dearest.
 */
const PRICES: readonly [prefix: string, price: Price][] = [
  ["claude-haiku-5-5", { input: 0.1, output: 0.5, cached: 0.1 }],
  ["claude-haiku-4-5", { input: 1, output: 5, cached: 0.1 }],
  ["claude-sonnet-5-5", { input: 2, output: 10, cached: 0.05 }],
  ["claude-sonnet-5", { input: 2, output: 10, cached: 0.1 }],
  ["claude-sonnet-4", { input: 3, output: 15, cached: 0.1 }],
  ["claude-opus-5-5", { input: 4, output: 20, cached: 0.05 }],
  ["claude-opus-5", { input: 5, output: 25, cached: 0.1 }],
  ["claude-opus-4", { input: 15, output: 75, cached: 0.1 }],
];
const DEAREST: Price = { input: 15, output: 75, cached: 0.1 };

/** To keep a prompt for five minutes costs a quarter more. */
const WRITTEN = 1.25;

/** A dollar for a million tokens is a millionth of a dollar for one. */
export function costOf(
  model: string,
  { tokensIn, tokensOut, tokensCached, tokensWritten }: TokenUsage,
): Micros {
  const { input, output, cached } = priceOf(model);
  const fresh = Math.max(0, tokensIn - tokensCached - tokensWritten);
  return Math.ceil(input * (fresh + WRITTEN * tokensWritten + cached * tokensCached) + output * tokensOut);
}

/** More than a question costs: nothing of it was kept before. */
export function mostCost(model: string, most: { tokensIn: number; tokensOut: number }): Micros {
  return costOf(model, { ...most, tokensCached: 0, tokensWritten: most.tokensIn });
}

/** More tokens than a text has in any language: they are longer than two bytes, but in scripts of three and four bytes a sign. */
export const tokensAtMost = (text: string): number => Math.ceil(Buffer.byteLength(text) / 2);

const priceOf = (model: string): Price => PRICES.find(([prefix]) => model.startsWith(prefix))?.[1] ?? DEAREST;
