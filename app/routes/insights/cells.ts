import type { Quantile } from "#app/desk/insights/quantile.ts";
import type { Share, ShareChange } from "#app/desk/insights/share.ts";
import { numberLabel } from "#app/components/labels.ts";
import { numberFormat } from "#app/words/format.ts";
import type { Say } from "#app/words/say.ts";
import type { CsvCell } from "./csv.ts";

/** What stands in a table; a column holds one kind. Null: nothing is to be said there. */
export type Cell =
  | { kind: "text"; text: string }
  | { kind: "count"; count: number | null }
  | { kind: "share"; share: Share | null }
  | { kind: "change"; change: ShareChange | null }
  | { kind: "time"; time: Quantile | null }
  | { kind: "cost"; micros: number | null };

const HOUR = 3_600_000;
const MICROS = 1_000_000;
const NONE = "–";

/** As it is read. */
export function cellText(say: Say, cell: Cell): string {
  switch (cell.kind) {
    case "text":
      return cell.text;
    case "count":
      return cell.count === null ? NONE : numberLabel(say, cell.count);
    case "share":
      return shareText(say, cell.share);
    case "change":
      return changeText(say, cell.change);
    case "time":
      return timeText(say, cell.time);
    case "cost":
      return cell.micros === null
        ? NONE
        : numberFormat(say, { style: "currency", currency: "USD" }).format(cell.micros / MICROS);
  }
}

/** "6.7% (4–11%), 12 of 180" */
function shareText(say: Say, share: Share | null): string {
  if (!share || share.n === 0) return NONE;
  const { k, n, low, high } = share;
  if (share.share === null || low === null || high === null) return say("insights.tooFew", { k, n });
  return say("insights.share", { ...{ k, n }, share: percent(say, share.share), ...between(say, low, high) });
}

export const percent = (say: Say, share: number) =>
  numberFormat(say, { style: "percent", maximumFractionDigits: share > 0 && share < 0.1 ? 1 : 0 }).format(
    share,
  );

const between = (say: Say, low: number, high: number) => ({
  low: percent(say, low),
  high: percent(say, high),
});

function changeText(say: Say, change: ShareChange | null): string {
  if (!change) return NONE;
  const [by, low, high] = [change.by, change.low, change.high].map((part) => points(say, part));
  const known = change.low > 0 || change.high < 0;
  return say(known ? "insights.change" : "insights.change.unclear", { by, low, high });
}

const points = (say: Say, part: number) =>
  numberFormat(say, { signDisplay: "exceptZero", maximumFractionDigits: 0 }).format(part * 100);

/** "6.5 hr (3–8 hr), 12" */
function timeText(say: Say, time: Quantile | null): string {
  if (!time || time.n === 0) return NONE;
  const { n, value, low, high } = time;
  if (value === null) return say("insights.time.tooFew", { n });
  const [middle, from] = [value, low ?? 0].map((one) => hoursLabel(say, one));
  if (high === null) return say("insights.time.open", { middle, low: from, n });
  return say("insights.time", { middle, low: from, high: hoursLabel(say, high), n });
}

/** In hours, since a business day has as many as it has; in minutes below one. */
export function hoursLabel(say: Say, time: number): string {
  const [value, unit] = time < HOUR ? [time / 60_000, "minute"] : [time / HOUR, "hour"];
  const digits = unit === "hour" && value < 10 ? 1 : 0;
  return numberFormat(say, { style: "unit", unit, maximumFractionDigits: digits }).format(value);
}

/** What a column is called in a file, in which each number has a column of its own. */
export function csvHeadings(say: Say, heading: string, kind: Cell["kind"]): string[] {
  const parts = (names: readonly ("share" | "of" | "count" | "low" | "high" | "points" | "hours")[]) =>
    names.map((name) => say(`insights.csv.${name}`, { column: heading }));
  switch (kind) {
    case "text":
    case "count":
      return [heading];
    case "share":
      return parts(["share", "low", "high", "count", "of"]);
    case "change":
      return parts(["points", "low", "high"]);
    case "time":
      return parts(["hours", "low", "high", "count"]);
    case "cost":
      return [heading];
  }
}

/** As it stands in a file: bare numbers, with a point, whatever the language. */
export function csvCells(cell: Cell): CsvCell[] {
  switch (cell.kind) {
    case "text":
      return [cell.text];
    case "count":
      return [cell.count];
    case "share": {
      const { share = null, low = null, high = null, k = null, n = null } = cell.share ?? {};
      return [rounded(share), rounded(low), rounded(high), k, n];
    }
    case "change": {
      const { by, low, high } = cell.change ?? { by: null, low: null, high: null };
      return [by, low, high].map((part) => rounded(part === null ? null : part * 100));
    }
    case "time": {
      const { value = null, low = null, high = null, n = null } = cell.time ?? {};
      return [...[value, low, high].map((one) => rounded(one === null ? null : one / HOUR)), n];
    }
    case "cost":
      return [cell.micros === null ? null : cell.micros / MICROS];
  }
}

const rounded = (value: number | null) => (value === null ? null : Math.round(value * 1e4) / 1e4);
