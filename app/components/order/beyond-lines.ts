import type { ConversationDetail } from "#app/desk/shapes.ts";
import { moneyOf } from "#app/mirror/money.ts";
import type { Money } from "#app/mirror/order.ts";

type Order = Pick<ConversationDetail["orders"][number], "total" | "editedAt" | "lines">;

/** Millionths of one: no currency has more decimals. */
const SCALE = 6;

/**
 * What an order cost besides its lines, less what was taken off: shipping, taxes and discounts, of which the mirror has the sum alone. Null
 * where there is nothing, and where it cannot be told: a line without a price or in another currency, or one that was changed later.
 */
export function beyondLines({ total, editedAt, lines }: Order): Money | null {
  if (editedAt !== null || lines.length === 0) return null;
  let left = unitsOf(total.amount);
  for (const { price, quantity, currentQuantity } of lines) {
    if (price?.currency !== total.currency) return null;
    if (currentQuantity !== null && currentQuantity !== quantity) return null;
    left -= unitsOf(price.amount) * BigInt(quantity);
  }
  return left === 0n ? null : moneyOf(amountOf(left), total.currency);
}

function unitsOf(amount: string): bigint {
  const [whole = "0", fraction = ""] = amount.replace("-", "").split(".");
  const units = BigInt(whole + fraction.slice(0, SCALE).padEnd(SCALE, "0"));
  return amount.startsWith("-") ? -units : units;
}

function amountOf(units: bigint): string {
  const digits = String(units < 0n ? -units : units).padStart(SCALE + 1, "0");
  return `${units < 0n ? "-" : ""}${digits.slice(0, -SCALE)}.${digits.slice(-SCALE)}`;
}
