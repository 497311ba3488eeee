import type { DeskEvent } from "#app/desk/live/desk-event.ts";
import { waitBeforeAttempt } from "./backoff.ts";
import { listenOnce } from "./listen-once.ts";
import { pause } from "../pause.ts";

/** `polling`: news does not come by itself now. */
export type LiveState = "live" | "polling";

/** A screen that nobody looks at holds no stream; a glance elsewhere does not end it. */
const HIDDEN_MS = 30_000;
/** After the last screen that listens is gone: the next one is mostly a click away. */
const LINGER_MS = 5_000;

type World = {
  open: (signal: AbortSignal) => Promise<Response>;
  chance: () => number;
  isHidden: () => boolean;
};

/** One stream of news for all of a page, by fetch: App Bridge proves who asks on a fetch, with a new session token each time. */
export function makeConnection({ open, chance, isHidden }: World) {
  const hearers = new Set<(event: DeskEvent) => void>();
  const watchers = new Set<() => void>();
  let state: LiveState = "polling";
  let running: AbortController | null = null;

  const become = (next: LiveState) => {
    if (state === next) return;
    state = next;
    for (const watcher of watchers) watcher();
  };

  const heard = (event: DeskEvent) => {
    if (event.kind === "hello") become("live");
    for (const hearer of hearers) hearer(event);
  };

  async function run(signal: AbortSignal): Promise<void> {
    for (let failures = 0; !signal.aborted;) {
      const again = await listenOnce({ open, signal, hear: heard });
      failures = again || state === "live" ? 0 : failures + 1;
      if (!again) become("polling");
      await pause(waitBeforeAttempt(again ? 0 : failures, chance()), signal);
    }
    become("polling");
  }

  let leaving: ReturnType<typeof setTimeout> | undefined;
  /** Runs while somebody listens and looks. */
  const settle = (afterMs: number) => {
    clearTimeout(leaving);
    const wanted = () => hearers.size > 0 && !isHidden();
    if (wanted() && !running) {
      running = new AbortController();
      void run(running.signal);
    } else if (!wanted() && running) {
      leaving = setTimeout(() => {
        if (wanted()) return;
        running?.abort();
        running = null;
      }, afterMs);
    }
  };

  return {
    state: () => state,
    watch(watcher: () => void) {
      watchers.add(watcher);
      return () => void watchers.delete(watcher);
    },
    hear(hearer: (event: DeskEvent) => void) {
      hearers.add(hearer);
      settle(LINGER_MS);
      return () => {
        hearers.delete(hearer);
        settle(LINGER_MS);
      };
    },
    visibilityChanged: () => settle(HIDDEN_MS),
  };
}

export type Connection = ReturnType<typeof makeConnection>;

let shared: Connection | null = null;

/** The page's own. Only in a browser. */
export function pageConnection(): Connection {
  if (shared) return shared;
  const made = makeConnection({
    open: (signal) => fetch("/live", { signal }),
    chance: Math.random,
    isHidden: () => document.visibilityState === "hidden",
  });
  document.addEventListener("visibilitychange", made.visibilityChanged);
  shared = made;
  return made;
}
