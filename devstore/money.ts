const WITHOUT_DECIMALS = new Set(["JPY", "KRW", "VND", "CLP"]);

/** How many decimals the currency's minor unit has. */
export function decimalsOf(currency: string): number {
  return WITHOUT_DECIMALS.has(currency) ? 0 : 2;
}

/** Minor units → `"12.30"`, or `"1230"` in yen, as webhooks write it. */
export function webhookAmount(minor: number, currency: string): string {
  const decimals = decimalsOf(currency);
  return (minor / 10 ** decimals).toFixed(decimals);
}

/** Minor units → `"12.3"`, `"12.0"`: Shopify's GraphQL `Decimal` keeps at least one decimal and no trailing zero. */
export function graphqlAmount(minor: number, currency: string): string {
  const plain = String(minor / 10 ** decimalsOf(currency));
  return plain.includes(".") ? plain : `${plain}.0`;
}

/** `"12.30"` → 1230. Throws on text that is not an amount. */
export function minorUnits(amount: string, currency: string): number {
  if (!/^-?\d+(\.\d+)?$/.test(amount)) throw new Error(`not an amount: ${amount}`);
  return Math.round(Number(amount) * 10 ** decimalsOf(currency));
}

/** Changes currency at `rate` units of `to` for one of `from`. */
export function exchange(minor: number, input: { from: string; to: string; rate: number }): number {
  return Math.round(minor * input.rate * 10 ** (decimalsOf(input.to) - decimalsOf(input.from)));
}
