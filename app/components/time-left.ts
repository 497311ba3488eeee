/** "about 3 minutes left": as exact as an estimate deserves. Empty when there is none. */
export function timeLeft(seconds: number | null): string {
  if (seconds === null) return "";
  if (seconds < 45) return "less than a minute left";
  const minutes = Math.round(seconds / 60);
  if (minutes < 90) return `about ${minutes} minute${minutes === 1 ? "" : "s"} left`;
  const hours = Math.round(minutes / 60);
  return `about ${hours} hours left`;
}
