import { useSyncExternalStore } from "react";
import { agoFormat } from "#app/words/format.ts";
import { dateTimeLabel } from "./labels.ts";
import { useWords } from "./words.tsx";

const STEPS: [Intl.RelativeTimeFormatUnit, number][] = [
  ["day", 86_400],
  ["hour", 3_600],
  ["minute", 60],
];

const TICK_MS = 10_000;

/** One clock for the whole page, running while something on it shows a time. It stands still on the server. */
const clock = (() => {
  let now: number | null = null;
  let timer: ReturnType<typeof setInterval> | undefined;
  const listeners = new Set<() => void>();
  const tick = () => {
    now = Date.now();
    for (const listener of listeners) listener();
  };
  return {
    read: () => now,
    subscribe: (listener: () => void) => {
      listeners.add(listener);
      timer ??= setInterval(tick, TICK_MS);
      if (now === null || Date.now() - now > TICK_MS) tick();
      return () => {
        listeners.delete(listener);
        if (listeners.size > 0) return;
        clearInterval(timer);
        timer = undefined;
      };
    },
  };
})();

/** Milliseconds since 1970, to ten seconds; null until the browser's clock has taken over from the server's page. */
export const useNow = () => useSyncExternalStore(clock.subscribe, clock.read, () => null);

/** "3 hours ago". Rendered on the server as the date itself, so that both sides agree until the browser's clock takes over. */
export function useRelativeTime(at: string | null): string {
  const now = useNow();
  const say = useWords();
  if (!at) return "";
  if (now === null) return say("time.onDate", { date: at.slice(0, 10) });
  const seconds = Math.round((new Date(at).getTime() - now) / 1_000);
  const step = STEPS.find(([, length]) => Math.abs(seconds) >= length);
  if (!step) return say("time.justNow");
  return agoFormat(say, { numeric: "auto" }).format(Math.round(seconds / step[1]), step[0]);
}

/** A time as an element: relative to read, exact for machines and on hover. */
export function RelativeTime({ at }: { at: string }) {
  return (
    <time dateTime={at} title={dateTimeLabel(useWords(), at)}>
      {useRelativeTime(at)}
    </time>
  );
}
