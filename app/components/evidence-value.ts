import type { Evidence } from "#app/care/detect/issue.ts";
import type { Say } from "#app/words/say.ts";
import { moneyLabel, numberLabel, statusLabel } from "./labels.ts";
import { zonedDay, zonedTime } from "./zoned-time.ts";

/** What has to happen before this moment, which may be the midnight after the day that people name. */
const isLimit = (id: string) => id.endsWith(":shipBy");

/** The day of a time, where the shop is; of a limit the last day on which it could be kept. */
export function evidenceDay(
  say: Say,
  { id, value }: Pick<Evidence, "id" | "value">,
  zone: string | null,
): string {
  const at = isLimit(id) ? new Date(Date.parse(value) - 1).toISOString() : value;
  return zonedDay(say, at, zone);
}

/** A piece of evidence as people read it; its value is written for machines. Times where the shop is. */
export function evidenceValue(
  say: Say,
  { id, kind, value }: Pick<Evidence, "id" | "kind" | "value">,
  zone: string | null,
): string {
  if (kind === "date" && isLimit(id) && !Number.isNaN(Date.parse(value)))
    return evidenceDay(say, { id, value }, zone);
  switch (kind) {
    case "status":
      return statusLabel(say, value);
    case "date":
      return dateValue(say, value, zone);
    case "money":
      return moneyValue(say, value);
    case "number":
      return Number.isFinite(Number(value)) ? numberLabel(say, Number(value)) : value;
    case "text":
      // A word of ours, and no text of anybody's.
      return /^[a-z]+(?:_[a-z]+)+$/u.test(value) ? statusLabel(say, value) : value;
    case "order_name":
    case "tracking":
    case "title":
      return value;
  }
}

/** A day is a day wherever one reads it; a time is one where the shop is. */
function dateValue(say: Say, value: string, zone: string | null): string {
  if (Number.isNaN(Date.parse(value))) return value;
  return /^\d{4}-\d\d-\d\d$/u.test(value) ? zonedDay(say, value, "UTC") : zonedTime(say, value, zone);
}

/** "59.90 EUR"; what is no amount is shown as it stands. */
function moneyValue(say: Say, value: string): string {
  const [, amount, currency] = /^(-?\d+(?:\.\d+)?) ([A-Z]{3})$/u.exec(value) ?? [];
  return amount && currency ? moneyLabel(say, { amount, currency }) : value;
}
