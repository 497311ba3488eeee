export type CsvCell = string | number | null;

/** Read as UTF-8 by Excel, too. */
const MARK = "\uFEFF";
/** What a spreadsheet takes for the beginning of a formula: OWASP, CSV Injection. */
const FORMULA = /^[=+\-@\t\r\n＝＋－＠]/u;

/**
 * A file of rows (RFC 4180). What somebody else named (a product, a carrier) is text for every spreadsheet, whatever it begins with;
 * numbers are ours, and stay numbers.
 */
export function csvOf(rows: readonly (readonly CsvCell[])[]): string {
  return MARK + rows.map((row) => `${row.map(fieldOf).join(",")}\r\n`).join("");
}

function fieldOf(cell: CsvCell): string {
  if (cell === null) return "";
  if (typeof cell === "number") return String(cell);
  const safe = FORMULA.test(cell.trimStart()) || FORMULA.test(cell) ? `'${cell}` : cell;
  return `"${safe.replaceAll('"', '""')}"`;
}
