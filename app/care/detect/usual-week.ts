const [SUNDAY, FRIDAY, SATURDAY] = [0, 5, 6];
/** Where Friday and Saturday are free, and Sunday is not. */
const FRIDAY_FREE = new Set([
  "Africa/Algiers",
  "Africa/Cairo",
  "Africa/Khartoum",
  "Africa/Tripoli",
  "Asia/Aden",
  "Asia/Amman",
  "Asia/Baghdad",
  "Asia/Bahrain",
  "Asia/Damascus",
  "Asia/Dhaka",
  "Asia/Jerusalem",
  "Asia/Kuwait",
  "Asia/Muscat",
  "Asia/Qatar",
  "Asia/Riyadh",
]);

/** Whether a weekday (0 is Sunday) is free for most people of a zone. */
export const isUsuallyFree = (weekday: number, timeZone: string): boolean =>
  weekday === SATURDAY || weekday === (FRIDAY_FREE.has(timeZone) ? FRIDAY : SUNDAY);
