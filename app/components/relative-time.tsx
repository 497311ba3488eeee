import { useEffect, useState } from "react";

const STEPS: [Intl.RelativeTimeFormatUnit, number][] = [
  ["day", 86_400],
  ["hour", 3_600],
  ["minute", 60],
];
const format = new Intl.RelativeTimeFormat("en", { numeric: "auto" });

/** "3 hours ago". Rendered on the server as the date itself, so that both sides agree until the browser's clock takes over. */
export function useRelativeTime(at: string | null): string {
  const [now, setNow] = useState<number | null>(null);
  useEffect(() => {
    setNow(Date.now());
    const timer = setInterval(() => setNow(Date.now()), 60_000);
    return () => clearInterval(timer);
  }, []);
  if (!at) return "";
  if (now === null) return `on ${at.slice(0, 10)}`;
  const seconds = Math.round((new Date(at).getTime() - now) / 1_000);
  const step = STEPS.find(([, length]) => Math.abs(seconds) >= length);
  return step ? format.format(Math.round(seconds / step[1]), step[0]) : "just now";
}

/** A time as an element: relative to read, exact for machines and on hover. */
export function RelativeTime({ at }: { at: string }) {
  return (
    <time dateTime={at} title={at.replace("T", " ").slice(0, 16).concat(" UTC")}>
      {useRelativeTime(at)}
    </time>
  );
}
