import type { Fact } from "#app/care/draft/draft.ts";
import { formatDate, formatMoney, localDay, type Format } from "#app/care/draft/format-value.ts";
import type { Evidence } from "#app/care/detect/issue.ts";

const DAY = /^\d{4}-\d\d-\d\d$/u;
const MONEY = /^(-?\d+(?:\.\d+)?) ([A-Z]{3})$/u;

/** What an issue rests on, in the shape of a draft's facts: `value` as the team reads it, `raw` for machines. */
export function factOf(evidence: Evidence, format: Omit<Format, "locale">): Fact {
  const { id, label, kind, source, observedAt } = evidence;
  const needs = "address_match" as const;
  return { id, label, kind, source, observedAt, needs, ...writtenOf(evidence, { ...format, locale: "en" }) };
}

function writtenOf({ kind, value }: Evidence, format: Format): Pick<Fact, "value" | "raw"> {
  switch (kind) {
    case "date": {
      if (Number.isNaN(Date.parse(value))) return { value, raw: value };
      const zoned = DAY.test(value) ? { ...format, timeZone: "UTC" } : format;
      return { value: formatDate(value, zoned), raw: localDay(value, zoned.timeZone) };
    }
    case "money": {
      const [, amount, currency] = MONEY.exec(value) ?? [];
      const money = amount && currency ? formatMoney({ amount, currency }, format.locale) : value;
      return { value: money, raw: value };
    }
    case "status":
      return { value: value.replaceAll("_", " "), raw: value };
    case "text":
    case "number":
    case "order_name":
    case "tracking":
    case "title":
      return { value, raw: value };
  }
}
