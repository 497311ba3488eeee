import type { Money } from "#app/mirror/order.ts";

/** An amount with its currency's decimals: `12.3` becomes `12.30`, an amount in yen stays whole. */
export function moneyOf(amount: string, currency: string): Money {
  const [whole = "0", fraction = ""] = amount.split(".");
  const kept = fraction.replace(/0+$/, "").padEnd(decimalsOf(currency), "0");
  return { amount: kept === "" ? whole : `${whole}.${kept}`, currency };
}

const known = new Map<string, number>();

function decimalsOf(currency: string): number {
  const decimals =
    known.get(currency) ??
    new Intl.NumberFormat("en", { style: "currency", currency }).resolvedOptions().maximumFractionDigits ??
    2;
  known.set(currency, decimals);
  return decimals;
}
